"""A comparison as JSON, after the contract in `comparison.schema.json` beside this file."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from dataclasses import fields
from enum import StrEnum
from functools import cache
from importlib import resources

from tuireader.compare.model import Claim, Comparison, Document, Facet, Finding, Pair, Side, Span
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.values import Value

SCHEMA_ID = "tuireader.comparison/1"

_SURROGATE = re.compile("[\ud800-\udfff]")


def as_json(
    comparison: Comparison, *, version: str, selection: Selection = EVERYTHING
) -> dict[str, object]:
    """The comparison as plain dicts, lists, strings and numbers.

    Args:
        comparison: What to tell.
        version: Of the program, for the field "tool".
        selection: Which pairs and unmatched claims are listed. Documents, claims and the
            summary are always whole.
    """
    a, b = comparison.documents
    return {
        "schema": SCHEMA_ID,
        "tool": {"name": "tuireader", "version": version},
        "documents": {"a": _document(a), "b": _document(b)},
        "claims": {side.value: [_claim(c) for c in comparison.claims_of(side)] for side in Side},
        "pairs": [_pair(comparison, pair) for pair in selection.pairs(comparison)],
        "only": {
            side.value: [claim.id for claim in selection.only(comparison, side)] for side in Side
        },
        "summary": {
            f.name: getattr(comparison.summary, f.name) for f in fields(comparison.summary)
        },
    }


def to_line(data: dict[str, object]) -> str:
    """One line of JSON, without the newline."""
    return _escape_surrogates(json.dumps(data, ensure_ascii=False, separators=(", ", ": ")))


def to_text(data: dict[str, object]) -> str:
    """JSON to be read, diffed and piped: an object a line for each claim and pair."""
    return _escape_surrogates(_layout(data, depth=0)) + "\n"


@cache
def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) that every report of this version fulfils."""
    text = resources.files(__package__).joinpath("comparison.schema.json").read_text("utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def _document(document: Document) -> dict[str, object]:
    return {
        "source": document.source,
        "title": document.title,
        "date": _plain(document.date),
        "characters": len(document.text),
        "sha256": document.sha256,
        "text": document.text,
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
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


def _pair(comparison: Comparison, pair: Pair) -> dict[str, object]:
    return {
        "id": pair.id,
        "a": list(pair.a),
        "b": list(pair.b),
        "relation": pair.relation.value,
        "score": _plain(round(pair.score, 4)),
        "topic": pair.topic,
        "findings": [_finding(comparison, finding) for finding in pair.findings],
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


def _escape_surrogates(text: str) -> str:
    """Half characters (of a file name that is not UTF-8) as escapes, so that the rest is UTF-8."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
