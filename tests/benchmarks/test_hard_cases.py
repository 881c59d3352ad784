from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "hard-cases.md"


@pytest.fixture(scope="module")
def printed(run: Callable[..., str]) -> str:
    return run("hard_cases.py")


def test_the_page_is_what_the_command_prints(printed: str) -> None:
    remedy = "run: python benchmarks/hard_cases.py > docs/hard-cases.md"
    assert printed == PAGE.read_text("utf-8"), remedy


def test_each_case_has_its_accounts_and_both_answers(printed: str) -> None:
    starts = Counter(re.findall(r"^(?:> [AB]: |- wanted \*\*|- got \*\*)", printed, re.MULTILINE))
    assert len(starts) == 4
    assert len(set(starts.values())) == 1
    assert min(starts.values()) >= 30


def test_the_count_of_right_answers_is_that_of_the_cases(printed: str) -> None:
    outcomes = Counter(re.findall(r"^## .*: (right|wrong)$", printed, re.MULTILINE))
    assert f"**{outcomes['right']} of {outcomes.total()} right.**" in printed
