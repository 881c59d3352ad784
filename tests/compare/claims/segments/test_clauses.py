from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.claims.clauses import split_clauses
from tuireader.compare.model import Facet, Span
from tuireader.compare.values import Exactness, Moment, Quantity, Value

# "{…}" marks a quantity, "<…>" a date, "|" a cut; what joins the clauses stands behind the cut.
CASES = [
    # coordinated full clauses
    "The alarm was raised at once|, and it was a quarter to four when the first boats arrived.",
    "The mayor promised new homes|, but the council refused to pay for them.",
    "The fire, the worst in years, spread fast|, and the town was cleared.",
    "The upper dam held all night|; the bridge below it did not.",
    "The strike ended <on Friday>|; however, the buses did not run until <Monday>.",
    "The vote was put off again|, so the old budget remains in force.",
    "Prices rose by {12 per cent}|, but police said nobody had complained.",
    "The road is shut to all traffic, police said|, and the bridge is closed to lorries.",
    "The team won the cup in {three} of those years|, and it lost the final in <2016>.",
    "{Twelve} people died in the fire and the hotel was closed.",
    "The flood killed {12} people| and {300} were left without a home.",
    # contrast
    "Exports fell by {3 per cent} <in May>|, while imports rose by {5 per cent}.",
    "Exports fell by {3 per cent} <in May>| while imports rose by {5 per cent}.",
    "While exports fell by {3 per cent} <in May>|, imports rose by {5 per cent}.",
    "The old plant stopped work|, whereas its rival doubled its output.",
    "The train left at nine|, although the signal was red.",
    "The river rose again|, as it did after the storms of <2011>.",
    # colon and dash
    "The reason was quite simple|: the pump had lost its pressure.",
    "The vote was put off| — it had been due <on Sunday>.",
    # relative clauses with a figure or date of their own
    "He visited the new hall|, which opened <in 2019> with {400} seats.",
    "The hall, which opened <in 2019> with {400} seats|, was closed <on Friday> after a fire.",
    "The boat carried {60} people|, of whom {12} were children.",
    "They named the new head of the bank|, who took office <in 2014>.",
    "He moved to a quiet valley|, where {300} families have stayed.",
    # participial tails with a figure
    "A bomb went off in the market|, killing at least {nine} people.",
    "Rescuers found another body <on Monday>|, bringing the total to {34}.",
    "The quake struck at dawn|, killing {12} people in the valley|, and the army sent tents.",
    "The storm crossed the coast at noon|, reportedly leaving {5,000} homes dark.",
    # a second thing said
    "He said that {12} people had been killed|, and that {30} were missing.",
    # a lone occasion with a figure
    "The hall will open <in May>|, when the last of {12} lifts is ready.",
    # left whole: lists and shared subjects
    "The mayor, the governor, and the bishop said they would attend.",
    "He met the mayor, the governor, and the bishop said nothing.",
    "The storm killed {12} people, left {300} homeless and cut power to {5,000}.",
    "She was born in Oslo, Norway, and moved to Bergen <in 1990>.",
    "The firm sold {300} shops <in 2019>, {200} <in 2020>, and {100} <in 2021>.",
    "They voted for the bill, and against the budget.",
    "Talks began in Geneva <in May>; talks on the border, <in June>.",
    "There were three wounded: {two} soldiers and a nurse.",
    "He visited Lagos, Nigeria; Accra, Ghana; and Dakar, Senegal.",
    # left whole: who says it
    "The minister said that the talks had failed and that the army would stay.",
    "The ministry said <on Monday>, and the army later confirmed, that {12} soldiers had died.",
    "The chief said: the gates will stay shut until <June>.",
    "Officials in the region said <on Monday> that {12} men and {30} women were hurt.",
    "The bank cut its rate to {3 per cent}, as the governor said <on Monday>.",
    "The bridge is safe for lorries, the ministry said.",
    "{Twelve} people were hurt, police said <on Friday>.",
    # left whole: quotations and brackets
    "“We will stay, and nothing will change,” he said <on Monday>.",
    "“We will stay,” he said, “and nothing will change.”",
    'He told the court "it was dark, and I saw nothing" <on Monday>.',
    "The blast (it broke {300} windows, and it was heard for miles) hurt nobody.",
    "a quotation that began before; it goes on here and it ends,” he said to them.",
    "The chief told his young players to: wait until the rain has stopped.",
    "The note, left on the desk, read: 'There is no money in the safe.'",
    # left whole: too short, too doubtful
    "The spree left {three} clerks dead, and {three} other guards wounded.",
    "After the hearing she made {two} calls, and then drove to the coast.",
    "It rained for {nine} days – the first time that's happened.",
    "The dam held; the bridge below it fell.",
    "The hall, which opened <in 2019>, was closed.",
    "The minister, who lives in Leeds, was seen <on Friday> in the town.",
    "If the river rises, and the dam breaks, the town will be lost.",
    "Not only did the roof fall, but the wall gave way.",
    "He resigned <on Monday>, but not before he had signed the law.",
    "The court freed him, but only after he had paid {3,000 dollars}.",
    "The troops, based in Leeds, left the camp, following {two} days of talks.",
    "The army, which denies it, and the police, which admits it, met <on Friday>.",
    "The tower, at {300} metres, and the hall, at {90}, were shut.",
    "It cost {5 million dollars}.",
    "No verb at all here, and none at all there either.",
]


