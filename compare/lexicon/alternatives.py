"""Words that rival one another for one slot: his brother or his wife, a rifle or a pistol.

Stemming the table at each start is slow, so its index by stem is made once. After a change of
alternatives.txt, forms.txt or the rules of stems.py, write it anew with
`python -m tuireader.compare.lexicon.alternatives`; a test compares the two.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.table_index import ids_in


def rivals(stem_a: str, stem_b: str) -> str:
    """The id of the first set of the table in which two stems are different members; symmetric.

    "" where there is none, and where any set has both in one member: words that mean the same in
    one sense are not held against one another in another. That two words are rivals tells
    nothing by itself; the sentences around them must speak of the same matter.
    """
    members = _members(stem_b)
    found = ""
    for identity, member in _members(stem_a).items():
        other = members.get(identity, member)
        if identity in members and other == member:
            return ""
        if other != member and not found:
            found = identity
    return found


def compile_alternatives(text: str) -> str:
    """The text of the index: a line "stem<TAB>id/member id/member" for every word.

    Args:
        text: That of the table. Members of a set are numbered; ids keep the order of the table.
    """
    places: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            identity, _, members = line.partition(": ")
            for number, member in enumerate(members.split(" | ")):
                for word in member.split(", "):
                    places.setdefault(stem(word), []).append(f"{identity}/{number}")
    head = "# Made from alternatives.txt by alternatives.py; not for editing.\n"
    return head + "".join(f"{key}\t{' '.join(places[key])}\n" for key in sorted(places))


@lru_cache(maxsize=4096)
def _members(word_stem: str) -> dict[str, str]:
    """The sets that a stem is in, in the order of the table, and its member in each."""
    places = ids_in("alternatives", word_stem) or ""
    return dict(place.split("/") for place in places.split())


def main() -> None:
    """Write the index beside its source."""
    folder = Path(__file__).parent
    index = compile_alternatives((folder / "alternatives.txt").read_text("utf-8"))
    (folder / "alternatives_index.txt").write_text(index, "utf-8")


if __name__ == "__main__":
    main()
