"""The noun phrases around a cue: what begins, ends or is called off."""

from __future__ import annotations

from tuireader.compare.claims.segments.grammar import grammar, is_adverb, is_finite
from tuireader.compare.claims.segments.words import Words
from tuireader.compare.claims.stance.cues import BREAKS
from tuireader.compare.lexicon.stems import stem

_UNHANGING = frozenset(("than", "as", "per", "like", "via", "including", "despite", "since"))
_LONGEST = 6  # Words of one noun phrase.
_DEEPEST = 3  # Phrases that hang on each other.
_ASIDE = 25  # Words of a relative clause between a subject and its verb.
_KEPT = 2  # Stems of a phrase that hangs on another.


def broken_before(words: Words, index: int) -> bool:
    """Whether a sign that parts clauses stands before this word."""
    return bool(words.gaps[index]) and not BREAKS.isdisjoint(words.gaps[index])


def phrase_after(words: Words, first: int) -> tuple[str, ...]:
    """Stems of the noun phrase that begins at word `first`, head first; () if none does.

    A phrase with "of" is added behind: "the state of emergency" is ("state", "emergency"). A
    gerund or an infinitive heads its object: "withdrawing its troops" is ("withdraw", "troop").
    """
    folded = words.folded
    count = len(folded)
    if first >= count:
        return ()
    infinitive = folded[first] == "to" and first + 1 < count and not broken_before(words, first + 1)
    if infinitive or folded[first].endswith("ing"):
        verb = first + infinitive
        follows = verb + 1 < count and not broken_before(words, verb + 1)
        return (stem(folded[verb]), *(phrase_after(words, verb + 1) if follows else ()))
    last = _run_end(words, first)
    event = tuple(map(stem, reversed(_content(words, first, last))))
    if event and last < count and folded[last] == "of" and not broken_before(words, last):
        event += phrase_after(words, last + 1)[:_KEPT]
    return event


def phrase_before(words: Words, last: int) -> tuple[str, ...]:
    """Stems of the noun phrase that ends before word `last`, head first; () if none does.

    A relative clause in between is passed over, so is its pronoun: "the talks, which were
    suspended". What a preposition hangs on is the head: "talks on the border" is ("talk",
    "border").
    """
    folded = words.folded
    if last and folded[last - 1] in grammar().relatives:
        last -= 1
    elif 0 < last < len(folded) and broken_before(words, last):
        opened = last - 1
        while opened > last - _ASIDE and opened and not broken_before(words, opened):
            opened -= 1
        if words.gaps[last] != "," or folded[opened] not in grammar().relatives:
            return ()
        last = opened
    heads: list[list[str]] = []
    for _ in range(_DEEPEST):
        first = _run_start(words, last)
        content = _content(words, first, last)
        if not content:
            break
        heads.append(content)
        if not first or broken_before(words, first) or folded[first - 1] in _UNHANGING:
            break
        if folded[first - 1] not in grammar().prepositions or broken_before(words, first - 1):
            break
        last = first - 1
    if not heads:
        return ()
    outermost, *hanging = reversed(heads)
    kept = [word for content in hanging for word in reversed(content[-_KEPT:])]
    return tuple(map(stem, [*reversed(outermost), *kept]))


def says_none(words: Words, last: int) -> bool:
    """Whether the noun phrase that ends before word `last` begins with "no" or "neither"."""
    first = _run_start(words, last)
    return first < last and words.folded[first] in ("no", "neither")


def _content(words: Words, first: int, last: int) -> list[str]:
    """The words that say what the phrase is about; "the march" is one, "in March" is not."""
    table, folded = grammar(), words.folded
    return [
        word
        for index, word in enumerate(folded[first:last], first)
        if word not in table.determiners
        and word not in table.pronouns
        and not is_adverb(word)
        and word not in table.auxiliaries
        and not word[0].isdigit()
        and not _is_time(words, index)
    ]


def _is_time(words: Words, index: int) -> bool:
    """Whether the word tells a day or a month; "march" does only behind a preposition."""
    word = words.folded[index]
    if word not in grammar().times:
        return False
    return word != "march" or (index > 0 and words.folded[index - 1] in grammar().prepositions)


def _bounds(words: Words, index: int) -> bool:
    """Whether the word at `index` belongs to no noun phrase."""
    table, word = grammar(), words.folded[index]
    return (
        word in table.prepositions
        or word in table.conjunctions
        or word in table.subordinators
        or word in table.relatives
        or word in table.auxiliaries
        or (word in table.pronouns and word not in table.determiners)
        or is_finite(words.folded, index)
    )


def _run_end(words: Words, first: int) -> int:
    """Behind the last word of the noun phrase that begins at `first`."""
    table, folded = grammar(), words.folded
    for index in range(first, min(first + _LONGEST, len(folded))):
        word = folded[index]
        if _bounds(words, index) or (
            index > first
            and (
                broken_before(words, index)
                or word in table.determiners
                or _is_time(words, index)
                or is_adverb(word)
            )
        ):
            return index
    return min(first + _LONGEST, len(folded))


def _run_start(words: Words, last: int) -> int:
    """The first word of the noun phrase that ends before `last`."""
    table = grammar()
    first = last
    while first > max(last - _LONGEST, 0) and not _bounds(words, first - 1):
        first -= 1
        if words.folded[first] in table.determiners or broken_before(words, first):
            break
    return first
