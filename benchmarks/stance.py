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
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from corpora import Tally, lay_out, read_rows

from tuireader.compare.claims.certainty import find_certainty
from tuireader.compare.claims.clauses import split_clauses
from tuireader.compare.claims.polarity import find_polarity
from tuireader.compare.claims.sentences import find_sentences
from tuireader.compare.claims.status import find_status
from tuireader.compare.model import Span

TESTS = Path(__file__).parent.parent / "tests" / "compare" / "claims"
CLOSED = re.compile(r"[.!?…][\"'”’)\]\s]*\Z")
MICROSECONDS = 1e6

# Of each case its text, the facets known of it, and the pieces wanted.
Clauses = Sequence[tuple[str, Any, list[str]]]


def load(path: Path) -> ModuleType:
    """A test module, for the sake of its tables."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def line(name: str, cases: int, tally: Tally) -> str:
    """One line of the table of rates."""
    return f"{name:18}{cases:6} cases  {tally}"


def facets(stance: ModuleType, name: str) -> list[str]:
    """The rates of one finder, in full and by cue."""
    cases = stance.read_cases(name)
    full, cue = Tally(), Tally()
    for _, text, wanted in cases:
        got = [stance.told(text, facet) for facet in stance.FINDERS[name](text)]
        full += overlap([one[:3] for one in got], [one[:3] for one in wanted])
        cue += overlap([one[:2] for one in got], [one[:2] for one in wanted])
    return [line(name, len(cases), full), line(f"{name} (cue)", len(cases), cue)]


def overlap(got: Sequence[object], wanted: Sequence[object]) -> Tally:
    """How many of the found are among the wanted."""
    return Tally(sum(one in wanted for one in got), len(got), len(wanted))


def cuts(cases: Sequence[tuple[str, list[str]]], split: Callable[[str], list[Span]]) -> Tally:
    """The cuts over texts with the pieces wanted."""
    tally = Tally()
    for text, wanted in cases:
        place, marks = 0, set()
        for piece in wanted:
            place = text.index(piece, place)
            marks.add(place)
        got = {span.start for span in split(text)}
        first = {min(marks | got, default=0)}
        tally += Tally(len((got & marks) - first), len(got - first), len(marks - first))
    return tally


def article_cuts(path: Path) -> str:
    """The rate of sentence cuts over the articles of a file, each article once."""
    articles = sorted({tuple(row[side]) for row in read_rows(path) for side in "ab"})
    tally = Tally()
    for sentences in articles:
        text, places = lay_out(sentences, joint=" ")
        starts = {place.start for place in places}
        closed = {start for start in starts if start and CLOSED.search(text[:start])}
        found = {span.start for span in find_sentences(text)} - {0}
        tally += Tally(len(closed & found), len(found - (starts - closed)), len(closed))
    return line("articles", len(articles), tally)


def microseconds(work: Callable[[], object], repeat: int, units: int) -> float:
    """The best time of `repeat` runs, a unit."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best / units * MICROSECONDS


def rates(stance: ModuleType, read: Clauses, articles: Path | None) -> Iterator[str]:
    """The lines of precision, recall and F1."""
    for name in stance.FINDERS:
        yield from facets(stance, name)
    marked = [
        (case.replace("|", ""), [piece.strip() for piece in case.split("|") if piece.strip()])
        for case in load(TESTS / "segments" / "test_sentences.py").CASES
    ]
    yield line("sentences", len(marked), cuts(marked, find_sentences))
    if articles:
        yield article_cuts(articles)
    known = {text: found for text, found, _ in read}
    whole = [(text, wanted) for text, _, wanted in read]
    tally = cuts(whole, lambda text: split_clauses(text, Span(0, len(text)), known[text]))
    yield line("clauses", len(whole), tally)


def times(stance: ModuleType, read: Clauses, repeat: int) -> Iterator[str]:
    """The lines of speed."""
    known = {text: found for text, found, _ in read}
    texts = [text for name in stance.FINDERS for _, text, _ in stance.read_cases(name)]
    texts += known
    paragraph = " ".join(texts)
    words = sum(len(text.split()) for text in texts) / len(texts)

    def find_facets() -> None:
        for text in texts:
            find_polarity(text)
            find_certainty(text)
            find_status(text)

    def split() -> None:
        for text, found in known.items():
            split_clauses(text, Span(0, len(text)), found)

    count = len(find_sentences(paragraph))
    each = microseconds(lambda: find_sentences(paragraph), repeat, count)
    yield f"sentences  {each:6.1f} µs each"
    yield f"clauses    {microseconds(split, repeat, len(known)):6.1f} µs a sentence with joints"
    yield f"facets     {microseconds(find_facets, repeat, len(texts)):6.1f} µs, {words:.0f} words"


def main() -> None:
    """Print the rates and the times."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repeat", type=int, default=20, help="rounds; the best one is told")
    parser.add_argument("--articles", type=Path, help="article pairs, for their sentences")
    options = parser.parse_args()
    stance = load(TESTS / "stance" / "test_stance.py")
    clauses = load(TESTS / "segments" / "test_clauses.py")
    read = [clauses.read_case(case) for case in clauses.CASES]
    print(*rates(stance, read, options.articles), sep="\n")
    print(*times(stance, read, options.repeat), sep="\n")


if __name__ == "__main__":
    main()
