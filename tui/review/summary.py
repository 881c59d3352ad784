"""What a review comes to: counts, agreement with the machine, what is flagged, what comes next."""

from __future__ import annotations

import shlex
from collections import Counter
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tuireader.compare.model import Relation
from tuireader.compare.review.agreement import kappa, share_agreed
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Item
from tuireader.compare.review.session import Session
from tuireader.tui.keymap import bindings
from tuireader.tui.look import Look
from tuireader.tui.review.bar import WORDS, ink_of
from tuireader.tui.review.desk import sessions_folder
from tuireader.tui.review.keys import SUMMARY
from tuireader.tui.review.status import duration
from tuireader.tui.terminal import copying
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.wrap import shown

_BAR = 30  # cells of the longest bar
_LISTED = 12  # flagged pairs that are named
_INDENT = 22  # cells before the bars


class SummaryScreen(Screen[None]):
    """One scrolled text.

    Args:
        session: What is summed up.
        look: The look with the true colours.
        blind: Whether the review is blind: the machine is told of once all is decided.
    """

    CSS_PATH = Path(__file__).with_name("review.tcss")
    BINDINGS: ClassVar[list[Any]] = bindings(SUMMARY)
    OFFERS = SUMMARY

    def __init__(self, session: Session, look: Look, *, blind: bool) -> None:
        super().__init__(id="summing-up")
        self._session = session
        self._look = look
        self._blind = blind

    def compose(self) -> ComposeResult:
        """The text and its keys."""
        with VerticalScroll(id="summary"):
            yield Static("", markup=False)
        yield KeyBar(self._look)

    def on_mount(self) -> None:
        """Write the text."""
        self.query_one(Static).update(Content("\n").join(self.lines()))

    @property
    def export_line(self) -> str:
        """The command that exports the session."""
        return f"tuireader sessions export {self._named} -o review.html"

    @property
    def _named(self) -> str:
        """What the session is called on the command line."""
        path = self._session.path
        return shlex.quote(path.stem if path.parent == sessions_folder() else str(path))

    def lines(self) -> list[Content]:
        """The text."""
        items = list(self._session.items())
        parts = [
            self._head(),
            self._labels(items),
            self._machine(items),
            self._marks(items),
            self._note(),
            self._next(),
        ]
        lines: list[Content] = []
        for part in parts:
            lines += [*part, Content("")] if part else []
        return lines

    def action_leave(self) -> None:
        """Back to the pairs."""
        self.dismiss()

    def action_scroll(self, count: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#summary").scroll_relative(y=count, animate=False)

    def action_copy(self) -> None:
        """Copy the command that exports."""
        self.app.copy_to_clipboard(self.export_line)
        copying.to_system(self.export_line)
        self.notify("Copied the export line.", markup=False, timeout=2)

    def _head(self) -> list[Content]:
        session, progress = self._session, self._session.progress
        done = "All pairs are decided" if not progress.left else f"{progress.left} pairs are left"
        told = (
            f"{progress.decided} of {progress.total} decided, {duration(progress.worked)} at work"
        )
        if progress.seconds is not None:
            told += f", {duration(progress.seconds)} each"
        return [
            self._look.write(done, "heading"),
            Content(told),
            self._look.write(f"{shown(session.facts.name)}, by {shown(session.reviewer)}", "muted"),
        ]

    def _labels(self, items: list[Item]) -> list[Content]:
        counts = Counter(item.label for item in items)
        most = max((counts[label] for label in Label), default=0)
        lines = [self._look.write("Decisions", "heading")]
        for label in Label:
            width = round(_BAR * counts[label] / most) if most else 0
            lines.append(
                Content.assemble(
                    WORDS[label].ljust(_INDENT),
                    self._look.write(f"{counts[label]:>4} ", "kind"),
                    self._look.write(self._look.glyphs.block * width, f"{ink_of(label)}-line"),
                )
            )
        return lines

    def _machine(self, items: list[Item]) -> list[Content]:
        """How far the reviewer and the machine agree; nothing of it before a blind review's end."""
        lines = [self._look.write("Beside the machine", "heading")]
        if self._blind and self._session.progress.left:
            return [*lines, self._look.write("Hidden until all pairs are decided.", "muted")]
        pairs = [
            (item.label, Label(item.pair.relation.value))
            for item in items
            if item.label is not None
        ]
        if not pairs:
            return [*lines, self._look.write("Nothing is decided yet.", "muted")]
        share, beyond = share_agreed(pairs), kappa(pairs, tuple(Label))
        same = sum(one is other for one, other in pairs)
        told = f"the same on {same} of {len(pairs)}"
        told += f" ({share.value:.0%})" if share.value is not None else ""
        kappa_told = f"{beyond.value:.2f}" if beyond.value is not None else beyond.undefined
        lines.append(Content(f"{told}, Cohen's kappa {kappa_told}"))
        counts = Counter(pairs)
        heads = "".join(f"{relation.value:>10}" for relation in Relation)
        lines.append(self._look.write(f"{'you / the machine':<{_INDENT}}{heads}", "muted"))
        for label in Label:
            cells: list[Content | str] = []
            for relation in Relation:
                count = counts[label, Label(relation.value)]
                ink = "muted" if not count else "kind" if label == relation.value else "diverge"
                cells.append(self._look.write(f"{count:>10}", ink))
            lines.append(Content.assemble(WORDS[label].ljust(_INDENT), *cells))
        return lines

    def _marks(self, items: list[Item]) -> list[Content]:
        rulings = [item.ruling for item in items if item.ruling]
        flagged = [item for item in items if item.ruling and item.ruling.flagged]
        counts = {
            "flagged": len(flagged),
            "skipped": sum(ruling.skipped for ruling in rulings),
            "with a note": sum(bool(ruling.note) for ruling in rulings),
            "bookmarked": len(self._session.bookmarks),
            "orphans": len(self._session.orphans),
        }
        told = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
        if not told:
            return []
        lines = [self._look.write("Marks", "heading"), Content(told)]
        for item in flagged[:_LISTED]:
            comparison = self._session.comparison
            words = " ".join(shown(comparison.claim(item.pair.a[0]).text).split())
            label = WORDS[item.label] if item.label else "undecided"
            lines.append(
                Content.assemble(self._look.write(f"{item.pair.id:<5}", "key"), f"{label}: {words}")
            )
        if len(flagged) > _LISTED:
            lines.append(self._look.write(f"and {len(flagged) - _LISTED} more", "muted"))
        return lines

    def _note(self) -> list[Content]:
        note = self._session.note_of_session
        if not note:
            return []
        return [self._look.write("Note on the session", "heading"), Content(shown(note))]

    def _next(self) -> list[Content]:
        lines = [self._look.write("Next", "heading")]
        lines.append(Content.assemble(self._look.write("export  ", "key"), self.export_line))
        resume = f"tuireader sessions resume {self._named}"
        lines.append(Content.assemble(self._look.write("resume  ", "key"), resume))
        return lines
