"""One text that holds both sides: where it is cut, and what each side gets."""

from __future__ import annotations

from tuireader.compare.documents import split_text
from tuireader.compare.model import Block

REPORT = (
    "The ferry sank off the northern cape on Sunday with forty people aboard, the coast guard said."
)
ANSWER = "No ferry sank on Sunday: the boat ran aground, and all who were aboard walked ashore."


def test_an_answer_line_cuts_and_claims_nothing() -> None:
    split = split_text(f"{REPORT}\n\nOur answer:\n\n{ANSWER}\n")
    assert split.a.text == REPORT
    assert split.b.text == f"Our answer:\n\n{ANSWER}"
    assert [paragraph.block for paragraph in split.b.paragraphs] == [Block.HEADING, Block.PROSE]
    assert split.line == 3
    assert "Our answer" in split.reason
