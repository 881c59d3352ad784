"""Attributions against the marked sentences of attribution_cases.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tuireader.compare.claims.attribution import find_attributions
from tuireader.compare.claims.names import find_names
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.model import Span
from tuireader.compare.values import Mode

_MARK = re.compile(r"\{([^{}>~^]+)([>~^])([^{}]*)\}")
Wanted = tuple[str, str, Mode]
_MODES = {">": Mode.SAID, "~": Mode.CLAIMED, "^": Mode.QUOTED}


def cases() -> list[str]:
    table = Path(__file__).with_name("attribution_cases.txt").read_text(encoding="utf-8")
    return [line for line in table.splitlines() if line and not line.startswith("#")]


def read_case(line: str) -> tuple[str, list[Wanted], list[Wanted]]:
    """The text of one case, the attributions wanted in it, and those found."""
    text = _MARK.sub(r"\1", line)
    names = find_names(text, [Span(0, len(text))])
    keys = {facet.value.key for facet in names}
    wanted = [
        (words, source if source in keys else stem(source), _MODES[sign])
        for words, sign, source in _MARK.findall(line)
    ]
    found = find_attributions(text, names=names)
    return text, wanted, [(f.span.of(text), f.value.source, f.value.mode) for f in found]


@pytest.mark.parametrize("line", cases())
def test_attributions_of_a_sentence(line: str) -> None:
    _, wanted, found = read_case(line)
    assert found == wanted


def test_a_pronoun_takes_the_name_it_stands_for() -> None:
    first, second = "Ann Orrin was tired.", '"We waited," she said, "and nobody came."'
    text = f"{first} {second}"
    start = len(first) + 1
    names = find_names(text, [Span(0, len(first)), Span(start, len(text))])
    found = find_attributions(text, start, len(text), names=names)
    assert [(f.span.of(text), f.value.source, f.value.mode) for f in found] == [
        ('"We waited,"', "ann orrin", Mode.QUOTED),
        ("she said", "ann orrin", Mode.SAID),
        ('"and nobody came."', "ann orrin", Mode.QUOTED),
    ]


def test_a_noun_takes_the_name_it_stands_for() -> None:
    first, second = "The Ministry of Public Works met.", "The ministry said it was broke."
    text = f"{first} {second}"
    start = len(first) + 1
    names = find_names(text, [Span(0, len(first)), Span(start, len(text))])
    found = find_attributions(text, start, len(text), names=names)
    assert [f.value.source for f in found] == ["ministry of public works"]


def test_a_quotation_may_run_over_the_sentence() -> None:
    text = '"We waited all night. Nobody came," said Ann Orrin.'
    cut = text.index(" Nobody")
    first = find_attributions(text, 0, cut)
    second = find_attributions(text, cut + 1, len(text))
    assert [f.span.of(text) for f in first] == ['"We waited all night.']
    assert [f.span.of(text) for f in second] == ['Nobody came,"', "said Ann Orrin"]


def test_the_table_is_large_enough() -> None:
    assert len(cases()) >= 55
