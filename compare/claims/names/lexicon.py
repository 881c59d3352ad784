"""The tables that the finder of names goes by, each read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from tuireader.compare import ready
from tuireader.compare.lexicon.countries import CountrySense, country_words, fold_name

# Endings that lead an inflected form back to the base form in common_words.txt.
_ENDINGS = (
    *((ending, "y") for ending in ("iest", "ier", "ily", "ies", "ied", "iness")),
    *(
        (ending, "")
        for ending in ("ness", "less", "ers", "ing", "ed", "er", "est", "ly", "es", "s")
    ),
    *((ending, "e") for ending in ("ers", "ing", "ed", "er", "est")),
    ("ly", "le"),
)
_DOUBLING = ("ing", "ed", "er", "est")
# The tables go by the code and the tables of both folders.
_kept = ready.kept("tuireader.compare.lexicon.countries")


class Title(NamedTuple):
    """What a title says of the one who bears it.

    Attributes:
        nouns: Phrases that stand for the bearer later, lower case ("governor").
        gender: "m", "f" or "".
    """

    nouns: tuple[str, ...]
    gender: str


class Place(NamedTuple):
    """A known country, capital, state or city.

    Attributes:
        key: Key of the name in its plain sense.
        sense: For the words of the table of countries, and the adjectives of others; else None.
        code: Code of the country, "" for a place in no one country.
    """

    key: str
    sense: CountrySense | None
    code: str


def _lines(name: str, module: str = __name__) -> Iterator[str]:
    text = ready.read(module, name)
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def read_sections(module: str, name: str) -> dict[str, tuple[str, ...]]:
    """The words of each "[section]" of a table beside `module`, in order."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _lines(name, module):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        else:
            current.extend(line.split())
    return {section: tuple(words) for section, words in sections.items()}


@cache
def _sections(name: str) -> Mapping[str, tuple[str, ...]]:
    return read_sections(__name__, name)


@cache
def words(section: str) -> frozenset[str]:
    """The words of one section of words.txt; KeyError for an unknown section."""
    return frozenset(_sections("words.txt")[section])


@cache
@ready.kept()
def _common_words() -> frozenset[str]:
    return frozenset(word for line in _lines("common_words.txt") for word in line.split())


@lru_cache(maxsize=16384)
def is_common(word: str) -> bool:
    """Whether `word`, in any case and inflection, is a common English word."""
    folded = word.casefold()
    if "-" in folded:
        return all(map(is_common, folded.split("-")))
    known = _common_words()
    if folded in known or folded in words("openers"):
        return True
    for ending, replacement in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            base = folded[: -len(ending)]
            # "witnesses" goes to "witness", which the table leaves to "wit".
            if is_common(base + replacement):
                return True
            doubled = ending in _DOUBLING and len(base) > 2 and base[-1] == base[-2]
            if doubled and base[:-1] in known:
                return True
    return False


@cache
@_kept
def given_names() -> dict[str, str]:
    """Folded given name -> "m", "f", or "" for both."""
    genders: dict[str, str] = {}
    for section, gender in (("m", "m"), ("f", "f"), ("u", "")):
        for name in _sections("given_names.txt")[section]:
            folded = fold_name(name)
            genders[folded] = gender if genders.get(folded, gender) == gender else ""
    return genders


@cache
def short_forms() -> Mapping[str, frozenset[str]]:
    """Folded short form of a given name -> the full forms it can stand for."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for pair in _sections("given_names.txt")["short"]:
        short, _, full = pair.partition("=")
        forms[fold_name(short)].add(fold_name(full))
    return {short: frozenset(full) for short, full in forms.items()}


@cache
def titles() -> Mapping[tuple[str, ...], Title]:
    """The words of a title, folded, full stops kept -> what it says."""
    table: dict[tuple[str, ...], Title] = {}
    for line in _lines("titles.txt"):
        forms, nouns, gender = (cell.strip() for cell in line.split("|"))
        title = Title(tuple(noun.strip() for noun in nouns.split(";") if noun.strip()), gender)
        for form in forms.split(";"):
            table[tuple(fold_name(form).split())] = title
    return table


@cache
def title_nouns() -> frozenset[str]:
    """Every phrase that can stand for the bearer of a title."""
    return frozenset(noun for title in titles().values() for noun in title.nouns)


@cache
@_kept
def abbreviations() -> frozenset[str]:
    """Folded words of titles, places and companies that are written with a full stop."""
    listed = words("corporate") | words("generation") | words("calendar")
    listed |= {word for title in titles() for word in title}
    found = {word for word in listed if word.endswith(".")}
    for phrases in _gazetteer().values():
        for phrase, *_ in phrases:
            found |= {word for word in phrase.split() if word.endswith(".")}
    return frozenset(found | {"mt.", "ft.", "st."})


@lru_cache(maxsize=4096)
def places_from(word: str) -> tuple[tuple[str, Place], ...]:
    """Known places whose folded phrase begins with a word, the longest phrase first."""
    return tuple(
        (phrase, Place(key, CountrySense(sense) if sense else None, code))
        for phrase, key, sense, code in _gazetteer().get(word, ())
    )


@cache
@_kept
def _gazetteer() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """First word of a folded phrase -> the phrases, and of each place key, sense or "", code."""
    entries: dict[str, tuple[str, str, str]] = {}
    for line in _lines("places.txt"):
        code, forms, people = (*(cell.strip() for cell in line.split("|")), "")[:3]
        code = code.strip("-")
        spellings = [fold_name(form) for form in forms.split(";")]
        for spelling in spellings:
            entries[spelling] = (spellings[0], "", code)
        for word in people.split(";") if people else ():
            entries[fold_name(word)] = (spellings[0], CountrySense.DEMONYM.value, code)
    for phrase, country in country_words().items():
        entries[phrase] = (country.city or country.code, country.sense.value, country.code)
    table: defaultdict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for phrase, place in entries.items():
        table[phrase.split()[0]].append((phrase, *place))
    return {
        first: tuple(sorted(phrases, key=lambda entry: (-len(entry[0]), entry[0])))
        for first, phrases in table.items()
    }


@cache
def known_bodies() -> Mapping[str, str]:
    """Acronym or variant -> key of the body, where initials would not tell; words by spaces."""
    table: dict[str, str] = {}
    for line in _sections("words.txt")["aliases"]:
        key, _, variants = line.partition("=")
        name = key.replace("-", " ")
        table.update((variant.replace("-", " "), name) for variant in (key, *variants.split(",")))
    return table
