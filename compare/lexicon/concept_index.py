"""The index of concepts.txt by stem, made once: stemming all entries at each start takes 20 ms.

After a change of concepts.txt, forms.txt, stopwords.py or the rules of stems.py, write it anew with
`python -m tuireader.compare.lexicon.concept_index`; a test compares the two.
"""

from __future__ import annotations

from pathlib import Path

from tuireader.compare.lexicon.stems import stem
from tuireader.compare.lexicon.stopwords import STOPWORDS

_HEAD = "# Made from concepts.txt by concept_index.py; not for editing.\n"


def key_of(member: str) -> str:
    """The stems of the content words of a word or phrase, in order, joined by blanks."""
    return " ".join(stem(word) for word in member.split() if word not in STOPWORDS)


def compile_index(text: str) -> str:
    """The text of the index: a line "stem stem<TAB>id id" for every word and phrase.

    Args:
        text: That of concepts.txt; ids keep its order.
    """
    ids: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            identity, _, members = line.partition(": ")
            for member in members.split(", "):
                ids.setdefault(key_of(member), []).append(identity)
    return _HEAD + "".join(f"{key}\t{' '.join(ids[key])}\n" for key in sorted(ids))


def main() -> None:
    """Write the index beside its source."""
    source = Path(__file__).with_name("concepts.txt")
    index = compile_index(source.read_text("utf-8"))
    source.with_name("concepts_index.txt").write_text(index, "utf-8")


if __name__ == "__main__":
    main()
