from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from typing import Any, get_args

import jsonschema
import pytest

from tuireader.compare import values
from tuireader.compare.model import Claim, Comparison, FindingKind, Relation
from tuireader.compare.report.json_report import as_json, schema, to_line, to_text
from tuireader.compare.report.selection import Selection

SCHEMA: dict[str, Any] = schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def load(comparison: Comparison, selection: Selection | None = None) -> dict[str, Any]:
    data = as_json(comparison, version="1.2", selection=selection or Selection())
    loaded: dict[str, Any] = json.loads(to_text(data))
    return loaded


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report_fulfils_the_schema(comparison: Comparison) -> None:
    VALIDATOR.validate(load(comparison))
    VALIDATOR.validate({"id": "row", **load(comparison)})


def test_an_empty_report_fulfils_the_schema(empty: Callable[[], Comparison]) -> None:
    VALIDATOR.validate(load(empty()))


@pytest.mark.parametrize("path", [(), ("tool",), ("summary",), ("documents", "a"), ("claims",)])
def test_the_schema_refuses_a_stray_field(comparison: Comparison, path: tuple[str, ...]) -> None:
    data = load(comparison)
    place = data
    for key in path:
        place = place[key]
    place["stray"] = 1
    assert not VALIDATOR.is_valid(data)


def test_the_schema_holds_a_value_to_its_kind(comparison: Comparison) -> None:
    data = load(comparison)
    data["claims"]["a"][1]["facets"][0]["kind"] = "date"
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("kind", get_args(values.Value))
def test_the_schema_names_every_field_of_every_kind(kind: type[values.Value]) -> None:
    described = SCHEMA["$defs"][kind.__name__.lower()]
    names = [field.name for field in fields(kind)]
    assert list(described["properties"]) == described["required"] == names


@pytest.mark.parametrize(
    ("definition", "name", "enum"),
    [
        ("quantity", "exactness", values.Exactness),
        ("quantity", "role", values.Role),
        ("moment", "bound", values.Bound),
        ("name", "type", values.NameType),
        ("polarity", "stance", values.Stance),
        ("certainty", "likelihood", values.Likelihood),
        ("status", "phase", values.Phase),
        ("attribution", "mode", values.Mode),
        ("facet", "kind", values.FacetKind),
        ("finding", "kind", FindingKind),
    ],
)
def test_the_schema_names_every_word(definition: str, name: str, enum: type[StrEnum]) -> None:
    assert SCHEMA["$defs"][definition]["properties"][name]["enum"] == [
        member.value for member in enum
    ]


def test_the_schema_names_every_relation() -> None:
    assert SCHEMA["$defs"]["relation"]["enum"] == [relation.value for relation in Relation]


def test_places_quote_their_text(comparison: Comparison) -> None:
    data = load(comparison)
    for side in "ab":
        text = data["documents"][side]["text"]
        quotes = [*data["claims"][side]]
        quotes += [facet for claim in quotes for facet in claim["facets"]]
        quotes += [finding[side] for pair in data["pairs"] for finding in pair["findings"]]
        assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)


def test_numbers_and_dates_are_tidy(comparison: Comparison) -> None:
    data = load(comparison)
    facets = data["claims"]["a"][1]["facets"]
    assert facets[0]["value"]["low"] == 36
    assert '"low": 36,' in to_text(as_json(comparison, version=""))
    assert facets[1]["value"]["low"] is None
    assert facets[1]["value"]["high"] is None
    assert facets[7]["value"]["first"] == "2024-05-03"
    assert facets[7]["value"]["clock"] == [300, 360]
    assert data["pairs"][1]["score"] == 0.3333
    assert data["documents"]["a"]["date"] == "2024-05-04"


def test_a_selection_narrows_the_lists_but_not_the_summary(comparison: Comparison) -> None:
    whole = load(comparison)
    part = load(comparison, Selection(frozenset({Relation.DIVERGE}), unmatched=False))
    assert [pair["id"] for pair in part["pairs"]] == ["p2"]
    assert part["only"] == {"a": [], "b": []}
    assert part["summary"] == whole["summary"]
    assert part["claims"] == whole["claims"]


def test_one_line_and_many_lines_say_the_same(comparison: Comparison) -> None:
    data = as_json(comparison, version="1")
    assert "\n" not in to_line(data)
    assert json.loads(to_line(data)) == json.loads(to_text(data))


def test_a_claim_and_a_pair_have_a_line_each(comparison: Comparison) -> None:
    lines = to_text(as_json(comparison, version="1")).splitlines()
    assert sum('"id": "' in line for line in lines) == 8 + 3


def test_half_characters_do_not_break_utf_8(comparison: Comparison) -> None:
    a, b = comparison.documents
    odd = type(a)(a.side, "caf\udce9.txt", a.text, a.paragraphs)
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]] = comparison.claims
    text = to_text(as_json(Comparison((odd, b), claims, comparison.pairs), version="1"))
    assert json.loads(text.encode("utf-8"))["documents"]["a"]["source"] == "caf\udce9.txt"
