"""Known places among capitalised words; whether a capital is the city or the government."""

from __future__ import annotations

from tuireader.compare.claims.names.lexicon import Place, places_from, words
from tuireader.compare.claims.names.mentions import Mention, phrase_of, word_after, word_before
from tuireader.compare.claims.names.scan import Token
from tuireader.compare.lexicon.countries import CountrySense
from tuireader.compare.values import NameType

_LISTED = frozenset({" and ", ", ", ", and ", " or ", " und "})


def match_place(text: str, tokens: list[Token], first: int) -> tuple[int, Place] | None:
    """The known place that begins at token `first`: how many tokens it takes, and its entry."""
    head = tokens[first]
    entries = places_from(head.fold)
    if not entries or (head.fold == "us" and not head.capitals):
        return None
    line = " ".join(phrase_of(tokens[first : first + 7])) + " "
    for phrase, place in entries:
        if not line.startswith(phrase + " "):
            continue
        if phrase[-1] == "." and place.sense is None and text[head.start - 2 : head.start] != ", ":
            continue
        rest = len(phrase)
        for count in range(1, len(tokens) - first + 1):
            if len(" ".join(phrase_of(tokens[first : first + count]))) >= rest:
                return count, place
    return None


def place_mention(text: str, tokens: list[Token], place: Place, before: Mention | None) -> Mention:
    """The mention of a known place; `before` is the mention that comes before in the sentence."""
    start, end = tokens[0].start, tokens[-1].end
    kind, key = NameType.PLACE, place.key
    if place.sense is CountrySense.DEMONYM:
        kind = NameType.OTHER
    elif place.sense is CountrySense.SEAT:
        anchor = start - 4 if word_before(text, start) == "the" else start
        if word_before(text, anchor) not in words("place_before"):
            kind = NameType.ORGANISATION
    elif place.sense is CountrySense.CAPITAL and not _means_city(text, tokens, before):
        kind, key = NameType.ORGANISATION, place.code
    return Mention(start, end, tuple(phrase_of(tokens)), kind, sure=True, key=key, place=place)


def _means_city(text: str, tokens: list[Token], before: Mention | None) -> bool:
    """Whether a capital is plainly the place; elsewhere it stands for its government."""
    start, end, after = tokens[0].start, tokens[-1].end, tokens[-1].after
    possessive = after > end
    if tokens[0].initial and text[end : end + 2] == ", " and text[end + 2 : end + 3].isupper():
        return True
    if before is not None and before.place is not None and text[before.end : start] in _LISTED:
        listed = before.place.sense in {CountrySense.CAPITAL, None}
        return listed and before.type is NameType.PLACE and not possessive
    previous = word_before(text, start)
    if previous in words("city_before") or previous == "for":
        return _is_goal(previous, word_before(text, start, 2), possessive=possessive)
    following = word_after(text, after)
    if following in words("city_after") or (possessive and text[after + 1 : after + 2].isupper()):
        return True
    acts = tokens[0].initial or possessive or previous.endswith("ed")
    acting = words("actor_after") | words("actor_nouns")
    return not acts and previous not in words("actor_before") and following not in acting


def _is_goal(previous: str, earlier: str, *, possessive: bool) -> bool:
    """Whether a preposition before a capital speaks of the place: "to", but not "according to"."""
    if previous == "to":
        return earlier not in words("actor_before_to")
    if previous in {"from", "for"}:
        return earlier not in words("actor_before_from")
    return not (previous == "of" and possessive)
