"""In what sense a thing is said: tried or done, advice or duty, supposed or so; by whom to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

FOUND = [
    (
        "The party voted for the treaty in March.",
        "The party voted against the treaty in March.",
        "antonym conflict: for | against",
    ),
    (
        "The party voted against the treaty.",
        "The party supported the treaty after long talks.",
        "antonym conflict: voted against | supported",
    ),
    (
        "The ministry confirmed that its jets hit the school.",
        "The ministry would neither confirm nor deny that its jets hit the school.",
        "certainty diverge: The ministry confirmed that its jets hit the school. | "
        "neither confirm nor deny",
    ),
    (
        "The border reopened on Monday.",
        "The border remains closed.",
        "antonym conflict: reopened | closed",
    ),
    (
        "The herd fell by half.",
        "The herd doubled.",
        "antonym conflict: fell | doubled",
    ),
    (
        "The coach resigned over the debts.",
        "The coach resigned for family reasons.",
        "cause diverge: debts | family reasons",
    ),
    (
        "The army has 3,000 men there.",
        "The army has 3,000 men there, plus an unknown number of guards.",
        "scope diverge: 3,000 | plus an unknown number of guards.",
    ),
    (
        "Thieves tried to steal the painting.",
        "Thieves stole the painting.",
        "certainty diverge: tried to | stole",
    ),
    (
        "The union threatened to block the port.",
        "The union blocked the port.",
        "certainty diverge: threatened to | blocked",
    ),
    (
        "The bank plans to cut 300 jobs next year.",
        "The bank has already cut 300 jobs.",
        "certainty conflict: plans to | cut",
    ),
    (
        "The kiln is to be shut by the end of March.",
        "The kiln has been shut since January.",
        "certainty conflict: is to be | shut",
    ),
    (
        "The troops are to leave by the end of the year.",
        "The troops left in March.",
        "certainty diverge: are to | left",
    ),
    (
        "The wall would have collapsed if it had rained.",
        "The wall collapsed.",
        "certainty conflict: would have | collapsed",
    ),
    (
        "Visitors should wear helmets in the mine.",
        "Visitors must wear helmets in the mine.",
        "certainty diverge: should | must",
    ),
    (
        "The council sued the builder over the cracks.",
        "The council was sued by the builder over the cracks.",
        "actor conflict: sued | was sued by",
    ),
    (
        "Arbel Steel bought the yard from Corven Lines.",
        "Corven Lines sold the yard to Arbel Steel.",
        "antonym agree: bought | sold",
    ),
    (
        "Arbel Steel bought the yard from Corven Lines.",
        "Arbel Steel sold the yard to Corven Lines.",
        "antonym conflict: bought | sold",
    ),
    (
        "Stress caused the mistake, the inquiry found.",
        "Stress had nothing to do with the mistake.",
        "cause conflict: Stress | Stress",
    ),
    (
        "It is the busiest harbour of the country.",
        "It is the third-busiest harbour of the country.",
        "quantity conflict: busiest | third-busiest",
    ),
    (
        "Most of the members voted for the merger.",
        "Thirty percent of the members voted for the merger.",
        "scope conflict: Most | Thirty percent",
    ),
    (
        "The strike spread through Bergen on Friday.",
        "The strike spread through Norway on Friday.",
        "place diverge: Bergen | Norway",
    ),
]
SILENT = [
    ("Thieves tried to steal the painting.", "Thieves wanted to steal the painting.", "certainty"),
    ("Thieves tried to steal the painting.", "Thieves may have stolen the painting.", "actor"),
    ("The bank plans to cut 300 jobs.", "The bank has already cut 90 jobs.", "certainty conflict"),
    ("The guests will leave.", "Some of the guests have already left.", "certainty conflict"),
    ("The patrol will look into the theft.", "The case goes to the patrol.", "certainty"),
    ("The council was sued by the builder.", "The builder sued the council.", "actor conflict"),
    ("The wall would have collapsed if it had rained.", "It did not rain.", "certainty conflict"),
    ("It is the busiest harbour.", "It is the busiest port.", "quantity"),
    ("Most of the members voted.", "Seventy percent of the members voted.", "scope"),
]


@pytest.mark.parametrize(("a", "b", "wanted"), FOUND)
def test_found(tell: Tell, a: str, b: str, wanted: str) -> None:
    assert wanted in tell(a, b)


@pytest.mark.parametrize(("a", "b", "kind"), SILENT)
def test_silent(tell: Tell, a: str, b: str, kind: str) -> None:
    assert not [line for line in tell(a, b) if line.startswith(kind)]
