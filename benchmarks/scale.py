"""How time and memory grow with the length of the texts, against all pairs and simpler ways.

Two accounts of n sentences each are made (`scale_corpus.py`), half of the one noisy rewritings of
the other, and read by every way in a process of its own, in turn:

- floor: one pass that reads the words of both into postings, less than which no index can do;
- all pairs: rapidfuzz's token_set_ratio of each sentence of B with all of A (`process.cdist` where
  NumPy is installed, else `process.extract`), a sample of rows, scaled;
- tf-idf: scikit-learn's, best cosine of each row, where that is installed;
- search: what of the alignment does the work of the ways above: candidates from the index, and
  rapidfuzz's token_set_ratio of each;
- the engine: claims, alignment and verdicts of one comparison, each by itself; the alignment makes
  profiles of the claims, searches, weighs thirteen features of each candidate, and chooses.

"found" is the share of the rewritings that are the best of their row, of the search those that are
candidates; "paired" the share that are pairs in the end. "own peak" is the memory that the
alignment takes beyond the claims that it is given.

Times are seconds of the processor, which a busy machine changes least. Run it with
`python benchmarks/scale.py`, and see `docs/performance.md`.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import resource
import subprocess
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import process_time

from runs import Ratio, finish, options
from scale_corpus import Accounts, document, write
from timing import Measured, compiled

from tuireader.compare.model import Claim, Side

COUNTS = (25, 250, 2_500, 10_000, 25_000)
_SAMPLE = 500  # rows of all pairs that are computed
_MOST_FOR_TF_IDF = 10_000  # its table of all pairs does not fit into memory beyond
_WORD = re.compile(r"\w+")

Figures = dict[str, float]


def floor(accounts: Accounts) -> Figures:
    """Read the words into postings."""
    start = process_time()
    for sentences in (accounts.a, accounts.b):
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for index, sentence in enumerate(sentences):
            for word in set(_WORD.findall(sentence.casefold())):
                postings[word].append(index)
    return {"time": process_time() - start}


def all_pairs(accounts: Accounts) -> Figures:
    """Hold some sentences of B against all of A."""
    rows = sorted(accounts.rewritten)
    rows = Random(1).sample(rows, min(_SAMPLE, len(rows)))
    queries = [accounts.b[row] for row in rows]
    best_of_each = _best_by_cdist if find_spec("numpy") else _best_by_extract
    best_of_each(queries[:1], accounts.a[:1])
    start = process_time()
    best = best_of_each(queries, accounts.a)
    spent = process_time() - start
    hits = sum(accounts.rewritten[row] == found for row, found in zip(rows, best, strict=True))
    return {"time": spent * len(accounts.b) / len(rows), "found": 100 * hits / len(rows)}


def _best_by_cdist(queries: Sequence[str], choices: Sequence[str]) -> list[int]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - one process measures one way

    table = process.cdist(queries, choices, scorer=fuzz.token_set_ratio)
    return [int(row.argmax()) for row in table]


def _best_by_extract(queries: Sequence[str], choices: Sequence[str]) -> list[int]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    scorer = fuzz.token_set_ratio
    return [process.extract(query, choices, scorer=scorer, limit=None)[0][2] for query in queries]


def tf_idf(accounts: Accounts) -> Figures:
    """Take the best cosine of each row; nothing where it can't be done."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    except ImportError:
        return {}
    if len(accounts.a) > _MOST_FOR_TF_IDF:
        return {}
    start = process_time()
    vectorizer = TfidfVectorizer()
    a = vectorizer.fit_transform(accounts.a)
    b = vectorizer.transform(accounts.b)
    best: list[int] = []
    for first in range(0, len(accounts.b), 500):
        best += (b[first : first + 500] @ a.T).toarray().argmax(axis=1).tolist()
    spent = process_time() - start
    hits = sum(best[row] == source for row, source in accounts.rewritten.items())
    return {"time": spent, "found": 100 * hits / len(accounts.rewritten)}


