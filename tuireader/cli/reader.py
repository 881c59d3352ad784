"""The reader's face: whether a terminal is there for it, and how it is opened."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TextIO

from tuireader.cli import options, streams
from tuireader.cli.inputs import Inputs
from tuireader.cli.trouble import Trouble
from tuireader.first_paint import PAINT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tuireader.apart import Apart
    from tuireader.compare.lenses import Lens
    from tuireader.compare.model import Claim, Comparison, Document
    from tuireader.compare.pipeline import Progress
    from tuireader.tui.app import ReaderApp
    from tuireader.tui.opening.request import Reading, Request
    from tuireader.tui.painting.stencil import Stencils
    from tuireader.tui.review.desk import Desk

KEYBOARD = "/dev/tty"


class Look(NamedTuple):
    """What the command line asks of the reader; None where it leaves that to the settings.

    Attributes:
        theme: Name of a theme.
        ascii_only: Whether it keeps to ASCII.
        watch: Whether it looks after the files and compares again what has changed.
        remember: Whether it begins where these texts were left, and keeps where they are left.
    """

    theme: str | None = None
    ascii_only: bool | None = None
    watch: bool | None = None
    remember: bool = True


def can_open(inputs: Inputs | None = None) -> bool:
    """Whether there are a screen and a keyboard, also where standard input is one of the texts."""
    if served():
        return True
    stdin: TextIO | None = sys.stdin
    if not streams.to_terminal():
        return False
    if stdin is not None and stdin.isatty():
        return True
    return inputs is not None and inputs.from_stdin and os.access(KEYBOARD, os.R_OK)


def served() -> bool:
    """Whether a browser is the screen, as below `tuireader serve`."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith("WebDriver")


def open_reader(inputs: Inputs, look: Look) -> int:
    """Show the texts until the user leaves; the comparison is made beside the reading.

    Returns:
        The exit code.

    Raises:
        Trouble: There is no theme of that name, a setting is wrong, or the reader broke down.
        DocumentError: A text can't be read.
        LensError: A lens file is wrong.
    """
    from tuireader.tui.opening.request import Request  # noqa: PLC0415

    request = Request(
        inputs.a,
        inputs.b,
        inputs.at,
        inputs.dates,
        inputs.labels,
        inputs.forms,
        inputs.allow_private,
    )
    return _show(look, inputs.lenses, request)


def open_picker(look: Look) -> int:
    """Let the user pick what to read; otherwise as `open_reader`."""
    return _show(look)


def _show(look: Look, lenses: Sequence[Path] = (), request: Request | None = None) -> int:
    from tuireader.cli.settings import check_theme, gather  # noqa: PLC0415
    from tuireader.tui.app import ReaderApp  # noqa: PLC0415
    from tuireader.tui.opening.sitting import Shelf  # noqa: PLC0415
    from tuireader.tui.paths import config_folder, state_folder  # noqa: PLC0415

    gathered = gather()
    settings = gathered.settings
    if look.theme is not None:
        check_theme(look.theme, gathered.themes)
    find_lenses = _lens_finder(lenses or settings.lenses)
    reading = _read(request) if request else None

    @cache  # one: a file that is watched is compared again and again
    def apart() -> Apart:
        from tuireader.apart import Apart  # noqa: PLC0415 - while the texts can be read

        return Apart(find_lenses)

    def compare(one: Document, other: Document, progress: Progress) -> Comparison:
        return apart()(one, other, progress)

    def topic(claim: Claim) -> str:
        from tuireader.compare.lenses import topic_of  # noqa: PLC0415

        return topic_of(claim, claim, find_lenses())

    app = ReaderApp(
        None,
        None,
        compare,
        reading=reading,
        theme=look.theme,
        ascii_only=settings.ascii_only if look.ascii_only is None else look.ascii_only,
        usual_theme=settings.theme,
        linked=settings.link,
        watch=settings.watch if look.watch is None else look.watch,
        topic_of=topic,
        themes=gathered.themes,
        themes_folder=config_folder() / "themes",
        keymap=settings.keys,
        shelf=Shelf(state_folder()) if look.remember and settings.state else None,
        notices=gathered.faults,
        stencils=_stencils(wanted=settings.first_paint),
    )

    def desk() -> Desk:
        from tuireader.tui.review.desk import Desk  # noqa: PLC0415 - when it is asked for

        return Desk(settings.reviewer, lenses=find_lenses())

    app.find_desk = desk
    take_keyboard()
    try:
        return show(app)
    finally:
        apart().end()


def _read(request: Request) -> Reading:
    """Read the texts, or the beginnings of long ones, unless they were for the first painting."""
    read = PAINT.take_reading(request)
    # In a browser the server's first word is the whole.
    return read or (None if served() else request.read_head()) or request.read()


def _stencils(*, wanted: bool) -> Stencils | None:
    """Where the first frame is kept; where that is not wanted, none is left."""
    from tuireader.tui.painting.stencil import Stencils  # noqa: PLC0415
    from tuireader.tui.paths import state_folder  # noqa: PLC0415

    stencils = Stencils(state_folder(), os.environ)
    if not wanted:
        stencils.forget()
        return None
    return stencils if PAINT.wanted else None


def _lens_finder(paths: Sequence[Path]) -> Callable[[], Sequence[Lens]]:
    """How to come by the lenses: the user's own are read here, the others when first asked for."""

    @cache
    def find() -> Sequence[Lens]:
        from tuireader.compare.lenses import load_lenses  # noqa: PLC0415

        return load_lenses(paths)

    if paths:
        find()
    return find


def show(app: ReaderApp) -> int:
    """Run an application of the reader until the user leaves.

    Returns:
        The exit code.

    Raises:
        Trouble: The reader broke down; the line says where the report is.
    """
    from tuireader.tui.app import run  # noqa: PLC0415
    from tuireader.tui.terminal.crash import Crash  # noqa: PLC0415

    try:
        return run(app)
    except Crash as crash:
        raise Trouble(str(crash)) from crash.__cause__


def take_keyboard() -> None:
    """Read keys from the terminal where standard input was one of the texts."""
    if sys.stdin.isatty() or served():
        return
    terminal = os.open(KEYBOARD, os.O_RDONLY)
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)


def read(
    a: options.SideA,
    b: options.SideB = None,
    *,
    at: options.At = None,
    label_a: options.LabelA = None,
    label_b: options.LabelB = None,
    date_a: options.DateA = None,
    date_b: options.DateB = None,
    format_a: options.FormatA = None,
    format_b: options.FormatB = None,
    allow_private: options.AllowPrivate = False,
    lenses: options.Lenses = None,
    theme: options.Theme = None,
    ascii_only: options.Ascii = None,
    watch: options.Watch = None,
) -> int:
    """Open the reader on two accounts, or on one file that holds both."""
    inputs = Inputs(
        a,
        b,
        at,
        dates=(date_a, date_b),
        labels=(label_a, label_b),
        lenses=lenses or (),
        forms=(format_a, format_b),
        allow_private=allow_private,
    )
    if not can_open(inputs):
        raise Trouble("read needs a terminal; `tuireader compare` prints")
    return open_reader(inputs, Look(theme, ascii_only, watch))
