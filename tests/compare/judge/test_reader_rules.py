"""Few against most, to come against done, over against not begun, one day against another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]
FRIDAY = dt.date(2025, 11, 21)

FOUND = [
    (
        "Few of the bakers signed.",
        "Almost all of the bakers signed.",
        "scope conflict: Few | all",
    ),
    (
        "Some bakers signed.",
        "Most bakers signed.",
        "scope diverge: Some | Most",
    ),
    (
        "The brewery plans to sell the mill.",
        "The brewery has sold the mill.",
        "certainty diverge: plans to | sold",
    ),
    (
        "The mill will be repaired.",
        "The mill was repaired.",
        "certainty diverge: will be | repaired",
    ),
    (
        "The repair of the mill was completed.",
        "The repair of the mill has not begun.",
        "status conflict: was completed | has not begun",
    ),
    (
        "The talks are due to begin.",
        "The talks have begun.",
        "status diverge: to begin | have begun",
    ),
    ("She died of a fever.", "She died of a fall.", "cause diverge: fever | fall"),
    (
        "At least 14 barns burnt down.",
        "Fourteen barns burnt down.",
        "quantity diverge: At least 14 | Fourteen",
    ),
    (
        "The brewery closed its hall.",
        "The brewery closed its hall after a quarrel over noise.",
        "addition diverge: The brewery closed its hall. | after a quarrel over noise",
    ),
    (
        "The fair on Monday drew bakers of the town.",
        "The fair on Thursday drew bakers of the town.",
        "date conflict: Monday | Thursday",
    ),
]
SILENT = [
    ("addition", "The brewery closed its hall.", "The brewery has closed its old hall."),
    ("scope", "A few of the bakers signed.", "Many of the bakers signed."),
    ("certainty", "The mill will be repaired.", "The mill will be repaired."),
    ("certainty", "The mill will be sold.", "The mill is being sold."),
    ("addition", "The mill has not been sold.", "The mill has yet to be sold."),
]


@pytest.mark.parametrize(("a", "b", "expected"), FOUND)
def test_a_difference(tell: Tell, a: str, b: str, expected: str) -> None:
    assert expected in tell(a, b, days=(FRIDAY, FRIDAY))


@pytest.mark.parametrize(("kind", "a", "b"), SILENT)
def test_no_difference(tell: Tell, kind: str, a: str, b: str) -> None:
    assert not [told for told in tell(a, b) if told.startswith(kind)]


def test_what_is_told_of_other_days_does_not_agree(tell: Tell) -> None:
    told = tell(
        "The bakers met the mayor in the hall on Monday.",
        "After the meeting with the mayor the bakers gathered in a hall on Thursday.",
        days=(FRIDAY, FRIDAY),
    )
    assert not [line for line in told if line.startswith("wording agree")]
