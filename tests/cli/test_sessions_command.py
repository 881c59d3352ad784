"""`tuireader sessions`: list, show, merge, delete, export, import, agreement."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tuireader import Comparison, __version__, compare_files
from tuireader.compare.review.model import Label
from tuireader.compare.review.session import Session

Run = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def comparison(pair: tuple[Path, Path]) -> Comparison:
    return compare_files(*pair)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "sessions"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def sessions(run: Run, folder: Path) -> Run:
    """`tuireader sessions …` on a data folder of the test's own."""
    return lambda *words, **more: run(
        "sessions", *words, **{"TUIREADER_DATA_DIR": str(folder.parent), **more}
    )


@pytest.fixture
def both(folder: Path, comparison: Comparison) -> tuple[Path, Path]:
    """Two reviewers: they agree on p1 and part on p2."""
    said = {"anna": (Label.AGREE, Label.CONFLICT), "ben": (Label.AGREE, Label.DIVERGE)}
    for reviewer, labels in said.items():
        path = folder / f"bridge-{reviewer}.review"
        with Session.create(
            path, comparison, reviewer=reviewer, tool_version=__version__
        ) as session:
            for number, label in enumerate(labels, 1):
                session.decide(f"p{number}", label)
            session.note("p2", '=HYPERLINK("http://example.org")')
    return folder / "bridge-anna.review", folder / "bridge-ben.review"


def test_an_empty_list_says_how_to_begin(sessions: Run) -> None:
    done = sessions("list")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"`tuireader review A B` begins one" in done.stderr


def test_the_list_has_a_line_a_session_also_for_one_that_is_damaged(
    sessions: Run, both: tuple[Path, Path], comparison: Comparison
) -> None:
    (both[0].parent / "old.review").write_bytes(b"no session")
    done = sessions()
    lines = done.stdout.decode().splitlines()
    total = len(comparison.pairs)
    assert done.returncode == 0
    assert lines[0].split() == ["DECIDED", "LAST", "CHANGE", "REVIEWER", "NAME", "TEXTS"]
    assert len(lines) == 4
    (anna,) = [line for line in lines if "bridge-anna" in line]
    assert anna.startswith(f"2/{total} ")
    assert "  anna      bridge-anna  " in anna
    assert any("can't be read" in line and "old" in line for line in lines)
    (both[0].parent / "old.review").rename(both[0].parent / "older.txt")
    narrow = sessions("list", COLUMNS="50").stdout.decode()
    assert max(map(len, narrow.splitlines())) <= 50
    (both[0].parent / "older.txt").rename(both[0].parent / "old.review")
    rows = {row["name"]: row for row in json.loads(sessions("list", "--json").stdout)}
    assert rows["bridge-ben"]["decided"] == 2
    assert rows["bridge-ben"]["trouble"] is None
    assert "no session of tuireader" in rows["old"]["trouble"]


def test_show_tells_the_facts_and_the_log(sessions: Run, both: tuple[Path, Path]) -> None:
    told = sessions("show", "bridge-a").stdout.decode()
    assert "1 agree, 1 conflict" in told
    assert str(both[0]) in told
    log = sessions("show", both[0], "--events").stdout.decode().splitlines()
    assert [line.split("  ")[-1].strip() for line in log[1:]] == [
        "session made",
        "p1: agree",
        "p2: conflict",
        "p2: note",
    ]
    assert all(__version__ in line and "anna" in line for line in log[1:])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nothing", b"nothing: there is no such session; `tuireader sessions list`"),
        ("bridge-ana", b'do you mean "bridge-anna"'),
        ("bridge", b"several sessions begin so: bridge-anna, bridge-ben"),
        ("", b"there is no such session"),
    ],
)
def test_a_name_that_means_no_one_session(
    sessions: Run, both: tuple[Path, Path], name: str, told: bytes
) -> None:
    for command in ("show", "export", "delete", "agreement", "resume"):
        done = sessions(command, name)
        assert done.returncode == 2
        assert told in done.stderr
        assert done.stderr.count(b"\n") == 1


def test_resume_needs_a_terminal(sessions: Run, both: tuple[Path, Path]) -> None:
    done = sessions("resume")
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr


def test_resume_of_nothing(sessions: Run) -> None:
    assert b"no session to resume" in sessions("resume").stderr


def test_a_log_out_and_in_again_is_the_same_session(
    sessions: Run, both: tuple[Path, Path], tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    assert sessions("export", "bridge-anna", "-o", log).returncode == 0
    done = sessions("import", log)
    path = Path(done.stdout.decode().strip())
    assert path == both[0].with_name("log.review")
    assert sessions("export", "log").stdout == log.read_bytes()
    elsewhere = tmp_path / "mine.review"
    done = sessions("import", "-", "--session", elsewhere, stdin=log.read_bytes())
    assert done.stdout.decode().strip() == str(elsewhere)
    assert sessions("export", elsewhere).stdout == log.read_bytes()
    again = sessions("import", log)
    assert again.stdout.decode().strip().endswith("log-2.review")


def test_a_log_that_was_altered_is_refused(
    sessions: Run, both: tuple[Path, Path], tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    log.write_bytes(sessions("export", "bridge-anna").stdout.replace(b'"conflict"', b'"agree"'))
    done = sessions("import", log)
    assert done.returncode == 2
    assert b"was altered" in done.stderr
    assert len(list(both[0].parent.iterdir())) == 2
    assert sessions("import", tmp_path / "none.jsonl").returncode == 2


def test_exports_have_the_reviewers_word_and_say_so(
    sessions: Run, both: tuple[Path, Path], tmp_path: Path
) -> None:
    table = tmp_path / "bridge.csv"
    assert sessions("export", "bridge-ben", "--output", table).returncode == 0
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table.read_text("utf-8-sig")))}
    assert rows["p2"]["relation"] == "diverge"
    assert rows["p2"]["machine"] == "conflict"
    assert rows["p2"]["reviewer"] == "ben"
    assert rows["p2"]["ruled"].startswith("20")
    assert not rows["p2"]["note"].startswith("=")
    for form in ("text", "markdown", "html", "json", "annotation", "claim-review"):
        done = sessions("export", "bridge-ben", "--format", form)
        assert done.returncode == 0
        assert b"ben" in done.stdout, form


