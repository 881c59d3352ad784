"""Precision, recall and speed of polarity, certainty, status, sentences and clauses.

    python benchmarks/stance.py [--repeat 20] [--articles ecbplus_pairs_of_articles.jsonl]

Read from the tables of the tests, known misses included. A facet is right where its cue, what it
says and every stem that it reaches are as the table has them; "cue" asks for place and kind alone.
A cut is right where it stands at the place that the table marks.

`--articles` names a file of JSON lines whose "a" and "b" are lists of sentences: they are joined
by a space and cut again. Only ends with a closing mark are wanted, since headings were joined too.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from types import ModuleType

from tuireader.compare.claims.certainty import find_certainty
from tuireader.compare.claims.clauses import split_clauses
from tuireader.compare.claims.polarity import find_polarity
from tuireader.compare.claims.sentences import find_sentences
from tuireader.compare.claims.status import find_status
from tuireader.compare.model import Span

TESTS = Path(__file__).parent.parent / "tests" / "compare" / "claims"
CLOSED = re.compile(r"[.!?…][\"'”’)\]\s]*\Z")
MICROSECONDS = 1e6


def load(path: Path) -> ModuleType:
    """A test module, for the sake of its tables."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rate(name: str, counts: Sequence[int]) -> str:
    """One line: cases, and precision, recall and F1 from right, found and wanted."""
    cases, right, found, wanted = counts
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{name:18}{cases:6} cases  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def facets(stance: ModuleType, name: str) -> list[str]:
    """The rates of one finder, by cue and in full."""
    full, cue = [0, 0, 0, 0], [0, 0, 0, 0]
    for _, text, wanted in stance.read_cases(name):
        got = [stance.told(text, facet) for facet in stance.FINDERS[name](text)]
        for counts, width in ((full, 3), (cue, 2)):
            mine, theirs = [one[:width] for one in got], [one[:width] for one in wanted]
            counts[0] += 1
            counts[1] += sum(one in theirs for one in mine)
            counts[2] += len(mine)
            counts[3] += len(theirs)
    return [rate(name, full), rate(f"{name} (cue)", cue)]


def cuts(cases: Sequence[tuple[str, list[str]]], split: Callable[[str], list[Span]]) -> list[int]:
    """Right, found and wanted cuts over texts with the pieces wanted."""
    counts = [0, 0, 0, 0]
    for text, wanted in cases:
        place, marks = 0, set()
        for piece in wanted:
            place = text.index(piece, place)
            marks.add(place)
        got = {span.start for span in split(text)}
        first = {min(marks | got, default=0)}
        counts[0] += 1
        counts[1] += len((got & marks) - first)
        counts[2] += len(got - first)
        counts[3] += len(marks - first)
    return counts


def article_cuts(path: Path) -> list[int]:
    """Right, found and wanted cuts over the articles of a file, each article once."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    counts = [0, 0, 0, 0]
    for sentences in sorted({tuple(row[side]) for row in rows for side in "ab"}):
        text = " ".join(sentences)
        lengths = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
        starts = set(lengths)
        closed = {
            start for start in starts if 0 < start < len(text) and CLOSED.search(text[:start])
        }
        found = {span.start for span in find_sentences(text)} - {0}
        counts[0] += 1
        counts[1] += len(closed & found)
        counts[2] += len(found - (starts - closed))
        counts[3] += len(closed)
    return counts


def microseconds(work: Callable[[], object], repeat: int, units: int) -> float:
    """The best time of `repeat` runs, a unit."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best / units * MICROSECONDS


def main() -> None:
    """Print the rates and the times."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--articles", type=Path)
    options = parser.parse_args()
    repeat = options.repeat
    stance = load(TESTS / "stance" / "test_stance.py")
    sentences = load(TESTS / "segments" / "test_sentences.py")
    clauses = load(TESTS / "segments" / "test_clauses.py")
    for name in stance.FINDERS:
        print(*facets(stance, name), sep="\n")
    marked = [
        (case.replace("|", ""), [piece.strip() for piece in case.split("|") if piece.strip()])
        for case in sentences.CASES
    ]
    print(rate("sentences", cuts(marked, find_sentences)))
    if options.articles:
        print(rate("articles", article_cuts(options.articles)))
    read = [clauses.read_case(case) for case in clauses.CASES]
    known = {text: found for text, found, _ in read}
    whole = [(text, wanted) for text, _, wanted in read]
    print(
        rate(
            "clauses",
            cuts(whole, lambda text: split_clauses(text, Span(0, len(text)), known[text])),
        )
    )
    texts = [text for name in stance.FINDERS for _, text, _ in stance.read_cases(name)]
    texts += known
    paragraph = " ".join(texts)
    count = len(find_sentences(paragraph))

    def find_facets() -> None:
        for text in texts:
            find_polarity(text)
            find_certainty(text)
            find_status(text)

    def split() -> None:
        for text, found in known.items():
            split_clauses(text, Span(0, len(text)), found)

    words = sum(len(text.split()) for text in texts) / len(texts)
    print(
        f"sentences  {microseconds(lambda: find_sentences(paragraph), repeat, count):6.1f} µs each"
    )
    print(f"clauses    {microseconds(split, repeat, len(known)):6.1f} µs a sentence with joints")
    print(f"facets     {microseconds(find_facets, repeat, len(texts)):6.1f} µs, {words:.0f} words")


if __name__ == "__main__":
    main()
