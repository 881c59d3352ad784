"""Decisions whose claims are gone from the texts: to look at, to attach anew, to let go."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.content import Content

from tuireader.compare.review.model import Orphan
from tuireader.tui.keymap import bindings
from tuireader.tui.look import Look
from tuireader.tui.review.bar import WORDS, ink_of
from tuireader.tui.review.keys import ORPHANS
from tuireader.tui.review.rolls import RollScreen, Row, columns
from tuireader.tui.widgets.wrap import shown

Choice = tuple[str, Orphan]
"""What is to become of an orphan: "attach" or "dismiss"."""


class OrphansScreen(RollScreen[Choice]):
    """Ends with what is to become of one of them, or None."""

    BINDINGS: ClassVar[list[Any]] = bindings(ORPHANS)

    def __init__(self, orphans: tuple[Orphan, ...], look: Look) -> None:
        super().__init__(ORPHANS, look, id="orphans")
        self._orphans = orphans

    def fill(self) -> None:
        """All of them."""
        count = len(self._orphans)
        self.write_head("Orphans", f"{count} decision{'s' * (count != 1)} whose claims are gone")
        self.rows.fill([self._row(orphan) for orphan in self._orphans], self.rows.cursor)

    def detail(self) -> Content:
        """The words, the ruling and what became of the claims."""
        if not self._orphans:
            return self.look.write("None: every decision has its claims.", "muted")
        orphan, look = self._orphans[self.rows.cursor], self.look
        ruling = orphan.ruling
        lines = [
            Content.assemble(look.write(f"{side}  ", "key"), _said(words))
            for side, words in (("A", orphan.a), ("B", orphan.b))
        ]
        lines.append(look.write(shown(orphan.why), "muted"))
        said = [f"{shown(ruling.reviewer)}, {ruling.time:%Y-%m-%d %H:%M}"]
        said += [" ".join(f"#{shown(tag)}" for tag in ruling.tags)] if ruling.tags else []
        said += ["flagged"] if ruling.flagged else []
        lines.append(Content.assemble(look.write("by  ", "key"), ", ".join(said)))
        if ruling.note:
            note = " ".join(shown(ruling.note).split())
            lines.append(Content.assemble(look.write("note  ", "key"), note))
        return Content("\n").join(lines)

    def action_take(self) -> None:
        """Attach the one at hand to a pair that is picked in the texts."""
        self._end("attach")

    def action_let_go(self) -> None:
        """Let the one at hand go."""
        self._end("dismiss")

    def _end(self, what: str) -> None:
        if self._orphans:
            self.dismiss((what, self._orphans[self.rows.cursor]))
        else:
            self.app.bell()

    def _row(self, orphan: Orphan) -> Row:
        def row(width: int, _here: bool) -> Content:
            label = orphan.ruling.label
            words = WORDS[label].removeprefix("not the ") if label else "undecided"
            room = width - 12
            return columns(
                (self.look.write(words, ink_of(label) if label else "muted"), 12),
                (Content(_said(orphan.a)), room // 2),
                (Content(_said(orphan.b)), room - room // 2),
                ellipsis=self.look.glyphs.ellipsis,
            )

        return row


def _said(words: tuple[str, ...]) -> str:
    return " / ".join(" ".join(shown(text).split()) for text in words)
