"""Markdown: readable text, and every character at its exact place in the source."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.documents import document_from_text, read_document
from tuireader.compare.model import Block, Document, Side, Span


def read(text: str) -> Document:
    return document_from_text(text, Side.A, markdown=True)


def parts(text: str) -> list[tuple[Block, str]]:
    document = read(text)
    return [(p.block, p.span.of(document.text)) for p in document.paragraphs]


@pytest.mark.parametrize(
    ("source", "readable"),
    [
        ("A *soft* and **strong** and ***both*** word", "A soft and strong and both word"),
        ('A [link](http://x.example/a "t") word', "A link word"),
        ("A [link *with* emphasis](<a b> 'c') word", "A link with emphasis word"),
        ("A [link](http://link.example) link", "A link link"),
        ("A [link][one] and [one] and [one][]\n\n[one]: http://x", "A link and one and one"),
        ("A ![picture](p.png) word", "A picture word"),
        ("A [![picture](p.png)](http://x) word", "A picture word"),
        (
            "See <https://x.example/a%20b> or <me@x.example>",
            "See https://x.example/a%20b or me@x.example",
        ),
        ("Some `code  here` and `` a`b ``", "Some code  here and a`b"),
        ("Escaped \\*stars\\* and AT&amp;T", "Escaped *stars* and AT&T"),
        ("Struck ~~out~~ word", "Struck out word"),
        ("A <b>bold</b> tag<!-- gone --> here", "A bold tag here"),
        ("Two lines  \n   of text\nhere", "Two lines\nof text here"),
        ("A line<br>broken\\\nthrice", "A line\nbroken\nthrice"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
        ("Unclosed [link(http://x) and *star", "Unclosed [link(http://x) and *star"),
        ("Title\n=====", "Title"),
        ("## A heading ##", "A heading"),
    ],
)
def test_inline_markup_becomes_readable(source: str, readable: str) -> None:
    assert read(source).text == readable


DOCUMENT = """\
---
title: "The quay: a report"
author: J. Doe
date: 2024-03-05
tags:
  - harbour
---

# Quay *falls* into the [harbour](http://x.example)

By Jane Doe\\
HARWICH, March 4 (Reuters) - The quay **fell** at six, [the mayor][m] said; see
[the report](r.html), ![a crane](c.png) and the rest.

> **Quoted** words
that go on lazily
>
> - in a list

1. First *thing*
2. Second
   continued
   - nested [one](a)

* loose one

* loose two

| Port | Dead \\| hurt |
|------|-----:|
| **Harwich** | 12 |
| Harwich | `a\\|b` |

<div class="x">Some <b>more</b> words
on two lines</div>

***

**What they left out**

    a passage set in
    by four

![only a picture](x.png)

```
fenced words
```

