"""Make `docs/hard-cases.md`: what an expert wants of hard cases beside what the program says.

    python benchmarks/hard_cases.py > docs/hard-cases.md

The cases stand in `hard_cases.toml` beside this file. The program's answer to a case is the gravest
relation among its pairs, with the reason that decided it; "unmatched" where it sees no pair.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import RELATIONS, gravest

from tuireader import compare_texts

CASES = Path(__file__).with_name("hard_cases.toml")
_HEAD = """\
# Hard cases: wanted beside got

Made by `python benchmarks/hard_cases.py > docs/hard-cases.md` from `benchmarks/hard_cases.toml`; a
test makes it again and compares. The cases were chosen because they are hard. No word of them is in
the program, but some of its rules were written with their kinds in view, so the count below is no
measure of unseen texts. What it gets wrong here, it gets wrong on real texts too: read the two
passages, not only the sign. [definitions.md](definitions.md) says what the relations mean."""


@dataclass(frozen=True)
class Case:
    """Two short accounts of one thing.

    Attributes:
        kind: What is hard about them.
        a: The one account.
        b: The other account.
        wanted: The relation an expert gives them, or "unmatched".
        why: The expert's reason.
        date: The day that relative dates start from, if any matters.
    """

    kind: str
    a: str
    b: str
    wanted: str
    why: str
    date: dt.date | None = None


@dataclass(frozen=True)
class Answer:
    """What the program says of a case.

    Attributes:
        case: The case.
        got: The gravest relation, or "unmatched".
        reason: Why, in the program's words.
    """

    case: Case
    got: str
    reason: str

    @property
    def right(self) -> bool:
        """Whether the relation is the wanted one."""
        return self.got == self.case.wanted


def read_cases(path: Path = CASES) -> list[Case]:
    """The cases of a file, in its order."""
    return [Case(**row) for row in tomllib.loads(path.read_text("utf-8"))["case"]]


def answer(case: Case) -> Answer:
    """Compare the two accounts of a case."""
    pair = gravest(compare_texts(case.a, case.b, date_a=case.date, date_b=case.date))
    if pair is None:
        return Answer(case, "unmatched", "no pair")
    reasons = [f.reason for f in pair.findings if f.relation is pair.relation]
    return Answer(case, pair.relation.value, "; ".join(dict.fromkeys(reasons)))


def page(answers: Sequence[Answer]) -> Iterator[str]:
    """The lines of the page."""
    yield _HEAD
    yield ""
    right = sum(each.right for each in answers)
    yield f"**{right} of {len(answers)} right.** Wanted downwards, got across:"
    yield ""
    yield from _table(answers)
    yield ""
    false = sum(each.got == "conflict" != each.case.wanted for each in answers)
    yield f"Called a conflict without being one: {false}."
    for number, each in enumerate(answers, 1):
        outcome = "right" if each.right else "wrong"
        yield f"\n## {number}. {each.case.kind.capitalize()}: {outcome}\n"
        yield f"> A: {each.case.a}\n>"
        yield f"> B: {each.case.b}\n"
        if each.case.date:
            yield f"Both of {each.case.date.isoformat()}.\n"
        yield f"- wanted **{each.case.wanted}**: {each.case.why}"
        yield f"- got **{each.got}**: {each.reason}"


def _table(answers: Sequence[Answer]) -> Iterator[str]:
    yield f"| | {' | '.join(RELATIONS)} | of |"
    yield f"|---|{'---:|' * (len(RELATIONS) + 1)}"
    for wanted in RELATIONS:
        got = [each.got for each in answers if each.case.wanted == wanted]
        yield f"| {wanted} | {' | '.join(str(got.count(r)) for r in RELATIONS)} | {len(got)} |"


def main() -> None:
    """Print the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.parse_args()
    print(*page([answer(case) for case in read_cases()]), sep="\n")


if __name__ == "__main__":
    main()
