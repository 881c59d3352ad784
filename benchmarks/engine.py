"""Alignment and verdicts of the whole engine on labelled document pairs.

    python benchmarks/engine.py GOLD_FOLDER|ARTICLES.jsonl ... [--verbose] [--jobs 2]

For each argument, over all of its document pairs: precision, recall and F1 of the aligned sentence
pairs; for .gold files also of those with each relation, end to end, the share of the rightly
aligned that have the right relation, and how many traps were called a conflict.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from corpora import RELATIONS, Edge, LabelledPair, Tally, read_articles, read_gold, total

from tuireader import Side, compare_texts

VERDICTS = RELATIONS[:3]


@dataclass(frozen=True)
class Result:
    """What the engine says of a labelled pair.

    Attributes:
        pair: The labels.
        said: Sentence pair -> the relations it was given.
    """

    pair: LabelledPair
    said: Mapping[Edge, set[str]]

    @property
    def aligned(self) -> set[Edge]:
        """The sentence pairs that were rightly aligned."""
        return self.said.keys() & self.pair.edges.keys()

    def alignment(self) -> Tally:
        """Of the sentence pairs, whatever their relation."""
        return Tally(len(self.aligned), len(self.said), len(self.pair.edges))

    def verdict(self, relation: str) -> Tally:
        """Of the sentence pairs with one relation."""
        said = {edge for edge, relations in self.said.items() if relation in relations}
        true = {edge for edge, relations in self.pair.edges.items() if relation in relations}
        return Tally(len(said & true), len(said), len(true))

    def judged(self) -> Tally:
        """Of the rightly aligned, how many have the right relation."""
        right = sum(not self.said[edge].isdisjoint(self.pair.edges[edge]) for edge in self.aligned)
        return Tally(right, len(self.aligned), len(self.aligned))

    def traps(self) -> Tally:
        """Of the traps, how many were called a conflict."""
        sprung = sum("conflict" in self.said.get(edge, ()) for edge in self.pair.traps)
        return Tally(sprung, sprung, len(self.pair.traps))


def compare(pair: LabelledPair) -> Result:
    """Run the engine over a labelled pair."""
    comparison = compare_texts(*pair.texts)
    said: defaultdict[Edge, set[str]] = defaultdict(set)
    for found in comparison.pairs:
        for a in found.claims(Side.A):
            for b in found.claims(Side.B):
                for edge in pair.said(comparison.claim(a).span, comparison.claim(b).span):
                    said[edge].add(found.relation.value)
    return Result(pair, said)


def read(path: Path) -> list[LabelledPair]:
    """The labelled pairs of a folder of .gold files, or of a file of article pairs."""
    if path.is_dir():
        return [read_gold(file) for file in sorted(path.glob("*.gold"))]
    return list(read_articles(path))


def report(results: Sequence[Result], *, relations: bool) -> Iterator[str]:
    """The lines for one argument."""
    tally = total(result.alignment() for result in results)
    yield f"{len(results)} document pairs, {tally.wanted} sentence pairs, {tally.found} found"
    yield f"align     {tally}"
    if not relations:
        return
    for relation in VERDICTS:
        yield f"{relation:9} {total(result.verdict(relation) for result in results)}"
    judged = total(result.judged() for result in results)
    yield f"judged    {judged.recall:.3f} of {judged.wanted} rightly aligned"
    traps = total(result.traps() for result in results)
    yield f"traps     {traps.right} of {traps.wanted} called a conflict"


def misses(result: Result) -> Iterator[str]:
    """The sentence pairs on which labels and engine differ."""
    pair = result.pair
    for i, j in sorted(result.said.keys() | pair.edges.keys()):
        true, said = pair.edges.get((i, j), set()), result.said.get((i, j), set())
        if true == said or (true == {""} and said):
            continue
        names = ["/".join(sorted(each)) if each else "apart" for each in (true, said)]
        yield f"\n{pair.name}: true {names[0] or 'aligned'}, said {names[1]}"
        yield f"  A {pair.sentences[0][i].of(pair.texts[0])}"
        yield f"  B {pair.sentences[1][j].of(pair.texts[1])}"


def main() -> None:
    """Print the figures of each argument."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("labelled", type=Path, nargs="+", help="a .gold folder, or article pairs")
    parser.add_argument("--verbose", action="store_true", help="print every miss first")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    options = parser.parse_args()
    with ProcessPoolExecutor(options.jobs) as pool:
        for path in options.labelled:
            results = list(pool.map(compare, read(path), chunksize=4))
            if options.verbose:
                print(*(line for result in results for line in misses(result)), sep="\n")
            print(*report(results, relations=path.is_dir()), sep="\n")


if __name__ == "__main__":
    main()