def test_exports_need_no_text_files(
    sessions: Run, both: tuple[Path, Path], pair: tuple[Path, Path]
) -> None:
    for text in pair:
        text.unlink()
    assert b"people were hurt" in sessions("export", "bridge-anna", "--format", "markdown").stdout


def test_no_file_is_replaced_unless_told(
    sessions: Run, both: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "out.md"
    target.write_text("mine")
    assert b"exists already" in sessions("export", "bridge-ben", "-o", target).stderr
    assert target.read_text() == "mine"
    assert sessions("export", "bridge-ben", "-o", target, "--force").returncode == 0
    before = both[0].read_bytes()
    assert sessions("export", both[0], "-o", both[0], "--force").returncode == 2
    assert both[0].read_bytes() == before


def test_delete_names_what_goes_and_wants_a_word(sessions: Run, both: tuple[Path, Path]) -> None:
    done = sessions("delete", "bridge-anna")
    assert done.returncode == 2
    assert b"pairs decided by anna" in done.stderr
    assert both[0].exists()
    done = sessions("delete", "bridge-anna", "--yes")
    assert done.returncode == 0
    assert b"bridge-anna.review: 2 of " in done.stderr
    assert [path.name for path in both[0].parent.iterdir()] == [both[1].name]


def test_what_is_open_for_review_is_not_deleted(sessions: Run, both: tuple[Path, Path]) -> None:
    with Session.open(both[0], tool_version=__version__):
        done = sessions("delete", "bridge-anna", "--yes")
    assert done.returncode == 2
    assert b"is open for review by anna" in done.stderr
    assert both[0].exists()


def test_merge_opens_a_third_pass(sessions: Run, both: tuple[Path, Path]) -> None:
    done = sessions("merge", "bridge-anna", "bridge-ben", "--reviewer", "cleo")
    path = Path(done.stdout.decode().strip())
    assert path.parent == both[0].parent
    assert path.name.startswith("merged-a-txt-b-txt")
    assert b"1 of " in done.stderr
    assert b"on 1 the reviewers part" in done.stderr
    told = sessions("show", path).stdout.decode()
    assert "merged from" in told
    assert "cleo" in told
    assert sessions("merge", "bridge-anna").returncode == 2


def test_agreement_of_two_and_the_machine(sessions: Run, both: tuple[Path, Path]) -> None:
    told = sessions("agreement", "bridge-anna", "bridge-ben").stdout.decode()
    assert "anna and ben" in told
    assert "anna and the machine" in told
    assert "they part on 1 pair\n  anna: conflict, ben: diverge\n    A: Twelve people" in told
    report = json.loads(sessions("agreement", "bridge-anna", "bridge-ben", "--json").stdout)
    first = report["agreements"][0]
    # Two pairs, one agreed; by chance (1 x 1) / 4: kappa (.5 - .25) / (1 - .25).
    assert first["share"]["value"] == 0.5
    assert first["kappa"]["value"] == pytest.approx(1 / 3)
    assert report["partings"][0]["labels"] == ["conflict", "diverge"]
    alone = sessions("agreement", "bridge-anna").stdout.decode()
    assert alone.startswith("anna and the machine")
    assert "they part" not in alone


def test_agreement_that_is_not_defined_says_why(
    sessions: Run, folder: Path, comparison: Comparison
) -> None:
    for reviewer, pair in (("dora", "p1"), ("emil", "p2")):
        with Session.create(
            folder / f"{reviewer}.review", comparison, reviewer=reviewer, tool_version="1"
        ) as session:
            session.decide(pair, Label.AGREE)
    told = sessions("agreement", "dora", "emil").stdout.decode()
    assert "not defined: no unit was rated by both" in told


def test_salvage_writes_a_log_that_can_be_imported(
    sessions: Run, both: tuple[Path, Path], tmp_path: Path
) -> None:
    data = both[0].read_bytes()
    both[0].write_bytes(data.replace(b'"note":"=HYPERLINK', b'"note":"=HYPERTEXT'))
    done = sessions("export", "bridge-anna")
    assert done.returncode == 2
    assert b"--salvage" in done.stderr
    log = tmp_path / "saved.jsonl"
    done = sessions("export", "bridge-anna", "--salvage", "-o", log)
    assert b"4 steps read; altered: 4" in done.stderr
    assert sessions("import", log).returncode == 0
    assert "1 agree, 1 conflict" in sessions("show", "saved").stdout.decode()
    assert sessions("export", "saved", "--salvage", "--format", "csv").returncode == 2
