"""Plain text: what becomes a paragraph, and of which kind."""

from __future__ import annotations

import pytest

from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Block, Document, Side

LONG = "The quay gave way at dawn on Tuesday, and a crane that stood on it fell into the harbour."
OTHER = "Nobody was hurt, said the harbour master, since the shift had not yet begun its work."


def read(text: str) -> Document:
    return document_from_text(text, Side.A)


def parts(text: str) -> list[tuple[Block, str]]:
    document = read(text)
    return [(p.block, p.span.of(document.text)) for p in document.paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        f"{LONG}\n\n{OTHER}",
        f"{LONG}\n{OTHER}",
        f"{LONG}  {OTHER}\n\n{OTHER}\n{LONG}",
        f"Quay collapses\n\n{LONG}",
        f"{LONG}\n\n- {OTHER}\n- {LONG}",
    ],
)
def test_a_clean_text_comes_through_unchanged(text: str) -> None:
    assert read(text).text == text
    assert read(text + "\n").text == text
    assert read(f"\n\n  {text}  \n\n\n").text == text


def test_blank_lines_in_a_row_part_paragraphs_once() -> None:
    assert read(f"{LONG}\n \n\n\t\n{OTHER}").text == f"{LONG}\n\n{OTHER}"


def test_a_line_a_paragraph() -> None:
    lines = [LONG, OTHER, "He left.", LONG + " " + OTHER]
    assert parts("\n".join(lines)) == [(Block.PROSE, line) for line in lines]


WRAPPED = """\
The quay gave way at dawn on Tuesday, and a crane
that stood on it fell into the harbour. Nobody was
hurt, said the harbour master, since the shift had
not yet begun its work.
"""


def test_wrapped_lines_become_one_paragraph() -> None:
    document = read(WRAPPED)
    assert document.text == f"{LONG} {OTHER}"
    assert len(document.paragraphs) == 1


def test_wrapped_paragraphs_without_blank_lines() -> None:
    text = WRAPPED + WRAPPED.replace("The quay", "The pier")
    one = f"{LONG} {OTHER}"
    assert parts(text) == [(Block.PROSE, one), (Block.PROSE, one.replace("The quay", "The pier"))]


def test_wrapped_paragraphs_with_their_first_line_set_in() -> None:
    text = "    " + WRAPPED + "    " + WRAPPED
    assert [block for block, _ in parts(text)] == [Block.PROSE, Block.PROSE]


def test_a_line_that_goes_on_in_lower_case_is_no_paragraph() -> None:
    assert read("The mayor said on Sunday evening that\nnobody was hurt.").text == (
        "The mayor said on Sunday evening that nobody was hurt."
    )


def test_a_hyphen_at_the_end_of_a_wrapped_line_joins_without_a_blank() -> None:
    text = WRAPPED.replace("a crane\nthat stood", "a 90-\nyear-old crane stood")
    assert "a 90-year-old crane" in read(text).text


def test_a_soft_hyphen_goes_with_its_line_break() -> None:
    assert "har\u00adbour" not in read("The har\u00ad\nbour master left.").text
    assert read("The har\u00ad\nbour mas\u00adter left.").text == "The harbour master left."


def test_titles_headings_lists_and_quotations() -> None:
    text = f"""Quay collapses in the harbour

By Jane Doe and John Roe

{LONG}

What we know
------------

{OTHER}

WHAT COMES NEXT

- the wreck will be lifted
- the quay will be
  built again

> {LONG}
> > {OTHER}

* * *

{OTHER}
"""
    assert parts(text) == [
        (Block.TITLE, "Quay collapses in the harbour"),
        (Block.BOILERPLATE, "By Jane Doe and John Roe"),
        (Block.PROSE, LONG),
        (Block.HEADING, "What we know"),
        (Block.PROSE, OTHER),
        (Block.HEADING, "WHAT COMES NEXT"),
        (Block.ITEM, "the wreck will be lifted"),
        (Block.ITEM, "the quay will be built again"),
        (Block.QUOTE, LONG),
        (Block.QUOTE, OTHER),
        (Block.BOILERPLATE, "* * *"),
        (Block.PROSE, OTHER),
    ]
    assert read(text).title == "Quay collapses in the harbour"


@pytest.mark.parametrize(
    "text",
    [
        "Quay collapses",
        "Quay collapses\nCrane falls\nHarbour closed\nMayor resigns",
        f"A lone statement ends with a full stop.\n\n{LONG}",
        f"- A dash may begin a remark in a talk.\n\n{LONG}",
        f"and so it went on\n\n{LONG}",
    ],
)
def test_what_only_looks_like_a_title_or_a_list_is_prose(text: str) -> None:
    assert parts(text)[-1][0] is Block.PROSE
    assert parts(text)[0][0] in (Block.PROSE, Block.TITLE)
    assert Block.ITEM not in [block for block, _ in parts(text)]


def test_paragraphs_are_in_order_and_hold_no_break() -> None:
    document = read(f"Title here\n\n{WRAPPED}\n\n> {LONG}\n\n- {OTHER}\n- {OTHER}\n")
    end = 0
    for paragraph in document.paragraphs:
        assert paragraph.span.start >= end
        end = paragraph.span.end
        assert "\n" not in paragraph.span.of(document.text)
    assert end == len(document.text)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By JANE ROE and Bob de Moe, Staff Writers", "JANE ROE, Bob de Moe"),
        ("By Jane Roe, The Valley Herald", "Jane Roe"),
        ("By The Associated Press", ""),
        ("By Friday all was over.", ""),
    ],
)
def test_a_byline_names_the_author(byline: str, author: str) -> None:
    text = f"The quay\n\n{byline}\n\nSENNFORD (Reuters) — The quay fell into the river on Friday."
    document = document_from_text(text, Side.A)
    assert (document.author, document.publisher) == (author, "Reuters")