def search(accounts: Accounts) -> Figures:
    """Find the candidates of claims that are there already, and the likeness of each in letters."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    from tuireader.compare.align.candidates import find_candidates  # noqa: PLC0415
    from tuireader.compare.align.profiles import profile_both  # noqa: PLC0415

    a, b = _warm_claims(accounts)
    profiles = profile_both(a, b, ())
    start = process_time()
    candidates = find_candidates(*profiles)
    for i, j in candidates:
        fuzz.token_set_ratio(profiles[0][i].folded, profiles[1][j].folded)
    spent = process_time() - start
    found = _share(accounts, [(a[i], b[j]) for i, j in candidates])
    return {"time": spent, "found": found, "candidates": float(len(candidates))}


def engine(accounts: Accounts) -> Figures:
    """Compare the two as the program does."""
    from tuireader.compare.align import align  # noqa: PLC0415
    from tuireader.compare.claims.extract import extract_claims  # noqa: PLC0415
    from tuireader.compare.judge import judge  # noqa: PLC0415
    from tuireader.compare.lenses import load_lenses  # noqa: PLC0415

    documents = document(accounts.a, Side.A), document(accounts.b, Side.B)
    lenses = load_lenses()
    _warm_claims(write(10, 1))
    times = [process_time()]
    claims_a, claims_b = (extract_claims(each) for each in documents)
    times.append(process_time())
    given = resident()
    alignments = align(claims_a, claims_b, lenses)
    times.append(process_time())
    aligned = peak()
    judge(documents, alignments, lenses, lambda _: None)
    times.append(process_time())
    return {
        "claims": times[1] - times[0],
        "align": times[2] - times[1],
        "judge": times[3] - times[2],
        "time": times[3] - times[0],
        "own peak": aligned - given,
        "paired": _share(accounts, [(each.a, each.b) for each in alignments]),
    }


def _warm_claims(accounts: Accounts) -> tuple[Sequence[Claim], Sequence[Claim]]:
    """The claims of two accounts, after a comparison that has loaded every table."""
    from tuireader.collector import rest  # noqa: PLC0415
    from tuireader.compare.claims.extract import extract_claims  # noqa: PLC0415
    from tuireader.compare.pipeline import compare_documents  # noqa: PLC0415

    warm = write(10, 1)
    compare_documents(document(warm.a, Side.A), document(warm.b, Side.B))
    rest()  # as where long texts are compared
    a, b = (
        extract_claims(document(sentences, side))
        for sentences, side in ((accounts.a, Side.A), (accounts.b, Side.B))
    )
    return a, b


def _share(accounts: Accounts, couples: Iterable[tuple[Claim, Claim]]) -> float:
    """How much of what was rewritten is among some couples of claims, per cent."""
    starts_a, starts_b = _starts(accounts.a), _starts(accounts.b)
    found = {
        (bisect_right(starts_b, b.span.start) - 1, bisect_right(starts_a, a.span.start) - 1)
        for a, b in couples
    }
    true = set(accounts.rewritten.items())
    return 100 * len(found & true) / max(len(true), 1)


def _starts(sentences: Sequence[str]) -> list[int]:
    """Where each sentence begins in the document made of them."""
    starts, place = [], 0
    for number, sentence in enumerate(sentences, 1):
        starts.append(place)
        place += len(sentence) + (1 if number % 5 else 2)
    return starts


CASES: dict[str, Callable[[Accounts], Figures]] = {
    "floor": floor,
    "all pairs": all_pairs,
    "tf-idf": tf_idf,
    "search": search,
    "engine": engine,
}


def peak() -> float:
    """Megabytes of memory that this process had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def resident() -> float:
    """Megabytes of memory that this process has now; its peak so far where that can't be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return peak()
    return pages * resource.getpagesize() / 2**20


def run_case(name: str, count: int) -> Figures:
    """The figures of one case, from a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--case", name, str(count)],
        stdout=subprocess.PIPE,
        check=True,
        env=compiled(),
    )
    figures: Figures = json.loads(done.stdout)
    return figures


