import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tuireader.compare.model import Relation
from tuireader.sample_docs import DEFAULT, SAMPLES, path

CUE = "What the announcement leaves out"
SENTENCE_END = re.compile(r"(?<!U\.S)(?<!\bp\.m)(?<!\bOct)(?<!\bDec)[.!?][”*]*(?=\s|$)")
MARKUP = re.compile(r"^(?:#+ |\||From the news wire:)")
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("expected.toml").read_text("utf-8")
)
CASES = [
    pytest.param(sample, case, id=f"{sample}-{number}")
    for sample, cases in EXPECTED.items()
    for number, case in enumerate(cases)
]


def sides(sample_id: str) -> tuple[str, str]:
    texts = [file.read_text("utf-8") for file in path(sample_id)]
    first, last = texts[0].split(CUE) if len(texts) == 1 else texts
    return first, last


def sentences(text: str) -> int:
    prose = [line for line in text.splitlines() if not MARKUP.match(line)]
    return len(SENTENCE_END.findall("\n".join(prose)))


def test_ids_are_distinct_and_the_default_is_one_of_them() -> None:
    ids = [sample.id for sample in SAMPLES]
    assert len(set(ids)) == len(ids) >= 5
    assert DEFAULT in ids


def test_an_unknown_sample_is_refused() -> None:
    with pytest.raises(KeyError):
        path("nothing of the kind")


def test_every_text_belongs_to_a_sample() -> None:
    named = {name for sample in SAMPLES for name in sample.files}
    found = {entry.name for entry in files("tuireader.sample_docs").iterdir()}
    assert named == {name for name in found if name.endswith((".txt", ".md"))}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_each_side_has_fifteen_to_thirty_sentences(sample: Any) -> None:
    assert [side for side in sides(sample.id) if not 15 <= sentences(side) <= 30] == []


def test_markdown_samples_show_what_markdown_has() -> None:
    for text in sides("water"):
        for mark in ("\n## ", "\n- ", "\n> ", "](https://", "\n|--"):
            assert mark in text


def test_every_sample_has_expectations_of_every_relation() -> None:
    assert EXPECTED.keys() == {sample.id for sample in SAMPLES}
    for cases in EXPECTED.values():
        assert 5 <= len(cases) <= 8
        assert {case["relation"] for case in cases} >= {"agree", "conflict"}


@pytest.mark.parametrize(("sample", "case"), CASES)
def test_expected_snippets_occur_once(sample: str, case: dict[str, Any]) -> None:
    for text, snippet in zip(sides(sample), (case["a"], case["b"]), strict=True):
        assert text.count(snippet) == 1
    assert case["relation"] in set(Relation)