[m]: http://mayor.example
"""


def test_a_whole_document() -> None:
    document = read(DOCUMENT)
    assert document.title == "The quay: a report"
    assert document.dateline is not None
    assert document.dateline.place == "HARWICH"
    assert document.date == dt.date(2024, 3, 4)
    assert [(p.block, p.span.of(document.text)) for p in document.paragraphs] == [
        (Block.TITLE, "Quay falls into the harbour"),
        (Block.BOILERPLATE, "By Jane Doe"),
        (
            Block.PROSE,
            "HARWICH, March 4 (Reuters) - The quay fell at six, the mayor said; see the report, "
            "a crane and the rest.",
        ),
        (Block.QUOTE, "Quoted words that go on lazily"),
        (Block.QUOTE, "in a list"),
        (Block.ITEM, "First thing"),
        (Block.ITEM, "Second continued"),
        (Block.ITEM, "nested one"),
        (Block.ITEM, "loose one"),
        (Block.ITEM, "loose two"),
        (Block.TABLE, "Port | Dead | hurt"),
        (Block.TABLE, "Harwich | 12"),
        (Block.TABLE, "Harwich | a|b"),
        (Block.PROSE, "Some more words on two lines"),
        (Block.BOILERPLATE, "***"),
        (Block.HEADING, "What they left out"),
        (Block.QUOTE, "a passage set in"),
        (Block.QUOTE, "by four"),
        (Block.BOILERPLATE, "only a picture"),
        (Block.QUOTE, "fenced words"),
    ]


def test_lists_and_tables_are_set_close_and_the_rest_apart() -> None:
    text = read("Words\n\n- one\n- two\n  1. three\n\nMore\n\n|a|b|\n|-|-|\n|c|d|\n").text
    assert text == "Words\n\n• one\n• two\n  1. three\n\nMore\n\na | b\nc | d"


def assert_places(document: Document, source: str) -> None:
    """Each character with a place stands there; each word of a paragraph has one."""
    assert document.origin is not None
    for start, place, length in document.origin.runs:
        kept = document.text[start : start + length]
        assert kept.replace("\n", " ") == source[place : place + length].replace("\n", " ")
    for paragraph in document.paragraphs:
        for position in range(paragraph.span.start, paragraph.span.end):
            if document.text[position].isalnum():
                place = document.origin.locate(Span(position, position + 1))
                assert place is not None
                assert place.of(source) == document.text[position]


def test_every_letter_has_its_place() -> None:
    assert_places(read(DOCUMENT), DOCUMENT)


def test_lines_set_in_by_a_tab_and_rows_in_a_quotation_keep_their_places() -> None:
    source = "- one\n\ttwo\n\n> | > | b |\n> |---|---|\n> | c | d\\|e |\n"
    document = read(source)
    assert document.text == "• one two\n\n> | b\nc | d|e"
    assert_places(document, source)


def test_a_word_is_found_at_its_own_place_and_not_at_a_likeness() -> None:
    source = "[one](http://one.example/two) and *two* and [two](two)"
    document = read(source)
    assert document.text == "one and two and two"
    assert document.origin is not None
    places = [document.origin.locate(Span(at, at + 3)) for at in (0, 8, 16)]
    assert places == [Span(1, 4), Span(35, 38), Span(45, 48)]


WORDS = st.sampled_from(["quay", "harbour", "crane", "2,500", "Jan. 5", "a", "é"])
MARKUP = st.sampled_from(
    ["{}", "*{}*", "**{}**", "`{}`", "[{}](quay)", "![{}](a.png)", "\\*{}", "~~{}~~", "<b>{}</b>"]
)
PIECE = st.builds(lambda markup, word: markup.format(word), MARKUP, WORDS)
LINE = st.lists(PIECE, min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    LINE,
    st.lists(LINE, min_size=2, max_size=3).map("\n".join),
    LINE.map("## {}".format),
    st.lists(LINE, min_size=1, max_size=3).map(lambda rows: "\n".join(f"- {row}" for row in rows)),
    st.lists(LINE, min_size=1, max_size=3).map(lambda rows: "\n".join(f"> {row}" for row in rows)),
    st.lists(LINE, min_size=1, max_size=3).map(
        lambda rows: "\n".join(["| a | b |", "|---|---|", *(f"| {row} | quay |" for row in rows)])
    ),
)


@settings(deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=6).map("\n\n".join))
def test_places_hold_for_any_mixture(source: str) -> None:
    assert_places(read(source), source)


@pytest.mark.parametrize(
    "source",
    ["--- \ntitle: x\nno end", "---\n---\n\nWords here", "---\n\nWords here", "---\nwords\n---"],
)
def test_what_is_no_front_matter_stays(source: str) -> None:
    assert read(source).title in ("", "words")
    assert read(source).text


@pytest.mark.parametrize(
    ("name", "text", "markdown"),
    [
        ("a.md", "A *word*", True),
        ("a.MARKDOWN", "A *word*", True),
        ("a.txt", "# A *word*\n\n[a](http://b)", False),
        ("a", "# Head\n\nA [link](http://x.example) here", True),
        ("a", "---\ntitle: Head\n---\nA *word*", True),
        ("a", "A *word* costs $3 [sic] (http)", False),
        ("a", "# 1 of the list\n\nplain words", False),
    ],
)
def test_the_format_follows_name_and_content(
    tmp_path: Path, name: str, text: str, markdown: bool
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    document = read_document(str(path), Side.A)
    assert (document.text != text) is markdown


def test_the_parser_is_imported_only_for_markdown(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Plain words.", "utf-8")
    code = (
        "import sys\n"
        "from tuireader.compare.documents import read_document\n"
        "from tuireader.compare.model import Side\n"
        "read_document(sys.argv[1], Side.A)\n"
        "print([name for name in sys.modules if name.startswith(('markdown_it', 'textual'))])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("In part from Reuters:\n\n*The quay fell.*\n\nThat is not so.", "prose quote prose"),
        ("*The quay*\n\n_fell down._\n\nNot so.\n\nNo.", "quote quote prose prose"),
        ("*The editors wrote this.*\n\nThe quay fell.\n\nNo.", "prose prose prose"),
        ("*One.*\n\n*Two.*\n\n*Three.*", "prose prose prose"),
        ("He *did* say.\n\n*So* it *was*.\n\n*Yes* and *no*.", "prose prose prose"),
    ],
)
def test_passages_in_italics_are_quoted(text: str, blocks: str) -> None:
    assert " ".join(block for block, _ in parts(text)) == blocks


@pytest.mark.parametrize(
    ("fields", "author", "publisher"),
    [
        ("author: Jane Roe\npublisher: The Valley Herald", "Jane Roe", "The Valley Herald"),
        ('authors: ["Jane Roe", "Bob Moe"]\nsite: Senn Watch', "Jane Roe, Bob Moe", "Senn Watch"),
        ("by: 'Jane Roe'\nsource: https://senn.example/", "Jane Roe", ""),
        ("title: The quay", "", ""),
    ],
)
def test_front_matter_names_author_and_publisher(fields: str, author: str, publisher: str) -> None:
    document = read(f"---\n{fields}\n---\n\nThe quay fell.")
    assert (document.author, document.publisher) == (author, publisher)
