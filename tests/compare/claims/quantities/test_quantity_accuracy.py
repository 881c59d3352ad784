"""Precision and recall of the stated values, printed, over our table and the labelled file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tuireader.compare.claims.quantities import find_quantities

ROOT = Path(__file__).parents[4]


def test_values_of_the_table(
    cases: list[list[str]], record_property: pytest.RecordProperty
) -> None:
    right = found = wanted = 0
    for row in cases:
        expected = [float(number) for number in row[2].split() if number != "-"]
        got = [number for facet in find_quantities(row[0]) for number in facet.value.stated]
        right += sum(one == pytest.approx(other) for one, other in zip(got, expected, strict=False))
        found += len(got)
        wanted += len(expected)
    sys.stdout.write(
        f"{wanted} values: precision {right / found:.3f}, recall {right / wanted:.3f}\n"
    )
    record_property("precision", right / found)
    record_property("recall", right / wanted)
    assert len(cases) >= 150
    assert right == found == wanted


def test_values_of_the_labelled_file(here: Path) -> None:
    script = ROOT / "benchmarks" / "quantities.py"
    run = subprocess.run(
        [sys.executable, str(script), str(here / "quantities.jsonl")],
        capture_output=True,
        text=True,
        check=True,
    )
    sys.stdout.write(run.stdout)
    precision, recall = (float(figure) for figure in re.findall(r" [PR] (\d\.\d+)", run.stdout))
    assert precision >= 0.95
    assert recall >= 0.95
