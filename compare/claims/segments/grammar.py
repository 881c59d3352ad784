"""The function words of English by class, and a guess at which words are finite verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tuireader.compare import ready


class Grammar(NamedTuple):
    """Classes of words, as told in grammar.toml."""

    determiners: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    subordinators: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    finite_auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    nouns_in_ly: frozenset[str]
    times: frozenset[str]
    speech: frozenset[str]
    verbs: frozenset[str]
    participles: frozenset[str]
    outcomes: frozenset[str]
    bare: frozenset[str]
    aims: frozenset[str]
    bases: frozenset[str]
    articles: frozenset[str]
    """Determiners that cannot be a subject by themselves."""
    finite: frozenset[str]
    """Whatever makes a clause finite: verbs, reporting verbs, finite auxiliaries."""
    verbal: frozenset[str]
    """Whatever may make a clause finite, words in -ed aside."""
    objects: frozenset[str]
    """Words that open the object of an active verb in -ed: determiners, pronouns."""


@cache
def grammar() -> Grammar:
    """The lists of grammar.toml."""
    lists = {
        name: frozenset(words.split())
        for name, words in ready.table(__name__, "grammar.toml").items()
    }
    return Grammar(
        **lists,
        articles=lists["determiners"] - lists["pronouns"] - lists["relatives"],
        finite=lists["verbs"] | lists["speech"] | lists["finite_auxiliaries"],
        verbal=lists["verbs"]
        | lists["speech"]
        | lists["finite_auxiliaries"]
        | lists["participles"],
        objects=lists["determiners"] | {"him", "them", "it", "us", "me"},
    )


def is_adverb(word: str) -> bool:
    """Whether the word is an adverb by the table or by its ending."""
    table = grammar()
    return word in table.adverbs or (word.endswith("ly") and word not in table.nouns_in_ly)


def is_base_verb(word: str) -> bool:
    """Whether the word can be the infinitive of "is to …", "due to …"."""
    return word in grammar().bases


def is_finite(words: Sequence[str], index: int) -> bool:
    """Whether the word makes a clause finite, with the certainty that a table can give.

    A form that may be a past participle ("killed") counts unless it follows a determiner or stands
    before "by"; a word in -ed that is in no list counts before an object only.
    """
    table = grammar()
    word = words[index]
    if word not in table.verbal and not word.endswith("ed"):
        return False
    if word in table.finite_auxiliaries:
        return True
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if before in table.articles:
        return False
    if word in table.participles:
        return bool(after) and after not in table.prepositions and before not in table.auxiliaries
    if word in table.finite:
        return not (word.endswith("ed") and after == "by")
    return (
        word.endswith("ed")
        and len(word) > 4
        and before not in table.auxiliaries
        and before not in table.prepositions
        and (after in table.objects or after == "that" or after[:1].isdigit())
    )
