"""A review of one comparison: every step is on disk before its call returns, and can be undone."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from tuireader.compare.lenses import Lens, load_lenses
from tuireader.compare.model import Comparison
from tuireader.compare.review import corrections
from tuireader.compare.review.adopting import Adopted, Carrier, overlay
from tuireader.compare.review.codec import to_plain
from tuireader.compare.review.errors import RefusedError
from tuireader.compare.review.model import Action, Changes, Event, Label, Ruling
from tuireader.compare.review.store import Store, create
from tuireader.compare.review.trouble import told
from tuireader.compare.review.view import Facts, Merged, View

Pairs = str | Sequence[str]
"""The id of a pair, or several: what is done to several is one step."""


def now() -> dt.datetime:
    """The time in UTC."""
    return dt.datetime.now(dt.UTC)


class Session(View):
    """A review session: the machine's comparison, what a person said of it, and how it came so.

    Every method that changes something raises `RefusedError` where the step makes no sense,
    `DiskFullError` where there is no room, or another `ReviewError`; then nothing has changed, on
    disk or here, and the call may be repeated. Not for several threads at once.
    """

    def __init__(
        self,
        store: Store,
        *,
        reviewer: str | None,
        tool_version: str,
        clock: Callable[[], dt.datetime] = now,
    ) -> None:
        """Read a session from its store; `create` and `open` are the ways in."""
        super().__init__(store)
        self._tool = tool_version
        self._clock = clock
        self.reviewer = _printable(reviewer or "") or self.facts.reviewer

    @classmethod
    def create(
        cls,
        path: Path,
        comparison: Comparison,
        *,
        reviewer: str,
        tool_version: str,
        name: str = "",
        lenses: Sequence[Lens] = (),
        clock: Callable[[], dt.datetime] = now,
        start: Changes | None = None,
        merged: tuple[Merged, ...] = (),
    ) -> Session:
        """Make a session file and open it for writing.

        Args:
            path: Where no file is yet; its folder is there.
            comparison: As the machine made it; it is stored whole, with both texts.
            reviewer: Who reviews.
            tool_version: Of tuireader, for the log.
            name: For lists; the titles of the texts if empty.
            lenses: What `compare_documents` was given; those of the user's own are stored.
            clock: Gives the time of each step, in UTC.
            start: What stands from the beginning and can't be undone; see `state`.
            merged: The sessions that `start` was made of.

        Raises:
            ReviewError: A file is there already, or none can be made.
        """
        time = clock()
        reviewer = _printable(reviewer) or "anonymous"
        own = tuple(lens for lens in lenses if lens not in load_lenses())
        facts = Facts(
            id=uuid.uuid4().hex,
            name=_printable(name) or _title(comparison),
            reviewer=reviewer,
            created=time,
            tool=tool_version,
            lenses=own,
            merged=merged,
        )
        after: Changes = {"texts": {"current": 1}, **(start or {})}
        before = {section: dict.fromkeys(rows) for section, rows in (start or {}).items()}
        first = Event(1, time, reviewer, tool_version, Action.CREATE, before, after)
        meta = {key: to_plain(getattr(facts, key)) for key in Facts.__dataclass_fields__}
        create(path, meta, first, comparison)
        return cls.open(path, reviewer=reviewer, tool_version=tool_version, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        tool_version: str,
        reviewer: str | None = None,
        writing: bool = True,
        clock: Callable[[], dt.datetime] = now,
    ) -> Session:
        """Open a session where it was left; its text files need not be there.

        Args:
            path: The session file.
            tool_version: Of tuireader, for the log.
            reviewer: Who goes on; who made the session if None.
            writing: False to look only: then no other program is kept out, and no step is possible.
            clock: Gives the time of each step, in UTC.

        Raises:
            ReviewError: One of its kinds, by what is wrong with the file.
        """
        store = Store(path, writing=writing)
        try:
            with told(path):
                made = cls(store, reviewer=reviewer, tool_version=tool_version, clock=clock)
            if writing:
                store.start_writing(made.reviewer)
        except BaseException:
            store.close()
            raise
        return made

    def close(self) -> None:
        """Let go of the file. All steps are on disk already."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # What a reviewer does. Each returns the event, which `words.describe` puts into words.

    def decide(self, pairs: Pairs, label: Label) -> Event:
        """Give the pairs a label; several at once are one step."""
        return self._rule(
            Action.DECIDE, pairs, lambda old: replace(old, label=label, skipped=False)
        )

    def clear(self, pairs: Pairs) -> Event:
        """Take the labels off again; notes, flags and tags stay."""
        return self._rule(Action.DECIDE, pairs, lambda old: replace(old, label=None))

    def skip(self, pairs: Pairs) -> Event:
        """Pass the pairs over: they stay undecided and can be filtered for."""
        return self._rule(Action.SKIP, pairs, lambda old: replace(old, skipped=True))

    def flag(self, pairs: Pairs, on: bool | None = None) -> Event:
        """Mark the pairs to be looked at again.

        Args:
            pairs: Which.
            on: Whether; None turns each pair's flag over.
        """
        return self._rule(
            Action.FLAG,
            pairs,
            lambda old: replace(old, flagged=not old.flagged if on is None else on),
        )

    def note(self, pairs: Pairs, text: str) -> Event:
        """Write the pairs' note; "" takes it away."""
        return self._rule(Action.NOTE, pairs, lambda old: replace(old, note=text.strip()))

    def tag(self, pairs: Pairs, *add: str, remove: Iterable[str] = ()) -> Event:
        """Put free words on the pairs, or take some off."""
        less = {*remove}
        more = {" ".join(word.split()) for word in add} - {""}
        return self._rule(
            Action.TAG,
            pairs,
            lambda old: replace(old, tags=tuple(sorted({*old.tags, *more} - less))),
        )

    def bookmark(self, pair: str, name: str | None = "") -> Event:
        """Keep the place of a pair under a name, or under none; None takes the bookmark away."""
        self.item(pair)
        return self._do(Action.BOOKMARK, {"bookmarks": {pair: name}})

    def session_note(self, text: str) -> Event:
        """Write the note of the whole session."""
        return self._do(Action.SESSION_NOTE, {"session": {"note": text.strip() or None}})

    def unpair(self, pair: str) -> Event:
        """Take a pair out of the comparison: its claims do not speak of the same matter."""
        self.item(pair)
        return self._do(Action.UNPAIR, corrections.unpair(self._state, pair))

    def pair_up(self, a: Pairs, b: Pairs) -> Event:
        """Make a pair of one or more claims of A and of B; it is judged like any other.

        The new pair is the first of the event's `pairs`.
        """
        identity = f"p{self._free('p')}"
        changes = corrections.pair_up(self._state, _several(a), _several(b), self._lenses, identity)
        return self._do(Action.PAIR, changes)

    def merge(self, claims: Sequence[str]) -> Event:
        """Make one claim of neighbours in one paragraph; their pairs become pairs of the whole.

        What was said of those pairs is kept with a flag; where it parts, without a label.
        """
        if not claims:
            raise RefusedError("to merge takes two claims or more")
        side = self._claim(claims[0]).id[0]
        changes = corrections.merge(self._state, claims, self._lenses, f"{side}{self._free(side)}")
        return self._do(Action.MERGE, changes)

    def split(self, claim: str, at: int) -> Event:
        """Make two claims of one.

        Args:
            claim: Its id.
            at: Where the second begins, in code points of the document's text.
        """
        side = self._claim(claim).id[0]
        free = self._free(side)
        names = f"{side}{free}", f"{side}{free + 1}"
        changes = corrections.split(self._state, claim, at, self._lenses, names)
        return self._do(Action.SPLIT, changes)

    def adopt(self, comparison: Comparison) -> Adopted:
        """Go on with another state of the texts, or another verdict of the machine on the same.

        What was said is carried over to the claims that still stand, by their words; all else is
        among the `orphans` afterwards.

        Args:
            comparison: As the machine made it of the new texts.
        """
        state = self._state
        first = max(self._free("p"), *(int(pair.id[1:]) + 1 for pair in comparison.pairs), 1)
        carrier = Carrier(state, comparison, self._lenses, first)
        after = carrier.changes(self._history.texts + 1)
        before = {**state.current(after), **overlay(state)}
        event = self._write(Action.ADOPT, before, after, comparison=comparison)
        return Adopted(event, carrier.carried, carrier.reworded, len(carrier.orphans))

    def dismiss(self, orphan: str) -> Event:
        """Take an orphan off the list; the log keeps it."""
        if orphan not in self._state.orphans:
            raise RefusedError(f"there is no orphan {orphan}")
        return self._do(Action.DISMISS, {"orphans": {orphan: None}})

    def undo(self) -> Event | None:
        """Take the last step back, whenever and by whoever it was made; None if there is none.

        Returns:
            The step that was undone, for a message; the log has the undoing as well.
        """
        step = self._history.last_done
        if step is not None:
            self._write(Action.UNDO, step.after, step.before, of=step.number)
        return step

    def redo(self) -> Event | None:
        """Make the step again that was undone last; None if there is none that can be."""
        step = self._history.last_undone
        if step is not None:
            self._write(Action.REDO, step.before, step.after, of=step.number)
        return step

    def _rule(self, action: Action, pairs: Pairs, change: Callable[[Ruling], Ruling]) -> Event:
        time = self._clock()
        rows: dict[str, object] = {}
        for key in _several(pairs):
            old = self.item(key).ruling or Ruling(None, self.reviewer, time)
            rows[key] = to_plain(replace(change(old), reviewer=self.reviewer, time=time))
        if not rows:
            raise RefusedError("no pair was named")
        return self._do(action, {"rulings": rows}, time)

    def _do(self, action: Action, after: Changes, time: dt.datetime | None = None) -> Event:
        return self._write(action, self._state.current(after), after, time=time)

    def _write(
        self,
        action: Action,
        before: Changes,
        after: Changes,
        *,
        of: int | None = None,
        time: dt.datetime | None = None,
        comparison: Comparison | None = None,
    ) -> Event:
        number = self._history.events[-1].number + 1
        event = Event(
            number, time or self._clock(), self.reviewer, self._tool, action, before, after, of
        )
        sealed = self._store.append(event, comparison)
        self._take(sealed)
        return sealed

    def _free(self, letter: str) -> int:
        """A number that no pair or claim of this letter has or ever had."""
        return self._history.highest(letter, self.machine) + 1


def _several(one_or_more: Pairs) -> tuple[str, ...]:
    return (one_or_more,) if isinstance(one_or_more, str) else tuple(dict.fromkeys(one_or_more))


def _printable(name: str) -> str:
    """A name on one line, with codes for what no file and no terminal may hold."""
    words = " ".join(name.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)


def _title(comparison: Comparison) -> str:
    names = (document.title or Path(document.source).name for document in comparison.documents)
    return " / ".join(_printable(name)[:60] for name in names)
