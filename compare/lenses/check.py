"""What is wrong with a lens file: one line a mistake, with file, line, key and remedy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from tuireader.compare.lenses.lines import line_of, line_of_item
from tuireader.compare.lenses.matching import stems_of
from tuireader.compare.lenses.schema import FACETS, KEYS, NEEDS_KEYS, Key, Kind, fits
from tuireader.compare.ready import compiled

_ID = compiled(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACE = compiled(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_TYPES = {bool: "true or false", int: "a number", float: "a number", str: "a string"}
_TYPES |= {list: "a list", dict: "a table"}


class Mistake(NamedTuple):
    """One mistake: its line from 1, or 0 for the whole file, the key, what is wrong, the remedy."""

    line: int
    key: str
    wrong: str
    remedy: str

    def report(self, path: str | PathLike[str]) -> str:
        """The line for the user."""
        place = f"{path}:{self.line}" if self.line else f"{path}"
        key = f"{self.key}: " if self.key else ""
        return f"{place}: {key}{self.wrong}; {self.remedy}"


class LensFile(NamedTuple):
    """A lens file as read: its text and its table, or what keeps it from being read."""

    text: str
    table: Mapping[str, Any] | None
    hindrance: Mistake | None = None


def read_lens_file(path: str | PathLike[str]) -> LensFile:
    """The file's text and table, or the one mistake that keeps it from being read."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        wrong = (error.strerror or "unreadable").lower()
        return LensFile("", None, Mistake(0, "", f"cannot be read ({wrong})", "give a TOML file"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        wrong = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return LensFile("", None, Mistake(line, "", wrong, "save the file as UTF-8"))
    try:
        return LensFile(text, tomllib.loads(text.replace("\r\n", "\n")))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        last = text.rstrip().count("\n") + 1
        line = int(place[1]) if place and place[1] else last
        wrong = f"no TOML ({_PLACE.sub('', message).lower()})"
        return LensFile(text, None, Mistake(line, "", wrong, "mend the syntax at this line"))


def mistakes_in(text: str, table: Mapping[str, Any], taken: Mapping[str, str]) -> list[Mistake]:
    """Every mistake of a table, in the order of the lines.

    Args:
        text: The file's text, to find the lines.
        table: The same as TOML.
        taken: The ids of other lenses, each with where it stands.
    """
    found = list(_check_keys(text, table, KEYS, ""))
    found += _check_keys(text, table.get("needs"), NEEDS_KEYS, "needs")
    found += _check_identity(text, table, taken)
    found += _check_terms(text, table)
    found += _check_facets(text, table)
    found += _check_statuses(text, table)
    found += _check_conflicts(text, table)
    return sorted(found)


def _check_keys(
    text: str, table: object, keys: Mapping[str, Key], section: str
) -> Iterator[Mistake]:
    """Unknown, missing and misformed keys."""
    if not isinstance(table, dict):
        return
    for key, value in table.items():
        line, name = line_of(text, key, section), f"{section}.{key}" if section else key
        if key not in keys:
            yield Mistake(line, name, "unknown key", _nearest(key, keys))
        elif not fits(value, keys[key].kind):
            kind = keys[key].kind
            is_list = isinstance(value, list) and kind in (Kind.WORDS, Kind.PAIRS)
            is_ = "a list of something else" if is_list else _TYPES.get(type(value), "a date")
            remedy = f"write {key} = {kind.example}"
            if kind is Kind.TABLE:
                remedy = f"write [{key}] and its keys below it"
            yield Mistake(line, name, f"must be {kind.form}, is {is_}", remedy)
    for key, rule in keys.items():
        if rule.required and key not in table:
            yield Mistake(0, key, "missing", f"add {key} = {rule.kind.example}")


def _nearest(key: str, keys: Mapping[str, object] | tuple[str, ...]) -> str:
    close = get_close_matches(key, list(keys), n=1)
    choices = ", ".join(keys)
    return f'write "{close[0]}"' if close else f"use one of: {choices}"


def _check_identity(
    text: str, table: Mapping[str, Any], taken: Mapping[str, str]
) -> Iterator[Mistake]:
    for key in ("id", "title", "about"):
        value = table.get(key)
        if isinstance(value, str) and not value.strip():
            yield Mistake(line_of(text, key), key, "is empty", f"write {key} = {Kind.TEXT.example}")
    identity = table.get("id")
    if not isinstance(identity, str) or not identity.strip():
        return
    if not _ID.fullmatch(identity):
        remedy = 'use lower-case letters, digits and hyphens, as in "flood-damage"'
        yield Mistake(line_of(text, "id"), "id", f'"{identity}" is no id', remedy)
    elif identity in taken:
        wrong = f'"{identity}" is taken by {taken[identity]}'
        yield Mistake(line_of(text, "id"), "id", wrong, "choose another id")


def _check_terms(text: str, table: Mapping[str, Any]) -> Iterator[Mistake]:
    terms = table.get("terms")
    if not fits(terms, Kind.WORDS) or not isinstance(terms, list):
        return
    if not terms:
        yield Mistake(line_of(text, "terms"), "terms", "is empty", "list at least one word")
    seen: dict[tuple[str, ...], str] = {}
    for term in terms:
        stems = stems_of(term)
        line = line_of_item(text, "terms", term)
        if not stems:
            yield Mistake(line, "terms", f'"{term}" has no word', "remove it or write a word")
        elif stems in seen:
            wrong = f'"{term}" has the same stem as "{seen[stems]}"'
            yield Mistake(line, "terms", wrong, "remove one of the two")
        seen.setdefault(stems, term)


def _check_facets(text: str, table: Mapping[str, Any]) -> Iterator[Mistake]:
    needs = table.get("needs")
    if not isinstance(needs, dict):
        return
    facets, units = needs.get("facets"), needs.get("units")
    names = facets if fits(facets, Kind.WORDS) and isinstance(facets, list) else []
    for name in names:
        if name not in FACETS:
            line = line_of_item(text, "facets", name, "needs")
            yield Mistake(line, "needs.facets", f'"{name}" is no facet', _nearest(name, FACETS))
    if units and "quantity" not in names:
        line = line_of(text, "units", "needs")
        yield Mistake(line, "needs.units", "only quantities have units", 'add "quantity" to facets')


def _check_statuses(text: str, table: Mapping[str, Any]) -> Iterator[Mistake]:
    statuses = table.get("statuses")
    if not isinstance(statuses, dict):
        return
    seen: dict[str, str] = {}
    for phase, wordings in statuses.items():
        key = f"statuses.{phase}"
        line = line_of(text, phase, "statuses")
        if not fits(wordings, Kind.WORDS):
            is_ = _TYPES.get(type(wordings), "a date")
            remedy = f"write {phase} = {Kind.WORDS.example}"
            yield Mistake(line, key, f"must be {Kind.WORDS.form}, is {is_}", remedy)
            continue
        if not wordings:
            yield Mistake(line, key, "is empty", "list at least one wording")
        for wording in wordings:
            line = line_of_item(text, phase, wording, "statuses")
            parts = wording.casefold().split()
            if not parts or parts[0] == "*" or parts[-1] == "*":
                remedy = "begin and end it with a word"
                yield Mistake(line, key, f'"{wording}" is no wording', remedy)
            folded = " ".join(parts)
            if folded in seen:
                wrong = f'"{wording}" is also in statuses.{seen[folded]}'
                yield Mistake(line, key, wrong, "keep it in one place")
            seen.setdefault(folded, phase)


def _check_conflicts(text: str, table: Mapping[str, Any]) -> Iterator[Mistake]:
    conflicts, statuses = table.get("conflicts"), table.get("statuses", {})
    if not fits(conflicts, Kind.PAIRS) or not isinstance(conflicts, list):
        return
    phases = tuple(statuses) if isinstance(statuses, dict) else ()
    for one, other in conflicts:
        line = line_of_item(text, "conflicts", one)
        if one == other:
            wrong = f'"{one}" cannot conflict with itself'
            yield Mistake(line, "conflicts", wrong, "name two different phases")
        for phase in dict.fromkeys((one, other)):
            if phase not in phases:
                wrong = f'"{phase}" is no phase of [statuses]'
                remedy = _nearest(phase, phases) if phases else "add it to [statuses]"
                yield Mistake(line, "conflicts", wrong, remedy)
