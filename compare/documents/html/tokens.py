"""HTML as tokens with their places, in time linear in its length whatever it holds.

The standard library's parser tells line and column instead of places, and older versions of it take
quadratic time over unclosed comments. What is unclosed is read as the HTML standard's tokeniser
reads it (https://html.spec.whatwg.org/multipage/parsing.html): it swallows the rest.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

# Whatever follows "=" and a quotation mark is a value up to the next such mark; nothing here
# backtracks. The loop ends at ">" or at the end of the text.
_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""",
)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?+"""
)
_RAW = frozenset(
    "iframe noembed noframes script style textarea title xmp".split()  # no tags inside
)
_READ_RAW = frozenset(("script", "textarea", "title"))


@dataclass(frozen=True)
class Tag:
    """A tag.

    Attributes:
        name: Lower case.
        closes: Whether it is an end tag.
        start: Place of its "<".
        end: After its ">".
        written: Its attributes as they stand there.
    """

    name: str
    closes: bool
    start: int
    end: int
    written: str = ""

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Its attributes, names in lower case, entities resolved; the first of two counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.written):
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
        return found

    def get(self, name: str) -> str:
        """The value of an attribute, or ""."""
        return self.attributes.get(name, "") if self.written else ""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags.

    Attributes:
        start: Place of the first.
        end: After the last.
        inside: The element whose content is no markup ("script", "title"), or "".
    """

    start: int
    end: int
    inside: str = ""


def tokens(page: str) -> Iterator[Tag | Text]:
    """The tags and texts of a page, in order; comments and declarations are left out."""
    place = 0
    while (opening := page.find("<", place)) >= 0:
        match = _TAG.match(page, opening)
        if match is not None:
            if opening > place:
                yield Text(place, opening)
            name = match[2].lower()
            place = match.end()
            yield Tag(name, bool(match[1]), opening, place, match[3])
            if name in _RAW and not match[1]:
                end = _raw_end(page, name, place)
                if name in _READ_RAW and end > place:
                    yield Text(place, end, name)
                place = end
            continue
        end = _passed_over(page, opening)
        if end == opening:  # a "<" that opens nothing
            following = page.find("<", opening + 1)
            end = len(page) if following < 0 else following
            yield Text(place, end)
        elif opening > place:
            yield Text(place, opening)
        place = end
    if place < len(page):
        yield Text(place, len(page))


def _passed_over(page: str, opening: int) -> int:
    """The end of a comment, of a declaration or of a tag that is never closed."""
    if page.startswith("<!--", opening):
        if page.startswith((">", "->"), opening + 4):
            return page.index(">", opening) + 1
        end = page.find("-->", opening + 4)
        return len(page) if end < 0 else end + 3
    following = page[opening + 1 : opening + 3]
    if following[:1] in ("!", "?") or (following[:1] == "/" and following[1:]):
        end = page.find(">", opening)
        return len(page) if end < 0 else end + 1
    return len(page) if following[:1].isascii() and following[:1].isalpha() else opening


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


def _raw_end(page: str, name: str, start: int) -> int:
    match = _end_of(name).search(page, start)
    return match.start() if match else len(page)
