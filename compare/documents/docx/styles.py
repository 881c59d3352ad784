"""Styles of a Word file: which are headings, quotations, lists or hidden, however they are called.

The name of a built-in style stands in the file in English, whatever the language of Word; its id is
translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tuireader.compare.model import Block

_QUOTES = ("quote", "intense quote", "block text", "block quotation", "quotations", "quotation")
_TITLES = ("title",)
_HEADINGS = ("subtitle",)
_OFF = ("0", "false", "off", "none")
_BODY_LEVEL = 9  # outline levels 0 to 8 are headings
_CHAIN = 20


@dataclass(frozen=True)
class Styles:
    """The styles by their ids.

    Attributes:
        by_id: The element of each.
        default: Id of the style of paragraphs that name none, or "".
    """

    by_id: dict[str, Element]
    default: str

    @classmethod
    def of(cls, tree: Element | None) -> Styles:
        """Those of a parsed styles.xml; none where the file has no such part."""
        elements = [] if tree is None else list(tree.iter("w|style"))
        by_id = {element.get("w|styleId", ""): element for element in elements}
        default = next(
            (
                element.get("w|styleId", "")
                for element in elements
                if element.get("w|type") == "paragraph" and is_on(element.get("w|default", "0"))
            ),
            "",
        )
        return cls(by_id, default)

    def block(self, properties: Element | None) -> Block:
        """What a paragraph with these `w|pPr` is."""
        level = _value(properties, "w|outlineLvl")
        listed = _value(properties, "w|numPr/w|numId")
        for style in self._chain(_value(properties, "w|pStyle") or self.default):
            name = (_value(style, "w|name") or "").lower()
            named = _named(name)
            if named is not None:
                return named
            level = level or _value(style, "w|pPr/w|outlineLvl")
            listed = listed or _value(style, "w|pPr/w|numPr/w|numId")
            if name.startswith(("list bullet", "list number")):
                listed = listed or "1"
        if level and level.isdecimal() and int(level) < _BODY_LEVEL:
            return Block.HEADING
        return Block.ITEM if listed and listed != "0" else Block.PROSE

    def hides(self, properties: Element | None, style: str = "w|rStyle") -> bool:
        """Whether text with these `w|rPr` (or, with "w|pStyle", `w|pPr`) is hidden."""
        if properties is None:
            return False
        own = properties.find("w|vanish")
        if own is not None:
            return is_on(own.get("w|val", "1"))
        for element in self._chain(_value(properties, style) or ""):
            hidden = element.find("w|rPr/w|vanish")
            if hidden is not None:
                return is_on(hidden.get("w|val", "1"))
        return False

    def prints_bold(self, properties: Element | None) -> bool:
        """Whether the style of a paragraph with these `w:pPr` is bold."""
        for style in self._chain(_value(properties, "w|pStyle") or self.default):
            bold = style.find("w|rPr/w|b")
            if bold is not None:
                return is_on(bold.get("w|val", "1"))
        return False

    def _chain(self, identity: str) -> Iterator[Element]:
        """A style and those it is based on; a circle ends somewhere."""
        for _ in range(_CHAIN):
            style = self.by_id.get(identity)
            if style is None:
                return
            yield style
            identity = _value(style, "w|basedOn") or ""


def is_on(value: str) -> bool:
    """Whether a switch of Word with this value is on."""
    return value not in _OFF


def _named(name: str) -> Block | None:
    if name in _TITLES:
        return Block.TITLE
    if name in _HEADINGS or name.startswith("heading "):
        return Block.HEADING
    if name in _QUOTES:
        return Block.QUOTE
    if name.startswith("toc ") or name in ("header", "footer"):
        return Block.BOILERPLATE
    return None


def _value(element: Element | None, path: str) -> str | None:
    found = None if element is None else element.find(path)
    return None if found is None else found.get("w|val")
