"""What is added, narrowed, put in another's place, or told in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

FOUND = [
    # qualification
    (
        "The tunnel is open.",
        "The tunnel is open, but only for lorries.",
        "addition diverge: The tunnel is open. | but only for lorries.",
    ),
    (
        "However mild, the winter killed bees.",
        "The mild winter killed bees.",
        "addition diverge: However mild, the winter killed bees. | The mild winter killed bees.",
    ),
    # scope
    (
        "All of the passengers were rescued.",
        "Most of the passengers were rescued.",
        "scope diverge: All | Most",
    ),
    (
        "Some passengers were rescued.",
        "Every passenger was rescued.",
        "scope diverge: Some | Every",
    ),
    (
        "The army has 3,000 soldiers there.",
        "The army has 3,000 soldiers there, not counting mercenaries.",
        "scope diverge: 3,000 | not counting mercenaries.",
    ),
    (
        "All trucks reached the town on Monday.",
        "Of the 30 trucks only 18 reached the town on Monday.",
        "scope conflict: All | 18",
    ),
    (
        "All schools have received laptops.",
        "Only 870 of the 1,300 schools have received laptops.",
        "scope conflict: All | 870",
    ),
    # substitution
    (
        "His brother was arrested at the airport.",
        "His wife was arrested at the airport.",
        "antonym conflict: brother | wife",
    ),
    (
        "Trains on line S41 run every hour.",
        "Trains on line S14 run every hour.",
        "quantity conflict: S41 | S14",
    ),
    (
        "The prize went to the novel Marrowfold this year.",
        "The prize went to the novel Tallowmere this year.",
        "actor conflict: Marrowfold | Tallowmere",
    ),
    # wording
    (
        "Biolane’s scientist Ruth Amsel praised the clear results.",
        "Ruth Amsel owns shares in Biolane.",
        "wording diverge: Biolane’s scientist Ruth Amsel praised the clear results. "
        "| Ruth Amsel owns shares in Biolane.",
    ),
    (
        "Cleaning up will cost the city some $200,000.",
        "The city’s own inspector found the camp clean.",
        "addition diverge: some $200,000 | The city’s own inspector found the camp clean.",
    ),
    (
        "The jury acquitted the banker.",
        "The banker was acquitted by the jury.",
        "wording agree: The jury acquitted the banker. | The banker was acquitted by the jury.",
    ),
    (
        "The harvest was poor.",
        "A cathedral bell cracked.",
        "wording diverge: The harvest was poor. | A cathedral bell cracked.",
    ),
    (
        "The jury acquitted the banker.",
        "Nine farmers, plumbers, nurses, singers, bakers, tailors, cooks, smiths and porters of "
        "the jury acquitted the banker.",
        "addition diverge: The jury acquitted the banker. | Nine farmers, plumbers, nurses, "
        "singers, bakers, tailors, cooks, smiths and porters",
    ),
    # figures of other things
    (
        "The army has 3,000 soldiers there.",
        "The army has 2,000 tanks there, painted in the colours of the desert.",
        "wording diverge: 3,000 | 2,000",
    ),
    (
        "Sales rose by 3 points.",
        "The rise in sales was 8 points.",
        "wording diverge: 3 | 8",
    ),
    (
        "The ship was carrying grain.",
        "The ship was carrying weapons.",
        "wording diverge: grain | weapons",
    ),
    (
        "The court acquitted the banker.",
        "The court found the banker not guilty.",
        "wording agree: The court acquitted the banker. | The court found the banker not guilty.",
    ),
    ("It is not there.", "It is not there.", "wording agree: It is not there. | It is not there."),
    (
        "The jury, a panel of farmers, teachers, plumbers, nurses, singers, bakers and students, "
        "quickly acquitted the banker.",
        "The jury acquitted the banker.",
        "addition diverge: panel of farmers, teachers, plumbers, nurses, singers, bakers and "
        "students, quickly | The jury acquitted the banker.",
    ),
]
SILENT = [
    # a turn on both sides
    ("addition", "The tunnel is open, although it leaks.", "The tunnel is open, but it leaks."),
    ("addition", "The tunnel is open.", "The tunnel is open again."),
    # all and every
    ("scope", "All passengers were rescued.", "Every passenger was rescued."),
    ("scope", "All or most passengers left.", "All or most passengers left."),
    # of other things
    ("scope", "Half of the bakeries closed.", "The entire town slept."),
    (
        "scope",
        "The army has 3,000 soldiers there, not counting mercenaries.",
        "The army has 2,000 tanks there.",
    ),
    # both leave something out
    (
        "scope",
        "The army has 3,000 soldiers there, excluding mercenaries.",
        "The army has 3,000 soldiers there, not counting mercenaries.",
    ),
    # another word for it
    ("antonym", "His brother was held.", "His sibling was held."),
    ("antonym", "The car hit a wall.", "The vehicle hit a wall."),
    # rewritten rather than replaced
    (
        "antonym",
        "His brother was arrested at the airport.",
        "At the airport officers led away his wife.",
    ),
    # who tells it is no matter of the wording
    ("wording diverge", "The owner denied that it leaked.", "The owner says it did not leak."),
    # figures that agree say it already
    ("wording", "The fire killed 14 people.", "Fourteen people died in the fire."),
    # a conflict says it already
    ("wording", "The mayor resigned.", "The mayor did not resign."),
]


@pytest.mark.parametrize(("a", "b", "expected"), FOUND)
def test_the_wording_tells(tell: Tell, a: str, b: str, expected: str) -> None:
    assert expected in tell(a, b)


@pytest.mark.parametrize(("kind", "a", "b"), SILENT)
def test_the_wording_tells_nothing(tell: Tell, kind: str, a: str, b: str) -> None:
    assert [told for told in tell(a, b) if told.startswith(kind)] == []
