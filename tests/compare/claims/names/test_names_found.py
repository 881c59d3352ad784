"""Names found, folded and typed, against the marked texts of find_cases.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tuireader.compare.claims.names import find_names
from tuireader.compare.model import Span
from tuireader.compare.values import Name, NameType

_MARK = re.compile(r"\{([^{}|>]+)(?:\|([^{}|]*))?(?:\|([a-z]+))?(?:>([^{}]*))?\}")
Wanted = tuple[Span, str, str | None, bool]


def read_case(lines: list[str]) -> tuple[str, list[Span], list[Wanted]]:
    """The text of one case, its sentences, and the names wanted in it."""
    text = ""
    sentences: list[Span] = []
    wanted: list[Wanted] = []
    for line in lines:
        if line == "¶":
            text = text.rstrip(" ") + "\n\n"
            continue
        first, place = len(text), 0
        for mark in _MARK.finditer(line):
            text += line[place : mark.start()]
            words, key, kind, reference = mark.groups()
            span = Span(len(text), len(text) + len(words))
            wanted.append((span, reference or key or words.casefold(), kind, reference is not None))
            text += words
            place = mark.end()
        text += line[place:]
        sentences.append(Span(first, len(text)))
        text += " "
    return text.rstrip(" "), sentences, wanted


def cases() -> list[list[str]]:
    table = Path(__file__).with_name("find_cases.txt").read_text(encoding="utf-8")
    blocks = [
        [line for line in block.splitlines() if not line.startswith("#")]
        for block in table.split("\n\n")
    ]
    return [block for block in blocks if block]


def _found(name: Name) -> tuple[str, bool]:
    return name.key, name.by_reference


@pytest.mark.parametrize("lines", cases(), ids=lambda lines: lines[0][:60])
def test_names_of_a_text(lines: list[str]) -> None:
    text, sentences, wanted = read_case(lines)
    found = find_names(text, sentences)
    assert [(f.span.of(text), *_found(f.value)) for f in found] == [
        (span.of(text), key, reference) for span, key, _, reference in wanted
    ]
    assert [facet.span for facet in found] == [span for span, *_ in wanted]
    for facet, (_, _, kind, _) in zip(found, wanted, strict=True):
        assert kind is None or facet.value.type is NameType(kind)


def test_the_table_is_large_enough() -> None:
    assert len(cases()) >= 80
