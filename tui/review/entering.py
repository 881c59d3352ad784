"""From plain reading into review mode, and back to where one was."""

from __future__ import annotations

from tuireader.compare.model import Comparison, Pair
from tuireader.compare.review.adopting import Adopted
from tuireader.compare.review.errors import ReviewError
from tuireader.compare.review.session import Session
from tuireader.tui.review.desk import Desk, same_texts
from tuireader.tui.review.screen import ReviewScreen
from tuireader.tui.screens.reader import ReaderScreen

NOTICED = 12  # seconds that bad news stays


def enter(reader: ReaderScreen, desk: Desk, session: Session | None = None) -> None:
    """Review what a reader shows; say in a line why not where that can't be.

    Args:
        reader: The reader; review mode ends there.
        desk: How reviews are done.
        session: One that is open already; it is adapted to the texts that are shown.
    """
    if reader.app.is_web:
        # Whoever can see the page could write files of this user.
        reader.notify("In a browser nothing can be reviewed.", markup=False)
        return
    comparison = reader.comparison or _kept_back(reader, desk)
    if comparison is None:
        reader.app.bell()
        reader.notify("The texts are not compared yet.", markup=False, timeout=3)
        return
    try:
        session = session or desk.open(comparison)
        changed = not same_texts(session.machine, comparison)
        adopted = session.adopt(comparison) if changed else None
    except ReviewError as error:
        if session:
            session.close()
        reader.notify(str(error), severity="error", markup=False, timeout=NOTICED)
        return
    if adopted:
        reader.notify(_told(adopted), markup=False, timeout=NOTICED)
    selected = None if desk.begins else reader.selection.pair
    look = reader.app.look  # type: ignore[attr-defined]
    screen = ReviewScreen(
        session, reader.refreshing.reading, look, order=desk.order, blind=desk.blind
    )
    if selected and _same(session.comparison, selected, comparison):
        screen.begin_at = selected.id
    reader.app.push_screen(screen, lambda _: _back(reader, screen))


def _kept_back(reader: ReaderScreen, desk: Desk) -> Comparison | None:
    """What a blind review keeps from the reader, if it still shows these texts."""
    reading, kept = reader.refreshing.reading, desk.comparison
    shown = [reading.a.sha256, reading.b.sha256]
    return kept if kept and [each.sha256 for each in kept.documents] == shown else None


def _told(adopted: Adopted) -> str:
    """What became of the decisions, in a line."""
    parts = [f"{adopted.carried} carried over"]
    parts += [f"{adopted.reworded} to reworded claims, flagged"] if adopted.reworded else []
    parts += [f"{adopted.orphaned} without their claims: O lists them"] if adopted.orphaned else []
    return f"The texts have changed. Decisions: {', '.join(parts)}. U takes this back."


def _back(reader: ReaderScreen, screen: ReviewScreen) -> None:
    """Select in the reader the pair that one was at, if it is there."""
    at, comparison = screen.course.at, reader.comparison
    if at is None or comparison is None:
        return
    whole = screen.session.comparison
    for pair in whole.pairs:
        if pair.id == at:
            found = _same(comparison, pair, whole)
            if found:
                reader.selection.select(found, reader.pane)
                reader.show_selection()


def _same(comparison: Comparison, pair: Pair, other: Comparison) -> Pair | None:
    """The pair of a comparison that is of the same claims as one of another."""
    if not same_texts(comparison, other):
        return None
    spans = _spans(other, pair)
    return next((each for each in comparison.pairs if _spans(comparison, each) == spans), None)


def _spans(comparison: Comparison, pair: Pair) -> list[object]:
    return [comparison.claim(each).span for each in (*pair.a, *pair.b)]
