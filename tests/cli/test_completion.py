"""What a shell offers while one types, asked as the scripts ask, and by the shells themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tuireader.cli.completion import BASH, candidates


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("com", {"compare", "completion"}),
        ("compare --for", {"--format", "--force", "--format-a", "--format-b"}),
        ("compare --format ht", {"html"}),
        ("compare --format=ht", {"--format=html"}),
        ("compare --format = ht", {"html"}),
        ("compare --format =", {"text", "json", "markdown", "html", "csv", "annotation"}),
        ("compare a.txt b.txt --topic tr", {"troop-count"}),
        ("compare --output x.html --theme pa", {"paper"}),
        ("compare --color ", {"auto", "always", "never"}),
        ("compare --only ag", {"agree"}),
        ("compare --only agree,", {"agree,conflict", "agree,diverge", "agree,unmatched"}),
        ("compare --label-a ", set()),
        ("compare a", set()),
        ("themes sh", {"show"}),
        ("themes show pa", {"paper"}),
        ("demo fer", {"ferry"}),
        ("nonesuch --", {"--version", "--help"}),
    ],
)
def test_candidates(line: str, found: set[str]) -> None:
    assert {word for word, _ in candidates(line.split(" "))} == found


def test_without_a_word_the_commands_are_offered() -> None:
    assert {"compare", "read", "split"} <= {word for word, _ in candidates([])}


@pytest.fixture
def on_path(tmp_path: Path) -> dict[str, str]:
    """An environment in which `tuireader` is this one."""
    program = tmp_path / "bin" / "tuireader"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tuireader "$@"\n')
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.skipif(sys.platform == "win32", reason="bash there has other paths")
def test_bash(on_path: dict[str, str]) -> None:
    ask = "COMP_WORDS=(tuireader compare --format an); COMP_CWORD=3; _tuireader; echo $COMPREPLY"
    done = subprocess.run(
        ["bash", "-c", BASH + ask], env=on_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "annotation\n"


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
def test_fish(on_path: dict[str, str]) -> None:
    ask = 'tuireader completion fish | source; complete -C"tuireader compare --format an"'
    done = subprocess.run(
        ["fish", "-c", ask], env=on_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\t")[0] == "annotation"


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh")
def test_zsh_reads_its_script(on_path: dict[str, str]) -> None:
    ask = 'compdef() { print -r -- "$@" }; eval "$(tuireader completion zsh)"'
    done = subprocess.run(
        ["zsh", "-f", "-c", ask], env=on_path, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("_tuireader tuireader\n", "")
