"""Several processes find what one finds."""

from __future__ import annotations

import pytest

from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Document, Side
from tuireader.compare.pipeline import Cancelled, compare_documents

A = "The Arlen bridge cost 40 million euros. Mayor Ilse Brandt opened it on Monday. It rained."
B = "Ilse Brandt opened the bridge on Tuesday. The Arlen bridge cost 60 million euros. It fell."


def texts(a: str = A, b: str = B) -> tuple[Document, Document]:
    return document_from_text(a, Side.A), document_from_text(b, Side.B)


@pytest.mark.parametrize("jobs", [2, 3, 8])
def test_the_result_is_that_of_one_process(jobs: int) -> None:
    told: list[tuple[str, int, int]] = []
    shared = compare_documents(*texts(), jobs=jobs, progress=lambda *step: told.append(step))
    assert shared == compare_documents(*texts())
    assert len(shared.pairs) > 1
    assert told[-1] == ("judge", len(shared.pairs), len(shared.pairs))
    assert [step[1:] for step in told if step[0] == "judge"] == sorted(
        step[1:] for step in told if step[0] == "judge"
    )


def test_nothing_in_common_is_no_trouble() -> None:
    assert compare_documents(*texts("Owls nest.", "Bells rang."), jobs=2).pairs == ()


@pytest.mark.parametrize("stage", ["claims", "align", "judge"])
def test_it_can_be_stopped(stage: str) -> None:
    def stop(at: str, done: int, total: int) -> None:
        if at == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare_documents(*texts(), jobs=2, progress=stop)
