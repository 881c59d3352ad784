"""The user's editor, opened at the line of a file that a claim stands in."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from textual.app import App

from tuireader.compare.documents import DocumentError
from tuireader.compare.documents.reading import read_text
from tuireader.compare.model import Document, Span
from tuireader.tui.terminal.leaving import LeavingError, leave_to

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
    try:
        leave_to(app, command(path, line, environ))
    except LeavingError as error:
        raise EditingError(str(error)) from error
