"""Countries by every word that news uses for them: names, demonyms, capitals, seats."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from tuireader.compare import ready

# Letters that Unicode does not decompose, as English-language agencies write them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‑": "-", "–": "-"})


class CountrySense(StrEnum):
    """In what way a word stands for a country."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"


class CountryWord(NamedTuple):
    """What one entry of the table says.

    Attributes:
        code: ISO 3166 code in lower case.
        sense: In what way the word stands for the country.
        city: For a capital the folded first spelling of the city, else "".
    """

    code: str
    sense: CountrySense
    city: str = ""


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """Case, diacritics, typographic apostrophes and runs of white space folded away."""
    folded = text.casefold().translate(_MARKS)
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(folded.split())


def _entries(column: str) -> list[str]:
    return [entry.strip() for entry in column.split(";") if entry.strip()]


@cache
def _rows() -> tuple[tuple[str, str, str, str, str], ...]:
    text = ready.read(__name__, "countries.txt")
    rows = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, names, demonyms, capitals, seats = (cell.strip() for cell in line.split("|"))
            rows.append((code, names, demonyms, capitals, seats))
    return tuple(rows)


@cache
def country_words() -> Mapping[str, CountryWord]:
    """Every word or phrase of the table, folded by `fold_name`, with what it stands for.

    Where one spelling has two senses the name wins over the demonym, that over the seat of
    government, that over the capital.
    """
    words: dict[str, CountryWord] = {}
    for code, _, _, capitals, _ in _rows():
        for group in _entries(capitals):
            spellings = [fold_name(spelling) for spelling in group.split("=")]
            for spelling in spellings:
                words[spelling] = CountryWord(code, CountrySense.CAPITAL, spellings[0])
    for column, sense in (
        (4, CountrySense.SEAT),
        (2, CountrySense.DEMONYM),
        (1, CountrySense.NAME),
    ):
        for row in _rows():
            for entry in _entries(row[column]):
                words[fold_name(entry)] = CountryWord(row[0], sense)
    return words


@cache
def country_codes() -> Mapping[str, str]:
    """The codes of the table, lower case, each with the country's name for a reader."""
    return {row[0]: _entries(row[1])[0] for row in _rows()}


@cache
def _country_by_city() -> Mapping[str, str]:
    return {word.city: word.code for word in country_words().values() if word.city}


def country_of(key: str) -> str | None:
    """The code of the country that a name's key is, or of which it is a capital; else None."""
    return key if key in country_codes() else _country_by_city().get(key)
