from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jsonschema
import pytest

from tuireader.compare.report.json_report import schema

Run = Callable[..., CompletedProcess[bytes]]
Pair = tuple[Path, Path]


def load(data: bytes) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(data)
    return loaded


def test_a_text_against_itself_agrees_and_exits_with_0(run: Run, pair: Pair) -> None:
    done = run("compare", pair[0], pair[0])
    assert done.returncode == 0
    assert "≠ 0 conflict" in done.stdout.decode()


def test_different_texts_exit_with_1_and_say_nothing_on_stderr(run: Run, pair: Pair) -> None:
    done = run("compare", *pair)
    assert (done.returncode, done.stderr) == (1, b"")


def test_exit_zero(run: Run, pair: Pair) -> None:
    assert run("compare", *pair, "--exit-zero").returncode == 0


def test_quiet_only_exits(run: Run, pair: Pair) -> None:
    done = run("compare", *pair, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert run("compare", pair[0], pair[0], "-q").returncode == 0


def test_only_decides_what_the_exit_code_tells(run: Run, pair: Pair) -> None:
    done = run("compare", *pair, "--only", "agree")
    assert done.returncode == 0
    assert not re.search("CONFLICT|DIVERGE|ONLY IN", done.stdout.decode())
    done = run("compare", *pair, "--only", "unmatched")
    assert done.returncode == 0
    assert "ONLY IN B" in done.stdout.decode()


def test_json_fulfils_the_schema_and_quotes_its_places(run: Run, pair: Pair) -> None:
    done = run("compare", *pair, "--format", "json")
    assert done.returncode == 1
    data = load(done.stdout)
    jsonschema.Draft202012Validator(schema()).validate(data)
    for side, path in zip("ab", pair, strict=True):
        text = data["documents"][side]["text"]
        assert data["documents"][side]["source"] == str(path)
        quotes = data["claims"][side] + [f[side] for p in data["pairs"] for f in p["findings"]]
        assert quotes
        assert all(text[q["start"] : q["end"]] == q["text"] for q in quotes)


def test_the_same_input_gives_the_same_bytes(run: Run, launch: Run, pair: Pair) -> None:
    one, other = (
        launch("compare", *pair, "--format", "json", PYTHONHASHSEED=seed) for seed in "12"
    )
    assert one.stdout == other.stdout
    assert one.returncode == other.returncode == 1
    here = run("compare", *pair, "--format", "json")
    assert here.stdout == one.stdout


def test_swapped_sides_give_the_mirrored_counts(run: Run, pair: Pair) -> None:
    one = load(run("compare", *pair, "--format", "json").stdout)["summary"]
    other = load(run("compare", *pair[::-1], "--format", "json").stdout)["summary"]
    other["only_a"], other["only_b"] = other["only_b"], other["only_a"]
    assert one == other


@pytest.mark.parametrize("position", [0, 1])
def test_standard_input_is_one_side(run: Run, pair: Pair, position: int) -> None:
    sources: list[object] = [*pair]
    sources[position] = "-"
    done = run("compare", *sources, "--format", "json", stdin=pair[position].read_bytes())
    whole = load(run("compare", *pair, "--format", "json").stdout)
    assert load(done.stdout)["summary"] == whole["summary"]
    assert load(done.stdout)["documents"]["ab"[position]]["source"] == "-"


def test_labels_stand_for_sources(run: Run, pair: Pair) -> None:
    labels = ["--label-a", "Tribune", "--label-b", "The mayor"]
    assert "A  Tribune\n" in run("compare", *pair, *labels).stdout.decode()
    data = load(run("compare", *pair, *labels, "--format", "json").stdout)
    assert data["documents"]["b"]["source"] == "The mayor"


def test_dates_given_are_the_documents(run: Run, pair: Pair) -> None:
    dates = ["--date-a", "2024-05-04", "--date-b", "2024-05-06"]
    documents = load(run("compare", *pair, *dates, "--format", "json").stdout)["documents"]
    assert [documents[side]["date"] for side in "ab"] == ["2024-05-04", "2024-05-06"]


def test_width_decides_between_beside_and_below(run: Run, pair: Pair) -> None:
    assert "│" in run("compare", *pair, "--width", "100").stdout.decode()
    assert "│" not in run("compare", *pair, "--width", "99").stdout.decode()
    narrow = run("compare", *pair, COLUMNS="50").stdout.decode()
    assert max(map(len, narrow.splitlines())) <= 50


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
    ],
)
def test_colour(
    run: Run, pair: Pair, options: list[str], environment: dict[str, str], coloured: bool
) -> None:
    done = run("compare", *pair, *options, **environment)
    assert (b"\x1b[" in done.stdout) is coloured


def test_stat(run: Run, pair: Pair) -> None:
    done = run("compare", *pair, "--stat")
    assert done.returncode == 1
    assert re.search(r"\d+ pairs?, \d+ conflict", done.stdout.decode().splitlines()[-1])


