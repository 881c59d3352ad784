"""Dates of counts that go on, clocks of other zones, and what will not come so soon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

DATES = [
    ("The shop shut at 6 p.m. GMT.", "The shop shut at 6 p.m. EST.", "conflict"),
    ("The shop shut at 6 p.m. GMT.", "The shop shut at 1 p.m. EST.", "agree"),
    ("The shop shut at 1 a.m. CET.", "The shop shut at midnight GMT.", "agree"),
    (
        "The tunnel will not open before May 2031.",
        "The tunnel will open in June 2030.",
        "conflict",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), DATES)
def test_dates(tell: Tell, a: str, b: str, relation: str) -> None:
    found = [line.split()[1].rstrip(":") for line in tell(a, b) if line.startswith("date")]
    assert relation in found


def test_two_tallies_are_no_two_dates_of_one_thing(tell: Tell) -> None:
    a = "By Tuesday 120 people had signed the letter."
    b = "By Friday 300 people had signed the letter."
    assert not [line for line in tell(a, b) if " conflict: " in line]
