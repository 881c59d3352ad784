"""What holds of every comparison, whichever texts are compared."""

from __future__ import annotations

import datetime as dt
import gc
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuireader.api import read_sides
from tuireader.compare.documents import document_from_text
from tuireader.compare.memory import Memory
from tuireader.compare.model import Comparison, Document, Finding, Relation, Side, Span
from tuireader.compare.pipeline import Cancelled, compare_documents
from tuireader.sample_docs import SAMPLES, path

IDS = tuple(sample.id for sample in SAMPLES)

SENTENCES = (
    "Four people died when the bridge at Harrow Mill gave way.",
    "At least five people died at the bridge, the rescuers said.",
    "Nobody died when the bridge gave way on Tuesday.",
    "The council denied that the bridge had been neglected.",
    "The bridge had been neglected for years, said Ines Varga.",
    "Ines Varga resigned on 4 May 2023.",
    "Ines Varga did not resign on 6 May 2023, but she may go in June.",
    "The repair cost $3.5 million, of which half was paid by the state.",
    "The repair cost more than €4 million.",
    "Prices rose by 3 per cent in March.",
    "Prices fell by about 3 per cent in March.",
    "All of the engineers had warned of cracks.",
    "Some of the engineers had warned of cracks.",
    "It was not there.",
    "He said no.",
    "The first inspection took place in 1998; the second never did.",
    "The mission has ended.",
    "The mission will end by December, “at the latest”.",
    "There is no mission any more.",
    "The mayor declined to comment.",
    "Peaceful it was not.",
    "Rain.",
)
UNRELATED = (
    "The botanical garden in Tiefenried has opened its new palm house. It shelters forty species "
    "of orchid, and schoolchildren may water them on Wednesdays.",
    "Novak won the chess tournament with a queen sacrifice in the last round. His opponent gave up "
    "after thirty-one moves.",
    "The recipe calls for two leeks, a spoonful of mustard and half a litre of stock. Let it "
    "simmer for twenty minutes and serve it with rye bread.",
    "Astronomers photographed a comet whose tail is four million kilometres long. It will not "
    "return for eleven centuries.",
    "A violin that lay in an attic for a hundred years was sold at auction on Thursday. The buyer, "
    "a collector from Utrecht, did not want to be named.",
)

days = st.sampled_from([None, dt.date(2023, 5, 2), dt.date(2023, 5, 9)])
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7).flatmap(
    lambda chosen: st.sampled_from([" ".join(chosen), "\n\n".join(chosen)])
)
few = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Judged(NamedTuple):
    """One pair without the ids, which depend on the side."""

    places: tuple[Span, Span]
    texts: tuple[str, str]
    relation: Relation
    score: float
    topic: str
    findings: tuple[tuple[object, ...], ...]


def judged(comparison: Comparison, *, mirrored: bool = False) -> list[Judged]:
    """The pairs in an order of their own; seen from the other side if `mirrored`."""
    turn = -1 if mirrored else 1
    found: list[Judged] = []
    for pair in comparison.pairs:
        claims = (comparison.claim(pair.a[0]), comparison.claim(pair.b[0]))[::turn]
        findings = (
            (finding.kind, finding.relation, *(finding.a, finding.b)[::turn])
            + (() if mirrored else (finding.reason,))
            for finding in pair.findings
        )
        found.append(
            Judged(
                (claims[0].span, claims[1].span),
                (claims[0].text, claims[1].text),
                pair.relation,
                pair.score,
                pair.topic,
                tuple(sorted(findings)),
            )
        )
    return sorted(found)


def without_reasons(pairs: Sequence[Judged]) -> list[Judged]:
    return [pair._replace(findings=tuple(f[:4] for f in pair.findings)) for pair in pairs]


def wording_of(finding: Finding, *, mirrored: bool = False) -> tuple[str, list[str]]:
    """The reason without its quotations, in which the names of the sides may change places."""
    head, _, tail = finding.reason.split(" — A: ")[0].partition(": ")
    names = {"A": "B", "B": "A"} if mirrored else {}
    return " ".join(sorted(names.get(w, w) for w in re.findall(r"\w+", head))), sorted(tail.split())


def of_side(document: Document, side: Side) -> Document:
    return replace(document, side=side)


def sample(identity: str) -> tuple[Document, Document]:
    sides = read_sides(*path(identity))
    return sides.a, sides.b


def in_memory(text: str, side: Side, day: dt.date | None = None) -> Document:
    return document_from_text(text, side, date=day)


def assert_mirrored(a: Document, b: Document) -> None:
    straight = compare_documents(a, b)
    swapped = compare_documents(of_side(b, Side.A), of_side(a, Side.B))
    for side in Side:
        here, there = straight.claims_of(side), swapped.claims_of(side.other)
        assert [claim.text for claim in here] == [claim.text for claim in there]
    assert without_reasons(judged(straight)) == judged(swapped, mirrored=True)
    reasons = sorted(wording_of(f) for pair in straight.pairs for f in pair.findings)
    assert reasons == sorted(
        wording_of(f, mirrored=True) for pair in swapped.pairs for f in pair.findings
    )


def assert_agrees_with_itself(document: Document) -> None:
    comparison = compare_documents(of_side(document, Side.A), of_side(document, Side.B))
    assert {pair.relation for pair in comparison.pairs} <= {Relation.AGREE}
    places = {
        (comparison.claim(pair.a[0]).text, comparison.claim(pair.b[0]).text)
        for pair in comparison.pairs
    }
    assert {(claim.text, claim.text) for claim in comparison.claims_of(Side.A)} <= places


