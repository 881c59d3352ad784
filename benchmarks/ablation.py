"""What each feature and each step of the aligner is worth: the tables of `docs/alignment.md`.

    python benchmarks/ablation.py GOLD_FOLDER [ARTICLES.jsonl ...] [--steps]

Each line is learned anew without one thing, and scored on documents that were held out while
weights and thresholds were learned. Beside the change of F1 stands the range in which 95 % of such
changes lie when the documents are drawn anew (paired bootstrap). The lines of the
steps also tell F1 on each file of article pairs, which is learned from as well, at little weight.
Takes about ten minutes, with --steps two. Needs `pip install --group bench`.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from corpora import Tally, total
from learn import (
    WHOLE,
    Case,
    Setup,
    add_files,
    best_limits,
    fit,
    held_out,
    nested,
    read_all,
    score,
)

from tuireader.compare.align import scorer
from tuireader.compare.align.context import CONTEXT
from tuireader.compare.align.features import FEATURES

DRAWS = 4000
SEED = 20210726
WEIGHTS = Path(scorer.__file__).with_name("weights.toml")
# What the features that are no function of two claims say.
SAYS = {
    "standing": "How near `senses` comes to the best that either claim finds.",
    "place": "How near the two stand in what both texts tell.",
    "guess": "The first step's likelihood, in log odds.",
    "beside": "The likelihood of the cells right before and after.",
    "around": "The likelihood of the cells around, the nearer the more.",
}
STEPS = {
    "everything": WHOLE,
    "the first step alone": Setup(second=False),
    "without context": Setup(skipped=frozenset(CONTEXT)),
    "without restatements": Setup(restates=False),
    "without watch": Setup(watches=False),
}


def f1_range(whole: Sequence[Tally], other: Sequence[Tally]) -> tuple[float, float]:
    """The middle 95 % of the change of F1 over documents drawn anew, with a fixed seed."""
    counts = np.array([[(t.right, t.found + t.wanted) for t in each] for each in (whole, other)])
    draws = np.random.default_rng(SEED).integers(len(whole), size=(DRAWS, len(whole)))
    right, both = counts[:, draws].sum(2).transpose(2, 0, 1)
    f1 = 2 * right / both
    low, high = np.quantile(f1[1] - f1[0], (0.025, 0.975))
    return float(low), float(high)


def says(name: str) -> str:
    """What a feature says of two claims."""
    doc = FEATURES[name].__doc__ if name in FEATURES else ""
    return SAYS.get(name) or (doc or "").partition("\n")[0]


class Ablation:
    """The aligner with everything, to hold others against."""

    def __init__(self, gold: Sequence[Case], sets: Sequence[Sequence[Case]]) -> None:
        self.gold, self.sets = gold, sets
        self.more = [case for cases in sets for case in cases]
        self.whole = nested(held_out(gold, self.more, WHOLE))

    def cells(self, setup: Setup, *, articles: bool = False) -> str:
        """The cells of a line: F1, its change, the range of the change, F1 on the articles."""
        print(setup, file=sys.stderr)
        tables = held_out(self.gold, self.more, setup)
        tallies = nested(tables)
        change = total(tallies).f1 - total(self.whole).f1
        low, high = f1_range(self.whole, tallies)
        cells = [f"{total(tallies).f1:.3f}", f"{change:+.3f}", f"{low:+.3f} to {high:+.3f}"]
        if articles:
            model, limits = fit([*self.gold, *self.more], setup), best_limits(tables)
            for cases in self.sets:
                seen = total(score(model, case, setup, [limits])[limits] for case in cases)
                cells.append(f"{seen.f1:.3f}")
        return " | ".join(cells)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    add_files(parser)
    parser.add_argument("--steps", action="store_true", help="leave the features out")
    options = parser.parse_args()
    ablation = Ablation(*read_all(options.gold, options.articles))
    print(f"Held out, with everything: {total(ablation.whole)}\n", flush=True)
    names = [path.stem for path in options.articles]
    print(f"| {' | '.join(['', 'F1', 'change', '95 % of draws', *names])} |")
    print(f"|---|{'---:|' * (3 + len(names))}")
    for name, setup in STEPS.items():
        print(f"| {name} | {ablation.cells(setup, articles=True)} |", flush=True)
    weights = tomllib.loads(WEIGHTS.read_text("utf-8"))
    steps = {} if options.steps else {"first": scorer.FIRST, "second": scorer.SECOND}
    for step, features in steps.items():
        print(f"\n| {step} step | says | weight | F1 without | change | 95 % of draws |")
        print("|---|---|---:|---:|---:|---:|")
        for name in features:
            cells = ablation.cells(Setup(skipped=frozenset({name})))
            print(f"| `{name}` | {says(name)} | {weights[step][name]:.2f} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
