import datetime as dt

import pytest

from tuireader.compare.claims.dates import find_dates
from tuireader.compare.values import Bound

ANCHOR = dt.date(2023, 9, 6)


def at(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


TIMES = [
    ("at 9:40 p.m.", at(21, 40), at(21, 40)),
    ("at 9.40 pm", at(21, 40), at(21, 40)),
    ("at 9pm", at(21), at(21)),
    ("at 12:05 a.m.", at(0, 5), at(0, 5)),
    ("at 12 p.m.", at(12), at(12)),
    ("at 21:40", at(21, 40), at(21, 40)),
    ("at 0900 hours", at(9), at(9)),
    ("shortly after 4 a.m.", at(3, 59) + 2, at(4, 30)),
    ("just before 4 a.m.", at(3, 30), at(3, 59)),
    ("about 9:40 p.m.", at(21, 25), at(21, 55)),
    ("half past two in the morning", at(2, 30), at(2, 30)),
    ("two in the morning", at(2), at(2)),
    ("six o'clock this evening", at(18), at(18)),
    ("at twenty to ten on Tuesday night", at(21, 40), at(21, 40)),
    ("a few minutes past four on Tuesday morning", at(4) + 1, at(4, 30)),
    ("a quarter to four in the afternoon", at(15, 45), at(15, 45)),
    ("Thursday noon", at(12), at(12)),
    ("midnight on Monday night", at(24), at(24)),
    ("the early hours of Sunday", at(0), at(9, 59)),
    ("before dawn on Thursday", at(0), at(7)),
    ("from 7 a.m. to 9 p.m.", at(7), at(21)),
    ("Monday, March 11, 2013 23:51", at(23, 51), at(23, 51)),
    ("posted 7/28/2004 3:02:00 PM", at(15, 2), at(15, 2)),
    ("Tuesday evening", at(17), at(23, 59)),
]


@pytest.mark.parametrize(("text", "first", "last"), TIMES)
def test_time_of_day(text: str, first: int, last: int) -> None:
    (facet,) = find_dates(text, anchor=ANCHOR)
    assert facet.value.clock == (first, last)


@pytest.mark.parametrize(
    "text", ["at twenty to ten, he fell", "at 9:40 he fell", "about six o'clock"]
)
def test_an_open_half_of_the_day_covers_both(text: str) -> None:
    (facet,) = find_dates(text)
    assert facet.value.clock is not None
    first, last = facet.value.clock
    assert first < at(12) <= last
    assert last - first >= at(12)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("at 11:00 GMT", "GMT"),
        ("at 1100 GMT", "GMT"),
        ("8 p.m. ET", "ET"),
        ("8 p.m. Eastern time", "ET"),
        ("from 7 a.m. to 9 p.m. Central time", "CT"),
        ("at 8 p.m. local time", ""),
    ],
)
def test_zone(text: str, zone: str) -> None:
    (facet,) = find_dates(text)
    assert facet.value.zone == zone


def test_day_and_time_are_one_moment() -> None:
    text = "The alarm came at 11:40 p.m. on Monday, from the tower."
    (facet,) = find_dates(text, anchor=ANCHOR)
    assert facet.span.of(text) == "11:40 p.m. on Monday"
    assert facet.value.first == dt.date(2023, 9, 4)
    assert facet.value.clock == (at(23, 40), at(23, 40))


def test_a_time_alone_has_no_day() -> None:
    (facet,) = find_dates("since two in the morning", anchor=ANCHOR)
    assert facet.value.first is None
    assert facet.value.bound is Bound.SINCE
    assert facet.value.clock == (at(2), at(2))
