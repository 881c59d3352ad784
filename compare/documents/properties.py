"""What files tell of themselves: titles, authors and days, where they can be believed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tuireader.compare.documents.boilerplate import mark_boilerplate, stamps
from tuireader.compare.documents.dateline import full_date
from tuireader.compare.documents.draft import Draft

# Word processors put these in by themselves; no journalist signs so.
_NOBODY = frozenset(
    "admin administrator anonymous author default guest none owner root unknown user".split()
)
_PROGRAM = re.compile(
    r"(?:microsoft|windows|office|libreoffice|openoffice|adobe|acrobat|python|apache|hp|dell|acer"
    r"|lenovo|toshiba|asus|sony|pc)\b",
    re.IGNORECASE,
)
_UNTITLED = re.compile(
    r"(?:untitled|unnamed|no ?title|document|presentation|slide|print|scan|doc|press release)"
    r"[\s_-]*\d*$|(?:microsoft (?:word|powerpoint|office)|powerpoint|layout) ?[-–:1]",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"\.(?:docx?|dotx?|docm|html?|indd|odt|p65|pages|pdf|pptx?|pub|qxp|rtf|tmp|txt|wpd)$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ISO_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)")
_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file tells of itself; "" and None where it tells nothing that can be believed."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: dt.date | None = None


def believable_title(text: str | None) -> str:
    """The title, or "" for a file name, "Microsoft Word - …", "untitled" and a single word."""
    title = " ".join((text or "").split())
    strange = _UNTITLED.match(title) or _FILE_NAME.search(title) or not _LETTERS.search(title)
    return "" if strange or " " not in title else title


def believable_name(text: str | None) -> str:
    """An author or publisher, or "" for the names that programs and their makers put in."""
    name = " ".join((text or "").split())
    strange = name.casefold() in _NOBODY or _PROGRAM.match(name) or not _LETTERS.search(name)
    return "" if strange or "@" in name else name


def iso_day(text: str | None) -> dt.date | None:
    """The day of "2019-05-03T10:00:00Z" or "20190503…", as written there, else None."""
    match = _ISO_DAY.match(text or "")
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def unless_stamped(draft: Draft, made: dt.date | None) -> dt.date | None:
    """The day on which a file was made, or None where its text names that of its publication."""
    marked = mark_boilerplate(draft.text, draft.paragraphs)
    return None if any(map(full_date, stamps(draft.text, marked))) else made


def believable_day(created: dt.date | None, modified: dt.date | None) -> dt.date | None:
    """The day on which a text of a word processor was finished.

    A file made from last month's keeps that one's day of creation, and one that somebody opened
    again has a new day of change: where both are told, only days of the same week are believed.
    """
    if created is None or modified is None:
        return created or modified
    return modified if abs(modified - created) <= _WEEK else None
