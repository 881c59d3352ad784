"""What is copied, and the programs that take it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader.compare.model import Side
from tuireader.tui.terminal.copying import claim_text, pair_text, subject_text, to_system

TEXT = "„Größe“ – 3 €\n漢字"


@pytest.fixture
def install(tmp_path, monkeypatch) -> Callable[..., Path]:
    """Put programs alone on the path; each writes what it is given beside it, or fails."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def call(name: str, *, code: int = 0) -> Path:
        got = folder / f"{name}.got"
        script = folder / name
        script.write_text(
            f"#!{sys.executable}\nimport pathlib, sys\n"
            f"pathlib.Path({str(got)!r}).write_bytes(sys.stdin.buffer.read())\nsys.exit({code})\n"
        )
        script.chmod(0o755)
        return got

    return call


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.parametrize(
    ("name", "encoding"),
    [("pbcopy", "utf-8"), ("wl-copy", "utf-8"), ("xclip", "utf-8"), ("xsel", "utf-8"),
     ("clip.exe", "utf-16")],
)  # fmt: skip
def test_each_clipboard_gets_the_text_as_it_takes_it(install, name, encoding):
    got = install(name)
    assert to_system(TEXT)
    assert got.read_bytes().decode(encoding) == TEXT


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_one_that_fails_gives_way_to_the_next(install):
    install("wl-copy", code=1)
    got = install("xsel")
    assert to_system(TEXT)
    assert got.exists()


def test_without_any_that_is_said(install):
    assert not to_system(TEXT)


def test_a_pair_and_a_claim_alone(bridge):
    pair = bridge.pairs[2]
    assert subject_text(bridge, pair, ("City", "Watch")) == pair_text(
        bridge, pair, ("City", "Watch")
    )
    (claim,) = bridge.only(Side.B)
    assert subject_text(bridge, claim, ("City", "Watch")) == claim.text
    assert claim_text(bridge, claim, Side.A) == claim.text
