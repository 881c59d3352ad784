"""The list of comparisons that were opened of late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path, PurePath

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tuireader.compare.model import Relation, Summary
from tuireader.tui.look import Look
from tuireader.tui.opening.legible import at_home, legible
from tuireader.tui.opening.recent import Recent
from tuireader.tui.opening.request import Request


class RecentList(OptionList, inherit_bindings=False):
    """Two rows an entry: what was compared; where it is, what came of it and when."""

    def __init__(self, look: Look) -> None:
        super().__init__(id="recents", compact=True)
        self._look = look
        self._shown: list[Recent] = []

    def fill(self, recents: Sequence[Recent], words: str = "") -> None:
        """Show those that hold all these words, the cursor on the first."""
        self._shown = [each for each in recents if _holds(each.request, words)]
        self.set_options(Option(self._entry(each)) for each in self._shown)
        self.highlighted = 0 if self._shown else None

    @property
    def current(self) -> Recent | None:
        """The entry under the cursor."""
        return None if self.highlighted is None else self._shown[self.highlighted]

    def _entry(self, recent: Recent) -> Content:
        request, gap = recent.request, f"  {self._look.glyphs.dot}  "
        names = gap.join(_name(request, number) for number in range(1 + (request.b is not None)))
        if request.b is None:
            names += ", split in two"
        parts = [self._look.write(_folders(request), "muted")]
        if recent.counts:
            parts.append(self._counts(recent.counts))
        day = dt.datetime.fromtimestamp(recent.when, dt.UTC).astimezone()
        parts.append(self._look.write(f"{day:%Y-%m-%d %H:%M}", "muted"))
        details = self._look.write(gap, "muted").join(parts)
        return Content.assemble(names, "\n  ", details)

    def _counts(self, counts: Summary) -> Content:
        signs = self._look.glyphs.relations
        numbers = (
            (Relation.CONFLICT, counts.conflict),
            (Relation.DIVERGE, counts.diverge),
            (Relation.AGREE, counts.agree),
        )
        return Content(" ").join(
            self._look.write(f"{signs[relation]} {number}", f"{relation}-line")
            for relation, number in numbers
        )


def _name(request: Request, number: int) -> str:
    source = (request.a, request.b)[number] or ""
    return legible(request.labels[number] or PurePath(source).name or source)


def _folders(request: Request) -> str:
    sources = [request.a] if request.b is None else [request.a, request.b]
    folders = [each if "://" in each else at_home(Path(each).parent) for each in sources]
    return " and ".join(dict.fromkeys(map(legible, folders)))


def _holds(request: Request, words: str) -> bool:
    text = " ".join(filter(None, (request.a, request.b, *request.labels))).casefold()
    return all(word in text for word in words.casefold().split())
