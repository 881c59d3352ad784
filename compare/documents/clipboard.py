"""The clipboard, read by the program that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from tuireader.compare.documents.errors import CLIPBOARD, DocumentError, trouble

SECONDS = 5.0
_REMEDY = 'paste the text into a file, or pass it on standard input as "-"'
_POWERSHELL = (
    "-NoProfile",
    "-Command",
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw",
)
_MAC = (("pbpaste", "-Prefer", "txt"),)
_WINDOWS = (("powershell.exe", *_POWERSHELL), ("pwsh.exe", *_POWERSHELL))
_WAYLAND = (("wl-paste", "--no-newline", "--type", "text"),)
_X11 = (
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
)
_PHONE = (("termux-clipboard-get",),)


def read_clipboard() -> bytes:
    """The text on the clipboard, in whatever encoding the system's program writes it.

    Raises:
        DocumentError: There is no such program, it fails or does not answer, or there is no text.
    """
    command = next(filter(None, map(_found, _commands(sys.platform, os.environ))), None)
    if command is None:
        problem = "no program that reads it is installed"
        raise trouble(CLIPBOARD, problem, f"install {_advice(os.environ)}, or {_REMEDY}")
    try:
        done = subprocess.run(  # noqa: S603 - one of the commands above, no word from outside
            command, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(command[0], f"does not answer within {SECONDS:g} seconds") from error
    except OSError as error:
        raise _failed(command[0], f"cannot be started ({error.strerror})") from error
    if done.returncode and not done.stdout:
        words = done.stderr.decode("utf-8", "replace").strip().split("\n")[0][:200]
        raise _failed(command[0], f"fails ({words or f'code {done.returncode}'})")
    if not done.stdout.strip():
        raise trouble(CLIPBOARD, "there is no text on it", "copy the text first")
    return done.stdout


def _commands(platform: str, environ: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """What to try on a system, the likeliest first."""
    if platform == "darwin":
        return _MAC
    if platform in ("win32", "cygwin"):
        return _WINDOWS
    there = _WAYLAND if environ.get("WAYLAND_DISPLAY") else ()
    return (*there, *(_X11 if environ.get("DISPLAY") else ()), *_PHONE, *_WINDOWS)


def _found(command: tuple[str, ...]) -> tuple[str, ...] | None:
    path = shutil.which(command[0])
    return (path, *command[1:]) if path else None


def _advice(environ: Mapping[str, str]) -> str:
    return "wl-clipboard" if environ.get("WAYLAND_DISPLAY") else "xclip or xsel"


def _failed(program: str, how: str) -> DocumentError:
    return trouble(CLIPBOARD, f"{os.path.basename(program)} {how}", _REMEDY)  # noqa: PTH119
