"""What a number counts, as stems, head noun first.

The rule, in this order:

1. the noun phrase after the number ("3,400 crew", "36% of voters", "a $7 billion dam");
2. where the number refers back ("12 of them", "compared with 64%", "7% to $8 million"), what
   the number before it counted;
3. the noun the number is predicated of ("the death toll stood at 17", "a population of 300");
4. after "from", "against" and the like, what the number before it counted.

A participle that tells one fate from another ("killed", "injured", "missing", "arrested"), beside
the number on either side, is added under the one word that stands for all of its kind, and makes
its head "people" where no noun is given: "17 dead", "killing at least 17" and "a death toll of 17"
all count the stems of "people" and "killed". A rate adds "/day", "/year" or the like at the end.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from tuireader.compare.claims.quantities import phrases
from tuireader.compare.claims.quantities.figures import Figure
from tuireader.compare.claims.quantities.nouns import noun_after
from tuireader.compare.claims.quantities.numbers import VAGUE, Shape
from tuireader.compare.claims.quantities.phrases import SENSES, STOPS, is_noun, is_plural
from tuireader.compare.claims.quantities.predicates import RATES, noun_before
from tuireader.compare.claims.quantities.senses import sense_near
from tuireader.compare.claims.quantities.tables import words
from tuireader.compare.claims.quantities.tokens import HYPHENS, Tokens
from tuireader.compare.claims.quantities.units import COUNT
from tuireader.compare.lexicon.stems import stem

_PERSONS: Final = words("counted", "persons")
_VOTING: Final = words("cues", "counted", "voting")
_OF_THEM: Final = words("cues", "counted", "of_them")
_CONNECTING: Final = words("cues", "counted", "connecting")
_AGED: Final = words("roles", "age", "persons")
_PER: Final = frozenset(["a", "an", "per", "each", "every", "/"])
_PAST: Final = frozenset(["ago", "earlier", "later", "before"])
_OF_AGE: Final = frozenset(
    [",", "(", "of", "aged", "age", "at", "the", "was", "is", "died", "dies", "dead"]
)
_VOTE_REACH: Final = 8


class Before(NamedTuple):
    """The quantity before in the same sentence: what it counted, where it ended, its unit."""

    counted: tuple[str, ...] = ()
    end: int = -1
    unit: str = ""


def counted_by(
    tokens: Tokens, figure: Figure, start: int, end: int, before: Before
) -> tuple[str, ...]:
    """Stems of what a figure counts.

    Args:
        tokens: The tokens.
        figure: The figure.
        start: First token with its bounds.
        end: Token after it with its bounds.
        before: The quantity before it in the same sentence.
    """
    noun, after = noun_after(tokens, figure, end)
    people = figure.unit is COUNT
    sense = sense_near(tokens, start, after, noun=bool(noun)) if people else ""
    inherited: tuple[str, ...] = ()
    if not noun and figure.number.shape is not Shape.MULTIPLE:
        inherited = _inherited(tokens, start, end, before)
        if not (inherited or sense):
            noun = noun_before(tokens, start)
            alike = before.unit == figure.unit.name
            if not noun and alike and tokens.folded[start - 1] in _CONNECTING:
                inherited = before.counted
            if not (noun or inherited) and tokens.folded[figure.end - 1] in VAGUE:
                noun = ["people"]  # "thousands filled the square"
    stems = _stems(tuple(noun), sense, people=people) if noun or (sense and not inherited) else ()
    found = [word for word in inherited if not word.startswith("/")] + list(stems)
    if inherited and sense:
        found.append(stem(sense))
    rate = _rate(tokens, figure, after)
    return tuple(dict.fromkeys([*found, rate] if rate else found))


def _inherited(tokens: Tokens, start: int, end: int, before: Before) -> tuple[str, ...]:
    """What the number before counted, where this one refers back to it."""
    folded = tokens.folded
    last, verb = folded[start - 1], folded[start - 2]
    refers = (
        (folded[end] == "of" and folded[end + 1] in _OF_THEM)
        or (last == "with" and verb == "compared")
        or (last == "of" and verb in {"that", "those"})
        or ((last in _CONNECTING or last == "(") and before.end == start - 1)
    )
    return before.counted if refers else ()


@cache
def _stems(noun: tuple[str, ...], sense: str, *, people: bool) -> tuple[str, ...]:
    """Stems of a noun phrase, head first, persons folded, with its sense."""
    rest: list[str] = []
    head = ""
    for word in reversed(noun):
        if people and word in SENSES and not (head and is_plural(word)):
            sense = sense or SENSES[word]
        elif not head:
            head = word
        else:
            rest.append(word)
    if not head or head in _PERSONS or (sense and head == "others"):
        head = "people"
    found = [stem(head), *(stem(word.replace(".", "")) for word in reversed(rest))]
    if sense:
        found.append(stem(sense))
    return tuple(dict.fromkeys(found))


def _rate(tokens: Tokens, figure: Figure, after: int) -> str:
    """ "/day" for "41 barrels of oil a day", "/year" for "$17,000 a year"."""
    if figure.unit.rate:
        return f"/{figure.unit.rate}"
    near = [word for word in tokens.folded[after : after + 4] if word not in HYPHENS]
    if len(near) > 1 and near[0] in _PER and near[1] in RATES and not _PAST & set(near[2:3]):
        return f"/{stem(near[1])}"
    return ""


def counted_by_age(tokens: Tokens, figure: Figure, start: int, end: int) -> tuple[str, ...]:
    """Stems of whose age it is: the noun after ("a 24-year-old man"), else the name before."""
    found: list[str] = []
    if tokens.folded[end - 1] in {"old", "olds"}:
        found, _ = phrases.after(tokens, end, plural=False)
        if tokens.folded[figure.start - 1] not in {"a", "an"} and not tokens.capital(end):
            found = [word for word in found[:1] if word in _AGED]
    last = start - 1
    while not found and tokens.folded[last] in _OF_AGE:
        last -= 1
    if not found:
        found = _name_before(tokens, last)
    return tuple(dict.fromkeys(stem(word) for word in [*found[-1:], *found[:-1]]))


def _name_before(tokens: Tokens, last: int) -> list[str]:
    """The capitalised words that end with a token, else that token if it is a noun."""
    found: list[str] = []
    while tokens.capital(last) and tokens.raw(last).isalpha():
        found.insert(0, tokens.folded[last])
        last -= 1
    if not found and is_noun(tokens.folded[last]):
        found = [tokens.folded[last]]
    return found


def counted_by_vote(tokens: Tokens, first: Figure, second: Figure) -> tuple[str, ...]:
    """Stems of what two sides of a score count: the noun between them, else votes if they vote."""
    between = tokens.folded[first.end]
    if is_plural(between) and between not in STOPS:
        return (stem(between),)
    near = {*tokens.before(first.start, _VOTE_REACH), *tokens.after(second.end, _VOTE_REACH)}
    return (stem("votes"),) if near & _VOTING else ()
