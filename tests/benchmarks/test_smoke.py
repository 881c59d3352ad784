"""Each benchmark runs, on a tiny input where it needs one, and tells a figure."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted(path.name for path in (ROOT / "benchmarks").glob("*.py"))
NO_SCRIPT = ["corpora.py", "runs.py", "scale_corpus.py", "terminal.py", "timing.py"]
HEAVY = ["ablation.py", "learn.py"]  # need scikit-learn
LIGHT = [script for script in SCRIPTS if script not in NO_SCRIPT + HEAVY]

Run = Callable[..., str]

ARTICLES = [
    {
        "id": f"{topic}_1|{topic}_2",
        "a": ["The old lighthouse was sold to a hotel group.", "The price was two million euros."],
        "b": ["A hotel group bought the old lighthouse.", "Fishermen complained of the noise."],
        "gold": [[0, 0]],
    }
    for topic in (1, 2)
]
EDITS = [
    {
        "a": "Nine boats left the harbour on Monday.",
        "b": "Six boats left the harbour on Monday.",
        "label": "conflict",
        "kind": "Number Error",
    },
    {
        "a": "Nine boats left the harbour on Monday.",
        "b": "Nine boats left the port on Monday.",
        "label": "agree",
        "kind": [],
    },
]
GOLD = """\
# {place}
A1| The {place} library reopened on Monday after repairs to its roof.
A|
A2| The work cost four million euros, the mayor said.
A3| Children queued at the doors from early morning.
B1| On Monday the library of {place} opened its doors again, with a new roof.
B2| The mayor spoke of a cost of four million euros.
B3| A brass band played in the square.
= A1 B1 agree | same
= A2 B2 agree | same
! A3 B3 | other people
"""


def write_lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("articles") / "articles.jsonl", ARTICLES)


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    for place in "Alden Birch Corin Delft".split():
        (folder / f"{place}.gold").write_text(GOLD.format(place=place), "utf-8")
    return folder


def test_mypy_reads_every_script() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["mypy"]["modules"] == [script.removesuffix(".py") for script in SCRIPTS]


@pytest.mark.parametrize("script", LIGHT)
def test_help_tells_what_is_measured(run: Run, script: str) -> None:
    assert re.search(r"usage: .+\n\n\S.+\n", run(script, "--help"), re.DOTALL)


def test_whole_engine(run: Run, gold: Path, articles: Path) -> None:
    printed = run("engine.py", gold, articles, "--jobs", 1, "--verbose")
    assert "4 document pairs, 8 sentence pairs" in printed
    assert "traps     0 of 4 called a conflict" in printed
    assert printed.count("align     P ") == 2
    assert printed.count("conflict  P ") == 1


def test_typed_changes(run: Run, tmp_path: Path) -> None:
    printed = run("by_kind.py", write_lines(tmp_path / "edits.jsonl", EDITS), "--jobs", 1)
    rows = {line[:44].strip(): line[44:].split() for line in printed.splitlines()[1:-1]}
    assert rows["conflict  (all)"] == ["1", "1.000", "0.000", "0.000", "0.000"]
    assert rows["conflict  * number changed"][0] == "1"
    assert rows["conflict  Number"][0] == "1"
    assert printed.endswith("conflict precision 1.000\n")
    assert "agree     * number changed" not in rows


def test_commonness(run: Run, articles: Path) -> None:
    assert "sentences 4\n" in run("commonness.py", articles)


def test_dates(run: Run) -> None:
    labelled = ROOT / "tests/compare/claims/dates/labelled_dates.jsonl"
    assert "exact or within  P " in run("dates.py", labelled)


def test_quantities(run: Run, tmp_path: Path) -> None:
    rows = [{"text": "between 30 and 40 boats, or 1.5 tonnes", "values": [[30, 40], 1.5]}]
    printed = run("quantities.py", write_lines(tmp_path / "rows.jsonl", rows))
    assert printed == ("1 texts, 2 values wanted, 2 found: P 1.000  R 1.000  F1 1.000\n")


def test_names(run: Run, articles: Path) -> None:
    printed = run("names.py", articles)
    assert re.search(r"names .*P \d.*\nreferences .*P \d", printed)
    assert "8 sentences: names" in printed


def test_stance(run: Run, articles: Path) -> None:
    printed = run("stance.py", "--repeat", 1, "--articles", articles)
    assert re.search(r"articles +2 cases  P 1\.000  R 1\.000", printed)


def test_verdict_probe(run: Run) -> None:
    printed = run("verdict_probe.py", "--misses")
    assert re.search(r"^half A: 86 pairs\nconflict  P \d", printed, re.MULTILINE)
    assert re.search(r"^half B: 83 pairs\nconflict  P \d", printed, re.MULTILINE)


def test_fields(run: Run, articles: Path) -> None:
    assert "share 0.3  F1 " in run("fields_ablation.py", articles)


def test_concepts(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "cntlist.rev").write_text("sell%2:40:00:: 1 9\nbuy%2:40:00:: 1 8\n", "utf-8")
    index = "  a licence\nsell v 1 0 1 0 00000001\nbuy v 1 0 1 0 00000001\n"
    for part in ("noun", "verb", "adj"):
        (tmp_path / f"index.{part}").write_text(index if part == "verb" else "", "utf-8")
    assert "WordNet  F1 " in run("wordnet_concepts.py", tmp_path, articles)


@pytest.mark.parametrize("script", HEAVY)
def test_help_of_what_learns(run: Run, script: str) -> None:
    pytest.importorskip("sklearn")
    assert "folder of .gold files" in run(script, "--help")


def test_learning_prints_weights(run: Run, gold: Path, articles: Path) -> None:
    pytest.importorskip("sklearn")
    printed = run("learn.py", gold, articles)
    assert printed.startswith("# Weights of the aligner.")
    assert re.search(r"^\[second\]\nbias = -?\d", printed, re.MULTILINE)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_start(run: Run, tmp_path: Path) -> None:
    printed = run("start.py", "--rounds", 1, "--results", tmp_path)
    minimal = "first frame: minimal Textual app"
    for shown in ("first readable text", "first full frame"):
        assert f"{shown}: reader, painted ahead / {minimal}" in printed
    assert f"first full frame: reader, by Textual / {minimal}" in printed
    assert len([*tmp_path.iterdir()]) == 1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the memory")
def test_frames(run: Run, tmp_path: Path) -> None:
    small = ("--rounds", 1, "--shrink", 1000, "--pages", 8)
    assert "page-down p95 / median" in run("frames.py", *small, "--results", tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="asks a POSIX system for the memory")
def test_scale(run: Run, tmp_path: Path) -> None:
    printed = run("scale.py", "--counts", 4, 250, "--results", tmp_path)
    assert re.search(r"^ {3}250 search, found +(?:9\d|100)\.\d %", printed, re.MULTILINE)
    assert "comparison by alignment" in printed
    assert len([*tmp_path.iterdir()]) == 1


def test_incremental(run: Run, tmp_path: Path) -> None:
    printed = run("incremental.py", "--count", 30, "--rounds", 1, "--results", tmp_path)
    assert "again by without a memory" in printed
