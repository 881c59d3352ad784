"""The reader's face: whether a terminal is there for it, and how it is opened."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from tuireader.cli import options, streams
from tuireader.cli.inputs import Inputs
from tuireader.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tuireader.compare.model import Comparison, Document
    from tuireader.compare.pipeline import Progress

KEYBOARD = "/dev/tty"


class Look(NamedTuple):
    """What the command line asks of the reader; None where it leaves that to the settings.

    Attributes:
        theme: Name of a theme.
        ascii_only: Whether it keeps to ASCII.
        remember: Whether it begins where these texts were left, and keeps where they are left.
    """

    theme: str | None = None
    ascii_only: bool | None = None
    remember: bool = True


def can_open(inputs: Inputs) -> bool:
    """Whether there are a screen and a keyboard, also where standard input is one of the texts."""
    stdin: TextIO | None = sys.stdin
    if not streams.to_terminal():
        return False
    if stdin is not None and stdin.isatty():
        return True
    return inputs.from_stdin and os.access(KEYBOARD, os.R_OK)


def open_reader(inputs: Inputs, look: Look) -> Exit:
    """Show the texts until the user leaves; the comparison is made beside the reading.

    Raises:
        Trouble: There is no theme of that name, or a setting is wrong.
        DocumentError: A text can't be read.
        LensError: A lens file is wrong.
    """
    from tuireader import api  # noqa: PLC0415
    from tuireader.cli.settings import check_theme, gather  # noqa: PLC0415
    from tuireader.compare.lenses import load_lenses  # noqa: PLC0415
    from tuireader.tui.app import ReaderApp, run  # noqa: PLC0415
    from tuireader.tui.paths import config_folder, state_folder  # noqa: PLC0415
    from tuireader.tui.state import StateFile  # noqa: PLC0415

    gathered = gather()
    settings = gathered.settings
    if look.theme is not None:
        check_theme(look.theme, gathered.themes)
    own = load_lenses(inputs.lenses or settings.lenses)
    a, b, _ = inputs.read()

    def compare(one: Document, other: Document, progress: Progress) -> Comparison:
        return api.compare(one, other, lenses=own, progress=progress)

    names = inputs.names(a.title or a.source, b.title or b.source)
    app = ReaderApp(
        a,
        b,
        compare,
        theme=look.theme,
        ascii_only=settings.ascii_only if look.ascii_only is None else look.ascii_only,
        labels=names,
        usual_theme=settings.theme,
        linked=settings.link,
        themes=gathered.themes,
        themes_folder=config_folder() / "themes",
        keymap=settings.keys,
        memory=StateFile(state_folder(), a, b) if look.remember and settings.state else None,
        notices=gathered.faults,
    )
    _take_keyboard()
    return Exit.TROUBLE if run(app) else Exit.SAME


def _take_keyboard() -> None:
    """Read keys from the terminal where standard input was one of the texts."""
    if sys.stdin.isatty():
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
    return open_reader(inputs, Look(theme, ascii_only))
