"""The whole or a part of it, one of two, unanimous or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

FOUND = [
    (
        "The port will let in all ships from Monday.",
        "The port will let in fishing ships from Monday.",
        "scope diverge: all ships | fishing ships",
    ),
    (
        "The company recalled all of its heaters.",
        "The company recalled all of its older heaters.",
        "scope diverge: all of its heaters | older heaters",
    ),
    (
        "The crew left the ship at dawn.",
        "Most of the crew left the ship at dawn.",
        "scope diverge: crew | Most of the crew",
    ),
    (
        "The beach is open to residents and tourists.",
        "The beach is open only to residents.",
        "scope conflict: residents and tourists | only to residents",
    ),
    (
        "Dogs and cats may be kept in the flats.",
        "Only cats may be kept in the flats.",
        "scope conflict: Dogs and cats | Only cats",
    ),
    (
        "The jury backed the proposal unanimously.",
        "The jury backed the proposal by seven votes to five.",
        "quantity conflict: unanimously | seven votes to five",
    ),
    (
        "Unanimously the jury backed the proposal.",
        "The jury backed the proposal by 7-5.",
        "quantity conflict: Unanimously | 7-5",
    ),
]
SILENT = [
    ("All twelve trucks were searched.", "The twelve trucks were searched.", "scope"),
    ("All trucks were searched.", "All the trucks were searched.", "scope"),
    ("Half of the voters stayed at home.", "Fifty percent of the voters stayed home.", "scope"),
    ("The mayor and the bishop came to the fair.", "Only the mayor spoke.", "scope"),
    ("All reporters left.", "Norwegian reporters left.", "scope conflict"),
    ("The flats are for nurses and doctors.", "The flats are for nurses.", "scope"),
    ("The board approved it 9-0.", "The board approved it unanimously.", "quantity"),
]


@pytest.mark.parametrize(("a", "b", "wanted"), FOUND)
def test_found(tell: Tell, a: str, b: str, wanted: str) -> None:
    assert wanted in tell(a, b)
    kind, places = wanted.split(": ")
    left, right = places.split(" | ")
    assert f"{kind}: {right} | {left}" in tell(b, a)


@pytest.mark.parametrize(("a", "b", "kind"), SILENT)
def test_silent(tell: Tell, a: str, b: str, kind: str) -> None:
    assert not [line for line in tell(a, b) if line.startswith(kind)]
