"""Precision and recall of the stated values of quantities, over a file of labelled texts.

    python benchmarks/quantities.py FILE.jsonl [--misses]

Each line holds {"text": …, "values": [2500, [30, 40], …]}: the numbers as they are said, magnitude
words multiplied out, a range as a pair. Vague words ("dozens") state no number.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.compare.claims.quantities import find_quantities

Value = tuple[float, ...]


@dataclass
class Tally:
    """Counts of values, over all texts."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of the found values that were wanted; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the wanted values that were found; 1 where none was wanted."""
        return self.right / self.wanted if self.wanted else 1.0


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
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every text that differs")
    arguments = parser.parse_args()
    tally = Tally()
    rows = [json.loads(line) for line in arguments.file.read_text("utf-8").splitlines() if line]
    for row in rows:
        wanted = [tuple(v) if isinstance(v, list) else (float(v),) for v in row["values"]]
        found = stated_values(row["text"])
        right = matches(found, wanted)
        tally.right += right
        tally.found += len(found)
        tally.wanted += len(wanted)
        if arguments.misses and not right == len(found) == len(wanted):
            print(f"{row['text']!r}: wanted {wanted}, found {found}")
    print(
        f"{len(rows)} texts, {tally.wanted} values wanted, {tally.found} found: "
        f"precision {tally.precision:.3f}, recall {tally.recall:.3f}"
    )


if __name__ == "__main__":
    main()
