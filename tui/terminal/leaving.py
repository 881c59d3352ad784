"""Programs that get the whole screen until they end: the user's editor, the user's pager."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from textual.app import App, SuspendNotSupported


class LeavingError(Exception):
    """The screen can't be left, or the program failed; a line for people says which."""


def leave_to(app: App[Any], words: list[str], text: str | None = None, **environ: str) -> None:
    """Leave the screen to a program until it ends.

    Args:
        app: Whose screen it is.
        words: The program and its arguments.
        text: What it reads; without it, the keyboard.
        environ: Variables for it, where the user has not set them.

    Raises:
        LeavingError: It can't be started from here, or it failed.
    """
    try:
        with app.suspend():
            trouble = run(words, text, environ)
    except SuspendNotSupported as error:
        raise LeavingError(f"{words[0]} can't be opened from here.") from error
    if trouble:
        raise LeavingError(trouble)


def run(words: list[str], text: str | None, environ: Mapping[str, str]) -> str:
    """Run a program and wait for its end; "" or what went wrong."""
    raw = None if text is None else text.encode("utf-8", "backslashreplace")
    try:
        with _deaf():
            done = subprocess.run(  # noqa: S603 - the user's own
                words, check=False, input=raw, env={**environ, **os.environ}
            )
    except BrokenPipeError:  # a pager that was left before the end
        return ""
    except OSError as error:
        return f"{words[0]} can't be started: {error.strerror}."
    return f"{words[0]} ended with code {done.returncode}." if done.returncode else ""


@contextmanager
def _deaf() -> Iterator[None]:
    """Leave ctrl+c to the program. A handler, unlike SIG_IGN, is not handed on to it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
