"""Names of two documents: one bearer or two, and one key for both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.compare.claims.names import link_names, same_name
from tuireader.compare.values import Name, NameType

_KINDS = {
    "p": NameType.PERSON,
    "o": NameType.ORGANISATION,
    "l": NameType.PLACE,
    "?": NameType.OTHER,
}

Pair = tuple[Name, Name]


def _name(text: str) -> Name:
    kind, _, key = text.partition(" ")
    return Name(key, _KINDS[kind])


def pairs(sign: str) -> list[Pair]:
    """The pairs of the table with this sign."""
    table = Path(__file__).with_name("link_cases.txt").read_text(encoding="utf-8")
    found = []
    for line in table.splitlines():
        if line.startswith(sign + " "):
            one, _, other = line[2:].partition(" | ")
            found.append((_name(one), _name(other)))
    return found


def _label(name: Name) -> str:
    return name.key


@pytest.mark.parametrize(("one", "other"), pairs("="), ids=_label)
def test_one_bearer(one: Name, other: Name) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), pairs("!"), ids=_label)
def test_two_bearers(one: Name, other: Name) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@pytest.mark.parametrize(("one", "other"), pairs("="), ids=_label)
def test_one_bearer_gets_one_key(one: Name, other: Name) -> None:
    shared = link_names([one], [other])
    assert shared[one.key] == shared[other.key]


@pytest.mark.parametrize(("one", "other"), pairs("!"), ids=_label)
def test_two_bearers_keep_two_keys(one: Name, other: Name) -> None:
    shared = link_names([one], [other])
    assert shared[one.key] != shared[other.key]


def test_the_table_is_large_enough() -> None:
    assert len(pairs("=")) + len(pairs("!")) >= 55


def test_an_ambiguous_surname_is_linked_to_nobody() -> None:
    shared = link_names([_name("p ruth green"), _name("p tom green")], [_name("p green")])
    assert len(set(shared.values())) == 3


def test_the_better_match_takes_the_link() -> None:
    shared = link_names([_name("p ruth green"), _name("p green")], [_name("p ruth greene x")])
    assert shared["ruth green"] != shared["green"]
    shared = link_names([_name("p rashid karami")], [_name("p karami"), _name("p rasheed karami")])
    assert shared["rashid karami"] == shared["rasheed karami"] != shared["karami"]


def test_the_longer_key_is_shared() -> None:
    assert link_names([_name("? un")], [_name("o united nations")])["un"] == "united nations"
