"""The block of "key: value" lines between two rules with which a Markdown file may begin."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from tuireader.compare.documents.dateline import full_date
from tuireader.compare.ready import compiled

_LONGEST = 200
_RULE = compiled(r"---[ \t]*")
_END = compiled(r"(?:---|\.\.\.)[ \t]*")
_FIELD = compiled(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_CONTINUED = compiled(r"[ \t#-].*|")
_AUTHORS = ("author", "authors", "by", "byline")
_PUBLISHERS = ("publisher", "publication", "outlet", "site", "source")
_DATES = ("date", "published", "publishdate", "pubdate", "updated")


class FrontMatter(NamedTuple):
    """What a front matter tells of its text.

    Attributes:
        length: Characters up to where the body begins.
        title: Or "".
        date: The day of publication, or None.
        author: One or several, parted by commas, or "".
        publisher: Or "".
    """

    length: int = 0
    title: str = ""
    date: dt.date | None = None
    author: str = ""
    publisher: str = ""


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter; one of length 0 where the text has none.

    A subset of YAML: one field a line, and whatever stands indented or in a list below a field is
    passed over.
    """
    lines = text.split("\n", _LONGEST + 1)[: _LONGEST + 1]
    if not _RULE.fullmatch(lines[0]):
        return FrontMatter()
    fields: dict[str, str] = {}
    length = len(lines[0]) + 1
    for line in lines[1:]:
        length += len(line) + 1
        if _END.fullmatch(line):
            return _front_matter(fields, min(length, len(text))) if fields else FrontMatter()
        field = _FIELD.fullmatch(line)
        if field:
            fields.setdefault(field[1].lower(), _unquoted(field[2] or ""))
        elif not fields or not _CONTINUED.fullmatch(line):
            break
    return FrontMatter()


def _front_matter(fields: dict[str, str], length: int) -> FrontMatter:
    dates = (full_date(fields[name]) for name in _DATES if name in fields)
    date = next((date for date in dates if date), None)
    author = _first(fields, _AUTHORS).strip("[]").replace('"', "")
    return FrontMatter(
        length, fields.get("title", ""), date, author, _first(fields, _PUBLISHERS).strip()
    )


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    found = (fields[name] for name in names if fields.get(name))
    return next((value for value in found if "://" not in value), "")


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.replace("\t", " ")
