"""How much quicker a comparison is when one paragraph of a long watched file has changed.

Two accounts (`scale_corpus.py`) are compared as the reader's engine compares them: with a memory,
that is empty at first; then again and again with one paragraph of A changed. After that each change
is compared without a memory, which must give the same. Times are seconds of the processor.
"""

from __future__ import annotations

from collections import defaultdict
from random import Random
from time import process_time

from runs import Ratio, finish, options
from scale_corpus import document, write
from timing import Measured

from tuireader import collector
from tuireader.compare.memory import Memory
from tuireader.compare.model import Comparison, Document, Side
from tuireader.compare.pipeline import compare_documents

FIRST, AGAIN, WITHOUT = (
    "the first time, with an empty memory",
    "again, one paragraph changed",
    "without a memory",
)


def main() -> None:
    """Measure."""
    parser = options(__doc__ or "", rounds=3)
    parser.add_argument("--count", type=int, default=5_000, help="sentences of each text")
    parser.add_argument("--changes", type=int, default=4, help="in each round")
    given = parser.parse_args()
    accounts, spare = write(given.count), write(given.rounds * given.changes + 2, 1)
    b = document(accounts.b, Side.B)
    chance = Random(3)
    compare_documents(document(spare.a, Side.A), document(spare.b, Side.B))
    collector.rest()
    sentences, fresh = list(accounts.a), iter(spare.a)
    samples: defaultdict[str, list[float]] = defaultdict(list)

    def timed(name: str, a: Document, known: Memory | None) -> Comparison:
        start = process_time()
        found = compare_documents(a, b, memory=known)
        samples[name].append(process_time() - start)
        return found

    for _ in range(given.rounds):
        memory = Memory()
        timed(FIRST, document(sentences, Side.A), memory)
        found: list[Comparison] = []
        for _ in range(given.changes):
            sentences[chance.randrange(len(sentences))] = next(fresh)
            found.append(timed(AGAIN, document(sentences, Side.A), memory))
        if any(each != timed(WITHOUT, each.document(Side.A), None) for each in found):
            raise SystemExit("with a memory something else is found")
    measured = {name: Measured(tuple(values)) for name, values in samples.items()}
    first, again, without = (measured[name].low for name in (FIRST, AGAIN, WITHOUT))
    ratios = [
        Ratio("again by the first time", again / first, 0.1),
        Ratio("again by without a memory", again / without),
        Ratio("the first time by without a memory", first / without),
    ]
    finish("incremental", measured, ratios, given)


if __name__ == "__main__":
    main()
