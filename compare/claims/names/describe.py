"""The nouns that may stand for a bearer later: of its own words, its titles and its appositions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tuireader.compare.claims.names.fold import Bearer, Sighting
from tuireader.compare.claims.names.lexicon import title_nouns, words
from tuireader.compare.claims.names.mentions import Mention
from tuireader.compare.lexicon.countries import CountrySense
from tuireader.compare.ready import compiled
from tuireader.compare.values import NameType

_BEFORE = compiled(r"(?:^|[ \"“(])([a-z]+(?:[ -][a-z]+)?) $")
_BEFORE_COMMA = compiled(r"\bthe (?:[\w'’-]+ ){0,3}?([a-z]+(?:[ -][a-z]+)?), $")
_AFTER = compiled(r", (?:an?|the|its|his|her|their|[A-Z][a-z]+['’]s) ((?:[a-z0-9][\w'’-]* ?){1,5})")
_BOUNDARY = compiled(
    r" (?:of|at|in|for|from|with|who|whose|which|that|and|on|to|near|by|is|was|said)\b"
)
_REACH = 60


@cache
def reference_nouns() -> frozenset[str]:
    """Every noun or phrase after "the" that can stand for a name."""
    return (
        title_nouns()
        | words("person_nouns")
        | words("thing_nouns")
        | words("company_nouns")
        | {"paper", "newspaper", "capital"}
    )


def nouns_beside(text: str, start: int, end: int) -> tuple[str, ...]:
    """The nouns of what is said right before and after a name, where they can stand for it."""
    head = text[max(start - _REACH, 0) : start]
    found: list[str] = []
    if (match := _BEFORE.search(head)) or (match := _BEFORE_COMMA.search(head)):
        found += _ends(match[1])
    if match := _AFTER.match(text, end, end + _REACH):
        found += _ends(_BOUNDARY.split(" " + match[1].rstrip(), maxsplit=1)[0])
    return tuple([noun for noun in found if noun in reference_nouns()])


def _ends(phrase: str) -> list[str]:
    """The noun that ends `phrase`, and the last two words, which may be one title."""
    parts = phrase.split()
    return [" ".join(parts[-count:]) for count in (1, 2) if count <= len(parts)]


def describe(placed: Iterable[tuple[Mention, Sighting]]) -> None:
    """Give each bearer the nouns that its mentions carry, and the type that they tell."""
    types: dict[Bearer, NameType] = {}
    for mention, sighting in placed:
        bearer = sighting.bearer
        if mention.place is not None:
            capital = mention.place.sense is CountrySense.CAPITAL
            if capital and mention.type is NameType.PLACE:
                bearer.nouns.add("capital")
            continue
        if types.get(bearer) is not bearer.type:
            types[bearer] = bearer.type
            _own_words(bearer)
        for noun in mention.beside:
            _add(bearer, noun)


def _own_words(bearer: Bearer) -> None:
    """Give `bearer` the nouns that its own words tell, as long as its type is what it is."""
    name = bearer.words
    if bearer.type is NameType.PERSON:
        return
    if len(name) > 1:
        for word in (name[-1], name[0]):
            if word in words("thing_nouns"):
                bearer.nouns.add(word)
        if bearer.type is NameType.ORGANISATION and not words("newspaper_words").isdisjoint(name):
            bearer.nouns.update(("newspaper", "paper"))
    if bearer.company or name[-1] in words("company_nouns"):
        bearer.nouns.update(("company", "firm"))


def _add(bearer: Bearer, noun: str) -> None:
    of_person = noun in words("person_nouns") or noun in title_nouns()
    of_thing = noun in words("thing_nouns") or noun in words("company_nouns")
    if of_person and bearer.may_be_person:
        bearer.nouns.add(noun)
        bearer.vote(NameType.PERSON, bearer.weight(NameType.PERSON) + 2)
    elif of_thing and bearer.type is not NameType.PERSON:
        bearer.nouns.add(noun)
        if noun in words("organisation") or noun in words("company_nouns"):
            bearer.vote(NameType.ORGANISATION, bearer.weight(NameType.ORGANISATION) + 2)
    if noun in words("company_nouns") and bearer.type is not NameType.PERSON:
        bearer.nouns.update(("company", "firm"))
