"""The comparison in another form: as text in a pager, as a web page, as a file."""

from __future__ import annotations

import atexit
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import mkdtemp
from threading import Thread

from tuireader import __version__
from tuireader.compare.model import Comparison
from tuireader.compare.report.formats import COMPARED, FORMS, Format, by_suffix
from tuireader.compare.report.signs import ASCII, UNICODE
from tuireader.compare.report.style import Style
from tuireader.compare.report.text import render as render_text

_COLOURED = frozenset("less moar moor most bat batcat ov".split())  # pagers that show colours
_PAGERS = ("less", "more")  # in this order, where the user names none
WIDTH = 100  # cells of a saved text


class FormError(Exception):
    """The comparison can't be shown or saved in this form; the message is a line for people."""


def named(comparison: Comparison, labels: tuple[str, str]) -> Comparison:
    """The comparison with its sides called as the reader calls them."""
    documents = zip(comparison.documents, labels, strict=True)
    a, b = (replace(document, source=label) for document, label in documents)
    return replace(comparison, documents=(a, b))


def as_text(comparison: Comparison, *, width: int, colour: bool, ascii_only: bool) -> str:
    """The comparison as it is printed."""
    style = Style(width=width, colour=colour, signs=ASCII if ascii_only else UNICODE)
    return render_text(comparison, version=__version__, style=style)


def as_page(comparison: Comparison) -> str:
    """The comparison as one web page that needs nothing else."""
    return FORMS[Format.HTML].renderer()(comparison, version=__version__)


def pager(environ: Mapping[str, str]) -> tuple[list[str], bool]:
    """The user's pager, and whether it shows colours.

    Raises:
        FormError: There is none, or what is set can't be understood.
    """
    try:
        words = shlex.split(environ.get("PAGER", ""))
    except ValueError as error:
        raise FormError(f"$PAGER can't be understood: {error}.") from error
    if words[:1] in ([], ["cat"]):  # what does not wait shows nothing here
        words = [name for name in _PAGERS if shutil.which(name)][:1]
    if not words:
        raise FormError("No pager is found: put its name in $PAGER.")
    return words, PurePath(words[0]).stem in _COLOURED and not environ.get("NO_COLOR")


def opener(environ: Mapping[str, str]) -> Callable[[Path], None]:
    """What opens a web page as a click on the file would.

    Raises:
        FormError: There is no screen for a browser, or no program that opens one.
    """
    if sys.platform == "win32":
        return os.startfile
    names = ("open",) if sys.platform == "darwin" else ("wslview", "xdg-open", "gio")
    found = next(filter(shutil.which, names), None)
    if not found or (found != "open" and not _has_screen(environ)):
        raise FormError("No browser can be opened from here: s saves the web page to a file.")
    words = [found, "open"] if found == "gio" else [found]

    def run(page: Path) -> None:
        process = subprocess.Popen(  # noqa: S603 - a fixed program
            [*words, str(page)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # It may go on as long as the browser.
        Thread(target=process.wait, daemon=True).start()

    return run


def put_aside(page: str) -> Path:
    """A file with a web page that only this user can read, until the program ends."""
    folder = mkdtemp(prefix="tuireader-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder, "comparison.html")
    path.write_text(page, encoding="utf-8")
    return path


def save(comparison: Comparison, name: str, *, ascii_only: bool) -> Path:
    """Write the comparison into a new file, in the format that the suffix tells.

    Raises:
        FormError: The suffix tells none, the file is there, or it can't be written.
    """
    form = by_suffix(name)
    if form not in COMPARED:
        suffixes = " ".join(FORMS[each].suffix for each in COMPARED)
        raise FormError(f"The name must end in one of {suffixes}")
    if form is Format.TEXT:
        text = as_text(comparison, width=WIDTH, colour=False, ascii_only=ascii_only)
    else:
        text = FORMS[form].renderer()(comparison, version=__version__)
    path = Path(name)
    with suppress(RuntimeError):  # a home that is not known
        path = path.expanduser()
    try:
        with path.open("x", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(FORMS[form].file_mark + text)
    except FileExistsError as error:
        raise FormError(f"{path} is there already: take another name") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FormError(f"{path} can't be written: {reason}") from error
    return path.absolute()


def _has_screen(environ: Mapping[str, str]) -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return any(environ.get(name) for name in names)
