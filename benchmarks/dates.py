"""Precision and recall of the dates in a labelled file.

    python benchmarks/dates.py tests/compare/claims/dates/labelled_dates.jsonl [--anchor 2021-04-14]

Each line is {"text", "intervals": [[first, last], ...]}; an interval is what the date may at most
mean, so a found date is right where it lies within one ("exact or within") or, for a date that is
blurred by its wording, at least meets one ("meets"). Each labelled interval is used once.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpora import Tally, read_rows

from tuireader.compare.claims.dates import find_dates

Days = tuple[dt.date, dt.date]


class Case(NamedTuple):
    """One line of the file."""

    text: str
    intervals: list[Days]


def read_cases(path: Path) -> list[Case]:
    """The cases of a labelled file."""
    day = dt.date.fromisoformat
    return [
        Case(row["text"], [(day(first), day(last)) for first, last in row["intervals"]])
        for row in read_rows(path)
    ]


def found_days(text: str, anchor: dt.date) -> list[Days]:
    """The days of the resolved dates of a text; times of day alone are not counted."""
    moments = [facet.value for facet in find_dates(text, anchor=anchor)]
    return [(m.first, m.last) for m in moments if m.first is not None and m.last is not None]


def within(found: Days, label: Days) -> bool:
    """Whether the found days are all allowed."""
    return label[0] <= found[0] and found[1] <= label[1]


def meets(found: Days, label: Days) -> bool:
    """Whether at least one of the found days is allowed."""
    return found[0] <= label[1] and label[0] <= found[1]


def hits(found: list[Days], labels: list[Days], right: Callable[[Days, Days], bool]) -> int:
    """How many found dates are right, each label used once."""
    left = list(labels)
    count = 0
    for days in found:
        match = next((label for label in left if right(days, label)), None)
        if match is not None:
            left.remove(match)
            count += 1
    return count


def main() -> None:
    """Print the figures and every miss."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--anchor", type=dt.date.fromisoformat, default=dt.date(2021, 4, 14))
    options = parser.parse_args()
    cases = read_cases(options.path)
    answers = [found_days(case.text, options.anchor) for case in cases]
    found = sum(map(len, answers))
    labelled = sum(len(case.intervals) for case in cases)
    for name, right in (("exact or within", within), ("meets", meets)):
        hit = sum(hits(a, case.intervals, right) for a, case in zip(answers, cases, strict=True))
        print(f"{name:16} {Tally(hit, found, labelled)}  ({hit}/{found}/{labelled})")
    for answer, case in zip(answers, cases, strict=True):
        if hits(answer, case.intervals, within) != max(len(answer), len(case.intervals)):
            shown = ", ".join(f"{first}..{last}" for first, last in answer) or "nothing"
            print(f"  {case.text!r}: {shown}")


if __name__ == "__main__":
    main()
