"""Do shared fields (fields.txt) raise the alignment of articles beyond stems and concepts?

    python benchmarks/fields_ablation.py ARTICLES.jsonl

Rows and halves are those of wordnet_concepts.py. Two sentences are held against each other by
Dice's coefficient over stems weighted by rarity; a stem that shares but a concept with the other
side counts by 0.4, one that shares but a field by its share of that field's rarity in the two
texts: log((n + 1) / k) / log(n + 1) for a field that k of their n sentences touch. F1 is that of
all pairs above a threshold tuned on the other half; AP is the average precision of the whole
ranking, that of "far" pairs the same where stems alone cover less than 0.12.

Found on the ECB+ article pairs, shares 0 / 0.1 / 0.3: F1 0.697 / 0.705 / 0.699, AP 0.735 / 0.736 /
0.738, AP far 0.315 / 0.319 / 0.322; on the bundles F1 0.628 / 0.636 / 0.634, AP 0.662 / 0.664 /
0.667, AP far 0.168 / 0.173 / 0.181. A small gain: over 200 resamplings of the topics, 95 % of
the differences in AP at 0.3 lie in 0.000 to 0.007 and in 0.003 to 0.006. From 0.5 on the ranking
of far article pairs is worse again.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from corpora import Tally, read_rows, total
from wordnet_concepts import Sentence, read_sentence

from tuireader.compare.lexicon.fields import fields_of

_CONCEPT = 0.4
_SHARES = (0.0, 0.1, 0.2, 0.3, 0.5)
_THRESHOLDS = tuple(step / 50 for step in range(3, 24))
_FAR = 0.12

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Scored:
    """A pair of sentences: half of the topics, score, score of equal stems alone, truth."""

    half: int
    score: float
    exact: float
    right: bool


def fields_in(sentence: Sentence) -> frozenset[str]:
    """The fields that any stem of a sentence belongs to."""
    return frozenset(field for word in sentence.senses for field in fields_of(word))


def covered(one: Sentence, other: Sentence, weight: Weights, rare: Weights) -> tuple[float, float]:
    """The weight of the stems of `one` that `other` has, and with those it has in part."""
    there = frozenset[str]().union(*other.senses.values())
    fields = fields_in(other)
    exact, part = [], []
    for word, ids in one.senses.items():
        if word in other.senses:
            exact.append(weight[word])
        elif not ids.isdisjoint(there):
            part.append(weight[word] * _CONCEPT)
        else:
            shared = (rare[field] for field in fields_of(word) if field in fields)
            part.append(weight[word] * max(shared, default=0.0))
    return math.fsum(exact), math.fsum(exact + part)


def score_row(row: Mapping[str, Any], weight: Weights, share: float) -> list[Scored]:
    """Every judged pair of a row."""
    a, b = ([read_sentence(text, {}, own=True) for text in row[side]] for side in "ab")
    touched = Counter(field for sentence in a + b for field in fields_in(sentence))
    most = math.log(len(a) + len(b) + 1)
    rare = {field: share * (1 - math.log(count) / most) for field, count in touched.items()}
    judged = [row.get(f"{side}_judged", range(len(row[side]))) for side in "ab"]
    gold = {tuple(edge) for edge in row["gold"]}
    half = int(re.findall(r"\d+", row["id"])[0]) % 2
    found = []
    for i, j in product(*judged):
        whole = math.fsum(weight[word] for side in (a[i], b[j]) for word in side.senses) or 1.0
        there, back = covered(a[i], b[j], weight, rare), covered(b[j], a[i], weight, rare)
        exact, score = ((one + other) / whole for one, other in zip(there, back, strict=True))
        found.append(Scored(half, score, exact, (i, j) in gold))
    return found


def average_precision(pairs: Iterable[Scored]) -> float:
    """The mean of the precision at each true pair of the ranking; 0 where there is none."""
    ranked = sorted(pairs, key=lambda pair: (-pair.score, pair.right))
    hits = [place for place, pair in enumerate(ranked, 1) if pair.right]
    return math.fsum(rank / place for rank, place in enumerate(hits, 1)) / max(len(hits), 1)


def held_out_f1(pairs: Iterable[Scored]) -> float:
    """F1 over both halves, each at the threshold that is best on the other."""
    halves: tuple[list[Scored], list[Scored]] = ([], [])
    for pair in pairs:
        halves[pair.half].append(pair)

    def tally(half: int, limit: float) -> Tally:
        said = [pair.right for pair in halves[half] if pair.score >= limit]
        return Tally(sum(said), len(said), sum(pair.right for pair in halves[half]))

    def best(half: int) -> float:
        return max(_THRESHOLDS, key=lambda limit: tally(half, limit).f1)

    return total((tally(1, best(0)), tally(0, best(1)))).f1


def main() -> None:
    """Print one line a share."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    rows = read_rows(parser.parse_args().articles)
    texts = [text for row in rows for side in "ab" for text in row[side]]
    seen = Counter(word for text in texts for word in read_sentence(text, {}, own=False).senses)
    weight = {word: math.log(1 + len(texts) / (1 + count)) for word, count in seen.items()}
    for share in _SHARES:
        pairs = [pair for row in rows for pair in score_row(row, weight, share)]
        far = average_precision(pair for pair in pairs if pair.exact < _FAR)
        print(
            f"share {share:.1f}  F1 {held_out_f1(pairs):.3f}"
            f"  AP {average_precision(pairs):.4f}  AP far {far:.4f}"
        )


if __name__ == "__main__":
    main()
