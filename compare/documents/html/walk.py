"""Walks the tags of a page and hands out its blocks; what is open at a place decides what they are.

Every step takes constant time, however deep the elements are nested and whatever is left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tuireader.compare.documents.html import elements
from tuireader.compare.documents.html.assembling import Assembler
from tuireader.compare.documents.html.blocks import Cell, Piece, Region, Setting
from tuireader.compare.documents.html.tokens import Tag, Text, tokens

_TABLE_PARTS = frozenset("table caption tbody thead tfoot tr td th".split())
_SCOPED = elements.BLOCKS | elements.SCOPES
_NO_CONTAINER = frozenset("p li ul ol dl dt dd pre blockquote h1 h2 h3 h4 h5 h6 hgroup tr".split())
_NEVER_CLOSED = frozenset(("html", "body"))
_OF_THE_PAGE = frozenset("meta link script time a span address".split())
_BULLET = "• "
_MUCH = 500


class Walker:
    """Reads one page.

    Attributes:
        regions: The parts that say what they are, each after the one that it is in.
        cells: The table cells.
        deepest: How deep its elements are nested.
        unseen: What only those without scripts would see, the beginning of it.
        password: Whether it asks for a password.
        scripts: How many scripts it has, but for those that only describe it.
        walled: Whether an element is named after a wall.
    """

    def __init__(self, page: str, meta: Callable[[Tag | Text], None]) -> None:
        """Prepare for a page that has been cleaned; `meta` is shown what is about the page."""
        self.regions: list[Region] = []
        self.cells: list[Cell] = []
        self.deepest = 0
        self.unseen = ""
        self.password = False
        self.scripts = 0
        self.walled = False
        self._page = page
        self._meta = meta
        self._assembler = Assembler(page)
        self._setting = Setting()
        self._stack: list[tuple[str, Setting]] = []
        self._open: defaultdict[str, list[int]] = defaultdict(list)
        self._blocks: list[int] = []
        self._scopes: list[int] = []
        self._numbers: list[int | None] = []
        self._containers = self._tables = self._rows = 0

    def walk(self) -> list[Piece]:
        """Read it: its blocks, in order."""
        for token in tokens(self._page):
            if isinstance(token, Text):
                self._text(token)
            elif token.closes:
                self._end(token.name)
            else:
                self._start(token)
        return self._assembler.pieces

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in elements.BLOCKS:
            self._assembler.flush()
            while self._blocks and elements.ends(self._stack[self._blocks[-1]][0], name):
                self._pop(self._blocks[-1])
        if name in _OF_THE_PAGE:
            self._meta(tag)
        if name in elements.VOID:
            self._void(tag)
            return
        self.scripts += name == "script" and "json" not in tag.get("type")
        if name == "q":
            self._mark("“")
        setting = self._setting_in(tag)
        self._open[name].append(len(self._stack))
        if name in elements.BLOCKS:
            self._blocks.append(len(self._stack))
        if name in elements.SCOPES:
            self._scopes.append(len(self._stack))
        self._stack.append((name, self._setting))
        self._setting = setting
        self.deepest = max(self.deepest, len(self._stack))
        self._begin_list(tag)

    def _end(self, name: str) -> None:
        if name in elements.BLOCKS:
            self._assembler.flush()
        if not self._open[name] or name in _NEVER_CLOSED:
            return
        place = self._open[name][-1]
        if name in _TABLE_PARTS:
            barriers = self._open["table"]
        else:
            barriers = self._scopes if name in _SCOPED else self._blocks
        if not barriers or place >= barriers[-1]:
            if name == "q":
                self._mark("”")
            self._pop(place)

    def _pop(self, place: int) -> None:
        """Close all that was opened at `place` in the stack or after it."""
        while len(self._stack) > place:
            name, self._setting = self._stack.pop()
            self._open[name].pop()
            for places in (self._blocks, self._scopes):
                if places and places[-1] == len(self._stack):
                    places.pop()
            if name in ("ul", "ol"):
                self._numbers.pop()
            elif name == "li":
                self._assembler.bullet = ""

    def _void(self, tag: Tag) -> None:
        if tag.name == "br":
            self._assembler.break_line()
        elif tag.name == "hr" and not self._setting.silent:
            self._assembler.rule(self._setting)
        elif tag.name == "input" and tag.get("type").lower() == "password":
            self.password = True

    def _mark(self, mark: str) -> None:
        if not self._setting.silent:
            self._assembler.unplaced(mark, self._setting)

    def _setting_in(self, tag: Tag) -> Setting:
        """What holds inside an element that opens here."""
        name = tag.name
        changes = elements.changes(name, self._setting)
        if name in elements.BLOCKS and name not in _NO_CONTAINER:
            self._containers += 1
            changes["container"] = self._containers
        if name in ("td", "th"):
            changes["cell"] = len(self.cells)
            self.cells.append(Cell(self._tables, self._rows))
        elif name == "table":
            self._tables += 1
        elif name == "tr":
            self._rows += 1
        changes.update(self._named(tag))
        return replace(self._setting, **changes) if changes else self._setting

    def _named(self, tag: Tag) -> dict[str, Any]:
        """What the names, the role and the style of an element change."""
        changes: dict[str, Any] = {}
        region = elements.region_of(tag)
        if region:
            changes["region"] = len(self.regions)
            self.regions.append(Region(region, self._setting.region))
        elif elements.is_furniture(tag):
            changes["furniture"] = True
        if tag.written:
            if elements.is_hidden(tag):
                changes["silent"] = True
            if elements.is_set_in(tag):
                changes["set_in"] = True
            self.walled = self.walled or elements.is_wall(tag)
        return changes

    def _begin_list(self, tag: Tag) -> None:
        if tag.name == "ul":
            self._numbers.append(None)
        elif tag.name == "ol":
            start = tag.get("start")
            self._numbers.append(int(start[:6]) if start.isascii() and start.isdecimal() else 1)
        elif tag.name == "li":
            number = self._numbers[-1] if self._numbers else None
            self._assembler.bullet = _BULLET if number is None else f"{number}. "
            if number is not None:
                self._numbers[-1] = number + 1

    def _text(self, token: Text) -> None:
        setting = self._setting
        if token.inside:
            self._meta(token)
        elif setting.silent:
            if self._open["noscript"] and len(self.unseen) < _MUCH:
                self.unseen += self._page[token.start : token.end][:_MUCH]
        elif setting.raised and setting.link:
            pass  # the number of a footnote
        elif setting.preformatted:
            self._assembler.preformatted(token.start, token.end, setting)
        else:
            self._assembler.running(token.start, token.end, setting)
