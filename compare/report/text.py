"""A comparison on paper: side by side where there is room, stacked where there is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from tuireader.compare.model import Comparison, Document, Finding, Pair, Side
from tuireader.compare.report.about import facts, where
from tuireader.compare.report.ink import (
    BOLD,
    DIM,
    INK,
    PLAIN,
    Line,
    Run,
    draw,
    fold,
    hang,
    length,
    pad,
)
from tuireader.compare.report.quotation import PLAIN_MARK, quotation
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.signs import ALWAYS_TOLD, Count, bar, tally
from tuireader.compare.report.standing import (
    BY_GRAVITY,
    MEANING,
    NO_RULINGS,
    remark,
    standing,
)
from tuireader.compare.report.stat import as_stat
from tuireader.compare.report.style import SIDE_BY_SIDE_FROM, Order, Style
from tuireader.compare.review.model import Label, Ruling

LONGEST_BAR = 60
MARGIN = "  "


def render(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
    style: Style | None = None,
) -> str:
    """The report as `--format text` prints it; `version` is not told on paper."""
    del version
    report = as_stat if style is not None and style.stat else as_text
    return report(comparison, style, selection=selection, rulings=rulings)


def as_text(
    comparison: Comparison,
    style: Style | None = None,
    *,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """The printed form: whole lines, with no control characters but colours where asked for."""
    style = style or Style()
    return draw(_report(comparison, style, selection, rulings), colour=style.colour)


def _report(
    comparison: Comparison, style: Style, selection: Selection, rulings: Mapping[str, Ruling]
) -> Iterator[Line]:
    for side in Side:
        yield from _source(comparison.document(side), len(comparison.claims_of(side)), style)
    yield ()
    pairs = selection.pairs(comparison, rulings)
    counts = tally(comparison, style.signs, rulings)
    yield from _summary(counts, style)
    if selection.partial:
        yield (Run(f"Listed here: {_plural(len(pairs), 'pair')}, as selected", DIM),)
    if style.order is Order.GRAVITY:
        pairs = tuple(sorted(pairs, key=lambda pair: standing(pair, rulings).rank))
    for pair in pairs:
        yield ()
        yield from _pair(comparison, pair, style, rulings)
    for side in Side:
        yield from _only(comparison, side, style, selection)
    yield ()
    yield from _legend(style, {standing(pair, rulings).label for pair in comparison.pairs})


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _source(document: Document, claims: int, style: Style) -> Iterator[Line]:
    head = Run(f"{document.side.name}{MARGIN}", BOLD)
    yield from hang(head, [Run(document.source, BOLD)], style.cells)
    about = [f"{fact} pages" if name == "pages" else fact for name, fact in facts(document)]
    about.append(_plural(claims, "claim"))
    text = f" {style.signs.separator} ".join(about)
    yield from hang(Run(" " + MARGIN), [Run(text, DIM)], style.cells)


def _summary(counts: Sequence[Count], style: Style) -> Iterator[Line]:
    items = [Run(f"{count.sign} {count.number} {count.words}", count.ink) for count in counts]
    line = tuple(run for item in items for run in (Run(MARGIN), item))[1:]
    if length(line) <= style.cells:
        yield line
    else:
        yield from ((item,) for item in items)
    yield bar(counts, min(style.cells, LONGEST_BAR))


def _pair(
    comparison: Comparison, pair: Pair, style: Style, rulings: Mapping[str, Ruling]
) -> Iterator[Line]:
    stands = standing(pair, rulings)
    yield from _rule(pair, stands.label, style)
    told = remark(stands)
    if told:
        yield from hang(Run(MARGIN), [Run(told, BOLD if stands.ruled else PLAIN)], style.cells)
    if style.cells >= SIDE_BY_SIDE_FROM:
        yield from _beside(comparison, pair, style)
    else:
        yield from _stacked(comparison, pair, style)
    for finding in pair.findings:
        yield from _reason(finding, style)


def _rule(pair: Pair, label: Label, style: Style) -> Iterator[Line]:
    signs = style.signs
    verdict = Run(f"{signs.label[label]} {label.value.upper()}", f"{BOLD};{INK[label]}")
    topic = Run(f" {signs.separator} {pair.topic}" if pair.topic else "")
    *full, last = fold((verdict, topic), style.cells)
    yield from full
    right = f" {pair.id}"
    room = style.cells - length(last) - len(right) - 1
    yield last if room < 0 else (*last, Run(f" {signs.rule * room}{right}", DIM))


def _where(comparison: Comparison, pair: Pair, side: Side, mark: str) -> str:
    """Side, paragraph and page, as "A ¶3" or "B ¶3-4, page 2"."""
    claims = [comparison.claim(identity) for identity in pair.claims(side)]
    return f"{side.name} {where(comparison.document(side), claims, mark)}"


def _beside(comparison: Comparison, pair: Pair, style: Style) -> Iterator[Line]:
    divider = Run(f" {style.signs.divider} ", DIM)
    width = (style.cells - len(MARGIN) - len(divider.text)) // 2
    columns = []
    for side in Side:
        head: Line = (Run(_where(comparison, pair, side, style.signs.paragraph), DIM),)
        columns.append([head, *fold(_quoted(comparison, pair, side, style), width)])
    for left, right in zip_longest(*columns, fillvalue=()):
        yield (Run(MARGIN), *pad(left, width), divider, *right)


def _stacked(comparison: Comparison, pair: Pair, style: Style) -> Iterator[Line]:
    heads = [_where(comparison, pair, side, style.signs.paragraph) for side in Side]
    width = max(map(len, heads))
    for side, head in zip(Side, heads, strict=True):
        runs = _quoted(comparison, pair, side, style)
        yield from _placed(head, runs, width, style)


def _placed(place: str, runs: Sequence[Run], width: int, style: Style) -> Iterator[Line]:
    """Words behind their place, or below it where it would take too much of the line."""
    if width <= style.cells // 5:
        yield from hang(Run(f"{MARGIN}{place:<{width}}{MARGIN}", DIM), runs, style.cells)
    else:
        yield from hang(Run(MARGIN), [Run(place, DIM)], style.cells)
        yield from hang(Run(MARGIN * 2), runs, style.cells)


def _quoted(comparison: Comparison, pair: Pair, side: Side, style: Style) -> list[Run]:
    ellipsis = style.signs.ellipsis
    return quotation(comparison, pair, side, colour=style.colour, ellipsis=ellipsis)


def _reason(finding: Finding, style: Style) -> Iterator[Line]:
    label = Label(finding.relation)
    head = Run(f"{MARGIN}{style.signs.label[label]} ", INK[label])
    yield from hang(head, [Run(f"{finding.kind.value}: ", DIM), Run(finding.reason)], style.cells)


def _only(comparison: Comparison, side: Side, style: Style, selection: Selection) -> Iterator[Line]:
    claims = selection.only(comparison, side)
    if not claims:
        return
    yield ()
    yield (Run(f"{style.signs.only[side]} ONLY IN {side.name} ({len(claims)})", BOLD),)
    document = comparison.document(side)
    places = [where(document, [claim], style.signs.paragraph) for claim in claims]
    width = max(map(len, places))
    for place, claim in zip(places, claims, strict=True):
        yield from _placed(place, [Run(claim.text)], width, style)


def _legend(style: Style, used: AbstractSet[Label]) -> Iterator[Line]:
    for label in BY_GRAVITY:
        if label in used or label in ALWAYS_TOLD:
            head = Run(f"{style.signs.label[label]} ", INK[label])
            meaning = Run(f"{label.value}: {MEANING[label]}", DIM)
            yield from hang(head, [meaning], style.cells)
    if not style.colour:
        words = f"{PLAIN_MARK}words{PLAIN_MARK} between asterisks are those that a verdict rests on"
        yield from fold([Run(words, DIM)], style.cells)
