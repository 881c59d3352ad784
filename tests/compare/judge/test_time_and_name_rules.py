"""Dates, persons and places: the same, another one, or none of the other's business."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

MONDAY = dt.date(2024, 3, 4)

DATES = [
    (
        "The trial opened on 3 June 2021.",
        "On June 3, 2021 the trial began.",
        "agree: 3 June 2021 | June 3, 2021",
    ),
    (
        "The trial opened in June 2021.",
        "The trial began on 3 June 2021.",
        "agree: June 2021 | 3 June 2021",
    ),
    (
        "The trial opened on 3 June 2021.",
        "The trial opened on 4 June 2021.",
        "conflict: 3 June 2021 | 4 June 2021",
    ),
    (
        "Her trial opened in Lund on 3 June 2021.",
        "On 9 June 2021 the court in Lund opened her trial.",
        "conflict: 3 June 2021 | 9 June 2021",
    ),
    ("The trial opened on Monday.", "The trial opened on Tuesday.", "conflict: Monday | Tuesday"),
    ("The trial opened on Monday.", "On Monday the trial opened.", "agree: Monday | Monday"),
    ("The trial opened at 9 a.m.", "The trial opened at 11 a.m.", "conflict: 9 a.m. | 11 a.m."),
    (
        "At 9 a.m. the trial opened at the court in Lund.",
        "Proceedings at the court in Lund started at 11 a.m.",
        "conflict: 9 a.m. | 11 a.m.",
    ),
    (
        "The lease runs until March 2030.",
        "The lease runs until April 2031.",
        "conflict: until March 2030 | until April 2031",
    ),
]
NO_DATES = [
    ("The trial opened in March 2020.", "A verdict fell in Riga in May 2022."),
    ("The trial opened on 3 June 2021.", "The trial has opened."),
    (
        "Since 2015 the ferry has run at a loss that the town bears.",
        "The ferry was bought in 2011.",
    ),
]

NAMES = [
    (
        "Police arrested Omar Khalil.",
        "Omar Khalil was arrested.",
        "actor agree: Omar Khalil | Omar Khalil",
    ),
    (
        "Police arrested Omar Khalil in Leeds.",
        "Police arrested Umar Khaleel in Leeds.",
        "actor agree: Omar Khalil | Umar Khaleel",
    ),
    ("Kiev signed the treaty.", "Kyiv signed the treaty.", "actor agree: Kiev | Kyiv"),
    (
        "Washington imposed the tariff.",
        "The United States imposed the tariff.",
        "place agree: Washington | United States",
    ),
    (
        "Police arrested Omar Khalil in Leeds.",
        "Police arrested Peter Grant in Leeds.",
        "actor conflict: Omar Khalil | Peter Grant",
    ),
    # changed places
    (
        "France beat Spain in the final.",
        "Spain beat France in the final.",
        "place conflict: France | Spain",
    ),
    (
        "On Sunday Anna Lindqvist sued Pavel Novak.",
        "On Sunday Pavel Novak sued Anna Lindqvist.",
        "actor conflict: Anna Lindqvist | Pavel Novak",
    ),
    (
        "The talks were held in Vienna.",
        "The talks were held in Geneva.",
        "place conflict: Vienna | Geneva",
    ),
]
NO_RIVALS = [
    # in another order
    ("Anna Lindqvist and Pavel Novak sued.", "Pavel Novak and Anna Lindqvist sued."),
    ("Anna Lindqvist met Pavel Novak.", "Pavel Novak met Anna Lindqvist."),
    ("France played Spain in the final.", "Spain played France in the final."),
    # rewritten
    ("France beat Spain in the final.", "Spain was beaten by France in the final."),
    ("He flew from Vienna to Geneva.", "He flew from Geneva to Vienna."),
    # not worded alike
    ("Omar Khalil was arrested in Leeds.", "In Hull the inquiry was led by Peter Grant."),
    # named on one side only
    ("Omar Khalil was arrested.", "The driver was arrested."),
]


@pytest.mark.parametrize(("a", "b", "expected"), DATES)
def test_two_dates(tell: Tell, a: str, b: str, expected: str) -> None:
    assert f"date {expected}" in tell(a, b)


@pytest.mark.parametrize(("a", "b"), NO_DATES)
def test_dates_of_other_things_are_no_rivals(tell: Tell, a: str, b: str) -> None:
    assert [told for told in tell(a, b) if told.startswith("date")] == []


@pytest.mark.parametrize(
    ("later", "relation"), [(0, "conflict"), (1, "agree"), (7, "conflict")], ids=str
)
def test_yesterday_starts_from_the_day_of_its_document(
    tell: Tell, later: int, relation: str
) -> None:
    days = MONDAY, MONDAY + dt.timedelta(days=later)
    a, b = "The trial opened today.", "The trial opened yesterday."
    assert f"date {relation}: today | yesterday" in tell(a, b, days=days)


@pytest.mark.parametrize(("a", "b", "expected"), NAMES)
def test_two_names(tell: Tell, a: str, b: str, expected: str) -> None:
    assert expected in tell(a, b)


@pytest.mark.parametrize(("a", "b"), NO_RIVALS)
def test_other_names_are_no_rivals(tell: Tell, a: str, b: str) -> None:
    told = tell(a, b)
    assert [line for line in told if line.startswith(("actor conflict", "place conflict"))] == []
