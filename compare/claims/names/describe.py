"""The nouns that may stand for a bearer later: of its own words, its titles and its appositions."""

from __future__ import annotations

from functools import cache

from tuireader.compare.claims.names.fold import Bearer
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


def describe(text: str, mention: Mention, bearer: Bearer) -> None:
    """Give `bearer` the nouns that this mention carries, and the type that they tell."""
    if mention.place is not None:
        if mention.place.sense is CountrySense.CAPITAL and mention.type is NameType.PLACE:
            bearer.nouns.add("capital")
        return
    if bearer.type is not NameType.PERSON:
        _own_words(bearer)
    lead = mention.lead if mention.lead >= 0 else mention.start
    head = text[max(lead - _REACH, 0) : lead]
    if (match := _BEFORE.search(head)) or (match := _BEFORE_COMMA.search(head)):
        _add(bearer, match[1])
    if match := _AFTER.match(text, mention.end, mention.end + _REACH):
        _add(bearer, _BOUNDARY.split(" " + match[1].rstrip(), maxsplit=1)[0])


def _own_words(bearer: Bearer) -> None:
    name = bearer.words
    if len(name) > 1:
        for word in (name[-1], name[0]):
            if word in words("thing_nouns"):
                bearer.nouns.add(word)
        if bearer.type is NameType.ORGANISATION and not words("newspaper_words").isdisjoint(name):
            bearer.nouns.update(("newspaper", "paper"))
    if bearer.company or name[-1] in words("company_nouns"):
        bearer.nouns.update(("company", "firm"))


def _add(bearer: Bearer, phrase: str) -> None:
    """Take in the noun that ends `phrase`, or the last two words where they are one title."""
    parts = phrase.split()
    if not parts:
        return
    for noun in {parts[-1], " ".join(parts[-2:])}:
        of_person = noun in words("person_nouns") or noun in title_nouns()
        of_thing = noun in words("thing_nouns") or noun in words("company_nouns")
        if of_person and bearer.may_be_person:
            bearer.nouns.add(noun)
            bearer.vote(NameType.PERSON, bearer.votes[NameType.PERSON] + 2)
        elif of_thing and bearer.type is not NameType.PERSON:
            bearer.nouns.add(noun)
            if noun in words("organisation") or noun in words("company_nouns"):
                bearer.vote(NameType.ORGANISATION, bearer.votes[NameType.ORGANISATION] + 2)
        if noun in words("company_nouns") and bearer.type is not NameType.PERSON:
            bearer.nouns.update(("company", "firm"))