def gather(counts: Sequence[int], rounds: int) -> dict[str, list[float]]:
    """The samples of every figure, by "case, figure, count"."""
    samples: defaultdict[str, list[float]] = defaultdict(list)
    for count in counts:
        for _ in range(rounds):
            for name in CASES:
                for figure, value in run_case(name, count).items():
                    samples[label(name, figure, count)].append(value)
    return dict(samples)


def label(case: str, figure: str, count: int) -> str:
    """The name of a figure in the table."""
    return f"{count:>6,} {case}" + ("" if figure == "time" else f", {figure}")


def ratios(measured: dict[str, Measured], counts: Sequence[int]) -> Iterable[Ratio]:
    """What the issue asks for, each with the most that it should be.

    Its aims for the search were set on candidates from an index and rapidfuzz on those; the whole
    alignment stands beside them without an aim.
    """

    def low(case: str, figure: str, count: int) -> float:
        found = measured.get(label(case, figure, count))
        return found.low if found else math.nan

    for count in counts:
        searched, aligned = low("search", "time", count), low("engine", "align", count)
        every, least = low("all pairs", "time", count), low("floor", "time", count)
        whole = low("engine", "time", count)
        at = f"{count:>6,} "
        times = {2_500: 80, 10_000: 300}.get(count)
        limit = 1000 / times if times else None
        yield Ratio(f"{at}search by all pairs, thousandths", 1000 * searched / every, limit)
        yield Ratio(f"{at}alignment by all pairs, thousandths", 1000 * aligned / every)
        yield Ratio(f"{at}search by floor", searched / least, 8)
        yield Ratio(f"{at}alignment by floor", aligned / least)
        recall = low("all pairs", "found", count) / max(low("search", "found", count), 1e-9)
        yield Ratio(f"{at}found, by all pairs against the search", recall, 1.01)
        yield Ratio(f"{at}comparison by alignment", whole / aligned, 6)
        yield Ratio(f"{at}comparison, ms a sentence", 500 * whole / count, 1)
    first, last = max(counts[0], 250), counts[-1]
    if first in counts and first < last:
        yield from (
            Ratio(f"growth of the {name}, exponent", _exponent(first, last, grown), limit)
            for name, grown, limit in (
                ("search", low("search", "time", last) / low("search", "time", first), 1.25),
                ("alignment", low("engine", "align", last) / low("engine", "align", first), 1.25),
                ("comparison", low("engine", "time", last) / low("engine", "time", first), 1.15),
            )
        )
    yield Ratio(f"{last:>6,} own peak of the alignment, MB", low("engine", "own peak", last), 300)
    yield Ratio(f"{last:>6,} peak of the whole process, MB", low("engine", "peak", last))


def _exponent(first: int, last: int, grown: float) -> float:
    return math.log(grown) / math.log(last / first)


def main() -> None:
    """Measure, or with --case take the figures of one."""
    parser = options(__doc__ or "", rounds=1)
    parser.add_argument("--case", nargs=2, metavar=("NAME", "N"), help=argparse.SUPPRESS)
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS, metavar="N")
    given = parser.parse_args()
    if given.case:
        name, count = given.case
        figures = CASES[name](write(int(count)))
        print(json.dumps({**figures, "peak": peak()} if figures else {}))
        return
    samples = gather(given.counts, given.rounds)
    measured = {name: Measured(tuple(values), _unit(name)) for name, values in samples.items()}
    finish("scale", measured, ratios(measured, given.counts), given)


def _unit(name: str) -> str:
    if name.endswith("candidates"):
        return ""
    return "MB" if name.endswith("peak") else "%" if name.endswith(("found", "paired")) else "s"


if __name__ == "__main__":
    main()
