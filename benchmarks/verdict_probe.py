"""How right the verdicts are on own-written pairs of sentences, by relation and by construction.

    python benchmarks/verdict_probe.py [--misses]

The pairs stand in `verdict_probe.toml` beside this file, in two halves: A was read while rules were
mended, B was not, so `--misses` shows those of A alone. A pair is called by its gravest relation.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import RELATIONS, Tally, gravest

from tuireader import compare_texts

PAIRS = Path(__file__).with_name("verdict_probe.toml")
HALVES = "AB"


@dataclass(frozen=True)
class Probe:
    """Two sentences and how they stand to each other.

    Attributes:
        kind: The construction on which the verdict hangs.
        half: The half that the pair was drawn into.
        wanted: The relation that an expert gives them, or "unmatched".
        a: The one sentence.
        b: The other sentence.
    """

    kind: str
    half: str
    wanted: str
    a: str
    b: str


@dataclass(frozen=True)
class Answer:
    """What the program says of a pair.

    Attributes:
        probe: The pair.
        got: The gravest relation, or "unmatched".
        reasons: Why, in the program's words.
    """

    probe: Probe
    got: str
    reasons: str

    def falsely(self, relation: str) -> bool:
        """Whether the program gives this relation, and the expert another one."""
        return self.got == relation != self.probe.wanted


def read_probe(path: Path = PAIRS) -> tuple[dt.date, list[Probe]]:
    """The day on which all was written, and the pairs of a file in its order."""
    table = tomllib.loads(path.read_text("utf-8"))
    return table["date"], [Probe(**row) for row in table["pair"]]


def answer(probe: Probe, date: dt.date) -> Answer:
    """Compare the two sentences of a pair."""
    pair = gravest(compare_texts(probe.a, probe.b, date_a=date, date_b=date))
    if pair is None:
        return Answer(probe, "unmatched", "no pair")
    reasons = [f.reason for f in pair.findings if f.relation is pair.relation]
    return Answer(probe, pair.relation.value, "; ".join(dict.fromkeys(reasons)))


def by_relation(answers: Sequence[Answer]) -> Iterator[str]:
    """A line a relation: precision, recall, F1."""
    for relation in RELATIONS:
        found = [each for each in answers if each.got == relation]
        right = sum(each.probe.wanted == relation for each in found)
        wanted = sum(each.probe.wanted == relation for each in answers)
        yield f"{relation:<10}{Tally(right, len(found), wanted)}  of {wanted}"


def by_kind(answers: Sequence[Answer]) -> Iterator[str]:
    """A line a construction: how many pairs, right, falsely a conflict, falsely in agreement."""
    yield f"{'construction':<40}{'pairs':>6}{'right':>6}{'false conflict':>16}{'false agree':>13}"
    for kind in [*dict.fromkeys(each.probe.kind for each in answers), "all"]:
        of_kind = [each for each in answers if kind in (each.probe.kind, "all")]
        right = sum(each.got == each.probe.wanted for each in of_kind)
        conflict = sum(each.falsely("conflict") for each in of_kind)
        agree = sum(each.falsely("agree") for each in of_kind)
        yield f"{kind:<40}{len(of_kind):>6}{right:>6}{conflict:>16}{agree:>13}"


def misses(answers: Iterable[Answer]) -> Iterator[str]:
    """Each wrong answer, with both sentences and the program's reason."""
    for each in answers:
        probe = each.probe
        if each.got != probe.wanted:
            yield f"\n{probe.kind}: wanted {probe.wanted}, got {each.got}: {each.reasons}"
            yield f"  A: {probe.a}\n  B: {probe.b}"


def main() -> None:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="show each wrong answer of half A")
    asked = parser.parse_args()
    date, probes = read_probe()
    for half in HALVES:
        answers = [answer(probe, date) for probe in probes if probe.half == half]
        print(f"half {half}: {len(answers)} pairs")
        print(*by_relation(answers), sep="\n")
        print()
        print(*by_kind(answers), sep="\n")
        if asked.misses and half == HALVES[0]:
            print(*misses(answers), sep="\n")
        print()


if __name__ == "__main__":
    main()