def assert_quotes(comparison: Comparison) -> None:
    for side in Side:
        text = comparison.document(side).text
        for claim in comparison.claims_of(side):
            assert claim.text == claim.span.of(text)
            assert claim.sentence.contains(claim.span)
            assert all(claim.span.contains(facet.span) for facet in claim.facets)
    for pair in comparison.pairs:
        assert pair.relation == pair.findings[0].relation
        for finding in pair.findings:
            for side, place in ((Side.A, finding.a), (Side.B, finding.b)):
                sentences = [comparison.claim(i).sentence for i in pair.claims(side)]
                assert any(sentence.contains(place) for sentence in sentences)
                assert place.of(comparison.document(side).text).strip()


@pytest.mark.parametrize("identity", IDS)
def test_swapping_the_sides_of_a_sample_mirrors_the_result(identity: str) -> None:
    assert_mirrored(*sample(identity))


@few
@given(texts, texts, days, days)
def test_swapping_the_sides_mirrors_the_result(
    left: str, right: str, day_a: dt.date | None, day_b: dt.date | None
) -> None:
    assert_mirrored(in_memory(left, Side.A, day_a), in_memory(right, Side.B, day_b))


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("identity", IDS)
def test_a_sample_agrees_with_itself(identity: str, side: Side) -> None:
    assert_agrees_with_itself(sample(identity)[side is Side.B])


@few
@given(texts, days)
def test_a_text_agrees_with_itself(text: str, day: dt.date | None) -> None:
    assert_agrees_with_itself(in_memory(text, Side.A, day))


@pytest.mark.parametrize("identity", IDS)
def test_every_place_of_a_sample_quotes_its_document(identity: str) -> None:
    assert_quotes(compare_documents(*sample(identity)))


@few
@given(texts, texts)
def test_every_place_quotes_its_document(left: str, right: str) -> None:
    assert_quotes(compare_documents(in_memory(left, Side.A), in_memory(right, Side.B)))


@pytest.mark.parametrize("identity", IDS)
def test_two_runs_give_one_result(identity: str) -> None:
    assert judged(compare_documents(*sample(identity))) == judged(
        compare_documents(*sample(identity))
    )


PRINT_ALL = """
from tuireader.api import read_sides
from tuireader.compare.pipeline import compare_documents
from tuireader.sample_docs import SAMPLES, path
for sample in SAMPLES:
    sides = read_sides(*path(sample.id))
    print(compare_documents(sides.a, sides.b).pairs)
"""


def test_the_order_of_sets_does_not_show() -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT_ALL],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "2")
    ]
    first, second = (process.communicate()[0] for process in running)
    assert [process.returncode for process in running] == [0, 0]
    assert first == second
    assert first.count(b"Relation.CONFLICT") > len(SAMPLES)


def verdicts(a: str, b: str, days: tuple[dt.date | None, ...]) -> dict[tuple[str, str], Relation]:
    comparison = compare_documents(in_memory(a, Side.A, days[0]), in_memory(b, Side.B, days[1]))
    return {
        (comparison.claim(pair.a[0]).text, comparison.claim(pair.b[0]).text): pair.relation
        for pair in comparison.pairs
    }


def test_an_unrelated_paragraph_changes_hardly_a_verdict() -> None:
    total = kept = 0
    for identity in IDS:
        a, b = sample(identity)
        days = a.date, b.date
        before = verdicts(a.text, b.text, days)
        for more in UNRELATED:
            for after in (
                verdicts(f"{a.text}\n\n{more}", b.text, days),
                verdicts(a.text, f"{b.text}\n\n{more}", days),
            ):
                total += len(before)
                kept += sum(after.get(pair) is relation for pair, relation in before.items())
    assert total > 500
    assert kept / total >= 0.98


def test_progress_is_told_from_start_to_end() -> None:
    told: list[tuple[str, int, int]] = []
    comparison = compare_documents(*sample("ferry"), progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["claims", "align", "judge"]
    assert told[-1] == ("judge", len(comparison.pairs), len(comparison.pairs))
    assert all(0 <= done <= total for _, done, total in told)


@pytest.mark.parametrize(
    ("stage", "step"), [("claims", 0), ("claims", 50), ("align", 0), ("align", 90), ("judge", 3)]
)
def test_progress_can_stop_the_comparison(stage: str, step: int) -> None:
    told: list[tuple[str, int]] = []

    def stop(at: str, done: int, total: int) -> None:
        told.append((at, done))
        if (at, done) == (stage, step):
            raise Cancelled

    with pytest.raises(Cancelled):
        compare_documents(*sample("water"), progress=stop)
    assert told[-1] == (stage, step)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rain", "Rain"),
        ("Rain", "Four people died when the bridge gave way."),
        ("7", "8"),
        ("the", "of"),
        ("“a", "Not."),
    ],
)
def test_one_word_is_a_document(a: str, b: str) -> None:
    assert_mirrored(in_memory(a, Side.A), in_memory(b, Side.B))
    assert_quotes(compare_documents(in_memory(a, Side.A), in_memory(b, Side.B)))


def test_texts_about_other_things_share_nothing() -> None:
    for left in UNRELATED:
        for right in UNRELATED:
            if left != right:
                assert Relation.CONFLICT not in verdicts(left, right, (None, None)).values()


@pytest.mark.parametrize("identity", IDS)
def test_nothing_is_left_that_only_holds_itself(identity: str) -> None:
    """The engine's own process compares without the garbage collector."""
    a, b = sample(identity)
    compare_documents(a, b)
    gc.collect()
    gc.disable()
    try:
        compare_documents(a, b, memory=Memory())
        assert gc.collect() == 0
    finally:
        gc.enable()
