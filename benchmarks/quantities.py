"""Precision and recall of the stated values of quantities, over a file of labelled texts.

    python benchmarks/quantities.py FILE.jsonl [--misses]

Each line holds {"text": …, "values": [2500, [30, 40], …]}: the numbers as they are said, magnitude
words multiplied out, a range as a pair. Vague words ("dozens") state no number.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

from corpora import Tally, read_rows

from tuireader.compare.claims.quantities import find_quantities

Value = tuple[float, ...]


def stated_values(text: str) -> list[Value]:
    """The numbers that the quantities of a text state, in order."""
    return [facet.value.stated for facet in find_quantities(text) if facet.value.stated]


def matches(found: Sequence[Value], wanted: Sequence[Value]) -> int:
    """How many of the wanted values were found, each at most once."""
    left = list(found)
    right = 0
    for value in wanted:
        for candidate in left:
            if len(candidate) == len(value) and all(
                math.isclose(one, other, rel_tol=1e-6)
                for one, other in zip(candidate, value, strict=True)
            ):
                left.remove(candidate)
                right += 1
                break
    return right


def main() -> None:
    """Print the figures of one file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every text that differs")
    options = parser.parse_args()
    tally = Tally()
    rows = read_rows(options.file)
    for row in rows:
        wanted = [tuple(v) if isinstance(v, list) else (float(v),) for v in row["values"]]
        found = stated_values(row["text"])
        one = Tally(matches(found, wanted), len(found), len(wanted))
        tally += one
        if options.misses and not one.right == one.found == one.wanted:
            print(f"{row['text']!r}: wanted {wanted}, found {found}")
    print(f"{len(rows)} texts, {tally.wanted} values wanted, {tally.found} found: {tally}")


if __name__ == "__main__":
    main()
