"""`tuireader review`: the reader in review mode, each decision stored as it is made."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuireader.cli import options
from tuireader.cli.inputs import Inputs
from tuireader.cli.reader import Look, can_open
from tuireader.cli.trouble import Trouble

if TYPE_CHECKING:
    from tuireader.compare.model import Comparison, Document
    from tuireader.compare.pipeline import Progress
    from tuireader.compare.review.session import Session
    from tuireader.tui.review.desk import Desk


class By(StrEnum):
    """What comes first."""

    GRAVITY = "gravity"
    DOUBT = "doubt"
    PLACE = "place"


SessionFile = Annotated[
    Path | None,
    typer.Option(
        "--session", metavar="FILE", help="Keep the review in this file; it goes on where it was."
    ),
]
Reviewer = Annotated[
    str | None,
    typer.Option(
        "--reviewer",
        metavar="NAME",
        envvar="TUIREADER_REVIEWER",
        help="Who reviews; without it as the settings say, else the login name.",
    ),
]
Blind = Annotated[
    bool, typer.Option("--blind", help="Hide the machine's verdicts until all is decided.")
]
OrderBy = Annotated[
    By | None,
    typer.Option("--order", metavar="WHAT", help="What comes first: gravity, doubt or place."),
]


def review(
    a: Annotated[
        str | None,
        typer.Argument(
            metavar="A",
            show_default=False,
            help="One account, or both in one; with --resume the name of a session.",
        ),
    ] = None,
    b: options.SideB = None,
    *,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on with the last review, or with the one that A names."),
    ] = False,
    session: SessionFile = None,
    reviewer: Reviewer = None,
    blind: Blind = False,
    order: OrderBy = None,
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
    """Review what the machine found, pair by pair: one key decides, and it is stored."""
    look = Look(theme, ascii_only)
    if resume:
        if b is not None:
            raise Trouble("--resume takes the name of one session, and no texts")
        path = session or _stored(a)
        return open_review(path, reviewer=reviewer, blind=blind, order=order, look=look)
    if a is None:
        if session is not None and session.exists():
            return open_review(session, reviewer=reviewer, blind=blind, order=order, look=look)
        raise Trouble("review takes two texts, or --resume to go on with the last review")
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
        raise Trouble("review needs a terminal; `tuireader compare` prints")
    return _review(inputs, _desk(session, reviewer, blind=blind, order=order), look)


def open_review(
    path: Path,
    *,
    reviewer: str | None = None,
    blind: bool = False,
    order: By | None = None,
    look: Look | None = None,
) -> int:
    """Go on with a stored review; its texts are in the session.

    Raises:
        Trouble: There is no terminal, or a setting is wrong.
        ReviewError: The session can't be opened.
    """
    inputs = Inputs(str(path))
    if not can_open(inputs):
        raise Trouble(f"{path.stem}: a review needs a terminal; `tuireader sessions export` prints")
    return _review(None, _desk(path, reviewer, blind=blind, order=order), look or Look())


def _desk(path: Path | None, reviewer: str | None, *, blind: bool, order: By | None) -> Desk:
    from tuireader.compare.review.order import Order  # noqa: PLC0415
    from tuireader.tui.review.desk import Desk  # noqa: PLC0415

    first = Order(order.value) if order else None
    return Desk(reviewer or "", path, blind, first, begins=True)


def _review(inputs: Inputs | None, desk: Desk, look: Look) -> int:
    """Open the reader, which goes into review mode once its texts are compared.

    Args:
        inputs: The texts; None for those of the session that the desk names.
        desk: How the review is done.
        look: What the command line asks of the reader.
    """
    from dataclasses import replace  # noqa: PLC0415

    from tuireader.apart import Apart  # noqa: PLC0415
    from tuireader.cli.reader import show, take_keyboard  # noqa: PLC0415
    from tuireader.cli.settings import check_theme, gather  # noqa: PLC0415
    from tuireader.compare.lenses import load_lenses  # noqa: PLC0415
    from tuireader.tui.paths import config_folder  # noqa: PLC0415
    from tuireader.tui.review.app import ReviewApp  # noqa: PLC0415

    gathered = gather()
    settings = gathered.settings
    if look.theme is not None:
        check_theme(look.theme, gathered.themes)
    own = load_lenses(inputs.lenses if inputs and inputs.lenses else settings.lenses)
    desk = replace(desk, reviewer=desk.reviewer or settings.reviewer, lenses=own)
    # A session that can't be opened is told of before any work, and before the screen is taken.
    session = desk.resume(desk.path) if desk.path and (not inputs or desk.path.exists()) else None
    a, b, names = _texts(inputs, session)
    engine = Apart(lambda: own)

    def compare(one: Document, other: Document, progress: Progress) -> Comparison:
        stored = session.machine if inputs is None and session else None
        found = stored or engine(one, other, progress)
        if desk.blind:
            app.keep_back(found)
        return found

    app = ReviewApp(
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
        notices=gathered.faults,
    )
    app.desk, app.session = desk, session
    take_keyboard()
    try:
        return show(app)
    finally:
        engine.end()


def _texts(
    inputs: Inputs | None, session: Session | None
) -> tuple[Document, Document, tuple[str, str]]:
    """Both texts and what to call them."""
    if inputs is not None:
        a, b, _ = inputs.read()
        return a, b, inputs.names(a.title or a.source, b.title or b.source)
    if session is None:
        raise Trouble("there is no session to resume")
    a, b = session.machine.documents
    return a, b, (a.title or a.source, b.title or b.source)


def _stored(name: str | None) -> Path:
    """The session of this name, or the one that was changed last.

    Raises:
        Trouble: There is none at all.
        ReviewError: There is none of this name.
    """
    from tuireader.compare.review.folder import find, session_files  # noqa: PLC0415
    from tuireader.tui.review.desk import sessions_folder  # noqa: PLC0415

    if name is not None:
        return find(sessions_folder(), name)
    files = session_files(sessions_folder())
    if not files:
        raise Trouble("there is no session to resume; `tuireader review A B` begins one")
    return files[0]
