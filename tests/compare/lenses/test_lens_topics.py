import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.lenses import Lens, Need, load_lenses, topic_of
from tuireader.compare.model import Claim, Facet, Span
from tuireader.compare.values import Exactness, FacetKind, Quantity


def claim(text: str, unit: str | None = None) -> Claim:
    span = Span(0, len(text))
    value = Quantity(5, 5, Exactness.EXACT, unit or "")
    facets = (Facet(span, value),) if unit is not None else ()
    return Claim("a1", span, text, facets, span, 0)


def lens(identity: str, *terms: str, general: bool = False) -> Lens:
    return Lens(identity, identity, identity, terms, general=general)


def test_a_general_lens_gives_way() -> None:
    a, b = claim("52% of the votes, the poll says", "%"), claim("fifty-two per cent voted", "%")
    assert topic_of(a, b, load_lenses()) == "votes"


def test_both_claims_must_match() -> None:
    a, b = claim("the flood broke the dam"), claim("the dam held")
    assert topic_of(a, b, [lens("flood", "flood")]) == ""
    assert topic_of(a, b, [lens("dam", "dam")]) == "dam"


def test_more_words_of_the_terms_are_more_specific() -> None:
    lenses = [lens("b-water", "water"), lens("a-drinking", "drinking water", "well")]
    a, b = claim("the drinking water was brown"), claim("brown drinking water")
    assert topic_of(a, b, lenses) == "a-drinking"


def test_fewer_terms_break_a_tie_then_the_id() -> None:
    a = claim("the water rose")
    assert topic_of(a, a, [lens("a", "water", "well"), lens("b", "water")]) == "b"
    assert topic_of(a, a, [lens("b", "water"), lens("a", "water")]) == "a"


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("soldier", "The SOLDIERS left."),
        ("run-off", "in the run off"),
        ("run off", "the run-off"),
        ("vote", "they voted"),
        ("%", "31%"),
        ("death toll", "the death toll rose"),
    ],
)
def test_terms_match_every_form(term: str, text: str) -> None:
    assert lens("x", term).matches(claim(text))


@pytest.mark.parametrize(
    ("term", "text"), [("death toll", "death took its toll"), ("art", "party")]
)
def test_a_phrase_is_matched_whole(term: str, text: str) -> None:
    assert not lens("x", term).matches(claim(text))


def status_lens(**statuses: tuple[str, ...]) -> Lens:
    return Lens("x", "x", "x", ("gate",), statuses=statuses)


@pytest.mark.parametrize(
    ("text", "phase", "quote"),
    [
        ("The gate was shut.", "shut", "shut"),
        ("The gate was not shut.", "open", "not shut"),
        (
            "They will finally shut the old iron gate.",
            "to shut",
            "will finally shut the old iron gate",
        ),
        ("They will one day in May, we hope, shut the gate.", "shut", "shut"),
        ("They won’t shut it.", "open", "won’t shut"),
    ],
)
def test_the_longest_wording_counts(text: str, phase: str, quote: str) -> None:
    topic = Lens(
        "x",
        "x",
        "x",
        ("gate",),
        statuses={
            "shut": ("shut|closed",),
            "open": ("not shut", "won't shut"),
            "to shut": ("will|would * shut * gate",),
        },
    )
    found = topic.status_of(text)
    assert found is not None
    assert (found[0], found[1].of(text)) == (phase, quote)


def test_no_wording_no_status() -> None:
    assert status_lens(shut=("shut",)).status_of("The gate stood open.") is None


def test_a_need_is_asked_for() -> None:
    topic = Lens(
        "x", "x", "x", ("gate",), Need(frozenset({FacetKind.QUANTITY}), frozenset({"money"}))
    )
    assert topic.matches(claim("the gate cost 5 euros", "EUR"))
    assert topic.matches(claim("the gate cost 5 pounds", "pound"))
    assert not topic.matches(claim("the gate is 5 km long", "km"))
    assert not topic.matches(claim("the gate"))


def test_an_own_wording_meets_the_need_of_a_status() -> None:
    topic = Lens("x", "x", "x", ("gate",), Need(frozenset({FacetKind.STATUS})), {"shut": ("shut",)})
    assert topic.matches(claim("the gate is shut"))
    assert not topic.matches(claim("the gate is red"))


def test_a_lens_goes_to_another_process() -> None:
    lenses = load_lenses()
    a = claim("killed 5 people", "")
    assert (
        topic_of(a, a, lenses) == topic_of(a, a, pickle.loads(pickle.dumps(lenses))) == "casualties"
    )


WORDS = (
    "the troops soldiers killed dead vote rise % cost $ by month no combat mission ended will end"
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split())).map(" ".join))
CLAIMS = st.builds(claim, TEXTS, st.sampled_from([None, "", "%", "EUR", "km"]))


@given(CLAIMS, CLAIMS, st.permutations(load_lenses()))
def test_the_topic_is_symmetric_and_of_no_order(a: Claim, b: Claim, lenses: list[Lens]) -> None:
    assert topic_of(a, b, load_lenses()) == topic_of(b, a, lenses)


@given(TEXTS)
def test_a_status_quotes_the_text(text: str) -> None:
    for topic in load_lenses():
        found = topic.status_of(text)
        if found is not None:
            assert found[0] in topic.statuses
            assert found[1].of(text)
