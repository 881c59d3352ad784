"""The filter as a list to choose from: each line with how many pairs it would show by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from tuireader.compare.model import FindingKind, Relation
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Item
from tuireader.compare.review.session import Session
from tuireader.tui.keymap import bindings
from tuireader.tui.look import Look
from tuireader.tui.review.bar import WORDS
from tuireader.tui.review.course import FLAGS, Sieve
from tuireader.tui.review.keys import FILTER
from tuireader.tui.review.line import TextLine
from tuireader.tui.review.rolls import RollScreen, Row, columns
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.wrap import shown


@dataclass(frozen=True)
class Wish:
    """One line: something to ask for.

    Attributes:
        group: Heading.
        words: What it is.
        field: Of the sieve.
        value: That the field takes, or has among its members; what it has without is its default.
    """

    group: str
    words: str
    field: str
    value: Any

    def asked(self, sieve: Sieve) -> bool:
        """Whether the sieve asks for it."""
        held = getattr(sieve, self.field)
        return self.value in held if isinstance(held, frozenset) else bool(held == self.value)

    def turned(self, sieve: Sieve) -> Sieve:
        """The sieve with this asked for, or no longer."""
        held = getattr(sieve, self.field)
        if isinstance(held, frozenset):
            return _with(sieve, self.field, held ^ {self.value})
        empty = getattr(Sieve(), self.field)
        return _with(sieve, self.field, empty if self.asked(sieve) else self.value)


def _with(sieve: Sieve, field: str, value: object) -> Sieve:
    changes: dict[str, Any] = {field: value}
    return replace(sieve, **changes)


def wishes(items: list[Item], *, blind: bool) -> Iterator[Wish]:
    """All that can be asked for in a session; nothing of the machine's verdicts in a blind one."""
    yield Wish("decided", "undecided", "decided", value=False)
    yield Wish("decided", "decided", "decided", value=True)
    if not blind:
        for relation in reversed(Relation):
            yield Wish("machine", relation.value, "relations", relation)
    for label in Label:
        yield Wish("you", WORDS[label], "labels", label)
    for flag in FLAGS:
        if not (blind and flag == "overruled"):
            yield Wish("marks", flag, flag, value=True)
    for topic in sorted({item.pair.topic for item in items} - {""}):
        yield Wish("topic", topic.replace("-", " "), "topic", topic)
    for tag in sorted({tag for item in items if item.ruling for tag in item.ruling.tags}):
        yield Wish("tag", f"#{shown(tag)}", "tag", tag)
    if not blind:
        found = {finding.kind for item in items for finding in item.pair.findings}
        for kind in (kind for kind in FindingKind if kind in found):
            yield Wish("reason", kind.value, "kind", kind)


class FilterScreen(RollScreen[Sieve]):
    """Ends with the sieve, always."""

    BINDINGS: ClassVar[list[Any]] = bindings(FILTER)

    def __init__(self, session: Session, sieve: Sieve, look: Look, *, blind: bool) -> None:
        super().__init__(FILTER, look, id="filter")
        self._comparison = session.comparison
        self._items = list(session.items())
        self._wishes = list(wishes(self._items, blind=blind))
        self._counts = [self._count(wish.turned(Sieve())) for wish in self._wishes]
        self.sieve = sieve
        self._line = TextLine()

    def compose(self) -> ComposeResult:
        """A line for words besides."""
        for widget in super().compose():
            if isinstance(widget, KeyBar):
                yield self._line
            yield widget

    def fill(self) -> None:
        """Head and lines, the cursor where it is."""
        count = self._count(self.sieve)
        pairs = f"{count} of {len(self._items)} pairs"
        self.write_head("Filter", pairs, self.sieve.words_for_it or "everything")
        self.rows.fill([self._row(n) for n in range(len(self._wishes))], self.rows.cursor)

    def action_turn(self) -> None:
        """Ask for the line at hand, or no longer."""
        self.sieve = self._wishes[self.rows.cursor].turned(self.sieve)
        self.fill()

    def action_take(self) -> None:
        """A click on the line at hand."""
        self.action_turn()

    def action_clear(self) -> None:
        """Ask for nothing."""
        self.sieve = Sieve()
        self.fill()

    def action_words(self) -> None:
        """Ask for words."""

        def done(typed: str) -> None:
            self.sieve = replace(self.sieve, words=" ".join(typed.split()))
            self.fill()

        question = "Words in a claim or a note; enter takes them"
        self._line.ask(question, self.sieve.words, done, lambda: self.set_focus(self.rows))

    def action_leave(self) -> None:
        """Take the sieve as it is."""
        self.dismiss(self.sieve)

    def _row(self, number: int) -> Row:
        wish = self._wishes[number]
        opens = number == 0 or self._wishes[number - 1].group != wish.group

        def row(width: int, _here: bool) -> Content:
            asked = wish.asked(self.sieve)
            ink = "key" if asked else "panel-text"
            return columns(
                (self.look.write(wish.group if opens else "", "muted"), 10),
                (self.look.write("[x]" if asked else "[ ]", ink), 4),
                (self.look.write(wish.words, ink), min(max(width - 22, 8), 30)),
                (self.look.write(f"{self._counts[number]:>5}", "muted"), 7),
            )

        return row

    def _count(self, sieve: Sieve) -> int:
        return sum(sieve.keeps(item, self._comparison) for item in self._items)
