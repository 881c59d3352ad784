"""The indices of concepts.txt and fields.txt by stem, made once: stemming at each start is slow.

After a change of a table, of forms.txt, stopwords.py or the rules of stems.py, write both anew with
`python -m tuireader.compare.lexicon.table_index`; a test of each table compares the two.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from tuireader.compare import ready
from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS

_TABLES = ("concepts", "fields")
_LETTERS = 2


def key_of(member: str) -> str:
    """The stems of the content words of a word or phrase, in order, joined by blanks."""
    return " ".join(stem(word) for word in member.split() if word not in STOPWORDS)


def compile_index(name: str, text: str) -> str:
    """The text of an index: a line "stem stem<TAB>id id" for every word and phrase.

    Args:
        name: "concepts" or "fields"; stands in the head.
        text: That of the table, lines "id: member, member, …"; ids keep its order.
    """
    ids: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            identity, _, members = line.partition(": ")
            for member in members.split(", "):
                ids.setdefault(key_of(member), []).append(identity)
    head = f"# Made from {name}.txt by table_index.py; not for editing.\n"
    return head + "".join(f"{key}\t{' '.join(ids[key])}\n" for key in sorted(ids))


def read_index(name: str) -> dict[str, str]:
    """Stem, or stems of a phrase joined by blanks, with its ids joined by blanks; not cached."""
    text = ready.read(__name__, f"{name}_index.txt")
    return dict(line.split("\t") for line in text.splitlines()[1:])


@lru_cache(maxsize=65536)
def ids_in(name: str, key: str) -> str | None:
    """The ids that an index has for a stem, or for stems joined by blanks; None if it has none."""
    page = _pages(name).get(key[:_LETTERS], "")
    place = page.find(f"\n{key}\t")
    if place < 0:
        return None
    start = place + len(key) + 2
    return page[start : page.index("\n", start)]


@cache
@ready.kept()
def _pages(name: str) -> dict[str, str]:
    """The lines of an index by the letters that they begin with, "\n" before and behind each.

    A short text asks for some hundred of the stems: a dict of all takes longer to load than these
    take to be looked for.
    """
    pages: dict[str, str] = {}
    for key, ids in read_index(name).items():
        pages[key[:_LETTERS]] = pages.get(key[:_LETTERS], "\n") + f"{key}\t{ids}\n"
    return pages


def main() -> None:
    """Write the indices beside their sources."""
    folder = Path(__file__).parent
    for name in _TABLES:
        index = compile_index(name, (folder / f"{name}.txt").read_text("utf-8"))
        (folder / f"{name}_index.txt").write_text(index, "utf-8")


if __name__ == "__main__":
    main()
