"""Numbers said together: ranges, scores, changes, what refers back."""

from __future__ import annotations

import pytest

from tuireader.compare.claims.quantities import find_quantities
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.values import Exactness, Role

PAIRS = [
    ("Between 30 and 45 boats sank.", [("Between 30 and 45", (30, 45), "", "amount", "boats")]),
    ("30-45 boats sank.", [("30-45", (30, 45), "", "amount", "boats")]),
    ("30–45 boats sank.", [("30–45", (30, 45), "", "amount", "boats")]),
    (
        "It takes from 3 percent to 8 percent of income.",
        [("from 3 percent to 8 percent", (3, 8), "%", "amount", "income")],
    ),
    (
        "Sales of $2.1 billion to $2.6 billion are likely.",
        [("$2.1 billion to $2.6 billion", (2.1e09, 2.6e09), "USD", "amount", "sales")],
    ),
    ("It costs $1.5-2 million.", [("$1.5-2 million", (1500000, 2000000), "USD", "amount", "")]),
    ("It costs £10m-£15m.", [("£10m-£15m", (10000000, 15000000), "GBP", "amount", "")]),
    (
        "Some 1.4 to 1.7 million bees swarmed.",
        [("Some 1.4 to 1.7 million", (1400000, 1700000), "", "amount", "bees")],
    ),
    (
        "A five- to nine-week break is planned.",
        [("five- to nine-week", (5, 9), "day", "amount", "break")],
    ),
    (
        "Between six and 11 inches of snow fell.",
        [("Between six and 11 inches", (6, 11), "km", "amount", "snow")],
    ),
    ("Four or five boats sank.", [("Four or five", (4, 5), "", "amount", "boats")]),
    ("Rain is due in two to three weeks.", [("two to three weeks", (2, 3), "day", "amount", "")]),
    ("It will be 30C to 35C.", [("30C to 35C", (30, 35), "celsius", "amount", "")]),
    ("Rovers won 5-2.", [("5", (5,), "", "score", ""), ("2", (2,), "", "score", "")]),
    (
        "The bill passed by 41 votes to 36.",
        [("41", (41,), "", "score", "votes"), ("36", (36,), "", "score", "votes")],
    ),
    (
        "The council voted seven to two.",
        [("seven", (7,), "", "score", "votes"), ("two", (2,), "", "score", "votes")],
    ),
    (
        "A 53-47 vote settled it.",
        [("53", (53,), "", "score", "vote"), ("47", (47,), "", "score", "vote")],
    ),
    ("It lost 3-0 to Rovers.", [("3", (3,), "", "score", ""), ("0", (0,), "", "score", "")]),
    (
        "Prices rose from 4% to 6%.",
        [("4%", (4,), "%", "amount", "prices"), ("6%", (6,), "%", "amount", "prices")],
    ),
    (
        "Another 37 people were injured, 12 of them badly.",
        [
            ("37", (37,), "", "increment", "people injured"),
            ("12", (12,), "", "amount", "people injured"),
        ],
    ),
    (
        "Profit slipped 7% to $3.3 billion.",
        [
            ("7%", (7,), "%", "increment", "profit"),
            ("$3.3 billion", (3.3e09,), "USD", "amount", "profit"),
        ],
    ),
    (
        "Turnout was 58%, compared with 64% before.",
        [("58%", (58,), "%", "amount", "turnout"), ("64%", (64,), "%", "amount", "turnout")],
    ),
    (
        "260 of the 1,170 welders left.",
        [("260", (260,), "", "amount", "welders"), ("1,170", (1170,), "", "amount", "welders")],
    ),
    (
        "He hid twenty-three rings and one hundred and six coins.",
        [
            ("twenty-three", (23,), "", "amount", "rings"),
            ("one hundred and six", (106,), "", "amount", "coins"),
        ],
    ),
    (
        "The hill is 80 km (50 miles) away.",
        [("80 km", (80,), "km", "amount", "hill"), ("50 miles", (50,), "km", "amount", "hill")],
    ),
    (
        "17 people, including four children, were killed.",
        [("17", (17,), "", "amount", "people killed"), ("four", (4,), "", "amount", "children")],
    ),
    (
        "The mine killed 8 men and injured 15.",
        [("8", (8,), "", "amount", "men killed"), ("15", (15,), "", "amount", "people injured")],
    ),
    (
        "It costs 3 crowns and weighs 4 tons.",
        [("3 crowns", (3,), "crown", "amount", ""), ("4 tons", (4,), "kg", "amount", "")],
    ),
    (
        "In June two gunmen killed 12 people.",
        [("two", (2,), "", "amount", "gunmen"), ("12", (12,), "", "amount", "people killed")],
    ),
    (
        "17 were killed and 12 houses burned.",
        [("17", (17,), "", "amount", "people killed"), ("12", (12,), "", "amount", "houses")],
    ),
    (
        "The quake killed 17 and wounded 40.",
        [
            ("17", (17,), "", "amount", "people killed"),
            ("40", (40,), "", "amount", "people injured"),
        ],
    ),
    (
        "The toll climbed from 12 to 17.",
        [
            ("12", (12,), "", "amount", "people killed"),
            ("17", (17,), "", "amount", "people killed"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), PAIRS)
def test_pair(text: str, wanted: list[tuple[str, tuple[float, ...], str, str, str]]) -> None:
    found = find_quantities(text)
    assert [
        (facet.span.of(text), facet.value.stated, facet.value.unit, facet.value.role)
        for facet in found
    ] == [(quote, pytest.approx(stated), unit, role) for quote, stated, unit, role, _ in wanted]
    counted = [facet.value.counted for facet in found]
    assert counted == [tuple(stem(word) for word in row[4].split()) for row in wanted]


@pytest.mark.parametrize(("text", "wanted"), [row for row in PAIRS if len(row[1]) == 1])
def test_a_range_runs_from_its_first_number_to_its_second(
    text: str, wanted: list[tuple[str, tuple[float, ...], str, str, str]]
) -> None:
    [facet] = find_quantities(text)
    assert facet.value.exactness is Exactness.RANGE
    assert facet.value.low < facet.value.high


def test_a_second_number_that_is_a_date_makes_no_range() -> None:
    text = "It ran from 5 shows to 3 June."
    assert [facet.value.stated for facet in find_quantities(text)] == [(5,)]


def test_the_sides_of_a_score_keep_their_order() -> None:
    found = find_quantities("Rovers won 5-2 and City lost 1-4.")
    assert [facet.value.stated[0] for facet in found] == [5, 2, 1, 4]
    assert {facet.value.role for facet in found} == {Role.SCORE}
