"""The opening of a report that names its place and day: "KARACHI, Pakistan, Oct. 5, 2023 —"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from tuireader.compare.documents.patterns import table
from tuireader.compare.model import Block, Dateline, Paragraph, Span
from tuireader.compare.ready import compiled

_PARAGRAPHS = 6
_LONGEST = 160

# A dateline is its parts in this order, each of them optional, and a dash.
_CAPITALS = r"[A-ZÀ-ÖØ-Þ]{2}[A-ZÀ-ÖØ-Þ'’.-]*|ST\.?|[A-Z]\.[A-Z.]+"
_CITY = rf"(?:{_CAPITALS})(?:[ /](?:{_CAPITALS}|and|AND|DE|de|al|AL))*"
_WORD = r"[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'’.-]*"
_NAME = rf"{_WORD}(?:[ /](?:{_WORD}|of|and|the|de|la|el|al))*"
_AGENCY = r"\((?P<agency>[A-Z][\w .&/'’-]{0,40})\)"
_DASH = r"(?P<dash>[—–―-]{1,3}|:)(?P<after>\s|$|)"


@cache
def _months() -> dict[str, int]:
    return {
        name: number
        for number, names in enumerate(table("dateline")["months"], 1)
        for name in names
    }


@cache
def _date_pattern() -> str:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    day = "|".join(sorted(table("dateline")["days"], key=len, reverse=True))
    return (
        rf"(?:(?i:{day})\.?,? )?(?:(?P<month>(?i:{month}))\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>(?i:{month}))\b\.?"
        r"|(?P<iso>\d{4}-\d{2}-\d{2}))(?:,? (?P<year>\d{4}))?(?![\w])"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A city in capitals, then any name before a date or an agency, then an agency alone."""
    date, agency = _date_pattern(), _AGENCY
    end = rf"\s*{_DASH}"
    return (
        compiled(rf"(?P<place>{_CITY}(?:, {_NAME}){{0,2}}?)(?:, {date})?(?: {agency})?\s*{_DASH}"),
        compiled(rf"(?P<place>{_NAME}(?:, {_NAME}){{0,2}}?), {date}(?: {agency})?{end}"),
        compiled(rf"(?P<place>{_NAME}(?:, {_NAME}){{0,2}}?) {agency}{end}"),
        compiled(rf"(?P<place>){agency}{end}"),
    )


def find_dateline(
    text: str, paragraphs: Sequence[Paragraph], *, near: dt.date | None = None
) -> Dateline | None:
    """The dateline of the first paragraph that has one, looked for where a report begins.

    Args:
        text: Of the document.
        paragraphs: Its blocks; only the first few that are prose or quoted are looked at.
        near: A date known otherwise, from which a dateline without a year takes its year: the one
            that brings it nearest.
    """
    looked_at = [p for p in paragraphs if p.block in (Block.PROSE, Block.QUOTE)][:_PARAGRAPHS]
    for paragraph in looked_at:
        start, end = paragraph.span.start, paragraph.span.end
        opening = text[start : min(end, start + _LONGEST)]
        for pattern in _patterns():
            match = pattern.match(opening)
            if match and _is_dateline(match):
                length = match.end("dash")
                date = _date(match, near)
                return Dateline(Span(start, start + length), match["place"], date)
    return None


def _is_dateline(match: re.Match[str]) -> bool:
    fields = match.groupdict()
    dated = any(fields.get(name) for name in ("day", "day2", "iso"))
    marked = dated or fields["agency"] is not None
    if fields["place"].upper() in _labels():
        return False
    dash = match["dash"]
    if dash == ":":
        return marked and match["after"] != ""
    if dash == "-":
        # A lone hyphen joins words unless it has space on both sides.
        spaced = match.string[match.start("dash") - 1].isspace()
        return spaced and match["after"] != "" and (marked or _begins_sentence(match))
    return marked or _begins_sentence(match)


def _begins_sentence(match: re.Match[str]) -> bool:
    """After a place a report begins with a capital: "NATO — the alliance of" goes on instead."""
    following = match.string[match.end("dash") :].lstrip(" \"'“‘(")
    return following[:1].isupper() or following[:1].isdigit()


@cache
def _labels() -> frozenset[str]:
    return frozenset(table("dateline")["labels"])


def _date(match: re.Match[str], near: dt.date | None) -> dt.date | None:
    fields = match.groupdict()
    iso = fields.get("iso")
    if iso:
        return _iso(iso)
    day, month = (
        fields.get("day") or fields.get("day2"),
        fields.get("month") or fields.get("month2"),
    )
    if not day or not month:
        return None
    number = _months()[month.lower()]
    if fields.get("year"):
        return _day(int(fields["year"]), number, int(day))
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    candidates = [_day(year, number, int(day)) for year in years]
    return min(
        (date for date in candidates if date is not None),
        key=lambda date: abs(date - near),
        default=None,
    )


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def full_date(text: str) -> dt.date | None:
    """The first full date of a line ("Updated: July 26, 2021 8:30 PM"), or None."""
    iso = re.search(r"\b\d{4}-\d{2}-\d{2}", text)
    if iso:
        return _iso(iso[0])
    match = re.search(rf"\b{_date_pattern()}", text)
    return _date(match, None) if match else None
