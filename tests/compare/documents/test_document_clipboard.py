"""The clipboard as a source: whichever program the system has for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader.compare.documents import DocumentError, clipboard, read_document
from tuireader.compare.model import Side

Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a program on a path that holds no other, on a Linux with X11."""
    if sys.platform == "win32":
        pytest.skip("needs scripts")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    def put(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!{sys.executable}\n{script}", "utf-8")
        path.chmod(0o755)

    return put


def trouble() -> str:
    with pytest.raises(DocumentError) as caught:
        read_document("@clipboard", Side.A)
    assert str(caught.value).startswith("the clipboard: ")
    assert "; " in str(caught.value)
    return str(caught.value)


def test_the_text_on_the_clipboard_is_read(install: Install) -> None:
    install("xsel", "print('A café fell.')")
    document = read_document("@clipboard", Side.B)
    assert document.text == "A café fell."
    assert document.source == "@clipboard"


def test_the_likelier_program_goes_first(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    install("xclip", "import sys; print('From X, asked with', *sys.argv[1:])")
    install("wl-paste", "print('From Wayland.')")
    assert (
        read_document("@clipboard", Side.A).text == "From X, asked with -selection clipboard -out"
    )
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert read_document("@clipboard", Side.A).text == "From Wayland."


def test_a_mac_has_its_own_program(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    install("pbpaste", "print('From the Mac.')")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert read_document("@clipboard", Side.A).text == "From the Mac."


@pytest.mark.parametrize(
    ("platform", "programs"),
    [
        ("win32", ["powershell.exe", "pwsh.exe"]),
        ("linux", ["termux-clipboard-get", "powershell.exe", "pwsh.exe"]),
    ],
)
def test_windows_and_what_runs_on_it_or_on_a_phone(platform: str, programs: list[str]) -> None:
    assert [command[0] for command in clipboard._commands(platform, {})] == programs


def test_what_goes_wrong_is_told(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "install xclip or xsel" in trouble()
    install("xclip", "import sys; sys.exit('Error: target not available')")
    assert "xclip fails (Error: target not available)" in trouble()
    install("xclip", "print()")
    assert "no text on it" in trouble()
    install("xclip", "raise SystemExit(3)")
    assert "code 3" in trouble()

    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("xclip", clipboard.SECONDS)

    monkeypatch.setattr(clipboard.subprocess, "run", hang)
    assert "does not answer within 5 seconds" in trouble()
