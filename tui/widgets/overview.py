"""What a comparison comes to, in a few lines: counts, shares, the gravest conflicts first."""

from __future__ import annotations

from textual.content import Content

from tuireader.compare.model import Comparison, Pair, Relation, Side
from tuireader.tui.look import Look

BAR = 24  # cells of the bar picture
GRAVEST = 3  # conflicts that are named


def overview(comparison: Comparison, look: Look, labels: tuple[str, str]) -> Content:
    """The summary that stands in the panel until a pair is selected."""
    lines = [_bar(comparison, look)]
    if not comparison.pairs:
        lines = [look.write("No claim of one text has a counterpart in the other.", "muted")]
    for side, label in zip(Side, labels, strict=True):
        lines.append(_share(comparison, side, label, look))
    worst = [pair for pair in comparison.pairs if pair.relation is Relation.CONFLICT]
    worst.sort(key=lambda pair: -pair.score)
    lines += [_gravest(pair, look) for pair in worst[:GRAVEST]]
    if comparison.pairs:
        lines.append(look.write("j and k step through the pairs; a click picks a claim.", "muted"))
    return Content("\n").join(lines)


def _bar(comparison: Comparison, look: Look) -> Content:
    """One bar, its parts as wide as the relations are frequent, and their counts."""
    summary = comparison.summary
    counts = {
        Relation.CONFLICT: summary.conflict,
        Relation.DIVERGE: summary.diverge,
        Relation.AGREE: summary.agree,
    }
    total = max(sum(counts.values()), 1)
    parts: list[Content] = []
    drawn = seen = 0
    for relation, count in counts.items():
        seen += count
        width = round(BAR * seen / total) - drawn
        drawn += width
        parts.append(look.write(look.glyphs.block * width, f"{relation}-line"))
    for relation, count in counts.items():
        sign = look.glyphs.relations[relation]
        parts.append(Content("  "))
        parts.append(look.write(f"{sign} {count} {relation}", relation))
    return Content("").join(parts)


def _share(comparison: Comparison, side: Side, label: str, look: Look) -> Content:
    total = len(comparison.claims_of(side))
    alone = comparison.summary.only_a if side is Side.A else comparison.summary.only_b
    share = (total - alone) / max(total, 1)
    text = f"{total - alone} of {total} claims have a counterpart ({share:.0%})"
    return Content.assemble(look.write(f"{label}: ", "kind"), look.write(text, "muted"))


def _gravest(pair: Pair, look: Look) -> Content:
    sign = look.glyphs.relations[pair.relation]
    finding = pair.findings[0]
    return Content.assemble(
        look.write(f"{sign} ", pair.relation), f"{finding.kind}: {finding.reason}"
    )
