"""What holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.claims.quantities import find_quantities
from tuireader.compare.claims.quantities.reading import SEEDS

_PIECES = st.sampled_from(
    [
        *sorted(SEEDS),
        *[
            "-",
            "–",
            ",",
            ".",
            "(",
            ")",
            "$",
            "£",
            "%",
            "/",
            ":",
            "'",
            '"',
            "+",
            "and",
            "to",
            "of",
            "in",
            "at",
            "by",
            "a",
            "an",
            "the",
            "per",
            "cent",
            "or",
            "so",
            "odd",
        ],
        *[
            "3,240",
            "3.5",
            "12",
            "1990s",
            "30-40",
            "7",
            "½",
            "1/2",
            "0",
            "00",
            "1,2",
            "9:30",
            "5pc",
            "320m",
            "$1.6bn",
            "6ft",
            "1.2.3",
        ],
        *[
            "people",
            "killed",
            "dead",
            "troops",
            "dollars",
            "euros",
            "km",
            "miles",
            "years",
            "old",
            "aged",
            "more",
            "than",
            "about",
        ],
        *[
            "May",
            "July",
            "Monday",
            "U.S.",
            "Rs",
            "No.",
            "page",
            "rose",
            "fell",
            "won",
            "votes",
            "toll",
            "stood",
            "ago",
            "past",
        ],
    ]
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(_PIECES, max_size=25).map(" ".join),
    st.lists(_PIECES, max_size=12).map("".join),
)
OTHERS = st.sampled_from(
    ["The sky was grey.", "Nobody came.", "Some 45 boats sank in July.", "It rained for two days."]
)


@given(TEXTS)
def test_places_are_ordered_apart_and_inside(text: str) -> None:
    last = 0
    for facet in find_quantities(text):
        assert last <= facet.span.start < facet.span.end <= len(text)
        assert facet.span.of(text).strip() == facet.span.of(text)
        last = facet.span.end


@given(TEXTS)
def test_an_interval_is_never_upside_down(text: str) -> None:
    for facet in find_quantities(text):
        assert facet.value.low <= facet.value.high
        assert len(facet.value.stated) <= 2


@given(TEXTS, OTHERS)
def test_a_sentence_behind_changes_nothing_before(text: str, other: str) -> None:
    closed = f"{text.strip()} done."
    assert find_quantities(f"{closed} {other}")[: len(find_quantities(closed))] == (
        find_quantities(closed)
    )


@given(TEXTS, TEXTS, TEXTS)
def test_only_the_stretch_is_read(before: str, text: str, after: str) -> None:
    whole = f"{before}{text}{after}"
    shifted = [
        (facet.span.start + len(before), facet.span.end + len(before), facet.value)
        for facet in find_quantities(text)
    ]
    found = find_quantities(whole, len(before), len(before) + len(text))
    assert [(facet.span.start, facet.span.end, facet.value) for facet in found] == shifted


@pytest.mark.parametrize("text", ["9" * 5000, "9" * 5000 + "/4", "1" + ",111" * 900, "1.1" * 900])
def test_endless_digits_are_no_quantity_and_no_crash(text: str) -> None:
    assert all(facet.value.low < 1e22 for facet in find_quantities(f"{text} boats"))
