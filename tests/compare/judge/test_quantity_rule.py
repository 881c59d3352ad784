from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

MONDAY, TUESDAY = dt.date(2024, 3, 4), dt.date(2024, 3, 5)

FOUND = [
    # equal, converted, rounded
    ("The fire killed 14 people.", "Fourteen people died in the fire.", "agree: 14 | Fourteen"),
    ("Some 40 homes burned.", "Forty-two homes burned.", "agree: Some 40 | Forty-two"),
    ("The plant employs 1,983 workers.", "The plant has 2,000 workers.", "agree: 1,983 | 2,000"),
    ("The lake is 10 km long.", "The lake is 6.2 miles long.", "agree: 10 km | 6.2 miles"),
    ("The dam cost $2.4 million.", "The dam cost $2,400,000.", "agree: $2.4 million | $2,400,000"),
    (
        "At least 50 villagers drowned.",
        "More than 50 villagers drowned.",
        "agree: At least 50 | More than 50",
    ),
    (
        "The port cost $312 million to build.",
        "Building the port cost 312 million.",
        "agree: $312 million | 312 million",
    ),
    # less exact
    (
        "It fell below minus 5 degrees Celsius.",
        "The low was minus 9 degrees Celsius.",
        "diverge: below minus 5 degrees Celsius | minus 9 degrees Celsius",
    ),
    ("Dozens of cows perished.", "Thirty-one cows perished.", "diverge: Dozens | Thirty-one"),
    (
        "Fewer than 900 fans came to the match.",
        "The match drew 120 fans.",
        "diverge: Fewer than 900 | 120",
    ),
    ("At least 30 miners died.", "The collapse killed 71 miners.", "diverge: At least 30 | 71"),
    # cannot overlap
    ("The fire killed 14 people.", "The fire killed 19 people.", "conflict: 14 | 19"),
    (
        "Rebels hold 14 hostages, the army said.",
        "The number of hostages is at least 20.",
        "conflict: 14 | at least 20",
    ),
    ("Hundreds of homes were lost.", "Eleven homes were lost.", "conflict: Hundreds | Eleven"),
    (
        "The dam cost $2.4 million.",
        "The cost of the dam was $5 million.",
        "conflict: $2.4 million | $5 million",
    ),
    (
        "About 300 birds were found.",
        "About 310 birds were found.",
        "conflict: About 300 | About 310",
    ),
    # denied
    (
        "Some 60,000 marched through the city.",
        "Not 60,000 but a few marched through the city.",
        "conflict: Some 60,000 | 60,000",
    ),
]

APART = [
    # another fate
    ("The blast killed 12 miners.", "The blast injured 30 miners."),
    # another unit
    ("The dam cost $2.4 million.", "The dam is 240 metres high."),
    # a bare number that is too small to have lost its unit
    ("The ticket costs $12.", "Twelve tickets were sold."),
    # an increment and a total
    ("Three more miners died overnight.", "The mine collapse has killed 41 miners."),
    # ages
    ("The driver, 34, was held.", "Police held 7 drivers."),
    # nothing shared is counted
    ("The town has 12 schools.", "The town has 900 trees."),
]


@pytest.mark.parametrize(("a", "b", "expected"), FOUND)
def test_two_figures(tell: Tell, a: str, b: str, expected: str) -> None:
    assert f"quantity {expected}" in tell(a, b)


@pytest.mark.parametrize(("a", "b"), APART)
def test_figures_of_other_things_are_no_rivals(tell: Tell, a: str, b: str) -> None:
    assert [told for told in tell(a, b) if told.startswith("quantity")] == []


MONEY = ("The fine is $50 million.", "The judge set the fine at €80 million.")


def test_money_of_two_currencies_is_not_compared(tell: Tell) -> None:
    assert [told for told in tell(*MONEY) if "quantity" in told] == []


COUNTS = ("The flood killed 14 people.", "The flood killed 19 people.")


@pytest.mark.parametrize(
    ("days", "relation"),
    [
        ((MONDAY, MONDAY), "conflict"),
        ((None, TUESDAY), "conflict"),
        ((None, None), "conflict"),
        ((MONDAY, TUESDAY), "diverge"),
        ((TUESDAY, MONDAY), "diverge"),
    ],
)
def test_a_count_of_another_day_may_be_another(
    tell: Tell, days: tuple[dt.date | None, dt.date | None], relation: str
) -> None:
    a, b = "The flood killed 14 people.", "In the flood there died 19 people."
    assert f"quantity {relation}: 14 | 19" in tell(a, b, days=days)


def test_the_days_that_claims_name_go_before_those_of_the_documents(tell: Tell) -> None:
    a = "By 9 May 2024 rescuers had counted 14 dead."
    b = "Rescuers counted 19 dead by 12 May 2024."
    assert "quantity diverge: 14 | 19" in tell(a, b, days=(MONDAY, MONDAY))
    b = "Nineteen dead had been counted by 9 May 2024."
    assert "quantity conflict: 14 | Nineteen" in tell(a, b, days=(MONDAY, TUESDAY))


def test_unsure_claims_with_other_names_may_count_other_things(tell: Tell) -> None:
    a = "In Aalborg 40 teachers walked out of their classrooms."
    b = "Unions in Odense spoke of 90 teachers on strike since noon."
    assert "quantity diverge: 40 | 90" in tell(a, b, score=0.4)
    assert "quantity conflict: 40 | 90" in tell(a, b, score=0.9)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The fire killed 14 shepherds.", "Nineteen shepherds are dead.", "conflict"),
        ("Forty teachers live in the tower.", "The tower has 90 teachers.", "conflict"),
    ],
)
def test_one_fate_or_much_shared_makes_rivals_of_unsure_claims(
    tell: Tell, a: str, b: str, relation: str
) -> None:
    assert tell(a, b, score=0.4)[0].startswith(f"quantity {relation}")


def test_of_unsure_claims_a_figure_of_nothing_named_is_no_rival(tell: Tell) -> None:
    a, b = "The trial was run in five countries.", "Only 38 dropped out of the trial."
    assert not any(line.startswith("quantity") for line in tell(a, b, score=0.4))


def test_each_figure_has_one_rival_the_equal_ones_first(tell: Tell) -> None:
    a = "The blast killed 12 miners and injured 30 miners."
    b = "The blast injured 30 miners and killed 15 miners."
    told = [line for line in tell(a, b) if line.startswith("quantity")]
    assert told == ["quantity conflict: 12 | 15", "quantity agree: 30 | 30"]
