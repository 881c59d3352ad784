import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.claims.dates import find_dates

WORDS = """the a an of in on by since until after before from to and between at early mid - late end
start last next this week month year years days day quarter half first third 3rd 17th July May March
26 2021 1990s '57 Monday Sunday morning night noon midnight spring ago earlier later off within 30
three twenty quarter past 9:40 p.m. GMT Christmas New Year 's eve weekend yesterday tomorrow will
said , . — 2021-04-14 29 February 9/11 o'clock İ ß ’ century 31 April"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))
ANCHORS = st.one_of(st.none(), st.dates(), st.sampled_from([dt.date.min, dt.date.max]))


@given(TEXTS, ANCHORS)
def test_places_quote_the_text_in_order(text: str, anchor: dt.date | None) -> None:
    facets = find_dates(text, anchor=anchor)
    position = 0
    for facet in facets:
        assert position <= facet.span.start < facet.span.end <= len(text)
        assert facet.span.of(text).strip() == facet.span.of(text) != ""
        position = facet.span.end


@given(TEXTS, ANCHORS)
def test_intervals_are_in_order(text: str, anchor: dt.date | None) -> None:
    for facet in find_dates(text, anchor=anchor):
        moment = facet.value
        assert (moment.first is None) == (moment.last is None)
        if moment.first is not None and moment.last is not None:
            assert moment.first <= moment.last
        else:
            assert moment.relative or moment.clock
        if moment.clock:
            assert 0 <= moment.clock[0] <= moment.clock[1] <= 24 * 60


@given(TEXTS, ANCHORS)
def test_the_same_text_gives_the_same_dates(text: str, anchor: dt.date | None) -> None:
    assert find_dates(text, anchor=anchor) == find_dates(text, anchor=anchor)


@given(TEXTS, st.text(max_size=20), ANCHORS)
def test_a_stretch_is_found_as_if_it_stood_alone(
    text: str, lead: str, anchor: dt.date | None
) -> None:
    alone = find_dates(text, anchor=anchor)
    whole = lead + text + " in 1999"
    inside = find_dates(whole, len(lead), len(lead) + len(text), anchor=anchor)
    assert [facet.value for facet in inside] == [facet.value for facet in alone]
    assert [f.span.start - len(lead) for f in inside] == [f.span.start for f in alone]


def test_deep_nesting_is_harmless() -> None:
    for piece in ("the end of the week after ", "the day after ", "early ", "the eve of "):
        find_dates(piece * 400 + "Monday", anchor=dt.date(2021, 1, 1))
