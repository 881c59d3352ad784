"""Denial, opposites, status, certainty and source: how a claim is made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., list[str]]

POLARITY = [
    ("The mayor resigned.", "The mayor did not resign.", "conflict: resigned | not"),
    ("The mayor never resigned.", "The mayor resigned.", "conflict: never | resigned"),
    (
        "The mayor took bribes.",
        "The mayor denied that he took bribes.",
        "conflict: took bribes | denied",
    ),
    (
        "The march was peaceful.",
        "Peaceful the march was not.",
        "conflict: march was peaceful | not",
    ),
    (
        "The vaccine is safe.",
        "There is no evidence that the vaccine is safe.",
        "conflict: vaccine is safe | no evidence that",
    ),
    ("The bridge will open in June.", "The bridge has not opened.", "diverge: open | not"),
    ("The mayor did not resign.", "The mayor has not resigned.", "agree: not | not"),
    ("The mayor took no bribes.", "The mayor denied taking bribes.", "agree: no | denied"),
    ("Peaceful it was not.", "Peaceful it was not.", "agree: not | not"),
    (
        "The mayor took bribes.",
        "The mayor declined to comment on the bribes.",
        "diverge: bribes | declined to",
    ),
    (
        "The company polluted the river.",
        "The company did not say that it polluted the river.",
        "diverge: polluted the river | not",
    ),
    (
        "All valves were sound, the firm said.",
        "The firm claims that all valves were sound. They were not.",
        "conflict: valves were sound | not",
    ),
    (
        "The vaccine is safe.",
        "It is not true that the vaccine is safe.",
        "conflict: vaccine is safe | not true",
    ),
    (
        "The vaccine is safe.",
        "The claim that the vaccine is safe is not true.",
        "conflict: vaccine is safe | not true",
    ),
    (
        "The mayor ruled out cuts to the budget of the theatre.",
        "The mayor did not rule out cuts when he was asked on Thursday.",
        "conflict: ruled out | cuts",
    ),
    (
        "Fire at Tarsk kills four, company says",
        "What the company does not tell you about Tarsk",
        "diverge: Tarsk | not",
    ),
]
NEGATED_QUANTITIES = [
    (
        "The guests were warned of the smoke.",
        "Not a single guest was warned of the smoke.",
        "conflict: guests were warned of the smoke | Not a single",
    ),
    (
        "Guests were given blankets by the cooks.",
        "Not one of the guests who came out was given a blanket by the cooks.",
        "conflict: Guests were given blankets by the cooks | Not one",
    ),
    (
        "None of the divers whom they hired was asked.",
        "The divers were asked.",
        "conflict: None | divers were asked",
    ),
    (
        "Hardly any of the seats were taken.",
        "The seats were taken.",
        "conflict: Hardly any | seats were taken",
    ),
    (
        "Many of the divers were paid.",
        "Not all of the divers were paid.",
        "diverge: divers were paid | Not all",
    ),
    (
        "None of the divers was paid.",
        "Not all of the divers were paid.",
        "diverge: None | Not all",
    ),
    (
        "Not one of the divers was paid.",
        "None of the divers was paid.",
        "agree: Not one | None",
    ),
]
NO_POLARITY = [
    ("The storm hit the coast.", "The bank did not raise its rate."),
    ("The mayor took bribes.", "The mayor declined to comment."),
    ("The mayor resigned.", "The mayor resigned at noon."),
]

ANTONYMS = [
    ("Exports rose in spring.", "Exports fell in spring.", "conflict: rose | fell"),
    ("The gate was open at noon.", "At noon the gate was closed.", "conflict: open | closed"),
    ("The guards were armed.", "The guards were unarmed.", "conflict: armed | unarmed"),
    ("Exports rose in spring.", "Exports did not fall in spring.", "agree: rose | fall"),
    (
        "Exports rose sharply in spring.",
        "Exports did not fall sharply in spring.",
        "agree: rose | fall",
    ),
    (
        "Exports of barley rose sharply in May 2020.",
        "In May 2021 exports of barley fell sharply.",
        "diverge: rose | fell",
    ),
]
PHRASES = [
    (
        "The bakers accepted the offer.",
        "The bakers turned down the offer.",
        "conflict: accepted | turned down",
    ),
    (
        "The bakers turned down the offer.",
        "The bakers accepted the offer.",
        "conflict: turned down | accepted",
    ),
]
NO_ANTONYMS = [
    (
        "The bakers accepted the loan and turned down the grant.",
        "The bakers turned down the grant and accepted the loan.",
    ),
    ("Exports rose and imports fell.", "Imports fell and exports rose."),
    ("The choir sings in high spirits.", "A low wall surrounds the barracks in Split."),
]

STATUS = [
    (
        "The ceasefire has ended.",
        "The ceasefire is still in force.",
        "conflict: has ended | is still in force",
    ),
    (
        "The strike was called off.",
        "The strike is under way.",
        "conflict: was called off | is under way",
    ),
    (
        "The investigation has been suspended.",
        "The investigation is continuing.",
        "conflict: has been suspended | is continuing",
    ),
    ("The talks have begun.", "The talks started.", "agree: have begun | started"),
    ("The talks are planned.", "The talks have begun.", "diverge: are planned | have begun"),
]
NO_STATUS = [
    ("The ceasefire has ended.", "The strike continues."),
    ("The ceasefire has ended.", "The ceasefire has ended a war."),
]

TOPICS = [
    (
        "The combat mission in Mali will end in June.",
        "There is no combat mission in Mali.",
        "conflict: will end | There is no",
    ),
    (
        "The bridge will open on schedule in May 2025.",
        "The bridge, planned for May 2025, is behind schedule.",
        "conflict: on schedule | behind schedule",
    ),
    (
        "Two people were killed in the crash.",
        "Nobody was killed in the crash.",
        "conflict: were killed | Nobody was killed",
    ),
    (
        "Two people were killed in the crash.",
        "In the crash two people were injured.",
        "diverge: were killed | were injured",
    ),
    (
        "Two people were killed in the crash.",
        "Two cyclists were killed.",
        "agree: were killed | were killed",
    ),
]

CERTAINTY = [
    ("The bank may close.", "The bank will close.", "diverge: may | The bank will close."),
    ("The bank closed.", "Reportedly the bank closed.", "diverge: The bank closed. | Reportedly"),
    ("The bank is likely to close.", "The bank closes.", "diverge: likely | The bank closes."),
]
NO_CERTAINTY = [
    ("The bank may close.", "The bank might close."),
    ("The bank will close.", "The bank is to close."),
]

SOURCES = [
    (
        "The rebels claim to have taken the airport.",
        "The rebels have taken the airport.",
        "diverge: The rebels claim | The rebels have taken the airport.",
    ),
    (
        "The airport was shelled.",
        "The army alleges that the airport was shelled.",
        "diverge: The airport was shelled. | The army alleges",
    ),
]
NO_SOURCES = [
    ("Police said the driver was drunk.", "The driver was drunk."),
    (
        "The rebels claimed that they had taken the airport.",
        "The rebels said that they had taken the airport.",
    ),
]

FOUND = {
    "polarity": [*POLARITY, *NEGATED_QUANTITIES],
    "antonym": [*ANTONYMS, *PHRASES],
    "status": [*STATUS, *TOPICS],
    "certainty": CERTAINTY,
    "attribution": SOURCES,
}
SILENT = {
    "polarity": NO_POLARITY,
    "antonym": NO_ANTONYMS,
    "status": NO_STATUS,
    "certainty": NO_CERTAINTY,
    "attribution": NO_SOURCES,
}


@pytest.mark.parametrize(
    ("kind", "a", "b", "expected"),
    [(kind, *case) for kind, cases in FOUND.items() for case in cases],
)
def test_a_difference_or_an_agreement(tell: Tell, kind: str, a: str, b: str, expected: str) -> None:
    assert f"{kind} {expected}" in tell(a, b)


@pytest.mark.parametrize(
    ("kind", "a", "b"), [(kind, *case) for kind, cases in SILENT.items() for case in cases]
)
def test_nothing_of_the_kind(tell: Tell, kind: str, a: str, b: str) -> None:
    assert [told for told in tell(a, b) if told.startswith(kind)] == []


def test_no_conflict_where_the_two_would_not_have_been_paired(tell: Tell) -> None:
    rose, fell = "Exports rose in spring.", "Exports fell in spring."
    assert "antonym diverge: rose | fell" in tell(rose, fell, score=0.2)
    assert "antonym conflict: rose | fell" in tell(rose, fell, score=0.3)


def test_no_agreement_where_one_side_alone_denies(tell: Tell) -> None:
    told = tell(
        "The bakers of the old town and the brewers have sold out to the chain.",
        "The bakers of the old town talked for years of the chain, in no hurry to sell.",
    )
    assert not [line for line in told if line.startswith("wording agree")]


def test_no_agreement_where_a_short_claim_denies(tell: Tell) -> None:
    told = tell("The baker was not told of the debts.", "The baker knew of the debts.")
    assert any(line.startswith("wording diverge: not | ") for line in told)


def test_no_agreement_of_opposites(tell: Tell) -> None:
    told = tell("The boy's father survived.", "The boy's mother died.")
    assert told == ["antonym diverge: survived | died"]


def test_what_nothing_ever_surpassed_is_no_denial(tell: Tell) -> None:
    told = tell(
        "It is the costliest bridge that the county has built.",
        "No bridge in the county has ever cost more to build.",
    )
    assert not [line for line in told if line.startswith("wording diverge")]


def test_two_phases_that_both_sides_give_are_no_difference(tell: Tell) -> None:
    text = "The strike of the dockers was suspended but the strike of the pilots is continuing."
    assert not [told for told in tell(text, text) if "agree" not in told]


def test_a_thing_is_told_once(tell: Tell) -> None:
    for a, b in (
        ("Exports rose in spring.", "Exports fell in spring."),
        ("The trial opened on Monday.", "The trial opened on Tuesday."),
    ):
        grave = [told for told in tell(a, b) if "conflict" in told]
        assert len(grave) == 1
