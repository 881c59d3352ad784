from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.lexicon.antonyms import opposed, opposites
from tuireader.compare.lexicon.stems import stem

OPPOSED = """
rose/fell condemned/praised condemned/welcomed opened/closed guilty/acquitted approved/rejected
won/lost gain/loss strong/weak stronger/weaker before/after increase/decrease arrested/released
alive/dead safe/harmed voluntary/forced legal/illegal first/last public/secret north/south
accept/refuse confirmed/denied hired/fired up/down higher/lower locked/unlocked peaceful/violent
intact/damaged armed/unarmed harmless/harmful pro-government/anti-government pre-war/post-war
lethal/non-lethal escalate/de-escalate overestimated/underestimated responsible/irresponsible
legible/illegible powerless/powerful northern/southern suspended/resumed temporary/permanent
profit/deficit began/ended banned/allowed survived/died victory/defeat fatal/harmless
civilian/soldier surplus/deficit
""".replace("profit/deficit", "profit/loss")
APART = """
rose/climbed fell/dropped opened/opened unit/it unrest/rest until/til understand/overstand
bus/police killed/died unless/less homeless/home illness/lness winner/winning dismissed/missed
discovered/covered government/anti-government
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (pair.partition("/") for pair in table.split())]


@pytest.mark.parametrize(("one", "other"), _pairs(OPPOSED))
def test_excludes(one: str, other: str) -> None:
    assert opposed(stem(one), stem(other))
    assert opposed(stem(other), stem(one))


@pytest.mark.parametrize(("one", "other"), _pairs(APART))
def test_does_not_exclude(one: str, other: str) -> None:
    assert not opposed(stem(one), stem(other))


def _groups() -> list[list[list[str]]]:
    text = files("tuireader.compare.lexicon").joinpath("antonyms.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and line[0] not in "#="]
    return [[side.split(", ") for side in line.split(" | ")] for line in lines]


def test_the_table_is_large_and_has_two_sides_to_every_group() -> None:
    groups = _groups()
    assert len(groups) >= 250
    assert all(len(group) > 1 for group in groups)


@pytest.mark.parametrize("group", _groups(), ids=lambda group: " | ".join(map(", ".join, group)))
def test_no_stem_stands_on_two_sides(group: list[list[str]]) -> None:
    stems = [stem(word) for side in group for word in {stem(word) for word in side}]
    assert len(stems) == len(set(stems))
    assert all(stem(word) == stem(stem(word)) for side in group for word in side)


def test_opposites_are_mutual() -> None:
    for group in _groups():
        for word in (stem(word) for side in group for word in side):
            assert word not in opposites(word)
            assert all(word in opposites(other) for other in opposites(word))


@given(st.text(max_size=12), st.text(max_size=12))
def test_symmetric_and_never_of_itself(one: str, other: str) -> None:
    assert opposed(one, other) == opposed(other, one)
    assert not opposed(one, one)
