"""Learn the weights of the aligner from labelled document pairs, and tell what they are worth.

    python benchmarks/learn.py GOLD_FOLDER [ARTICLES.jsonl ...] > compare/align/weights.toml

On stderr: precision, recall and F1 of the alignment of documents that were held out while weights
and thresholds were learned (one fold a .gold file). Needs `pip install --group bench`.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import NamedTuple

import numpy as np
from corpora import Edge, LabelledPair, Tally, read_articles, read_gold, total
from sklearn.linear_model import LogisticRegression

from tuireader.compare.align import aligner, scorer
from tuireader.compare.align.among import among
from tuireader.compare.align.candidates import find_candidates
from tuireader.compare.align.context import Cell, contexts
from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.align.watch import vouched
from tuireader.compare.lenses import Lens, load_lenses
from tuireader.compare.model import Claim

Rows = Mapping[Cell, list[float]]
Model = dict[str, dict[str, float]]

FOLDS = 6  # of the cases whose first guesses the second step learns from
STRENGTH = 0.1  # inverse of the L2 penalty
ARTICLE_WEIGHT = 0.02  # article pairs are many and of another kind; the .gold files weigh 1


class Limits(NamedTuple):
    """Thresholds, as `aligner.best_of` takes them."""

    pair: float
    further: float


PAIR = tuple(round(0.10 + 0.04 * step, 2) for step in range(13))
FURTHER = (0.5, 0.6, 0.7, 0.8)
GRID = tuple(Limits(pair, further) for pair in PAIR for further in FURTHER)
Table = dict[Limits, Tally]  # what one document scores at each of the thresholds


@dataclass(frozen=True)
class Setup:
    """The aligner, or the aligner without one of its parts.

    Attributes:
        skipped: Features left out while learning.
        second: Whether the second step follows the first.
        restates: Whether what restates a claim of a pair is paired too.
        watches: Whether one clear sign vouches for a pair.
    """

    skipped: frozenset[str] = frozenset()
    second: bool = True
    restates: bool = True
    watches: bool = True


WHOLE = Setup()


@dataclass(frozen=True)
class Case:
    """One labelled pair, measured: features of each candidate, and which of them is right.

    Attributes:
        pair: The labels.
        weight: How much each of its cells counts while learning.
        claims: The claims of both sides.
        profiles: Their profiles.
        rows: Candidate -> values of `scorer.FIRST`.
        labels: Candidate -> whether it is right; no entry where the labels do not tell.
    """

    pair: LabelledPair
    weight: float
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    profiles: tuple[tuple[Profile, ...], tuple[Profile, ...]]
    rows: Rows
    labels: dict[Cell, bool]

    def edges(self, cells: Iterable[Cell]) -> set[Edge]:
        """The sentence pairs that these cells say, as far as they are judged."""
        return {
            edge
            for i, j in cells
            for edge in self.pair.said(self.claims[0][i].span, self.claims[1][j].span)
        }

    def tally(self, cells: Iterable[Cell]) -> Tally:
        """How these cells score."""
        said = self.edges(cells)
        return Tally(len(said & self.pair.edges.keys()), len(said), len(self.pair.edges))


def measure(pair: LabelledPair, weight: float) -> Case:
    """Find the candidates of a pair and label them; of the cells of one edge the best counts."""
    claims = pair.claims()
    profiles = profile_both(*claims, topics())
    case = Case(pair, weight, claims, profiles, first_rows(*profiles), {})
    senses = scorer.FIRST.index("senses")
    best: dict[Edge, tuple[float, Cell]] = {}
    for cell, row in case.rows.items():
        edges = case.edges([cell])
        right = edges & pair.edges.keys()
        if edges and not right:
            case.labels[cell] = False
        for edge in right:
            best[edge] = max(best.get(edge, (-1.0, cell)), (row[senses], cell))
    case.labels.update((cell, True) for _, cell in best.values())
    return case


def first_rows(a: Sequence[Profile], b: Sequence[Profile]) -> Rows:
    """The values of `scorer.FIRST` for every candidate."""
    alone = {(i, j): scorer.features(a[i], b[j]) for i, j in find_candidates(a, b)}
    senses = scorer.FIRST.index("senses")
    found = among([*alone], [row[senses] for row in alone.values()], len(a), len(b))
    return {cell: [*row, *more] for (cell, row), more in zip(alone.items(), found, strict=True)}


@cache
def topics() -> tuple[Lens, ...]:
    """The shipped lenses."""
    return tuple(load_lenses())


def learn(
    cases: Sequence[Case], names: Sequence[str], tables: Sequence[Rows], skipped: frozenset[str]
) -> dict[str, float]:
    """Weights and bias of one step, over the features that are not skipped."""
    columns = [index for index, name in enumerate(names) if name not in skipped]
    told = [
        (case, table, cell)
        for case, table in zip(cases, tables, strict=True)
        for cell in case.labels
    ]
    values = np.array([table[cell] for _, table, cell in told])[:, columns]
    spread = values.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        values / spread,
        [case.labels[cell] for case, _, cell in told],
        sample_weight=[case.weight for case, _, _ in told],
    )
    weights = {names[c]: float(model.coef_[0][k] / spread[k]) for k, c in enumerate(columns)}
    return {"bias": float(model.intercept_[0]), **weights}


def likely(weights: Mapping[str, float], names: Sequence[str], rows: Rows) -> dict[Cell, float]:
    """The likelihoods that a step gives to rows of its values."""
    return {cell: scorer.likelihood(log_odds(weights, names, row)) for cell, row in rows.items()}


def log_odds(weights: Mapping[str, float], names: Sequence[str], row: Sequence[float]) -> float:
    """The log odds of one row; what has no weight was skipped."""
    factors = [weights.get(name, 0.0) for name in names]
    return weights["bias"] + math.fsum(map(mul, factors, row))


def second_rows(first: Mapping[str, float], case: Case) -> Rows:
    """The values of `scorer.SECOND` for every candidate."""
    odds = {cell: log_odds(first, scorer.FIRST, row) for cell, row in case.rows.items()}
    found = contexts([*odds], [*map(scorer.likelihood, odds.values())])
    return {
        cell: [scorer.bounded(each), *more]
        for (cell, each), more in zip(odds.items(), found, strict=True)
    }


def fit(cases: Sequence[Case], setup: Setup = WHOLE) -> Model:
    """Both steps; the second learns from first guesses made by models that did not see the case."""

    def first(part: Sequence[Case]) -> dict[str, float]:
        return learn(part, scorer.FIRST, [case.rows for case in part], setup.skipped)

    model = {"first": first(cases)}
    if setup.second:
        tables: list[Rows] = [{}] * len(cases)
        for fold in range(FOLDS):
            inner = first([case for k, case in enumerate(cases) if k % FOLDS != fold])
            for k in range(fold, len(cases), FOLDS):
                tables[k] = second_rows(inner, cases[k])
        model["second"] = learn(cases, scorer.SECOND, tables, setup.skipped)
    return model


def paired(model: Model, case: Case, setup: Setup, limits: Sequence[Limits]) -> list[set[Cell]]:
    """The cells that the aligner makes pairs of, at each of the thresholds."""
    if setup.second:
        rows = second_rows(model["first"], case)
        values = likely(model["second"], scorer.SECOND, rows)
    else:
        values = likely(model["first"], scorer.FIRST, case.rows)
    found = []
    for limit in limits:
        signs = vouched(values, *case.profiles, topics(), limit.pair) if setup.watches else set()
        raised = values | {cell: max(values[cell], limit.further) for cell in signs}
        best = aligner.best_of(raised, limit._asdict())
        chosen = best | aligner.others_of(best, raised, limit._asdict(), case.profiles)
        if setup.restates:
            chosen |= aligner.said_again(chosen, values, case.profiles, limit.pair)
        found.append(chosen)
    return found


def score(model: Model, case: Case, setup: Setup = WHOLE, limits: Sequence[Limits] = GRID) -> Table:
    """What a case scores at each of the thresholds."""
    cells = paired(model, case, setup, limits)
    return {limit: case.tally(found) for limit, found in zip(limits, cells, strict=True)}


def best_limits(tables: Sequence[Table]) -> Limits:
    """The thresholds with the best F1 on these cases, each taken with those beside it.

    F1 jumps from one threshold to the next with so few documents; the mean of three jumps less.
    """
    f1 = {limit: total(table[limit] for table in tables).f1 for limit in tables[0]}

    def steady(limit: Limits) -> float:
        at = PAIR.index(limit.pair)
        near = PAIR[max(0, at - 1) : at + 2]
        return math.fsum(f1[limit._replace(pair=pair)] for pair in near) / len(near)

    return max(f1, key=steady)


def held_out(gold: Sequence[Case], more: Sequence[Case], setup: Setup = WHOLE) -> list[Table]:
    """What each gold case scores by a model that never saw it."""
    return [
        score(fit([c for c in gold if c is not case] + [*more], setup), case, setup)
        for case in gold
    ]


def nested(tables: Sequence[Table]) -> list[Tally]:
    """What each case scores at the thresholds that are best on the others."""
    return [
        table[best_limits([other for other in tables if other is not table])] for table in tables
    ]


def read_all(gold: Path, articles: Sequence[Path]) -> tuple[list[Case], list[list[Case]]]:
    """The measured cases of a folder of .gold files, and of each file of article pairs."""
    return (
        [measure(read_gold(path), 1.0) for path in sorted(gold.glob("*.gold"))],
        [[measure(pair, ARTICLE_WEIGHT) for pair in read_articles(path)] for path in articles],
    )


def add_files(parser: argparse.ArgumentParser) -> None:
    """The arguments that name the labelled files."""
    parser.add_argument("gold", type=Path, help="a folder of .gold files")
    parser.add_argument("articles", type=Path, nargs="*", help="files of article pairs")


def main() -> None:
    """Learn, print the weights, tell the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    add_files(parser)
    options = parser.parse_args()
    gold, sets = read_all(options.gold, options.articles)
    more = [case for cases in sets for case in cases]
    reach = total(case.tally(case.rows) for case in gold)
    print(f"candidates hold {reach.right} of {reach.wanted} pairs", file=sys.stderr)
    tables = held_out(gold, more)
    line = f"Held out: {total(nested(tables))}"
    print(line, file=sys.stderr)
    limits = best_limits(tables)
    at_best = total(table[limits] for table in tables)
    print(f"held out but for the thresholds: {at_best}", file=sys.stderr)
    model = fit([*gold, *more])
    for path, cases in zip(options.articles, sets, strict=True):
        seen = total(score(model, case, limits=[limits])[limits] for case in cases)
        print(f"{path.name} (seen): {seen}", file=sys.stderr)
    files = " ".join(path.name for path in (options.gold, *options.articles))
    print(f"# Weights of the aligner. Made by: python benchmarks/learn.py {files}\n# {line}")
    for table, weights in {**model, "thresholds": limits._asdict()}.items():
        print(f"\n[{table}]")
        for name, value in weights.items():
            print(f"{name} = {round(value, 4)}")


if __name__ == "__main__":
    main()
