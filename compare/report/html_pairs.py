"""The list of pairs in an HTML report; the panel beside the texts shows copies of its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tuireader.compare.model import Claim, Comparison, Finding, Pair, Side
from tuireader.compare.report.about import where
from tuireader.compare.report.html_text import safe
from tuireader.compare.report.passages import passages
from tuireader.compare.report.signs import UNICODE
from tuireader.compare.report.standing import Standing, remark, standing
from tuireader.compare.review.model import Label, Ruling


def pair_entry(comparison: Comparison, pair: Pair, rulings: Mapping[str, Ruling]) -> str:
    """One pair: its verdict, what both sides say, and why."""
    stands = standing(pair, rulings)
    label = stands.label.value
    quotes = "".join(_quotation(comparison, pair, side) for side in Side)
    reasons = "".join(map(_reason, pair.findings))
    return (
        f'<article class="pair {label}" id="{pair.id}" data-label="{label}"'
        f' data-topic="{safe(pair.topic)}" data-a="{" ".join(pair.a)}"'
        f' data-b="{" ".join(pair.b)}">\n'
        f"{_verdict(pair, stands)}{_ruling(stands)}"
        f'<div class="quotes">{quotes}</div>\n<ul class="reasons">{reasons}</ul>\n</article>'
    )


def _verdict(pair: Pair, stands: Standing) -> str:
    topic = f'<span class="topic">{safe(pair.topic)}</span>' if pair.topic else ""
    name = stands.label.value.capitalize()
    return (
        f'<h3 class="verdict"><span class="sign" aria-hidden="true">'
        f'{UNICODE.label[stands.label]}</span><span class="name">{name}</span>{topic}'
        f'<a class="id" href="#{pair.id}">{pair.id}</a></h3>\n'
    )


def _ruling(stands: Standing) -> str:
    told = remark(stands)
    return f'<p class="ruling"><bdi>{safe(told[0].upper() + told[1:])}</bdi></p>\n' if told else ""


def _quotation(comparison: Comparison, pair: Pair, side: Side) -> str:
    document = comparison.document(side)
    claims = [comparison.claim(identity) for identity in pair.claims(side)]
    said = " … ".join(
        "".join(
            f'<mark class="{relation.value}">{safe(words)}</mark>' if relation else safe(words)
            for words, relation in passage.parts(document.text)
        )
        for passage in passages(comparison, pair, side)
    )
    return (
        f'<blockquote dir="auto"><a class="place" href="#{claims[0].id}">'
        f"{side.name} {where(document, claims)}</a>{said}</blockquote>"
    )


def _reason(finding: Finding) -> str:
    label = Label(finding.relation)
    return (
        f'<li class="{label.value}"><span class="sign" aria-hidden="true">{UNICODE.label[label]}'
        f'</span><span class="unseen">{label.value}, </span><span class="kind">'
        f"{finding.kind.value}:</span> <bdi>{safe(finding.reason)}</bdi></li>"
    )


def only_list(comparison: Comparison, side: Side, claims: Sequence[Claim]) -> Iterator[str]:
    """The claims of one side that have no counterpart."""
    if not claims:
        return
    document = comparison.document(side)
    yield (
        f'<h3 class="leftover"><span aria-hidden="true">{UNICODE.only[side]}</span> '
        f"Only in {side.name} ({len(claims)})</h3>"
    )
    yield '<ul class="left">'
    for claim in claims:
        yield (
            f'<li class="leftover-claim only" id="only-{claim.id}"'
            f' data-label="only-{side.value}" data-topic=""'
            f' data-{side.value}="{claim.id}" data-{side.other.value}="">'
            f'<a class="place" href="#{claim.id}">{side.name} {where(document, [claim])}</a>'
            f"<bdi>{safe(claim.text)}</bdi></li>"
        )
    yield "</ul>"
