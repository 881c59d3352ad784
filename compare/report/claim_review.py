"""What a reviewer ruled, as schema.org ClaimReview, the form in which fact-checks are published.

Each claim of a ruled pair is reviewed against the other side's, in both directions, since the
program and this file leave open who is right. Pairs that a reviewer found unrelated, or could
not decide, have no review. https://schema.org/ClaimReview
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from tuireader.compare.model import Comparison, Document, Pair, Side
from tuireader.compare.report.cells import printable
from tuireader.compare.report.json_report import escape_surrogates
from tuireader.compare.report.passages import passages
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.standing import NO_RULINGS
from tuireader.compare.review.model import Label, Ruling

Node = dict[str, object]

RATINGS = {
    Label.AGREE: "The other account says the same",
    Label.DIVERGE: "The other account tells it differently",
    Label.CONFLICT: "The other account contradicts it",
}


def render(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """The reviews, as one graph of JSON-LD; an empty one where nothing is ruled."""
    reviews = list(_reviews(comparison, selection, rulings, version))
    graph = {"@context": "https://schema.org", "@graph": reviews}
    return escape_surrogates(json.dumps(graph, ensure_ascii=False, indent=1)) + "\n"


def _reviews(
    comparison: Comparison, selection: Selection, rulings: Mapping[str, Ruling], version: str
) -> Iterator[Node]:
    for pair in selection.pairs(comparison, rulings):
        ruling = rulings.get(pair.id)
        if ruling is not None and ruling.label in RATINGS:
            for side in Side:
                yield {
                    **_review(comparison, pair, side, ruling),
                    "reviewRating": {"@type": "Rating", "alternateName": RATINGS[ruling.label]},
                    "reviewAspect": ruling.label.value,
                    "sdPublisher": {
                        "@type": "SoftwareApplication",
                        "name": "tuireader",
                        "softwareVersion": version,
                    },
                }


def _review(comparison: Comparison, pair: Pair, side: Side, ruling: Ruling) -> Node:
    document, other = comparison.document(side), comparison.document(side.other)
    against = f"{_name(other)}: {_said(comparison, pair, side.other)}"
    reasons = "; ".join(finding.reason for finding in pair.findings)
    return {
        "@type": "ClaimReview",
        "claimReviewed": _said(comparison, pair, side),
        "itemReviewed": {"@type": "Claim", "appearance": _work(document), **_by(document)},
        "reviewBody": printable(f"{ruling.note or reasons} — {against}"),
        "author": {"@type": "Person", "name": printable(ruling.reviewer)},
        "datePublished": ruling.time.date().isoformat(),
    }


def _said(comparison: Comparison, pair: Pair, side: Side) -> str:
    text = comparison.document(side).text
    return printable(
        " … ".join(passage.span.of(text) for passage in passages(comparison, pair, side))
    )


def _work(document: Document) -> Node:
    work: Node = {"@type": "CreativeWork", "name": _name(document)}
    if document.source.startswith(("http://", "https://")):
        work["url"] = printable(document.source)
    if document.date is not None:
        work["datePublished"] = document.date.isoformat()
    return work


def _by(document: Document) -> Node:
    """Who made the claim: its author, else whoever published it."""
    if document.author:
        return {"author": {"@type": "Person", "name": printable(document.author)}}
    if document.publisher:
        return {"author": {"@type": "Organization", "name": printable(document.publisher)}}
    return {}


def _name(document: Document) -> str:
    return printable(document.title or document.source)
