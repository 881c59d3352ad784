"""The whole way once: two documents in, a comparison out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from tuireader.compare.align import Scorer, align
from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.judge import judge
from tuireader.compare.judge.verdicts import Bench
from tuireader.compare.lenses import Lens, load_lenses
from tuireader.compare.memory import Known, Memory
from tuireader.compare.model import Comparison, Document
from tuireader.compare.progress import part


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Raised by a progress callback to stop the comparison; nothing is left half done."""


class Progress(Protocol):
    """Told how far a comparison is; may raise `Cancelled`."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` steps of the stage ("claims", "align", "judge") are finished.

        Called some ten times a second or more, so that a callback that raises stops the work soon.
        """


def compare_documents(
    a: Document,
    b: Document,
    *,
    lenses: Sequence[Lens] | None = None,
    progress: Progress | None = None,
    scorer: Scorer | None = None,
    memory: Memory | None = None,
    jobs: int = 1,
) -> Comparison:
    """Find the claims of two documents, align them and judge each pair.

    The same documents give the same comparison; swapping them mirrors it.

    Args:
        a: The first document.
        b: The second document.
        lenses: Watch topics; the shipped ones if None.
        progress: Called between the steps and within long ones, in the calling thread.
        scorer: How likely two claims are about the same matter; the shipped one if None.
        memory: Filled and used: makes the next comparison of nearly the same texts quicker.
        jobs: How many processes share the work; it pays from some thousand sentences on. With more
            than one no memory is used.

    Raises:
        Cancelled: If `progress` raises it.
    """
    tell = progress or _silent
    topics = load_lenses() if lenses is None else lenses
    claims, aligned = (partial(_in_hundredths, tell, stage) for stage in ("claims", "align"))
    claims(0)
    if jobs > 1:
        return _shared(a, b, topics, tell, scorer=scorer, jobs=jobs)
    known = memory.begin(topics) if memory else Known()
    try:
        claims_a = extract_claims(a, part(claims, 0, 0.5), known)
        claims(0.5)
        claims_b = extract_claims(b, part(claims, 0.5, 1), known)
        alignments = align(claims_a, claims_b, topics, scorer, tell=aligned, memory=known)
        tell("judge", 0, max(len(alignments), 1))
        judged = partial(_number, tell, len(alignments))
        pairs = judge((a, b), alignments, topics, judged, known)
    except Exception:  # stopped, by whatever `progress` raises
        if memory:
            memory.drop(known)
        raise
    if memory:
        memory.end(known)
    return Comparison((a, b), (claims_a, claims_b), pairs)


def _shared(
    a: Document,
    b: Document,
    lenses: Sequence[Lens],
    tell: Progress,
    *,
    scorer: Scorer | None,
    jobs: int,
) -> Comparison:
    """The same comparison by several processes."""
    from tuireader.compare import sharing  # noqa: PLC0415 - only what is long is shared

    claims, aligned = (partial(_in_hundredths, tell, stage) for stage in ("claims", "align"))
    with sharing.helpers(jobs) as pool:
        both = sharing.claims_of_both(a, b, claims, pool)
        alignments = align(*both, lenses, scorer, tell=aligned)
        tell("judge", 0, max(len(alignments), 1))
        judged = partial(_number, tell, len(alignments))
        bench = Bench.of((a, b), alignments, lenses)
        pairs = sharing.judged(alignments, bench, judged, pool, jobs) if alignments else ()
    return Comparison((a, b), both, pairs)


def _number(tell: Progress, total: int, done: int) -> None:
    tell("judge", done, total)


def _in_hundredths(tell: Progress, stage: str, share: float) -> None:
    tell(stage, int(100 * share), 100)


def _silent(stage: str, done: int, total: int) -> None:
    """No one is listening."""
