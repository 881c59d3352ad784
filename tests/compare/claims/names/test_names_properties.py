"""Invariants of the finder and of the comparison of names."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.claims.names import find_names, link_names, same_name
from tuireader.compare.model import Span
from tuireader.compare.values import Name, NameType

_PIECES = st.sampled_from(
    (
        *("The", "Bank of Tarsk", "Lt. Gen. Ann O'Rell", "U.S.", "US", "us", "al-Hadid", "A."),
        *("van der Post", "Iran-Iraq", "’s", "'s", "(IAEA)", "he", "She", "the ministry", "said"),
        *("the president,", "May", "Monday", "Jr.", "Inc.", "&", "and", "of", "of the", "-", "—"),
        *(". ", ", ", "“", '"', "\n\n", "Washington", "in Baghdad", "Mr.", "É", "İ", "ß", "ﬁ", "Ǆ"),
        *(
            "President",
            "DR Congo",
            "Côte d'Ivoire",
            "Highway 61",
            "Orrin-Brandt",
            "they",
            "it said",
        ),
        *("ᾼ", "St. Luke's", "the Committee", "Committee of Public Works", "Orrin-Hadid"),
    )
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=16).map(" ".join))
_KEYS = st.one_of(
    st.text("aeiounrsldhkm .-'", min_size=1, max_size=14).filter(str.strip),
    st.sampled_from(["us", "un", "united nations", "islamic state", "is", "i.s.", "baghdad", "iq"]),
)
_NAMES = st.builds(Name, key=_KEYS, type=st.sampled_from(NameType))


@given(_TEXTS, st.integers(0, 80))
def test_places_lie_in_the_text_in_order_without_overlap(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    sentences = [Span(0, cut), Span(cut, len(text))]
    facets = find_names(text, sentences)
    assert all(any(s.contains(facet.span) for s in sentences) for facet in facets)
    assert all(facet.span.of(text).strip() == facet.span.of(text) != "" for facet in facets)
    assert all(facet.value.key for facet in facets)
    assert all(one.span.end <= two.span.start for one, two in pairwise(facets))
    assert facets == find_names(text, sentences)


@given(_TEXTS)
def test_a_text_placed_later_gives_the_same_names(text: str) -> None:
    shift = len("Quietly it rained.\n\n")
    whole = "Quietly it rained.\n\n" + text
    alone = find_names(text, [Span(0, len(text))], [Span(0, len(text))])
    later = find_names(whole, [Span(shift, len(whole))], [Span(shift, len(whole))])
    moved = [(Span(f.span.start + shift, f.span.end + shift), f.value) for f in alone]
    assert [(facet.span, facet.value) for facet in later] == moved


@given(_NAMES, _NAMES)
def test_sameness_is_symmetric(a: Name, b: Name) -> None:
    assert same_name(a, b) == same_name(b, a)


@given(_NAMES)
def test_sameness_is_reflexive(name: Name) -> None:
    assert same_name(name, name)


@given(st.lists(_NAMES, max_size=12), st.lists(_NAMES, max_size=12))
def test_links_mirror_and_never_join_the_keys_of_one_side(a: list[Name], b: list[Name]) -> None:
    shared = link_names(a, b)
    assert shared == link_names(b, a)
    for side in (a, b):
        keys = {name.key for name in side}
        assert keys <= shared.keys()
        assert len({shared[key] for key in keys}) == len(keys)


def test_a_text_of_capitals_without_end_is_read() -> None:
    for word in ("Iraqi ", "Ann Orrin and ", "Bank of ", "President "):
        text = word * 2000
        facets = find_names(text, [Span(0, len(text))])
        assert all(Span(0, len(text)).contains(facet.span) for facet in facets)
