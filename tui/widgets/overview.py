"""What a comparison comes to, in a few lines: counts, shares, the gravest conflicts first."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from tuireader.compare.model import Comparison, Pair, Relation, Side
from tuireader.tui.look import Look
from tuireader.tui.terminal.copying import claim_text

BAR = 24  # cells of the bar picture
GRAVEST = 3  # conflicts that are named


def overview(comparison: Comparison, look: Look, labels: tuple[str, str], width: int) -> Content:
    """The summary that stands in the panel until a pair is selected, as wide as the panel."""
    lines = [_bar(comparison, look)]
    if not comparison.pairs:
        lines = [look.write("No claim of one text has a counterpart in the other.", "muted")]
    for side, label in zip(Side, labels, strict=True):
        lines.append(_share(comparison, side, label, look))
    worst = [pair for pair in comparison.pairs if pair.relation is Relation.CONFLICT]
    worst.sort(key=lambda pair: -pair.score)
    lines += _gravest(comparison, worst[:GRAVEST], look, width)
    if comparison.pairs:
        lines.append(
            look.write("j goes to the next pair, v lists all; a click picks one.", "muted")
        )
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


def _gravest(
    comparison: Comparison, pairs: list[Pair], look: Look, width: int
) -> Iterator[Content]:
    """What both sides say in each, in a line, in columns; a click goes there."""
    kinds = [str(pair.findings[0].kind) for pair in pairs]
    column = max(map(len, kinds), default=0)
    room = max((width - column - len("≠     ≠  ")) // 2, 1)
    quoted = [
        [_cut(" ".join(claim_text(comparison, pair, side).split()), room, look) for side in Side]
        for pair in pairs
    ]
    left = max((a.cell_length for a, _ in quoted), default=0)
    for pair, kind, (a, b) in zip(pairs, kinds, quoted, strict=True):
        sign = look.write(look.glyphs.relations[pair.relation], pair.relation)
        head = look.write(f" {kind:<{column}}  ", "muted")
        gap = " " * (left - a.cell_length)
        line = Content.assemble(sign, head, a, gap, "  ", sign, "  ", b)
        yield line.stylize(Style.from_meta({"@click": f"screen.go_to_pair('{pair.id}')"}))


def _cut(text: str, room: int, look: Look) -> Content:
    content = Content(text)
    if content.cell_length <= room:
        return content
    ellipsis = look.glyphs.ellipsis
    return Content.assemble(content.truncate(max(room - len(ellipsis), 0)).rstrip(), ellipsis)
