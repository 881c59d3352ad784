from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]
Pair = tuple[Path, Path]

WORDS = "The café on the quay closed at noon, the owner said. Nine guests were inside.\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_a_text_in_another_encoding_is_read_rightly(
    run: Run, tmp_path: Path, encoding: str
) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_bytes(WORDS.encode("utf-8"))
    b.write_bytes(WORDS.encode(encoding))
    done = run("compare", a, b, "--only", "agree")
    assert done.returncode == 0
    assert "café" in done.stdout.decode().partition("│")[2]
    assert "≠ 0 conflict  ≈ 0 diverge" in done.stdout.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("image.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4),
        ("program", b"\x7fELF\x02\x01\x01" + b"\0" * 500),
        ("odd\nname\x1b[31m.txt", None),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_cannot_be_read_is_told_in_one_line(
    run: Run, pair: Pair, tmp_path: Path, name: str, content: bytes | None, first: bool
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    done = run("compare", *((bad, pair[1]) if first else (pair[0], bad)))
    line = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert line.startswith("tuireader: ")
    assert line.rstrip("\n").isprintable()
    assert name.split("\n", maxsplit=1)[0] in line


def test_a_folder_is_told(run: Run, pair: Pair, tmp_path: Path) -> None:
    done = run("compare", tmp_path, pair[1])
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user who may not read everything"
)
def test_a_file_without_leave_to_read_is_told(run: Run, pair: Pair) -> None:
    pair[0].chmod(0)
    done = run("compare", *pair)
    assert done.returncode == 2
    assert b"a.txt" in done.stderr


def test_standard_input_for_both_sides_is_refused(run: Run) -> None:
    done = run("compare", "-", "-", stdin=b"words")
    assert done.returncode == 2
    assert b"one side only" in done.stderr


def test_empty_standard_input_is_told(run: Run, pair: Pair) -> None:
    done = run("compare", "-", pair[1])
    assert done.returncode == 2
    assert b"standard input" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="bytes in file names")
def test_a_file_name_that_is_no_utf_8_is_shown_and_written_safely(
    run: Run, pair: Pair, tmp_path: Path
) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        odd.write_bytes(pair[0].read_bytes())
    except OSError:
        pytest.skip("this file system has only UTF-8 names")
    for form in (["--format", "json"], []):
        done = run("compare", odd, pair[0], *form)
        assert done.returncode == 0
        done.stdout.decode("utf-8")


def test_terminal_commands_in_a_text_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    a = tmp_path / "a.txt"
    a.write_text(
        "\x1b]0;owned\x07The mayor \x9b31mleft\u202e on Monday.\n[bold]No markup[/bold].\n"
    )
    done = run("compare", a, a)
    shown = done.stdout.decode()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "[bold]No markup[/bold]" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
@pytest.mark.parametrize("command", [["compare"], ["compare", "--format", "json"]])
def test_a_full_disk_is_told_once(pair: Pair, command: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tuireader", *command, *map(str, pair)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"tuireader: standard output: ")
    assert done.stderr.count(b"\n") == 1
