"""Words of one field of life, as ids: a weak sign that two sentences speak of the same matter."""

from __future__ import annotations

from tuireader.compare.lexicon.table_index import ids_in


def fields_of(word_stem: str) -> tuple[str, ...]:
    """The ids of the fields, at most five, that this stem belongs to; () for most words.

    Weaker than a concept: "padlock" and "exit" share a field without standing for one thing, so a
    shared field may bring two claims together but says nothing of whether they agree. A field that
    many sentences of the two texts touch tells nothing; weigh it by its rarity in them.
    """
    ids = ids_in("fields", word_stem)
    return tuple(ids.split()) if ids else ()