def test_ascii(run: Run, pair: Pair) -> None:
    shown = run("compare", *pair, "--ascii").stdout.decode()
    assert not set(shown) & set("≠≈‹›│─·¶")
    assert "CONFLICT" in shown


def test_output_is_utf_8_whatever_the_locale_says(launch: Run, pair: Pair) -> None:
    done = launch("compare", *pair, PYTHONIOENCODING="cp1252", LC_ALL="C", PYTHONUTF8="0")
    assert "│" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("form", [["--format", "json"], ["--stat"], ["--format", "markdown"], []])
def test_output_goes_into_a_file_once(
    run: Run, pair: Pair, tmp_path: Path, form: list[str]
) -> None:
    target = tmp_path / "out"
    done = run("compare", *pair, *form, "--output", target)
    assert (done.returncode, done.stdout) == (1, b"")
    assert target.read_bytes() == run("compare", *pair, *form).stdout
    target.write_text("mine")
    done = run("compare", *pair, *form, "--output", target)
    assert done.returncode == 2
    assert b"exists already; --force replaces it" in done.stderr
    assert target.read_text() == "mine"
    assert run("compare", *pair, *form, "--output", target, "--force").returncode == 1
    assert target.read_text() != "mine"


def test_one_file_with_both_sides_is_split_and_says_where(
    run: Run, pair: Pair, tmp_path: Path
) -> None:
    both = tmp_path / "both.txt"
    report, answer = (path.read_text("utf-8") for path in pair)
    both.write_text(f"{report}\nThe keeper replies as follows.\n\n{answer}", encoding="utf-8")
    done = run("compare", both, "--at", "The keeper replies")
    assert done.returncode == 1
    assert b"both.txt: split at line 9" in done.stderr
    text = done.stdout.decode()
    assert "both.txt, report\n" in text
    assert "both.txt, answer\n" in text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--format", "xml"], "'xml' is none of text, json, markdown"),
        (["--only", "agree,disagree"], "'disagree' is none of conflict, diverge, agree"),
        (["--date-a", "4 May"], "'4 May' is no day of the form YYYY-MM-DD"),
        (["--date-b", "2023-02-29"], "'2023-02-29' is no day"),
        (["--width", "wide"], "'wide' is not a valid int"),
        (["--color", "red"], "'red' is not one of"),
        (["--sort", "size"], "'size' is not one of"),
        (["--at", "But"], "--at is for one file"),
        (["--force"], "--force is for --output"),
        (["--quiet", "--output", "x"], "leave out --output"),
        (["--stat", "--format", "json"], "--stat is text"),
        (["--format", "claim-review"], "'claim-review' is none of text, json"),
        (["--output", "r.claimreview.json"], "`tuireader sessions export` writes it"),
        (["--lenses", "missing.toml"], "missing.toml"),
        (["--topic", "weather"], "no lens is called 'weather'; there are "),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_options_are_told_in_one_line(
    run: Run, pair: Pair, options: list[str], message: str
) -> None:
    done = run("compare", *pair, *options)
    line = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert line.startswith("tuireader: ")
    assert message in line
    assert line.count("\n") == 1


FORMS = ("text", "json", "markdown", "html", "csv", "annotation")


@pytest.mark.parametrize("form", FORMS)
def test_every_format_has_the_exit_codes_of_a_difference(run: Run, pair: Pair, form: str) -> None:
    done = run("compare", *pair, "--format", form)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().endswith("\n")
    assert run("compare", *pair, "--format", form, "--exit-zero").stdout == done.stdout
    assert run("compare", pair[0], pair[0], "--format", form.upper()).returncode == 0


@pytest.mark.parametrize(
    ("name", "form"),
    [("r.html", "html"), ("R.MD", "markdown"), ("r.json", "json"), ("r.jsonld", "annotation")],
)
def test_the_name_of_the_file_tells_the_format(
    run: Run, pair: Pair, tmp_path: Path, name: str, form: str
) -> None:
    assert run("compare", *pair, "--output", name).returncode == 1
    printed = run("compare", *pair, "--format", form).stdout
    assert (tmp_path / name).read_bytes() == printed


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        (["--output", "r.log"], b"A  "),
        (["--output", "r.html", "--format", "json"], b"{"),
        (["--output", "r.html", "--stat"], b" casualties"),
    ],
)
def test_a_format_that_is_named_goes_before_the_name_of_the_file(
    run: Run, pair: Pair, tmp_path: Path, options: list[str], begins: bytes
) -> None:
    assert run("compare", *pair, *options).returncode == 1
    assert (tmp_path / options[1]).read_bytes().startswith(begins)


def test_a_table_in_a_file_has_the_mark_by_which_spreadsheets_know_utf_8(
    run: Run, pair: Pair, tmp_path: Path
) -> None:
    run("compare", *pair, "--output", "r.csv")
    piped = run("compare", *pair, "--format", "csv").stdout
    assert (tmp_path / "r.csv").read_bytes() == b"\xef\xbb\xbf" + piped
    assert piped.startswith(b'"id",')
