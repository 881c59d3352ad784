"""The pairs of a session in the order that they are gone through, with what was said of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual.content import Content

from tuireader.compare.model import Comparison
from tuireader.compare.review.order import Item
from tuireader.tui.keymap import bindings
from tuireader.tui.look import Look
from tuireader.tui.review.bar import WORDS, ink_of
from tuireader.tui.review.keys import LIST
from tuireader.tui.review.rolls import RollScreen, Row, columns
from tuireader.tui.widgets.wrap import shown

_NARROW = 90  # cells below which there is no column for side B


class ListScreen(RollScreen[str]):
    """Ends with the id of a pair, or None.

    Args:
        items: What is listed.
        comparison: Has their claims.
        look: The look.
        at: Id of the pair that the cursor begins on.
        about: What is listed, in words for the head.
        reveals: Whether the machine's verdict on a pair may be seen.
    """

    BINDINGS: ClassVar[list[Any]] = bindings(LIST)

    def __init__(
        self,
        items: Sequence[Item],
        comparison: Comparison,
        look: Look,
        *,
        at: str | None,
        about: Sequence[str],
        reveals: Callable[[Item], bool],
    ) -> None:
        super().__init__(LIST, look, id="pairs")
        self._items = items
        self._comparison = comparison
        self._at = at
        self._about = about
        self._reveals = reveals

    def fill(self) -> None:
        """All items."""
        count = len(self._items)
        self.write_head("Pairs", f"{count} pair{'s' * (count != 1)}", *self._about)
        ids = [item.pair.id for item in self._items]
        rows = [self._row(number, item) for number, item in enumerate(self._items, 1)]
        self.rows.fill(rows, ids.index(self._at) if self._at in ids else 0)

    def detail(self) -> Content:
        """Both claims, the reason and the note of the pair at hand."""
        if not self._items:
            return self.look.write("Nothing: F in the texts changes the filter.", "muted")
        item = self._items[self.rows.cursor]
        look, lines = self.look, []
        for name, ids in (("A", item.pair.a), ("B", item.pair.b)):
            lines.append(Content.assemble(look.write(f"{name}  ", "key"), self._said(ids)))
        if self._reveals(item):
            finding = item.pair.findings[0]
            relation = item.pair.relation
            sign = look.glyphs.relations[relation]
            lines.append(
                Content.assemble(
                    look.write(f"{sign}  {relation}", relation),
                    f"  {finding.kind}: ",
                    finding.reason,
                )
            )
        if item.ruling and item.ruling.note:
            note = look.write(" ".join(shown(item.ruling.note).split()), "panel-text")
            lines.append(Content.assemble(look.write("note  ", "key"), note))
        return Content("\n").join(lines)

    def action_take(self) -> None:
        """Go to the pair at hand."""
        self.dismiss(self._items[self.rows.cursor].pair.id if self._items else None)

    def _row(self, number: int, item: Item) -> Row:
        def row(width: int, _here: bool) -> Content:
            look, ruling = self.look, item.ruling
            sign = Content(" ")
            if self._reveals(item):
                relation = item.pair.relation
                sign = look.write(look.glyphs.relations[relation], relation)
            label = look.write("undecided", "muted")
            if item.label:
                label = look.write(WORDS[item.label].removeprefix("not the "), ink_of(item.label))
            elif ruling and ruling.skipped:
                label = look.write("skipped", "muted")
            marks = "!" if ruling and ruling.flagged else " "
            marks += "'" if item.bookmark is not None else " "
            marks += "n" if ruling and ruling.note else " "
            fixed = [
                (look.write(f"{number:>4}", "muted"), 5),
                (sign, 2),
                (label, 12),
                (look.write(marks, "key"), 4),
            ]
            room = width - sum(cells for _, cells in fixed)
            a, b = (Content(self._said(ids)) for ids in (item.pair.a, item.pair.b))
            sides = [(a, room // 2), (b, room - room // 2)] if width >= _NARROW else [(a, room)]
            return columns(*fixed, *sides, ellipsis=look.glyphs.ellipsis)

        return row

    def _said(self, ids: tuple[str, ...]) -> str:
        claims = (self._comparison.claim(each).text for each in ids)
        return " / ".join(" ".join(shown(text).split()) for text in claims)
