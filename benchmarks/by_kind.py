"""How sentence pairs with one typed change are judged, by the kind of change.

    python benchmarks/by_kind.py FILE.jsonl [--jobs 2] [--misses negation]

Each line is {"a", "b", "label", "kind"}; a kind may be a list. For each kind, and for the changes
that show when the two strings are compared, a line tells which share was called what. A change of
number is one where the numbers of the two texts differ, months and weekdays aside; of date, one
where years, months, weekdays or days of a month do; of negation, one where only one side negates.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from corpora import RELATIONS, Tally, gravest, read_rows

from tuireader import compare_texts

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:1[89]|20)\d\d|today|yesterday|tomorrow)"
)
_NUMBER_WORDS = """
zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
thousand thousands million millions billion billions trillion dozen dozens half third quarter
first second fourth fifth sixth seventh eighth ninth tenth twice once
"""
_NUMBER = re.compile(rf"\d[\d.,]*\d|\d|\b(?:{'|'.join(_NUMBER_WORDS.split())})\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied)|fail(?:s|ed)?"
    r"|refus(?:e|es|ed)|reject(?:s|ed)?)\b|n['’]t\b",
    re.IGNORECASE,
)


def changes(a: str, b: str) -> list[str]:
    """Which of "number", "date" and "negation" differ between two texts."""
    dates = [Counter(_DATE.findall(text)) for text in (a, b)]
    rest = [_DATE.sub(" ", text) for text in (a, b)]
    numbers = [Counter(map(str.casefold, _NUMBER.findall(text))) for text in rest]
    negated = [bool(_NEGATION.search(text)) for text in (a, b)]
    found = {
        "number": numbers[0] != numbers[1],
        "date": dates[0] != dates[1],
        "negation": negated[0] != negated[1],
    }
    return [name for name, differs in found.items() if differs]


def judge(row: Mapping[str, Any]) -> str:
    """The gravest relation that the program gives the two texts of a row."""
    pair = gravest(compare_texts(row["a"], row["b"]))
    return pair.relation.value if pair else "unmatched"


def groups(row: Mapping[str, Any]) -> list[str]:
    """The lines that a row counts in."""
    kinds = [row["kind"]] if isinstance(row["kind"], str) else row["kind"]
    shown = [f"* {change} changed" for change in changes(row["a"], row["b"])]
    if shown:
        shown.append("* any of these")
    names = ["(all)", *(kind.removesuffix(" Error") for kind in kinds), *shown]
    return [f"{row['label']:9} {name}" for name in names]


def report(rows: Sequence[Mapping[str, Any]], said: Sequence[str]) -> list[str]:
    """A line a group: how many rows, which share was called what; then conflict precision."""
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row, relation in zip(rows, said, strict=True):
        for group in groups(row):
            table[group][relation] += 1
    lines = [f"{'':44}{'rows':>6}{''.join(f'{relation:>11}' for relation in RELATIONS)}"]
    for group, counts in sorted(table.items()):
        shares = "".join(f"{counts[relation] / counts.total():11.3f}" for relation in RELATIONS)
        lines.append(f"{group:44}{counts.total():6}{shares}")
    called = [row["label"] for row, each in zip(rows, said, strict=True) if each == "conflict"]
    right = called.count("conflict")
    lines.append(f"conflict precision {Tally(right, len(called), right).precision:.3f}")
    return lines


def main() -> None:
    """Print the lines, and the rows of a group that were not called what they are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--misses", metavar="WORD", help="print wrong rows of groups with this")
    options = parser.parse_args()
    rows = read_rows(options.file)
    with ProcessPoolExecutor(options.jobs) as pool:
        said = list(pool.map(judge, rows, chunksize=16))
    print(*report(rows, said), sep="\n")
    for row, relation in zip(rows, said, strict=True):
        named = options.misses and any(options.misses in group for group in groups(row))
        if named and relation != row["label"]:
            print(f"\nsaid {relation}\n  A {row['a']}\n  B {row['b']}")


if __name__ == "__main__":
    main()
