"""Invariants of the finder of attributions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.claims.attribution import find_attributions
from tuireader.compare.claims.names import find_names
from tuireader.compare.model import Span

_PIECES = st.sampled_from(
    (
        *(
            "police",
            "Ann Orrin",
            "the Ministry of Works",
            "said",
            "says",
            "told",
            "reporters",
            "that",
        ),
        *("according to", "by", "'s account", "claimed", "it", "who", ",", ", a spokesman,", "and"),
        *('"', "“", "”", "'", "‘", "’", ".", "(", ")", "on Monday", "not", "was quoted as saying"),
        *(
            "as",
            "puts it",
            "which",
            "reported",
            "officials",
            "at",
            "of",
            "12",
            "citing",
            "in his view",
        ),
    )
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=18).map(" ".join))


@given(_TEXTS, st.integers(0, 60))
def test_places_lie_in_the_sentence_in_order(text: str, start: int) -> None:
    start = min(start, len(text))
    names = find_names(text, [Span(start, len(text))])
    facets = find_attributions(text, start, len(text), names=names)
    assert all(Span(start, len(text)).contains(facet.span) for facet in facets)
    assert all(facet.span.of(text) for facet in facets)
    assert [facet.span for facet in facets] == sorted({facet.span for facet in facets})
    assert facets == find_attributions(text, start, names=names)
