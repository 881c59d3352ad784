"""Precision and recall of names and attributions over the tables of the tests; their speed.

    python benchmarks/names.py [FILE.jsonl]

The file, of article pairs with lists of sentences under "a" and "b", is only for the speed: without
it the sentences of the tables are timed.
"""

from __future__ import annotations

import argparse
import runpy
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpora import Tally, lay_out, read_rows

from tuireader.compare.claims.attribution import find_attributions
from tuireader.compare.claims.names import find_names, same_name
from tuireader.compare.model import Span

_TESTS = Path(__file__).parent.parent / "tests/compare/claims"
_ROUNDS = 5

Text = tuple[str, list[Span]]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path, nargs="?", help="article pairs, for the speed")
    options = parser.parse_args()
    found = runpy.run_path(str(_TESTS / "names/test_names_found.py"))
    texts = [found["read_case"](lines) for lines in found["cases"]()]
    _names("names", texts, by_reference=False)
    _names("references", texts, by_reference=True)
    said = runpy.run_path(str(_TESTS / "attribution/test_attributions_found.py"))
    rows = [said["read_case"](line) for line in said["cases"]()]
    _row("attributions", [wanted for _, wanted, _ in rows], [got for _, _, got in rows])
    linked = runpy.run_path(str(_TESTS / "names/test_names_linked.py"))
    _links(linked["pairs"])
    timed = _articles(options.articles) if options.articles else [row[:2] for row in texts]
    _speed(timed)


def _names(label: str, texts: Sequence[Any], *, by_reference: bool) -> None:
    wanted, got = [], []
    for text, sentences, marked in texts:
        wanted.append([(span, key) for span, key, _, ref in marked if ref is by_reference])
        facets = find_names(text, sentences)
        got.append([(f.span, f.value.key) for f in facets if f.value.by_reference is by_reference])
    _row(label, wanted, got)


def _row(label: str, wanted: Sequence[Sequence[Any]], got: Sequence[Sequence[Any]]) -> None:
    right = sum(len(set(one) & set(other)) for one, other in zip(wanted, got, strict=True))
    _print(label, Tally(right, sum(map(len, got)), sum(map(len, wanted))))


def _print(label: str, tally: Tally) -> None:
    print(f"{label:22}{tally.wanted:5} wanted{tally.found:5} found  {tally}")


def _links(pairs: Callable[[str], list[Any]]) -> None:
    same, apart = pairs("="), pairs("!")
    right = sum(same_name(one, other) for one, other in same)
    found = right + sum(same_name(one, other) for one, other in apart)
    _print("one name in two texts", Tally(right, found, len(same)))


def _articles(path: Path) -> list[Text]:
    return [lay_out(row[side]) for row in read_rows(path) for side in "ab"]


def _speed(texts: Sequence[Text]) -> None:
    """The best of some rounds, in processor time: other work on the machine counts little."""
    count = sum(len(sentences) for _, sentences in texts)
    names_time = attribution_time = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        found = [find_names(text, sentences) for text, sentences in texts]
        middle = time.process_time()
        for (text, sentences), names in zip(texts, found, strict=True):
            for sentence in sentences:
                find_attributions(text, sentence.start, sentence.end, names=names)
        end = time.process_time()
        names_time = min(names_time, middle - start)
        attribution_time = min(attribution_time, end - middle)
    print(f"\n{count} sentences: names {names_time / count * 1e6:.0f} microseconds each,", end=" ")
    print(f"attributions {attribution_time / count * 1e6:.0f}")


if __name__ == "__main__":
    main()
