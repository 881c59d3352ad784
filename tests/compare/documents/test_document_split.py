"""One text that holds both sides: where it is cut, and what each side gets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tuireader.compare.documents import DocumentError, Split, split_document, split_text
from tuireader.compare.model import Block, Document, Side

REPORT = "The ferry sank off the northern cape on Sunday with forty people aboard, a minister said."
MORE = "Divers were searching the wreck, and nine people were still missing in the evening."
ANSWER = "No ferry sank on Sunday: the boat ran aground, and all who were aboard walked ashore."
LAST = "The coast guard has counted every passenger twice and is missing nobody at all."


def blocks(document: Document) -> list[Block]:
    return [paragraph.block for paragraph in document.paragraphs]


def prose(document: Document) -> list[str]:
    return [
        paragraph.span.of(document.text)
        for paragraph in document.paragraphs
        if paragraph.block in (Block.PROSE, Block.ITEM)
    ]


def assert_sides(split: Split) -> None:
    assert split.a.side is Side.A
    assert split.b.side is Side.B
    assert prose(split.a) == [REPORT, MORE]
    assert prose(split.b) == [ANSWER, LAST]


@pytest.mark.parametrize(
    "opening",
    [
        "The real truth?",
        "The truth:",
        "Our answer:",
        "Our response",
        "What they don't say",
        "What they don’t tell you:",
        "What the report leaves out",
        "Fact check",
        "Reality check:",
        "Here's what really happened:",
        "But what really happened?",
        "Is it true?",
        "The facts",
        "My comment:",
        "What's missing",
        "Comment:",
        "Here is what the minister did not say.",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_that_opens_the_answer_cuts_and_claims_nothing(opening: str, gap: str) -> None:
    text = gap.join([REPORT, MORE, opening, ANSWER, LAST])
    split = split_text(text)
    assert_sides(split)
    assert blocks(split.b)[0] is Block.HEADING
    assert split.line == 2 * len(gap) + 1
    assert opening in split.reason


@pytest.mark.parametrize(
    "announcement",
    [
        "In part from Reuters:",
        "From the agency's report:",
        "The Daily Harbour writes:",
        "The agency reported on Sunday:",
        "According to the ministry:",
        "This is what the paper printed:",
        "The press release:",
    ],
)
def test_a_line_that_announces_the_report_claims_nothing(announcement: str) -> None:
    split = split_text("\n\n".join([announcement, REPORT, MORE, "Our answer:", ANSWER, LAST]))
    assert_sides(split)
    assert blocks(split.a) == [Block.HEADING, Block.PROSE, Block.PROSE]


@pytest.mark.parametrize(
    "between",
    ["---", "***", "* * *", "=====", "⁂", "Our side of it\n--------------", "OUR ANSWER"],
)
def test_a_rule_or_heading_between_the_sides(between: str) -> None:
    text = f"Ferry sinks\n\n{REPORT}\n\n{MORE}\n\n{between}\n\n{ANSWER}\n\n{LAST}"
    split = split_text(text)
    assert_sides(split)
    assert split.a.title == "Ferry sinks"
    assert split.b.title == ""
    assert Block.BOILERPLATE not in blocks(split.a) + blocks(split.b)


def test_a_sign_off_and_a_second_dateline_cut_together() -> None:
    sign_off = "(Reporting by Ann Other; editing by Some One)"
    first, second = f"PORT HARL (Reuters) – {REPORT}", f"CAPE TORN (Tasnim) – {ANSWER}"
    split = split_text("\n\n".join([first, MORE, sign_off, second, LAST]))
    assert prose(split.a) == [first, MORE]
    assert blocks(split.a)[-1] is Block.BOILERPLATE
    assert prose(split.b) == [second, LAST]
    assert split.a.dateline is not None
    assert split.b.dateline is not None
    assert split.b.dateline.place == "CAPE TORN"


def test_two_headings_of_one_rank_in_markdown() -> None:
    text = f"## The report\n\n{REPORT}\n\n{MORE}\n\n## The harbour office\n\n{ANSWER}\n\n{LAST}\n"
    assert_sides(split_text(text, markdown=True))


def test_a_block_quote_is_the_report_and_the_rest_is_the_answer() -> None:
    preface = "The agency is at it again, and nobody there has asked the harbour office."
    text = f"{preface}\n\n> {REPORT}\n>\n> {MORE}\n\n{ANSWER}\n\n{LAST}\n"
    for markdown in (False, True):
        split = split_text(text, markdown=markdown)
        assert prose(split.a) == [REPORT, MORE]
        assert prose(split.b) == [preface, ANSWER, LAST]
        assert split.line == 7


def test_an_indented_passage_is_a_quotation() -> None:
    preface = "The agency writes:"
    text = f"{preface}\n\n    {REPORT}\n\n    {MORE}\n\n{ANSWER}\n\n{LAST}\n"
    split = split_text(text)
    assert_sides(split)
    assert blocks(split.a)[0] is Block.HEADING


def test_quotations_answered_one_by_one() -> None:
    text = f"> {REPORT}\n\n{ANSWER}\n\n> {MORE}\n\n{LAST}\n"
    split = split_text(text)
    assert_sides(split)
    assert "2 pieces" in split.reason
    assert split.line == 3


def test_a_quotation_in_quotation_marks() -> None:
    text = f"The agency writes:\n\n“{REPORT}\n\n“{MORE}”\n\n{ANSWER}\n\n{LAST}"
    split = split_text(text)
    assert prose(split.a) == ["“" + REPORT, "“" + MORE + "”"]
    assert prose(split.b) == [ANSWER, LAST]


@pytest.mark.parametrize(
    ("end", "beginning"),
    [
        ("Read the full story at Reuters", "But in reality it was quite different."),
        ("Source: Reuters", "This report leaves out what the harbour office said at noon."),
        ("(Reporting by Ann Other)", "That's nonsense, and the harbour office says so too."),
        ("***", "Editor's note: this is what the harbour office has to say."),
    ],
)
def test_lesser_signs_cut_together(end: str, beginning: str) -> None:
    split = split_text("\n".join([REPORT, MORE, end, beginning, ANSWER, LAST]))
    assert prose(split.a) == [REPORT, MORE]
    assert prose(split.b) == [beginning, ANSWER, LAST]


def test_two_headings_in_capitals() -> None:
    text = ["OFFICIAL VERSION", REPORT, MORE, "WHAT THE SAILORS SAW", ANSWER, LAST]
    assert_sides(split_text("\n\n".join(text)))


@pytest.mark.parametrize(
    ("claim", "fact"), [("Claim:", "Fact:"), ("MYTH 1:", "FACT 1:"), ("They say:", "We answer:")]
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_claims_and_facts_by_turns(claim: str, fact: str, gap: str) -> None:
    pieces = [claim + gap + REPORT, fact + gap + ANSWER, claim + gap + MORE, fact + gap + LAST]
    split = split_text("\n\n".join(["Three ferries", *pieces]))
    assert [words.removeprefix(claim).strip() for words in prose(split.a)] == [REPORT, MORE]
    assert [words.removeprefix(fact).strip() for words in prose(split.b)] == [ANSWER, LAST]
    assert split.line == (5 if gap == " " else 7)
    assert "2 labelled claims" in split.reason


def test_a_preface_belongs_to_the_answer() -> None:
    preface = "Every year the agency finds another wreck that nobody else has ever seen."
    text = "\n\n".join(
        [preface, "In part from Reuters:", REPORT, MORE, "The real truth?", ANSWER, LAST]
    )
    split = split_text(text)
    assert prose(split.a) == [REPORT, MORE]
    assert prose(split.b) == [preface, ANSWER, LAST]


def test_the_answer_may_come_first() -> None:
    split = split_text("\n\n".join([ANSWER, LAST, "In full from Reuters:", REPORT, MORE]))
    assert_sides(split)
    assert split.line == 5


def test_an_answer_line_outweighs_a_rule_elsewhere() -> None:
    text = "\n\n".join([REPORT, "---", MORE, "What they don't say:", ANSWER, LAST])
    assert_sides(split_text(text))


def test_pingbacks_and_buttons_at_the_end_are_a_marked_tail() -> None:
    furniture = ["Share this:", "Facebook Twitter WhatsApp", "Pingback: Ferry – A Blog"]
    split = split_text("\n".join([REPORT, MORE, "The real truth?", ANSWER, LAST, *furniture]))
    assert_sides(split)
    assert split.tail is not None
    assert split.tail.of(split.b.text) == "\n".join(furniture)


def test_both_sides_point_to_the_characters_of_the_one_file(tmp_path: Path) -> None:
    raw = f"\ufeffIn part from Reuters:\r\n\r\n{REPORT}\r\n\r\nOur answer:\r\n\r\n> {ANSWER}\r\n"
    path = tmp_path / "both.txt"
    path.write_bytes(raw.encode())
    split = split_document(str(path), date=dt.date(2024, 3, 5))
    assert split.line == 5
    for document in (split.a, split.b):
        assert document.date == dt.date(2024, 3, 5)
        assert document.origin is not None
        for paragraph in document.paragraphs:
            place = document.origin.locate(paragraph.span)
            assert place is not None
            assert place.of(raw.removeprefix("\ufeff")) == paragraph.span.of(document.text)


def test_at_overrules_the_signs() -> None:
    text = "\n\n".join([REPORT, "The real truth?", MORE, ANSWER, LAST])
    split = split_text(text, at="no FERRY sank")
    assert prose(split.b) == [ANSWER, LAST]
    assert split.line == 7


def test_at_prefers_the_line_that_begins_with_the_words() -> None:
    text = f"{REPORT}\n\nThe ferry said: 'No ferry sank' and more.\n\n{ANSWER}"
    assert prose(split_text(text, at="No ferry sank").b) == [ANSWER]


def test_at_can_cut_inside_the_only_paragraph() -> None:
    split = split_text(f"{REPORT} {ANSWER}", at="No ferry")
    assert prose(split.a) == [REPORT]
    assert prose(split.b) == [ANSWER]
    assert split.line == 1


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        (f"{REPORT}\n\n{ANSWER}", None, "--at"),
        ("***\n\nShare this\n\nOur answer:", None, "--at"),
        ("***\n\nTags: a ferry\n\nFerry", "ferry", "nothing for the report"),
        (f"{REPORT}\n\n{ANSWER}", "submarine", "no line of it contains “submarine”"),
        (f"{REPORT}\n\n{ANSWER}", "  ", "no line"),
        (f"{REPORT}\n\n{ANSWER}\n\n{ANSWER}", "No ferry", "lines 3, 5"),
        (f"{REPORT}\n\n{ANSWER}", "The ferry", "nothing for the report"),
        (f"{REPORT}\n\n{ANSWER}\n\nPingback: Ferry – A Blog", "Pingback", "nothing for the answer"),
    ],
)
def test_what_cannot_be_split_says_what_to_do(text: str, at: str | None, said: str) -> None:
    with pytest.raises(DocumentError, match=r"^story\.txt: ") as caught:
        split_text(text, at=at, source="story.txt")
    assert said in str(caught.value)
    assert "--at" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_report_with_sections_is_not_split() -> None:
    sections = ["What we know so far", REPORT, "The search goes on", MORE, "The weather", ANSWER]
    with pytest.raises(DocumentError, match="--at"):
        split_text("\n\n".join(["Ferry sinks off the cape", LAST, *sections]))
