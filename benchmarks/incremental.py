"""How much quicker a comparison is when one paragraph of a long watched file has changed.

Two accounts (`scale_corpus.py`) are compared as the reader compares them, with a memory; then again
and again with one paragraph of A changed, each time held against a comparison without a memory,
which must give the same. Times are seconds of the processor.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from random import Random
from time import process_time

from runs import Ratio, finish, options
from scale_corpus import document, write
from timing import Measured

from tuireader.collector import resume
from tuireader.compare.memory import Memory
from tuireader.compare.model import Comparison, Side
from tuireader.compare.pipeline import compare_documents


def main() -> None:
    """Measure."""
    parser = options(__doc__ or "", rounds=3)
    parser.add_argument("--count", type=int, default=5_000, help="sentences of each text")
    given = parser.parse_args()
    accounts, spare = write(given.count), write(given.rounds * 2, 1)
    b = document(accounts.b, Side.B)
    chance = Random(3)
    compare_documents(document(spare.a, Side.A), document(spare.b, Side.B))
    gc.collect()
    resume()
    memory = Memory()
    sentences = list(accounts.a)
    samples: defaultdict[str, list[float]] = defaultdict(list)

    def timed(name: str, known: Memory | None) -> Comparison:
        a = document(sentences, Side.A)
        start = process_time()
        found = compare_documents(a, b, memory=known)
        samples[name].append(process_time() - start)
        return found

    timed("first, with an empty memory", memory)
    gc.freeze()  # as the reader does once a comparison is on the screen
    for number in range(given.rounds):
        place = chance.randrange(len(sentences))
        sentences[place] = spare.a[number]
        again = timed("again, one paragraph changed", memory)
        if again != timed("without a memory", None):
            raise SystemExit("with a memory something else is found")
    measured = {name: Measured(tuple(values)) for name, values in samples.items()}
    fresh, first, again_ = (
        measured[name].low
        for name in (
            "without a memory",
            "first, with an empty memory",
            "again, one paragraph changed",
        )
    )
    ratios = [
        Ratio("again by without a memory", again_ / fresh, 0.1),
        Ratio("first by without a memory", first / fresh),
    ]
    finish("incremental", measured, ratios, given)


if __name__ == "__main__":
    main()
