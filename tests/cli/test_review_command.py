"""What `tuireader review` refuses, before it takes the screen; the rest is in tests/pty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def reviewed(run: Run, tmp_path: Path) -> Run:
    data = tmp_path / "data"
    return lambda *words: run("review", *words, TUIREADER_DATA_DIR=str(data))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], b"review takes two texts, or --resume"),
        (["a.txt", "b.txt"], b"review needs a terminal; `tuireader compare` prints"),
        (["--resume"], b"there is no session to resume; `tuireader review A B` begins one"),
        (["--resume", "nonesuch"], b"nonesuch: there is no such session"),
        (["--resume", "a", "b"], b"--resume takes the name of one session, and no texts"),
        (["--session", "none.review"], b"review takes two texts, or --resume"),
        (["a.txt", "b.txt", "--order", "beauty"], b"beauty"),
        (["-", "-"], b"standard input can be one side only"),
    ],
)
def test_what_is_refused_in_a_line(
    reviewed: Run, pair: tuple[Path, Path], words: list[str], told: bytes
) -> None:
    done = reviewed(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr
    assert done.stderr.count(b"\n") == 1
