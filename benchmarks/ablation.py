"""What each feature and each step of the aligner is worth: the tables of `docs/alignment.md`.

    python benchmarks/ablation.py GOLD_FOLDER [ARTICLES.jsonl ...]

Each line is learned anew without one thing, and scored on documents that were held out while
weights and thresholds were learned. Beside the change of F1 stands the range in which 95 % of such
changes lie when the documents are drawn anew (paired bootstrap). Takes about ten minutes. Needs
`pip install --group bench`.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from corpora import Tally, total
from learn import WHOLE, Case, Setup, add_files, held_out, nested, read_all

from tuireader.compare.align import scorer
from tuireader.compare.align.context import CONTEXT
from tuireader.compare.align.features import FEATURES

DRAWS = 4000
SEED = 20210726
WEIGHTS = Path(scorer.__file__).with_name("weights.toml")
# What the features that are no function of two claims say.
SAYS = {
    "standing": "How near `senses` comes to the best that either claim finds.",
    "guess": "The first step's likelihood, in log odds.",
    "lead": "How far that is ahead of the best rival, or behind it.",
    "beside": "The likelihood of the cells right before and after.",
    "around": "The likelihood of the cells around, the nearer the more.",
    "course": "How near the cell lies to where the sure pairs of nearby claims point.",
}
STEPS = {
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

    def __init__(self, gold: Sequence[Case], more: Sequence[Case]) -> None:
        self.gold, self.more = gold, more
        self.whole = nested(held_out(gold, more, WHOLE))

    def cells(self, setup: Setup) -> str:
        """The cells of a line: F1, its change, the range of the change."""
        print(setup, file=sys.stderr)
        tallies = nested(held_out(self.gold, self.more, setup))
        change = total(tallies).f1 - total(self.whole).f1
        low, high = f1_range(self.whole, tallies)
        return f"{total(tallies).f1:.3f} | {change:+.3f} | {low:+.3f} to {high:+.3f}"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    add_files(parser)
    options = parser.parse_args()
    gold, sets = read_all(options.gold, options.articles)
    ablation = Ablation(gold, [case for cases in sets for case in cases])
    print(f"Held out, with everything: {total(ablation.whole)}\n", flush=True)
    print("| | F1 | change | 95 % of draws |\n|---|---:|---:|---:|")
    for name, setup in STEPS.items():
        print(f"| {name} | {ablation.cells(setup)} |", flush=True)
    weights = tomllib.loads(WEIGHTS.read_text("utf-8"))
    for step, names in (("first", scorer.FIRST), ("second", scorer.SECOND)):
        print(f"\n| {step} step | says | weight | F1 without | change | 95 % of draws |")
        print("|---|---|---:|---:|---:|---:|")
        for name in names:
            cells = ablation.cells(Setup(skipped=frozenset({name})))
            print(f"| `{name}` | {says(name)} | {weights[step][name]:.2f} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
