"""split, lenses, themes, demo where there is no terminal, help and version."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import typer

from tuireader import __version__
from tuireader.cli.app import assembled

Run = Callable[..., CompletedProcess[bytes]]
BOTH = """In part from the Tribune:

The old bridge over the Senn fell into the river on Monday. Twelve people were hurt.

The real story?

The bridge stands. Nobody was hurt, and no train was late.
"""


@pytest.fixture
def both(tmp_path: Path) -> Path:
    path = tmp_path / "both.txt"
    path.write_text(BOTH, encoding="utf-8")
    return path


def test_split_shows_where_and_why_and_both_sides(run: Run, both: Path) -> None:
    done = run("split", both)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "both.txt: split at line 5: " in text.splitlines()[0]
    head, report, answer = text.split("--- ")[0], *text.split("\n--- ")[1:]
    assert head
    assert "A: report" in report
    assert "Twelve people" in report
    assert "B: answer" in answer
    assert "The bridge stands." in answer


def test_split_at_words(run: Run, both: Path) -> None:
    done = run("split", both, "--at", "the bridge STANDS")
    assert b"split at line 7" in done.stdout


def test_split_into_files(run: Run, both: Path, tmp_path: Path) -> None:
    done = run("split", both, "--output-dir", tmp_path / "sides")
    a, b = (tmp_path / "sides" / f"both.{side}.txt" for side in "ab")
    assert done.stdout.decode().splitlines() == [str(a), str(b)]
    assert b"split at line 5" in done.stderr
    assert "Twelve people" in a.read_text("utf-8")
    assert "The bridge stands." in b.read_text("utf-8")
    done = run("split", both, "--output-dir", tmp_path / "sides")
    assert done.returncode == 2
    assert b"exists already" in done.stderr
    assert run("split", both, "--output-dir", tmp_path / "sides", "--force").returncode == 0


def test_split_without_a_cue_is_trouble(run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("It rained.\n\nThe river rose.\n\nIt fell again.\n")
    done = run("split", plain)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--at TEXT" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_demo_prints_where_there_is_no_terminal(run: Run) -> None:
    done = run("demo")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "conflict" in done.stdout.decode()


def test_demo_names_what_there_is(run: Run) -> None:
    done = run("demo", "nonesuch")
    assert done.returncode == 2
    assert b"no demo is called 'nonesuch'; there are " in done.stderr


def test_read_needs_a_terminal(run: Run, both: Path) -> None:
    done = run("read", both)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"read needs a terminal" in done.stderr


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.decode()) == (0, f"tuireader {__version__}\n")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_names_the_commands(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 0
    for command in ("compare", "read", "demo", "split", "batch", "lenses", "themes"):
        assert f"\n  {command} " in done.stdout.decode()


def test_an_unknown_command_is_told_with_the_nearest(run: Run) -> None:
    done = run("compar")
    assert done.returncode == 2
    assert b"Did you mean 'compare'?" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [["themes"], ["themes", "list"]])
def test_themes(run: Run, arguments: list[str]) -> None:
    lines = run(*arguments).stdout.decode().splitlines()
    assert lines[0].split() == ["ink", "dark"]


@pytest.mark.parametrize("arguments", [["lenses"], ["lenses", "list"]])
def test_lenses(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 0
    assert b"troop-count" in done.stdout


def test_a_lens_is_checked(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("colour = 3")
    done = run("lenses", "check", bad)
    assert done.returncode == 1
    assert b"bad.toml" in done.stdout
    missing = run("lenses", "check", tmp_path / "missing.toml")
    assert missing.returncode in (1, 2)


def test_demo_lists_its_pairs_and_each_can_be_printed(run: Run) -> None:
    names = [line.split()[0] for line in run("demo", "--list").stdout.decode().splitlines()]
    assert len(names) >= 4
    for name in names:
        done = run("demo", name)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "site-packages" not in done.stdout.decode()


def test_the_list_of_commands_is_that_of_the_commands_themselves(run: Run) -> None:
    listed = run("--help").stdout.decode().partition("Commands:")[2]
    whole = typer.main.get_command(assembled())
    context = whole.make_context("tuireader", [], resilient_parsing=True)
    assert listed == whole.get_help(context).partition("Commands:")[2] + "\n"
