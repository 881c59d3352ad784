"""Learn the weights of the aligner from labelled document pairs, and tell what they are worth.

    python benchmarks/learn.py GOLD_FOLDER [ARTICLES.jsonl ...] > compare/align/weights.toml

On stderr: precision, recall and F1 of the alignment of documents that were held out while learning
(one fold a .gold file), and with --ablate what each feature is worth there. Needs scikit-learn
(`pip install --group bench`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import Edge, LabelledPair, read_articles, read_gold
from sklearn.linear_model import LogisticRegression

from tuireader.compare.align import aligner, scorer
from tuireader.compare.align.profiles import Profile, profile_both
from tuireader.compare.align.restate import restated
from tuireader.compare.lenses import load_lenses
from tuireader.compare.model import Claim, Side

Cell = tuple[int, int]
Rows = dict[Cell, list[float]]
Model = dict[str, dict[str, float]]

FOLDS = 6  # of the cases whose first guesses the second step learns from
STRENGTH = 0.1  # inverse of the L2 penalty
ARTICLE_WEIGHT = 0.02  # article pairs are many and of another kind; the .gold files weigh 1
SKIPPED: set[str] = set()  # features left out, for the ablation


@dataclass
class Case:
    """One labelled pair, measured: features of each candidate, and which of them is right.

    Attributes:
        pair: The labels.
        claims: The claims of both sides.
        profiles: Their profiles.
        rows: Candidate -> values of `scorer.FIRST`.
        labels: Candidate -> whether it is right; no entry where the labels do not tell.
    """

    pair: LabelledPair
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]]
    profiles: tuple[tuple[Profile, ...], tuple[Profile, ...]]
    rows: Rows
    labels: dict[Cell, bool]

    def paired(self, likely: dict[Cell, float], limits: dict[str, float]) -> set[Edge]:
        """The sentence pairs that the aligner makes of these likelihoods."""
        return self.edges(restated(aligner.choose(likely, limits), *self.profiles))

    def edges(self, cells: Iterable[Cell]) -> set[Edge]:
        """The sentence pairs that these cells say, as far as they are judged."""
        said = set()
        for i, j in cells:
            for a in self.pair.sentences_of(Side.A, self.claims[0][i].span):
                for b in self.pair.sentences_of(Side.B, self.claims[1][j].span):
                    if a in self.pair.judged[0] and b in self.pair.judged[1]:
                        said.add((a, b))
        return said


def measure(pair: LabelledPair) -> Case:
    """Find the candidates of a pair and label them; of the cells of one edge the best counts."""
    claims = pair.claims()
    profiles = profile_both(*claims, load_lenses())
    rows = scorer.measure(*profiles)
    case = Case(pair, claims, profiles, rows, {})
    senses = scorer.FIRST.index("senses")
    best: dict[Edge, tuple[float, Cell]] = {}
    for cell, row in rows.items():
        edges = case.edges([cell])
        right = edges & pair.edges.keys()
        if edges and not right:
            case.labels[cell] = False
        for edge in right:
            best[edge] = max(best.get(edge, (-1.0, cell)), (row[senses], cell))
    case.labels.update((cell, True) for _, cell in best.values())
    return case


def learn(cases: Sequence[Case], names: Sequence[str], tables: Sequence[Rows]) -> dict[str, float]:
    """Weights and bias of one step, over these features; every fold of cases weighs the same."""
    x, y, w = [], [], []
    columns = [index for index, name in enumerate(names) if name not in SKIPPED]
    for case, table in zip(cases, tables, strict=True):
        for cell, label in case.labels.items():
            x.append([table[cell][column] for column in columns])
            y.append(label)
            w.append(case_weight(case))
    values = np.array(x)
    spread = values.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(values / spread, y, sample_weight=w)
    weights = {names[c]: float(model.coef_[0][k] / spread[k]) for k, c in enumerate(columns)}
    return {"bias": float(model.intercept_[0]), **weights}


def case_weight(case: Case) -> float:
    """How much each cell of a case counts: cases without relations are article pairs."""
    return ARTICLE_WEIGHT if "" in next(iter(case.pair.edges.values()), {""}) else 1.0


def guess(model: Model, case: Case) -> dict[Cell, float]:
    """The first step alone."""
    return {c: scorer.logistic(model["first"], scorer.FIRST, r) for c, r in case.rows.items()}


def second_rows(model: Model, case: Case) -> Rows:
    """The rows of the second step."""
    return scorer.extend(guess(model, case), *map(len, case.claims))


def fit(cases: Sequence[Case]) -> Model:
    """Both steps; the second learns from first guesses made by models that did not see the case."""
    model: Model = {"first": learn(cases, scorer.FIRST, [case.rows for case in cases])}
    parts = [cases[k::FOLDS] for k in range(FOLDS)]
    tables: dict[int, Rows] = {}
    for part in parts:
        rest = [case for other in parts if other is not part for case in other]
        inner = {"first": learn(rest, scorer.FIRST, [case.rows for case in rest])}
        tables.update((id(case), second_rows(inner, case)) for case in part)
    model["second"] = learn(cases, scorer.SECOND, [tables[id(case)] for case in cases])
    return model


def predict(model: Model, case: Case) -> dict[Cell, float]:
    """The likelihoods of both steps together."""
    rows = second_rows(model, case)
    return {cell: scorer.logistic(model["second"], scorer.SECOND, r) for cell, r in rows.items()}


def figures(
    cases: Sequence[Case], likely: Sequence[dict[Cell, float]], limits: dict[str, float]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over all cases."""
    right = said = true = 0
    for case, values in zip(cases, likely, strict=True):
        edges = case.paired(values, limits)
        right += len(edges & case.pair.edges.keys())
        said += len(edges)
        true += len(case.pair.edges)
    precision, recall = right / max(said, 1), right / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def best_limits(cases: Sequence[Case], likely: Sequence[dict[Cell, float]]) -> dict[str, float]:
    """The thresholds with the best F1 on these cases."""
    grid = [
        {"pair": round(pair, 2), "further": further}
        for pair in np.arange(0.10, 0.62, 0.04)
        for further in (0.6, 0.7, 0.8)
    ]
    return max(grid, key=lambda limits: figures(cases, likely, limits)[2])


