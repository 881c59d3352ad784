"""How much quicker a comparison is when one paragraph of a long watched file has changed.

Two accounts (`scale_corpus.py`) are compared as the reader's engine compares them: in a process of
its own, with a memory, that is empty at first; then again and again with one paragraph of A
changed. After that each change is compared without a memory, which must give the same. Times are
seconds of the processor.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from random import Random
from time import process_time

from runs import Ratio, finish, options
from scale_corpus import document, write
from timing import Measured, compiled

from tuireader import collector
from tuireader.compare.memory import Memory
from tuireader.compare.model import Comparison, Document, Side
from tuireader.compare.pipeline import compare_documents

FIRST, AGAIN, WITHOUT = (
    "the first time, with an empty memory",
    "again, one paragraph changed",
    "without a memory, later in the same process",
)


def main() -> None:
    """Measure, or with --round do one round."""
    parser = options(__doc__ or "", rounds=3)
    parser.add_argument("--count", type=int, default=5_000, help="sentences of each text")
    parser.add_argument("--changes", type=int, default=4, help="in each round")
    parser.add_argument("--round", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.round is not None:
        print(json.dumps(one_round(given.count, given.changes, given.round)))
        return
    samples: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(given.rounds):
        command = [sys.executable, __file__, "--round", number]
        command += ["--count", given.count, "--changes", given.changes]
        done = subprocess.run(
            [*map(str, command)], stdout=subprocess.PIPE, check=True, env=compiled()
        )
        for name, times in json.loads(done.stdout).items():
            samples[name] += times
    measured = {name: Measured(tuple(values)) for name, values in samples.items()}
    first, again, without = (measured[name].low for name in (FIRST, AGAIN, WITHOUT))
    ratios = [
        Ratio("again by the first time", again / first, 0.1),
        Ratio("again by without a memory", again / without),
        Ratio("the first time by without a memory", first / without),
    ]
    finish("incremental", measured, ratios, given)


def one_round(count: int, changes: int, number: int) -> Mapping[str, list[float]]:
    """The times of one first comparison, of those after each change, and of these without memory.

    Args:
        count: Sentences of each text.
        changes: How many times a paragraph is changed.
        number: Of the round; each changes other paragraphs.
    """
    accounts, spare = write(count), write(max(changes, 10), number + 1)
    b = document(accounts.b, Side.B)
    chance = Random(number)
    compare_documents(document(spare.a, Side.A), document(spare.b, Side.B))  # loads every table
    collector.rest()
    samples: defaultdict[str, list[float]] = defaultdict(list)

    def timed(name: str, a: Document, known: Memory | None) -> Comparison:
        start = process_time()
        found = compare_documents(a, b, memory=known)
        samples[name].append(process_time() - start)
        return found

    memory = Memory()
    sentences = list(accounts.a)
    timed(FIRST, document(sentences, Side.A), memory)
    found: list[Comparison] = []
    for changed in range(changes):
        sentences[chance.randrange(count)] = spare.a[changed]
        found.append(timed(AGAIN, document(sentences, Side.A), memory))
    if any(each != timed(WITHOUT, each.document(Side.A), None) for each in found):
        raise SystemExit("with a memory something else is found")
    return samples


if __name__ == "__main__":
    main()
