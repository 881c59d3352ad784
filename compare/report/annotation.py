"""A comparison as W3C Web Annotations, for tools that show notes on texts.

One AnnotationCollection with one page (https://www.w3.org/TR/annotation-model/): an annotation a
pair, one a finding below it on the exact words, one a claim without counterpart. Ids follow from
the texts and the places, so the same words of the same texts have the same id in every run.
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from tuireader.compare.model import Comparison, Document, Finding, Pair, Side, Span
from tuireader.compare.report.cells import printable
from tuireader.compare.report.json_report import escape_surrogates
from tuireader.compare.report.passages import passages
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.standing import NO_RULINGS, standing
from tuireader.compare.review.model import Ruling

Node = dict[str, object]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of a prefix and a suffix, as Hypothesis takes them
_WEB = ("http://", "https://")
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def render(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """The report as `--format annotation` prints it."""
    collection = as_collection(comparison, version=version, selection=selection, rulings=rulings)
    return escape_surrogates(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n"


def as_collection(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> Node:
    """The collection as plain dicts, lists, strings and numbers."""
    items = list(_items(comparison, selection, rulings, version))
    names = " / ".join(_name(document) for document in comparison.documents)
    identity = _urn(comparison, "collection", ())
    return {
        "@context": CONTEXT,
        "id": identity,
        "type": "AnnotationCollection",
        "label": f"Compared: {names}",
        "generator": _software(version),
        "total": len(items),
        "first": {
            "id": _urn(comparison, "page", ()),
            "type": "AnnotationPage",
            "partOf": identity,
            "startIndex": 0,
            "items": items,
        },
    }


def _items(
    comparison: Comparison, selection: Selection, rulings: Mapping[str, Ruling], version: str
) -> Iterator[Node]:
    for pair in selection.pairs(comparison, rulings):
        yield _pair(comparison, pair, rulings, version)
        for finding in dict.fromkeys(pair.findings):
            yield _finding(comparison, pair, finding)
    for side in Side:
        document = comparison.document(side)
        for claim in selection.only(comparison, side):
            yield {
                "id": _urn(comparison, "only", [(side, claim.span)]),
                "type": "Annotation",
                "motivation": "classifying",
                "body": [_tag(f"only in {side.name}")],
                "target": [_target(document, claim.span)],
            }


def _pair(comparison: Comparison, pair: Pair, rulings: Mapping[str, Ruling], version: str) -> Node:
    """The verdict on a pair; a reviewer's label comes first, with the reviewer's name."""
    stands = standing(pair, rulings)
    body = [{**_tag(pair.relation.value), "creator": _software(version)}]
    if stands.ruling is not None:
        by = {
            "creator": {"type": "Person", "name": printable(stands.ruling.reviewer)},
            "created": stands.ruling.time.isoformat(),
        }
        tags = [stands.label.value] if stands.ruled else []
        tags += ["flagged"] if stands.ruling.flagged else []
        told = [_tag(tag) | by for tag in tags]
        told += [_words(stands.ruling.note, "commenting") | by] if stands.ruling.note else []
        told += [{**_tag(tag), "purpose": "tagging"} | by for tag in stands.ruling.tags]
        body = [*told, *body]
    body += [{**_tag(pair.topic), "purpose": "tagging"}] if pair.topic else []
    body += [
        _words(f"{finding.relation.value}, {finding.kind.value}: {finding.reason}", "describing")
        for finding in pair.findings
    ]
    return {
        "id": _pair_id(comparison, pair),
        "type": "Annotation",
        "motivation": "assessing",
        "body": body,
        "target": [
            _target(comparison.document(side), passage.span)
            for side in Side
            for passage in passages(comparison, pair, side)
        ],
    }


def _finding(comparison: Comparison, pair: Pair, finding: Finding) -> Node:
    """One reason, on the exact words that it rests on."""
    places = list(zip(Side, (finding.a, finding.b), strict=True))
    return {
        "id": _urn(comparison, f"{_pair_id(comparison, pair)} {finding.reason}", places),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            _tag(finding.relation.value),
            _words(f"{finding.kind.value}: {finding.reason}", "describing"),
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": _pair_id(comparison, pair),
            },
        ],
        "target": [_target(comparison.document(side), span) for side, span in places],
    }


def _pair_id(comparison: Comparison, pair: Pair) -> str:
    claims = [(side, comparison.claim(c).span) for side in Side for c in pair.claims(side)]
    return _urn(comparison, "pair", claims)


def _urn(comparison: Comparison, kind: str, places: Iterable[tuple[Side, Span]]) -> str:
    """An id that follows from the two texts, what is annotated, and where."""
    texts = "/".join(document.sha256 for document in comparison.documents)
    where = ",".join(f"{side.value}{span.start}-{span.end}" for side, span in places)
    name = printable(f"tuireader {texts} {kind} {where}")
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _target(document: Document, span: Span) -> Node:
    text = document.text
    return {
        "type": "SpecificResource",
        "source": {"id": _iri(document), "type": "Text", "label": _name(document)},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(span.start - AROUND, 0) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _iri(document: Document) -> str:
    """The web address of a text that has one, else its content's name (RFC 6920)."""
    if document.source.startswith(_WEB) and document.source.isprintable():
        return quote(document.source, safe=_IN_ADDRESS, errors="replace")
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _name(document: Document) -> str:
    return printable(document.title or document.source)


def _tag(value: str) -> Node:
    return {"type": "TextualBody", "purpose": "classifying", "value": printable(value)}


def _words(value: str, purpose: str) -> Node:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "value": printable(value),
    }


def _software(version: str) -> Node:
    return {"type": "Software", "name": "tuireader", "schema:softwareVersion": version}
