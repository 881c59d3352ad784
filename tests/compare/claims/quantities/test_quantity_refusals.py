"""Numbers that count nothing are left alone; what is taken as a date is left to the dates."""

from __future__ import annotations

import pytest

from tuireader.compare.claims.quantities import find_quantities
from tuireader.compare.model import Span

NOTHING = [
    "the G7 and G20 leaders",
    "an F-35 and B-52s",
    "COVID-19 spread fast",
    "in the 1990s and the '80s",
    "he is in his 30s",
    "at No. 10 Downing Street",
    "see page 47 and pages 4 to 9",
    "Route 17 and Highway 9 are shut",
    "Interstate 95 was closed",
    "they met in Room 6",
    "under Article 5 of the treaty",
    "the drug failed in Phase 3",
    "Phase Two begins soon",
    "it is told in chapter two",
    "Resolution 1701 was passed",
    "Title 42 has lapsed",
    "Apollo 11 and Boeing 737-800",
    "Windows 11 on an iPhone 15",
    "Formula One drivers",
    "Flight MH370 was lost",
    "the Group of 20 and the Group of Seven",
    "the Big Five met the Seven Sisters",
    "the 9/11 hearings",
    "open 24/7 for all",
    "a 50/50 chance",
    "a 3D film on a 4G phone",
    "growth of 10x",
    "version 2.0.1 and v2.1",
    "at 192.168.0.1 and #5",
    "call 555-0142 now",
    "call +44 20 7946 0958 now",
    "call 202-555-0142 now",
    "Springfield, IL 62704",
    "at 12 Elm Street",
    "at 1600 Pennsylvania Avenue",
    "the 12th, 2nd and 3rd tries",
    "his third term in office",
    "a third man was seen",
    "in the third quarter of the year",
    "in the first half of the game",
    "half past eight",
    "in 2013",
    "the 2013 accord",
    "between 2013 and 2017",
    "in the 2019-20 season",
    "in 1066 they came",
    "nineteen eighty-four",
    "in June 2018",
    "on July 21",
    "July 21-23 and 21-23 July",
    "July 21 and 22",
    "on 8 April",
    "since Feb. 11",
    "the 21st of July",
    "on 11/03/2018 or 2018-03-11",
    "at 9:30 a.m.",
    "at 9.30am or 9 p.m.",
    "at 0900 GMT",
    "at half past one",
    "at six o'clock",
    "at a quarter to five",
    "at about twenty to nine",
    "at ten past six",
    "at two in the morning",
    "awake since two",
    "twelve years ago",
    "a week ago",
    "no one came",
    "one of the clerks",
    "one another",
    "the one who left",
    "one said no",
    "one used in a play",
    "a one-sided match",
    "one day it rained",
    "zero ducks",
    "0 ducks",
    "none of the ducks",
    "a couple was held",
    "test scores of note",
    "a double room",
    "few came",
    "the 17 April 2018 edition",
    "World War Two",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(text: str) -> None:
    assert [facet.span.of(text) for facet in find_quantities(text)] == []


BESIDE = [
    ("In 2013 some 300 boats sank.", ["some 300"]),
    ("In January two boats sank.", ["two"]),
    ("In May 45 people drowned.", ["45"]),
    ("some 2000 boats", ["some 2000"]),
    ("it hit 2000 people", ["2000"]),
    ("Two bridges on Route 17 fell.", ["Two"]),
    ("Phase 3 took 14 weeks.", ["14 weeks"]),
    ("At 9:30 a.m. 14 boats sank.", ["14"]),
    ("The 9/11 attacks felled 17 oaks.", ["17"]),
    ("the 39 articles", ["39"]),
    ("It lost 3 of its 14 ships on July 4.", ["3", "14"]),
    ("Police Hold Two Dozen Marchers", ["Two Dozen"]),
    ("Twelve ships left on the 12th.", ["Twelve"]),
]


@pytest.mark.parametrize(("text", "wanted"), BESIDE)
def test_quantities_beside_what_is_none(text: str, wanted: list[str]) -> None:
    assert [facet.span.of(text) for facet in find_quantities(text)] == wanted


def test_numbers_of_taken_places_are_left_out() -> None:
    text = "three months off, 14 boats"
    assert len(find_quantities(text)) == 2
    [facet] = find_quantities(text, taken=[Span(0, 16)])
    assert facet.span.of(text) == "14"


def test_a_taken_second_number_makes_no_range() -> None:
    text = "14 to 16 boats"
    [facet] = find_quantities(text, taken=[Span(6, 8)])
    assert facet.value.stated == (14,)
