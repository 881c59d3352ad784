"""The user's editor, opened at the line of a file that a claim stands in."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

from textual.app import App, SuspendNotSupported

from tuireader.compare.documents import DocumentError
from tuireader.compare.documents.reading import read_text
from tuireader.compare.model import Document, Span

# How editors want the line, by the name of the program; one that is not here gets the file alone.
_PLUS = frozenset(
    "ed ex vi vim nvim view gvim elvis nano pico micro emacs emacsclient jed joe mg ne kak hx helix"
    " "
    "less more most gedit".split()
)
_GOTO = frozenset("code code-insiders codium vscodium cursor".split())
_COLON = frozenset("subl sublime_text zed".split())


class EditingError(Exception):
    """No editor can be opened; the message says why, in a line for people."""


def source_line(document: Document, span: Span) -> tuple[Path, int]:
    """The file of a document, and the line, from 1, in which `span` begins there.

    Raises:
        EditingError: The text does not come from a file, or the file is gone.
    """
    if document.source == "-":
        raise EditingError("This text came from standard input: there is no file to open.")
    path = Path(document.source)
    if not path.is_file():
        raise EditingError(f"There is no file {document.source!r} to open.")
    try:
        raw = read_text(document.source)
    except DocumentError as error:
        raise EditingError(f"The file can't be read: {error}") from error
    place = document.origin.locate(span) if document.origin else span
    before = raw[: place.start] if place else ""
    return path.resolve(), len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def command(path: Path, line: int, environ: Mapping[str, str]) -> list[str]:
    """What to run to open a file at a line: $VISUAL, else $EDITOR, as it wants to be told.

    Raises:
        EditingError: Neither is set, or it can't be understood.
    """
    editor = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(editor, posix=os.name == "posix")
    except ValueError as error:
        raise EditingError(f"The editor {editor!r} can't be understood: {error}.") from error
    if not words:
        raise EditingError("No editor is set: put its name in $VISUAL or $EDITOR.")
    name = PurePath(words[0]).name.lower().removesuffix(".exe").removesuffix(".cmd")
    if name in _PLUS:
        return [*words, f"+{line}", str(path)]
    if name in _GOTO:
        return [*words, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    return [*words, str(path)]


def edit(app: App[Any], document: Document, span: Span, environ: Mapping[str, str]) -> None:
    """Leave the screen to the user's editor, at the line of `span`, until it ends.

    Raises:
        EditingError: It can't be opened, or it failed.
    """
    path, line = source_line(document, span)
    words = command(path, line, environ)
    trouble = ""
    try:
        with app.suspend():
            trouble = _run(words)
    except SuspendNotSupported as error:
        raise EditingError("An editor can't be opened from here.") from error
    if trouble:
        raise EditingError(trouble)


def _run(words: list[str]) -> str:
    """Run an editor and wait for its end; "" or what went wrong."""
    try:
        with _deaf():
            code = subprocess.run(words, check=False).returncode  # noqa: S603 - the user's own
    except OSError as error:
        return f"{words[0]} can't be started: {error.strerror}."
    return f"{words[0]} ended with code {code}." if code else ""


@contextmanager
def _deaf() -> Iterator[None]:
    """Leave ctrl+c to the editor. A handler, unlike SIG_IGN, is not handed on to it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
