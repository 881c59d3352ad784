"""What contradicts only where it is said of one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

OF_OTHERS = [
    # other subjects
    ("The baker did not come to the fair.", "The brewer came to the fair."),
    ("Carpenter Ada Wolff did not vote.", "Last night the weaver Ben Ostrow voted."),
    ("Shares of the brewery rose on Monday.", "Bonds of the dairy fell on Monday."),
    ("The upper lock opened in June.", "The lower lock opened in July."),
    ("Turnout in the towns was 70 percent.", "Turnout in the villages was 41 percent."),
    ("The mayor of Paris praised the lease.", "The mayor of Madrid condemned the lease."),
    ("Sales fell in the first quarter.", "Sales rose in the second quarter."),
    # other objects
    ("The college raised its fees in May.", "The college cut its grants in May."),
    # denied of another thing
    ("Nobody was hurt on the tram.", "A boy was hurt in the car."),
]
OF_ONE = [
    ("The baker did not come to the fair.", "The baker came to the fair."),
    ("The baker did not come to the fair.", "He came to the fair."),
    ("The club did not sack the coach.", "The coach was sacked by the club."),
    ("Turnout in the towns was 70 percent.", "Turnout in the towns was 41 percent."),
    ("The college raised its fees in May.", "The college cut its fees in May."),
    ("Nobody was hurt on the tram.", "Passengers were hurt on the tram."),
    ("His brother was arrested at noon.", "His wife was arrested at noon."),
    ("The march was peaceful.", "Peaceful it was not."),
]


@pytest.mark.parametrize(("a", "b"), OF_OTHERS)
def test_no_conflict_of_different_things(tell: Tell, a: str, b: str) -> None:
    for told in (tell(a, b), tell(b, a)):
        assert not [line for line in told if " conflict: " in line]


@pytest.mark.parametrize(("a", "b"), OF_ONE)
def test_a_conflict_of_one_thing(tell: Tell, a: str, b: str) -> None:
    for told in (tell(a, b), tell(b, a)):
        assert [line for line in told if " conflict: " in line]
