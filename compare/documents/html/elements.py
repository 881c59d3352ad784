"""What the elements of a page are: blocks, furniture, things without words of their own."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tuireader.compare.documents.html.blocks import Setting
from tuireader.compare.documents.html.tokens import Tag
from tuireader.compare.documents.patterns import table

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr amp-img".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li"
    " main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
# Past these an end tag reaches no element, as the HTML standard has it.
SCOPES = frozenset("table td th caption button object marquee template".split())
SILENT = frozenset(
    "applet audio button canvas datalist del head iframe map math noembed noframes noscript object"
    " optgroup option picture progress rp rt s select strike svg template textarea title video xmp"
    " amp-ad amp-analytics amp-auto-ads amp-consent amp-embed amp-iframe amp-social-share"
    " amp-user-notification".split()
)
"""Their words are no part of the text; struck-out words were withdrawn."""
_STYLES = {
    "a": "link",
    "b": "bold",
    "strong": "bold",
    "em": "italic",
    "i": "italic",
    "cite": "italic",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "preformatted",
    "sup": "raised",
    "time": "time",
}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WHOLE = ("html", "body", "main", "article")
_FURNITURE = frozenset("aside dialog footer form menu nav search amp-sidebar".split())
_ROLES = frozenset(
    "alertdialog banner complementary contentinfo dialog menu menubar navigation search".split()
)
# What an open element is ended by without its end tag.
_ENDED = {
    "p": BLOCKS - {"caption", "legend", "tbody", "td", "tfoot", "th", "thead", "tr"},
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset("td th tr tbody tfoot thead".split()),
    "th": frozenset("td th tr tbody tfoot thead".split()),
    "tr": frozenset("tr tbody tfoot thead".split()),
    "head": frozenset(("body",)),
    "option": frozenset(("option", "optgroup")),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INDENT = re.compile(r"(?:margin|padding)-left\s*:\s*(?:[2-9]\d|[1-9]\d\d|[2-9](?:\.\d+)?\s*r?em)")
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_LONGEST_NAMES = 1000


def changes(name: str, around: Setting) -> dict[str, Any]:
    """What an element changes by its name alone."""
    found: dict[str, Any] = {}
    if name in SILENT:
        found["silent"] = True
    if name in HEADINGS:
        found["heading"] = name
    elif name in ("ul", "ol"):
        found["lists"] = around.lists + 1
    elif name == "blockquote":
        found["quotes"] = around.quotes + 1
    elif name in _STYLES:
        found[_STYLES[name]] = True
    return found


def ends(opened: str, tag: str) -> bool:
    """Whether the start tag `tag` ends an open element `opened`."""
    return tag in _ENDED.get(opened, ())


def is_hidden(tag: Tag) -> bool:
    """Whether a browser does not show the element, or shows it to nobody who sees."""
    if tag.name in _WHOLE:
        return False  # shown by a script when all has come
    found = tag.attributes
    return (
        "hidden" in found
        or found.get("aria-hidden", "").lower() == "true"
        or _HIDDEN.search(found.get("style", "")) is not None
        or _named(tag, "hidden")
    )


def is_furniture(tag: Tag) -> bool:
    """Whether an element stands around the story: by what it is, its role, its class or its id."""
    if tag.name in _FURNITURE:
        return True
    if tag.name in _WHOLE or not tag.written:
        return False
    return tag.get("role").lower() in _ROLES or _named(tag, "furniture")


def is_set_in(tag: Tag) -> bool:
    """Whether a paragraph stands in from the others by its style."""
    return _INDENT.search(tag.get("style")) is not None


def region_of(tag: Tag) -> str:
    """What part of a page an element holds: "body" (of the story), "article", "main" or ""."""
    if tag.get("itemprop").lower() == "articlebody" or _named(tag, "body"):
        return "body"
    if tag.name in ("article", "main"):
        return tag.name
    role = tag.get("role").lower()
    return role if role in ("article", "main") else ""


def is_wall(tag: Tag) -> bool:
    """Whether an element is named after a wall for those who have not paid or logged in."""
    return _named(tag, "wall")


@cache
def _names(kind: str) -> re.Pattern[str]:
    words = "|".join(name.replace("-", "[-_ ]?") for name in table("html_cues")["names"][kind])
    return re.compile(rf" (?:{words}) ")


def _named(tag: Tag, kind: str) -> bool:
    """Whether a class or the id says so; "has-sidebar" and "no-ads" say it of something else."""
    if not tag.written:
        return False
    names = f"{tag.get('class')} {tag.get('id')}"[:_LONGEST_NAMES].split()
    return any(_names(kind).search(_spaced(name)) for name in names)


@cache
def _negations() -> frozenset[str]:
    return frozenset(table("html_cues")["negations"])


def _spaced(name: str) -> str:
    """The words of a name in lower case, with a blank before and after each."""
    words = [word.lower() for word in _NAME_PART.findall(name)]
    return f" {' '.join(words)} " if words and words[0] not in _negations() else ""
