"""A comparison in Markdown, to be read on GitHub, in an editor or as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tuireader.compare.model import Comparison, Finding, Pair, Side
from tuireader.compare.report.about import facts, where
from tuireader.compare.report.markdown_text import fragment, harmless, strong
from tuireader.compare.report.passages import passages
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.signs import ALWAYS_TOLD, UNICODE
from tuireader.compare.report.standing import (
    BY_GRAVITY,
    MEANING,
    NO_RULINGS,
    counts,
    remark,
    standing,
)
from tuireader.compare.review.model import Label, Ruling


def render(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """The report as `--format markdown` prints it."""
    lines = ["# Two accounts, compared", ""]
    lines += _documents(comparison)
    lines += _summary(comparison, rulings)
    pairs = selection.pairs(comparison, rulings)
    if selection.partial:
        lines += [f"Listed here: {len(pairs)} of {len(comparison.pairs)} pairs, as selected.", ""]
    for label in BY_GRAVITY:
        under = [pair for pair in pairs if standing(pair, rulings).label is label]
        if under:
            lines += [f"## {_sign(label)} {label.value.capitalize()} ({len(under)})", ""]
        for pair in under:
            lines += _pair(comparison, pair, rulings)
    for side in Side:
        lines += _only(comparison, side, selection)
    made = f"Made by tuireader {fragment(version)}. A verdict rests on the words in bold."
    lines += ["---", "", made]
    return "\n".join(lines) + "\n"


def _sign(label: Label) -> str:
    return UNICODE.label[label]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _documents(comparison: Comparison) -> Iterator[str]:
    a, b = comparison.documents
    known = [dict(facts(document)) for document in comparison.documents]
    yield _row(" ", "A", "B")
    yield _row("---", "---", "---")
    yield _row("source", harmless(a.source), harmless(b.source))
    for name in ("title", "author", "publisher", "date", "pages"):
        if any(name in facts_ for facts_ in known):
            yield _row(name, *(harmless(facts_.get(name, "")) for facts_ in known))
    yield _row("claims", *(str(len(comparison.claims_of(side))) for side in Side))
    yield ""


def _summary(comparison: Comparison, rulings: Mapping[str, Ruling]) -> Iterator[str]:
    numbers = counts(comparison.pairs, rulings)
    yield _row("verdict", "number", "meaning")
    yield _row("---", "---:", "---")
    for label in BY_GRAVITY:
        if numbers[label] or label in ALWAYS_TOLD:
            yield _row(f"{_sign(label)} {label.value}", str(numbers[label]), MEANING[label])
    for side in Side:
        sign = UNICODE.only[side]
        number = str(len(comparison.only(side)))
        yield _row(f"{sign} only in {side.name}", number, "the other text has nothing on it")
    yield ""


def _pair(comparison: Comparison, pair: Pair, rulings: Mapping[str, Ruling]) -> Iterator[str]:
    topic = f" · {harmless(pair.topic)}" if pair.topic else ""
    yield f"### {pair.id}{topic}"
    yield ""
    told = remark(standing(pair, rulings))
    if told:
        yield f"**Review:** {harmless(told)}"
        yield ""
    for side in Side:
        yield _quotation(comparison, pair, side)
        # An empty comment line would join the two quotations; a blank one alone would not part
        # them in every reader.
        yield ">" if side is Side.A else ""
    yield from map(_reason, pair.findings)
    yield ""


def _quotation(comparison: Comparison, pair: Pair, side: Side) -> str:
    document = comparison.document(side)
    claims = [comparison.claim(identity) for identity in pair.claims(side)]
    line = f"> **{side.name}** {where(document, claims)}: "
    for number, passage in enumerate(passages(comparison, pair, side)):
        line += " … " if number else ""
        parts = [(fragment(words), mark) for words, mark in passage.parts(document.text)]
        following = [*(words for words, _ in parts[1:]), ""]
        for (words, mark), after in zip(parts, following, strict=True):
            line += strong(line, words, after) if mark is pair.relation else words
    return line.rstrip()


def _reason(finding: Finding) -> str:
    label = Label(finding.relation)
    return f"- {_sign(label)} {finding.kind.value}: {harmless(finding.reason)}"


def _only(comparison: Comparison, side: Side, selection: Selection) -> Iterator[str]:
    claims = selection.only(comparison, side)
    if not claims:
        return
    yield f"## {UNICODE.only[side]} Only in {side.name} ({len(claims)})"
    yield ""
    document = comparison.document(side)
    for claim in claims:
        yield f"- {where(document, [claim])}: {harmless(claim.text)}"
    yield ""
