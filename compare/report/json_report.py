"""A comparison as JSON, after the contract in `comparison.schema.json` beside this file."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache

from tuireader.compare import ready
from tuireader.compare.model import Claim, Comparison, Document, Facet, Finding, Pair, Side, Span
from tuireader.compare.ready import compiled
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.standing import NO_RULINGS
from tuireader.compare.review.ruling import Ruling
from tuireader.compare.values import Value

SCHEMA_ID = "tuireader.comparison/1"

_SURROGATE = compiled("[\ud800-\udfff]")


def render(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """The report as `--format json` prints it."""
    return to_text(as_json(comparison, version=version, selection=selection, rulings=rulings))


def as_json(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> dict[str, object]:
    """The comparison as plain dicts, lists, strings and numbers.

    Args:
        comparison: What to tell.
        version: Of the program, for the field "tool".
        selection: Which pairs and unmatched claims are listed. Documents, claims and the
            summary are always whole.
        rulings: What a reviewer says of pairs. It stands beside the machine's relation, which
            stays, in the pair's "ruling"; the summary counts what the machine found.
    """
    a, b = comparison.documents
    return {
        "schema": SCHEMA_ID,
        "tool": {"name": "tuireader", "version": version},
        "documents": {"a": _document(a), "b": _document(b)},
        "claims": {
            side.value: [
                _claim(claim, comparison.document(side)) for claim in comparison.claims_of(side)
            ]
            for side in Side
        },
        "pairs": [
            _pair(comparison, pair, rulings.get(pair.id))
            for pair in selection.pairs(comparison, rulings)
        ],
        "only": {
            side.value: [claim.id for claim in selection.only(comparison, side)] for side in Side
        },
        "summary": {
            f.name: getattr(comparison.summary, f.name) for f in fields(comparison.summary)
        },
    }


def to_line(data: dict[str, object]) -> str:
    """One line of JSON, without the newline."""
    return escape_surrogates(json.dumps(data, ensure_ascii=False, separators=(", ", ": ")))


def to_text(data: dict[str, object]) -> str:
    """JSON to be read, diffed and piped: an object a line for each claim and pair."""
    return escape_surrogates(_layout(data, depth=0)) + "\n"


@cache
def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) that every report of this version fulfils."""
    text = ready.read(__name__, "comparison.schema.json")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def _document(document: Document) -> dict[str, object]:
    return {
        "source": document.source,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "date": _plain(document.date),
        "characters": len(document.text),
        "sha256": document.sha256,
        "text": document.text,
    }


def _claim(claim: Claim, document: Document) -> dict[str, object]:
    page = document.page(claim.span.start)
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        **({"page": page} if page else {}),
        "facets": [_facet(claim, facet) for facet in claim.facets],
    }


def _facet(claim: Claim, facet: Facet[Value]) -> dict[str, object]:
    inside = Span(facet.span.start - claim.span.start, facet.span.end - claim.span.start)
    return {
        "kind": facet.kind.value,
        "start": facet.span.start,
        "end": facet.span.end,
        "text": inside.of(claim.text),
        "value": {f.name: _plain(getattr(facet.value, f.name)) for f in fields(facet.value)},
    }


def _pair(comparison: Comparison, pair: Pair, ruling: Ruling | None) -> dict[str, object]:
    return {
        "id": pair.id,
        "a": list(pair.a),
        "b": list(pair.b),
        "relation": pair.relation.value,
        "score": _plain(round(pair.score, 4)),
        "topic": pair.topic,
        "findings": [_finding(comparison, finding) for finding in pair.findings],
        **({"ruling": _ruling(ruling)} if ruling is not None else {}),
    }


def _ruling(ruling: Ruling) -> dict[str, object]:
    return {
        "label": _plain(ruling.label),
        "reviewer": ruling.reviewer,
        "time": ruling.time.isoformat(),
        "note": ruling.note,
        "flagged": ruling.flagged,
        "tags": list(ruling.tags),
    }


def _finding(comparison: Comparison, finding: Finding) -> dict[str, object]:
    a, b = comparison.documents
    return {
        "kind": finding.kind.value,
        "relation": finding.relation.value,
        "a": _quote(a, finding.a),
        "b": _quote(b, finding.b),
        "reason": finding.reason,
    }


def _quote(document: Document, span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.of(document.text)}


def _plain(value: object) -> object:
    """A value's field as JSON has it: dates ISO, an open end null, whole floats as integers."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _number(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    if value.is_integer() and abs(value) < 2**53:
        return int(value)
    return float(f"{value:.12g}")


def _layout(value: object, depth: int) -> str:
    """Objects are broken over lines, and arrays of objects get a line an object.

    The standard library's `indent` falls back to a slow encoder and gives every number of every
    place a line of its own.
    """
    inner: list[str]
    if isinstance(value, dict) and value:
        opening, closing = "{", "}"
        inner = [f"{json.dumps(key)}: {_layout(item, depth + 1)}" for key, item in value.items()]
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        opening, closing = "[", "]"
        inner = [json.dumps(item, ensure_ascii=False) for item in value]
    else:
        return json.dumps(value, ensure_ascii=False)
    indent = "  " * (depth + 1)
    return f"{opening}\n{indent}" + f",\n{indent}".join(inner) + f"\n{'  ' * depth}{closing}"


def escape_surrogates(text: str) -> str:
    """Half characters (of a file name that is not UTF-8) as escapes, so that the rest is UTF-8."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