def read_case(marked: str) -> tuple[str, list[Facet[Value]], list[str]]:
    """The text, its facets, and the clauses wanted."""
    facets: list[Facet[Value]] = []
    opened = 0
    text = ""
    for part in re.split(r"([{}<>])", marked.replace("|", "")):
        if part in "{<" and part:
            opened = len(text)
        elif part == "}":
            facets.append(Facet(Span(opened, len(text)), Quantity(1, 1, Exactness.EXACT)))
        elif part == ">":
            facets.append(Facet(Span(opened, len(text)), Moment(None, None)))
        else:
            text += part
    bare = re.sub(r"[{}<>]", "", marked)
    return text, facets, [piece.strip(" ,;:—") for piece in bare.split("|")]


@pytest.mark.parametrize("marked", CASES)
def test_cuts_where_a_claim_of_its_own_begins(marked: str) -> None:
    text, facets, wanted = read_case(marked)
    assert [span.of(text) for span in split_clauses(text, Span(0, len(text)), facets)] == wanted


def test_places_are_those_of_the_whole_text() -> None:
    text = "Before. The mayor promised new homes, but the council refused to pay. After."
    clauses = split_clauses(text, Span(8, 69), [])
    assert [span.of(text) for span in clauses] == [
        "The mayor promised new homes",
        "but the council refused to pay.",
    ]


def test_never_cuts_through_a_facet() -> None:
    text = "The mayor promised new homes, but the council refused to pay."
    across: Sequence[Facet[Value]] = [Facet(Span(10, 40), Moment(None, None))]
    assert split_clauses(text, Span(0, len(text)), across) == [Span(0, len(text))]


VOCABULARY = """
the army said that it left , and but while which was hurt in May ; : — “ ” ( ) killing 12 people he
they had of whom is will 30 whereas as did not who
"""
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    max_size=40,
)


@given(WORDS.map(" ".join), st.booleans())
def test_clauses_are_trimmed_disjoint_and_lose_no_word(text: str, dated: bool) -> None:
    sentence = text.strip()
    facets: list[Facet[Value]] = [
        Facet(
            Span(*match.span()),
            Moment(None, None) if dated else Quantity(1, 1, Exactness.EXACT),
        )
        for match in re.finditer(r"\d+", sentence)
    ]
    clauses = split_clauses(sentence, Span(0, len(sentence)), facets)
    assert all(a.end <= b.start for a, b in pairwise(clauses))
    assert clauses[0].start == 0
    assert clauses[-1].end == len(sentence)
    assert all(span.of(sentence) == span.of(sentence).strip() for span in clauses)
    for before, after in pairwise(clauses):
        assert not sentence[before.end : after.start].strip(" ,;:—")
    if len(clauses) > 1:
        assert all(len(re.findall(r"\w+", span.of(sentence))) >= 4 for span in clauses)
    for facet in facets:
        assert sum(clause.contains(facet.span) for clause in clauses) == 1
