"""Whatever a text holds, nothing that steers a terminal, hides or turns text comes through."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.documents import DocumentError, document_from_text, split_text
from tuireader.compare.model import Block, Document, Origin, Side

HOSTILE = (
    "\x1b\x9b\x9d[]8;;m\x07\\ax0\u202e\u200b\u200d\u00ad\ufe0f\U000e0041\ud800\x00\r\n\t&#27;>*_"
)


def text_of(raw: str) -> str:
    return document_from_text(raw, Side.A).text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a \x1b[31;1mred\x1b[0m word", "a red word"),
        ("a \x1b]8;;https://evil.example/\x1b\\link\x1b]8;;\x1b\\ here", "a link here"),
        ("a \x1b]0;title\x07word", "a word"),
        ("a \x9b31mword \x9d8;;x\x9cend", "a word end"),
        ("a \x1bPq#0;2\x1b\\word", "a word"),
        ("an unfinished \x1b]8;;http://x\nSecond line", "an unfinished\nSecond line"),
        ("a \x1b(Bword\x1bM", "a word"),
        ("be\x08ll\x07 and\x00 zero\x7f", "bell and zero"),
        ("do\u202en't\u202c \u2066turn\u2069 \u200fme\u200e", "don't turn me"),
        ("zero\u200bwidth\u2060 \ufeffjoined\u200c\u200d", "zerowidth joined"),
        ("tags\U000e0061\U000e0062 and \U000e0100selectors", "tags and selectors"),
        ("soft\u00adhyphen", "softhyphen"),
        ("non\u00a0break\u202fthin\u2009wide\u3000tab\tend", "non break thin wide tab end"),
        ("lone \ud800 and \udc80", "lone \ufffd and \ufffd"),
        ("line\u2028Break", "line\nBreak"),
        ("cafe\u0301 stays", "cafe\u0301 stays"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467 stays", None),
        ("heart \u2764\ufe0f stays", None),
        ("Persian \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 stays", None),
        ("too many a" + "\u0301" * 50, "too many a" + "\u0301" * 4),
    ],
)
def test_cleaning(raw: str, clean: str | None) -> None:
    assert text_of("Before it. " + raw) == "Before it. " + (raw if clean is None else clean)


def test_an_entity_cannot_smuggle_a_control_character_in() -> None:
    raw = "A word &#x202e;and&#x200b; &#8238;more &nbsp;&#0;&#155;1m here"
    for markdown in (raw, f"<div>{raw}</div>"):
        text = document_from_text(markdown, Side.A, markdown=True).text
        assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in text)


def harmless(text: str) -> bool:
    allowed = "\n\u200c\u200d"
    return all(
        char in allowed or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        for char in text
        if not 0x600 <= ord(char) <= 0x8FF and ord(char) not in range(0x110BD, 0x110CE)
        if not 0x13430 <= ord(char) <= 0x1343F
    )


@settings(deadline=None)
@given(raw=st.text(st.one_of(st.sampled_from(HOSTILE), st.characters())), markdown=st.booleans())
def test_nothing_that_steers_a_terminal_comes_through(raw: str, markdown: bool) -> None:
    raw = "Word " + raw
    document = document_from_text(raw, Side.A, markdown=markdown)
    assert harmless(document.text)
    assert_consistent(document, raw)


def assert_consistent(document: Document, raw: str) -> None:
    assert isinstance(document.origin, Origin)
    end = 0
    for paragraph in document.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end
        end = paragraph.span.end
    assert end <= len(document.text)
    end = 0
    for start, place, length in document.origin.runs:
        assert end <= start
        assert length > 0
        assert 0 <= place <= len(raw) - length
        end = start + length
    assert end <= len(document.text)


@pytest.mark.parametrize(
    "raw",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "\x1b" * 300_000 + "[m x",
        "\x1b]8;;" * 60_000 + "\x07 x",
        "\u200d" * 300_000 + "x",
        "The word\n" * 20_000,
        "> " * 100_000 + "x",
        'A b. "“' * 50_000,
    ],
    ids=["words", "letter", "escapes", "links", "joiners", "lines", "quotes", "marks"],
)
def test_a_huge_text_is_read(raw: str) -> None:
    document = document_from_text(raw, Side.A)
    assert document.text
    if "\n" not in raw:
        assert len(document.paragraphs) == 1
    with pytest.raises(DocumentError):
        split_text(raw)


@pytest.mark.parametrize("raw", ["[" * 20_000, "![" * 10_000, "*a " * 10_000, "`a" * 10_000])
def test_hard_markdown_is_read(raw: str) -> None:
    document = document_from_text(raw + "word", Side.A, markdown=True)
    assert document.paragraphs[0].block is Block.PROSE
