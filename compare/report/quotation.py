"""The claims of one side of a pair in runs of ink, the decisive words marked."""

from __future__ import annotations

from tuireader.compare.model import Comparison, Pair, Side
from tuireader.compare.report.ink import INK, MARKED, PLAIN, Run
from tuireader.compare.report.passages import passages
from tuireader.compare.review.model import Label

PLAIN_MARK = "*"


def quotation(
    comparison: Comparison, pair: Pair, side: Side, *, colour: bool, ellipsis: str
) -> list[Run]:
    """What a pair says on one side, its passages joined by an ellipsis.

    In colour the whole words under each finding are marked in its ink. Without colour those
    under the gravest findings, on which the verdict rests, stand between asterisks.
    """
    text = comparison.document(side).text
    findings = [f for f in pair.findings if colour or f.relation is pair.relation]
    runs: list[Run] = []
    for passage in passages(comparison, pair, side, findings):
        if runs:
            runs.append(Run(f" {ellipsis} "))
        for words, relation in passage.parts(text):
            if relation is None:
                runs.append(Run(words))
            elif colour:
                runs.append(Run(words, f"{MARKED};{INK[Label(relation)]}"))
            else:
                runs.append(Run(f"{PLAIN_MARK}{words}{PLAIN_MARK}", PLAIN))
    return runs