def held_out(gold: Sequence[Case], more: Sequence[Case]) -> tuple[list[dict[Cell, float]], str]:
    """Likelihoods of each gold case by a model that never saw it, and the figures in a line."""
    likely = [predict(fit([c for c in gold if c is not case] + list(more)), case) for case in gold]
    total = np.zeros(3)
    for k, case in enumerate(gold):
        rest = [i for i in range(len(gold)) if i != k]
        limits = best_limits([gold[i] for i in rest], [likely[i] for i in rest])
        edges = case.paired(likely[k], limits)
        total += (len(edges & case.pair.edges.keys()), len(edges), len(case.pair.edges))
    p, r = total[0] / total[1], total[0] / total[2]
    return likely, f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}"


def ablate(gold: Sequence[Case], more: Sequence[Case]) -> None:
    """Print what the held-out F1 is without each feature."""
    for name in (*scorer.FIRST, *scorer.SECOND):
        SKIPPED.clear()
        SKIPPED.add(name)
        print(f"without {name:<12} {held_out(gold, more)[1]}", file=sys.stderr)
    SKIPPED.clear()


def main() -> None:
    """Learn, print the weights, tell the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--ablate", action="store_true")
    options = parser.parse_args()
    gold = [measure(read_gold(path)) for path in sorted(options.gold.glob("*.gold"))]
    sets = [[measure(pair) for pair in read_articles(path)] for path in options.articles]
    more = [case for cases in sets for case in cases]
    reach = sum(len(c.edges(c.rows) & c.pair.edges.keys()) for c in gold)
    true = sum(len(c.pair.edges) for c in gold)
    print(f"candidates hold {reach} of {true} pairs", file=sys.stderr)
    likely, line = held_out(gold, more)
    print(f"held out: {line}", file=sys.stderr)
    p, r, f1 = figures(gold, likely, best_limits(gold, likely))
    print(f"held out, best thresholds: P {p:.3f}  R {r:.3f}  F1 {f1:.3f}", file=sys.stderr)
    if options.ablate:
        ablate(gold, more)
    model = fit([*gold, *more])
    model["thresholds"] = best_limits(gold, likely)
    for path, cases in zip(options.articles, sets, strict=True):
        values = [predict(model, case) for case in cases]
        p, r, f1 = figures(cases, values, model["thresholds"])
        print(f"{path.name} (seen): P {p:.3f}  R {r:.3f}  F1 {f1:.3f}", file=sys.stderr)
    command = " ".join(
        ["python benchmarks/learn.py", *(p.name for p in (options.gold, *options.articles))]
    )
    print(f"# Weights of the aligner. Made by: {command}\n# Held out: {line}")
    for table, weights in model.items():
        print(f"\n[{table}]")
        for name, value in weights.items():
            print(f"{name} = {round(value, 4)}")


if __name__ == "__main__":
    main()
