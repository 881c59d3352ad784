"""The decision bar: what stands about the pair, and the keys that decide, in two rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tuireader.compare.model import Relation
from tuireader.compare.review.model import Label
from tuireader.compare.review.order import Item
from tuireader.tui.look import Look
from tuireader.tui.widgets.wrap import shown

WORDS = {
    Label.AGREE: "agree",
    Label.DIVERGE: "diverge",
    Label.CONFLICT: "conflict",
    Label.UNRELATED: "not the same matter",
    Label.UNSURE: "unsure",
}
_SHORT = {Label.UNRELATED: "other"}
_WORDY = 54  # cells from which the labels have their words
_ROOMY = 72  # cells from which what confirms and skips has words too


@dataclass(frozen=True)
class Stand:
    """What the bar says.

    Attributes:
        item: The pair with what stands about it; None between pairs.
        verdict: The machine's, where it is shown.
        reason: The machine's first reason, where no panel beside the bar has it.
        news: What the last step did, or why there was none.
        trouble: Why a step could not be stored; it stands until one can.
    """

    item: Item | None = None
    verdict: Relation | None = None
    reason: str = ""
    news: str = ""
    trouble: str = ""


class DecisionBar(Widget):
    """Two rows; in a very low window the lower one alone.

    Args:
        look: The look with the true colours, also where the panes are blind.
        keys: Gives the keys of a command's id as they are now.
    """

    stand: reactive[Stand] = reactive(Stand(), always_update=True)

    def __init__(self, look: Look, keys: Callable[[str], Sequence[str]]) -> None:
        super().__init__(id="decision")
        self._look = look
        self._keys = keys
        self.auto_links = False

    def render(self) -> Content:
        """What stands, and the keys below it; trouble takes both rows."""
        stand = self.stand
        if stand.trouble:
            mark = self._look.write(" not stored ", "label")
            return Content.assemble(mark, " ", self._look.write(shown(stand.trouble), "conflict"))
        rows = [self._said(stand), self._chips(stand)]
        return Content("\n").join(rows[-self.size.height :] if self.size.height else rows)

    def _said(self, stand: Stand) -> Content:
        """The ruling with all that belongs to it, and the news at the right edge."""
        parts = [*self._machine(stand), *self._ruling(stand)]
        room = self.size.width - 2
        line = Content("   ").join(parts)
        if stand.news:
            news = self._look.write(shown(stand.news), "muted")
            news = self._cut(news, room)
            line = self._cut(line, max(room - news.cell_length - 3, 0))
            line = line.pad_right(max(room - line.cell_length - news.cell_length, 0))
            line = Content.assemble(line, news)
        return self._cut(line, room)

    def _cut(self, line: Content, room: int) -> Content:
        if line.cell_length <= room:
            return line
        ellipsis = self._look.glyphs.ellipsis
        return Content.assemble(line.truncate(max(room - len(ellipsis), 0)), ellipsis).truncate(
            room
        )

    def _machine(self, stand: Stand) -> list[Content]:
        if stand.verdict is None or not stand.reason:
            return []
        sign = self._look.glyphs.relations[stand.verdict]
        return [
            Content.assemble(
                self._look.write(f"{sign} {stand.verdict}", stand.verdict), f" {stand.reason}"
            )
        ]

    def _ruling(self, stand: Stand) -> list[Content]:
        item = stand.item
        if item is None:
            return [self._look.write("no pair is selected: j goes to the next undecided", "muted")]
        look = self._look
        parts = [self._decision(stand, item)]
        ruling = item.ruling
        if ruling and ruling.flagged:
            parts.append(look.write("flagged", "key"))
        if ruling and ruling.skipped:
            parts.append(look.write("skipped", "muted"))
        if item.bookmark is not None:
            parts.append(look.write(f"mark {item.bookmark}".strip(), "key"))
        if ruling and ruling.tags:
            parts.append(look.write(" ".join(f"#{shown(tag)}" for tag in ruling.tags), "key"))
        if item.votes:
            parts.append(self._votes(item))
        if ruling and ruling.note:
            opening, closing = look.glyphs.quotes
            note = f"{opening}{shown(' '.join(ruling.note.split()))}{closing}"
            parts.append(look.write(note, "panel-text"))
        return parts

    def _decision(self, stand: Stand, item: Item) -> Content:
        look, label = self._look, item.label
        if label is None:
            return look.write("undecided", "kind")
        words = look.write(WORDS[label], ink_of(label))
        if stand.verdict is None:
            return words
        if label == stand.verdict.value:
            return Content.assemble(words, look.write(", as the machine", "muted"))
        sign = look.glyphs.relations[stand.verdict]
        return Content.assemble(
            words,
            look.write(", not ", "muted"),
            look.write(f"{sign} {stand.verdict}", stand.verdict),
        )

    def _votes(self, item: Item) -> Content:
        """What each reviewer said whose session was merged into this one, side by side."""
        cast = [
            Content.assemble(
                self._look.write(f"{shown(vote.reviewer)} ", "muted"),
                self._look.write(WORDS[vote.label], ink_of(vote.label)),
            )
            for vote in item.votes
            if vote.label
        ]
        return Content(f" {self._look.glyphs.dot} ").join(cast)

    def _chips(self, stand: Stand) -> Content:
        """A chip a key; the one that holds now is filled."""
        label = stand.item.label if stand.item else None
        width = self.size.width - 2
        roomy = width >= _ROOMY
        chips = [self._chip(each, chosen=each is label, wordy=width >= _WORDY) for each in Label]
        if stand.verdict is not None:
            sign = self._look.glyphs.relations[stand.verdict]
            words = f"confirm {sign}" if roomy else sign
            chips.append(self._act("review.confirm", "confirm", words, stand.verdict))
        chips.append(self._act("review.skip", "skip", "skip" if roomy else "", "muted"))
        line = Content("")
        for chip in chips:
            if line.cell_length + chip.cell_length > width:
                break
            line = Content.assemble(line, chip)
        return line

    def _chip(self, label: Label, *, chosen: bool, wordy: bool) -> Content:
        words = WORDS[label] if self.size.width > 104 else _SHORT.get(label, WORDS[label])
        key = self._key(f"review.{label}")
        ink = ink_of(label)
        if chosen:
            text = self._look.write(f" {key} {words} " if wordy else f" {key} ", f"{ink}-selected")
        else:
            text = Content.assemble(
                " ", self._look.write(key, "key"), " ", self._look.write(words, f"{ink}-line"), " "
            )
            text = text if wordy else Content.assemble(" ", self._look.write(key, f"{ink}"), " ")
        return text.stylize(Style.from_meta({"@click": f"screen.decide('{label}')"}))

    def _act(self, identity: str, action: str, words: str, ink: str) -> Content:
        key = self._look.write(self._key(identity), "key")
        text = Content.assemble(" ", key, " ", self._look.write(words, ink), " ")
        return text.stylize(Style.from_meta({"@click": f"screen.{action}"}))

    def _key(self, identity: str) -> str:
        keys = self._keys(identity)
        return keys[0] if keys else "-"


def ink_of(label: Label) -> str:
    """The ink of a label: its relation's, or the quiet one of what is no relation."""
    return label.value if label.value in set(Relation) else "unmatched"
