"""Styles of an OpenDocument text: which are titles, quotations, set in or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tuireader.compare.model import Block

_NAMED = {
    "title": Block.TITLE,
    "subtitle": Block.HEADING,
    "quotations": Block.QUOTE,
    "quotation": Block.QUOTE,
    "quote": Block.QUOTE,
    "block text": Block.QUOTE,
    "header": Block.BOILERPLATE,
    "footer": Block.BOILERPLATE,
}
_CHAIN = 20
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(cm|mm|in|pt|pc)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0}
_INSET = 18.0  # points: a quarter of an inch


@dataclass(frozen=True)
class Styles:
    """The styles by family and name: those of the file, and those made for a single paragraph."""

    by_name: dict[tuple[str, str], Element]

    @classmethod
    def of(cls, *trees: Element | None) -> Styles:
        """Those of parsed parts; a later one wins."""
        return cls(
            {
                (style.get("style|family", ""), style.get("style|name", "")): style
                for tree in trees
                if tree is not None
                for style in tree.iter("style|style")
            }
        )

    def block(self, name: str) -> Block:
        """What a paragraph in this style is."""
        for style in self._chain("paragraph", name):
            shown = style.get("style|display-name", "") or style.get("style|name", "")
            plain = shown.replace("_20_", " ").lower()
            if plain in _NAMED:
                return _NAMED[plain]
            if plain.startswith("heading "):
                return Block.HEADING
        return Block.PROSE

    def hides(self, family: str, name: str) -> bool:
        """Whether text in this style is hidden."""
        shown = self._property(family, name, "style|text-properties", "text|display")
        return shown == "none"

    def is_bold(self, family: str, name: str) -> bool:
        """Whether it is set in bold."""
        return self._property(family, name, "style|text-properties", "fo|font-weight") == "bold"

    def is_inset(self, name: str) -> bool:
        """Whether a paragraph is set in from the left margin, not only in its first line."""
        left = self._property("paragraph", name, "style|paragraph-properties", "fo|margin-left")
        first = self._property("paragraph", name, "style|paragraph-properties", "fo|text-indent")
        return _points(left) >= _INSET and not (first or "").startswith("-")

    def place(self, name: str) -> str:
        """Whether characters are raised ("super"), lowered ("sub") or neither ("")."""
        place = self._property("text", name, "style|text-properties", "style|text-position") or ""
        word, _, _ = place.partition(" ")
        if word in ("super", "sub"):
            return word
        number = word.removesuffix("%")
        if not number.lstrip("-").isdecimal() or number.strip("-0") == "":
            return ""
        return "sub" if number.startswith("-") else "super"

    def _property(self, family: str, name: str, group: str, attribute: str) -> str | None:
        for style in self._chain(family, name):
            properties = style.find(group)
            value = None if properties is None else properties.get(attribute)
            if value is not None:
                return value
        return None

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """A style and those it is based on; a circle ends somewhere."""
        for _ in range(_CHAIN):
            style = self.by_name.get((family, name))
            if style is None:
                return
            yield style
            name = style.get("style|parent-style-name", "")


def _points(length: str | None) -> float:
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _POINTS[match[2]] if match else 0.0
