"""The panel that says why a pair is judged as it is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuireader.compare.model import Claim, Comparison, Finding, Pair, Side
from tuireader.tui.look import Look
from tuireader.tui.marks import finding_span
from tuireader.tui.terminal.copying import claim_text
from tuireader.tui.widgets.overview import overview

WAITING = "The comparison is being computed. The texts can be read meanwhile."


class Why(VerticalScroll, can_focus=False):
    """Relation, reasons, and the words on both sides that each reason rests on.

    Args:
        look: How things look.
        labels: What to call the two sides.
        whole: Whether to show the claims too, where no text beside it has them.
    """

    def __init__(self, look: Look, labels: tuple[str, str], *, whole: bool = False) -> None:
        super().__init__(id="why")
        self._whole = whole
        self._look = look
        self._labels = labels
        self._shown: tuple[Comparison, Pair | Claim | None] | str = WAITING

    def on_resize(self) -> None:
        """Set the quotations anew."""
        self.rebuild()

    def compose(self) -> ComposeResult:
        """One text, scrolled."""
        text = Static(self._content() if isinstance(self._shown, str) else "", markup=False)
        text.auto_links = False
        yield text

    def call_them(self, labels: tuple[str, str]) -> None:
        """Call the two sides by these names from now on."""
        self._labels = labels

    def tell(self, text: str) -> None:
        """Show a plain sentence."""
        self._shown = text
        self.rebuild()

    def explain(self, comparison: Comparison, subject: Pair | Claim | None) -> None:
        """Show a pair and its reasons, a claim that stands alone, or else what it all comes to."""
        self._shown = (comparison, subject)
        self.rebuild()
        self.scroll_home(animate=False)

    def rebuild(self) -> None:
        """Write the text anew, after a change of theme."""
        self.query_one(Static).update(self._content())

    def _content(self) -> Content:
        if isinstance(self._shown, str):
            return self._look.write(self._shown, "muted")
        comparison, subject = self._shown
        if subject is None:
            width = self.scrollable_content_region.width
            return overview(comparison, self._look, self._labels, width)
        lines = self._claims(comparison, subject) if self._whole else []
        if isinstance(subject, Claim):
            return Content("\n").join([*lines, *self._alone(subject)])
        lines.append(self._verdict(subject))
        for finding in subject.findings:
            lines.append(self._reason(finding))
            lines += self._quotations(comparison, finding)
        return Content("\n").join(lines)

    def _claims(self, comparison: Comparison, subject: Pair | Claim) -> list[Content]:
        """What each side says, in its own words."""
        lines: list[Content] = []
        for side in Side:
            if isinstance(subject, Pair) or subject.id.startswith(side.value):
                text = " / ".join(claim_text(comparison, subject, side).splitlines())
                name = self._look.write(f"{side.value.upper()}  ", "key")
                lines.append(Content.assemble(name, text))
        return lines

    def _verdict(self, pair: Pair) -> Content:
        sign = self._look.glyphs.relations[pair.relation]
        gap = f"  {self._look.glyphs.dot}  "
        rest = [f"match {pair.score:.0%}"]
        if pair.topic:
            rest.insert(0, pair.topic.replace("-", " "))
        return Content.assemble(
            self._look.write(f"{sign} {pair.relation}", pair.relation),
            self._look.write(gap + gap.join(rest), "muted"),
        )

    def _reason(self, finding: Finding) -> Content:
        sign = self._look.glyphs.relations[finding.relation]
        return Content.assemble(
            self._look.write(f"{sign} ", finding.relation),
            self._look.write(f"{finding.kind}: ", "kind"),
            Content(finding.reason),
        )

    def _quotations(self, comparison: Comparison, finding: Finding) -> list[Content]:
        """The words on both sides, in one line where they fit; none where the reason has them."""
        quoted = [self._quoted(comparison, finding, side) for side in Side]
        if all(text in finding.reason for text in quoted):
            return []
        both = [self._quotation(comparison, finding, side) for side in Side]
        in_one = Content.assemble(both[0], " ", both[1])
        return [in_one] if len(in_one) <= self.scrollable_content_region.width else both

    def _quotation(self, comparison: Comparison, finding: Finding, side: Side) -> Content:
        text = self._quoted(comparison, finding, side)
        glyphs = self._look.glyphs
        quotes = glyphs.outer_quotes if any(mark in text for mark in '“”"') else glyphs.quotes
        return Content.assemble(
            self._look.write(f"  {side.value.upper()} ", "muted"),
            self._look.write(text.join(quotes), "panel-text"),
        )

    def _quoted(self, comparison: Comparison, finding: Finding, side: Side) -> str:
        """The words of one side that a finding rests on, on one line."""
        span = finding_span(finding, side)
        return " ".join(span.of(comparison.document(side).text).split())

    def _alone(self, claim: Claim) -> list[Content]:
        side = Side(claim.id[0])
        label = self._labels[side is Side.B]
        sign = self._look.glyphs.relations[None]
        verdict = self._look.write(f"{sign} only in {label}", "unmatched")
        note = Content("No claim of the other text speaks of the same matter.")
        return [verdict, note.stylize(self._look.inks["muted"])]
