"""The panel that says why a pair is judged as it is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tuireader.compare.model import Claim, Comparison, Finding, Pair, Relation, Side
from tuireader.tui.glyphs import Glyphs

WORDS = {Relation.AGREE: "agree", Relation.DIVERGE: "diverge", Relation.CONFLICT: "conflict"}
EMPTY = "Select a pair: j and k step through them, a click picks a claim."
WAITING = "The comparison is being computed. The texts can be read meanwhile."
NOTHING = "No claim of one text has a counterpart in the other."


class Why(VerticalScroll, can_focus=False):
    """Relation, reasons, and the words on both sides that each reason rests on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "why--kind",
        "why--quote",
        "why--muted",
        *(f"why--{relation}" for relation in Relation),
        "why--unmatched",
    }

    def __init__(self, glyphs: Glyphs, labels: tuple[str, str]) -> None:
        super().__init__(id="why")
        self._glyphs = glyphs
        self._labels = labels
        self._shown: tuple[Comparison, Pair | Claim] | str = WAITING

    def compose(self) -> ComposeResult:
        """One text, scrolled."""
        yield Static(self._shown if isinstance(self._shown, str) else "", markup=False)

    def tell(self, text: str) -> None:
        """Show a plain sentence."""
        self._shown = text
        self.rebuild()

    def explain(self, comparison: Comparison, subject: Pair | Claim) -> None:
        """Show a pair and its reasons, or a claim that stands alone."""
        self._shown = (comparison, subject)
        self.rebuild()
        self.scroll_home(animate=False)

    def rebuild(self) -> None:
        """Write the text anew, after a change of theme."""
        self.query_one(Static).update(self._content())

    def _content(self) -> Content:
        if isinstance(self._shown, str):
            return Content(self._shown).stylize(self._style("muted"))
        comparison, subject = self._shown
        if isinstance(subject, Claim):
            return self._alone(subject)
        lines = [self._verdict(subject)]
        for finding in subject.findings:
            lines.append(self._reason(finding))
            lines += [self._quotation(comparison, finding, side) for side in Side]
        return Content("\n").join(lines)

    def _verdict(self, pair: Pair) -> Content:
        style = self._style(str(pair.relation))
        sign = self._glyphs.relations[pair.relation]
        gap = f"  {self._glyphs.dot}  "
        verdict = Content(f"{sign} {WORDS[pair.relation]}").stylize(style)
        rest = [f"match {pair.score:.0%}"]
        if pair.topic:
            rest.insert(0, pair.topic.replace("-", " "))
        muted = Content(gap + gap.join(rest)).stylize(self._style("muted"))
        return Content.assemble(verdict, muted)

    def _reason(self, finding: Finding) -> Content:
        sign = self._glyphs.relations[finding.relation]
        return Content.assemble(
            Content(f"{sign} ").stylize(self._style(str(finding.relation))),
            Content(f"{finding.kind}: ").stylize(self._style("kind")),
            Content(finding.reason),
        )

    def _quotation(self, comparison: Comparison, finding: Finding, side: Side) -> Content:
        span = finding.a if side is Side.A else finding.b
        text = " ".join(span.of(comparison.document(side).text).split())
        return Content.assemble(
            Content(f"  {self._labels[side is Side.B]}: ").stylize(self._style("muted")),
            Content(text.join(self._glyphs.quotes)).stylize(self._style("quote")),
        )

    def _alone(self, claim: Claim) -> Content:
        side = Side(claim.id[0])
        label = self._labels[side is Side.B]
        sign = self._glyphs.relations[None]
        verdict = Content(f"{sign} only in {label}").stylize(self._style("unmatched"))
        note = Content("No claim of the other text speaks of the same matter.")
        return Content("\n").join([verdict, note.stylize(self._style("muted"))])

    def _style(self, name: str) -> Style:
        return self.get_visual_style(f"why--{name}", partial=True)
