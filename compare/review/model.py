"""What a person says of a pair, as frozen data: what the store keeps and the reports show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tuireader.compare.review.ruling import Label, Ruling

__all__ = ["Action", "Changes", "Event", "Label", "Orphan", "Ruling"]

Changes = Mapping[str, Mapping[str, object]]
"""Section -> key -> new value as JSON has it, None for "not there"; see `state`."""


class Action(StrEnum):
    """What an event did."""

    CREATE = "create"
    DECIDE = "decide"
    SKIP = "skip"
    FLAG = "flag"
    NOTE = "note"
    TAG = "tag"
    BOOKMARK = "bookmark"
    SESSION_NOTE = "session-note"
    UNPAIR = "unpair"
    PAIR = "pair"
    MERGE = "merge"
    SPLIT = "split"
    ADOPT = "adopt"
    DISMISS = "dismiss"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Event:
    """One step, as it stands in the log for good.

    Attributes:
        number: 1 for the creation of the session, without gaps.
        time: In UTC, by the clock of the machine.
        reviewer: Who made it.
        tool: Version of tuireader that wrote it.
        action: What it did.
        before: What it changed, as it was.
        after: The same keys, as they are since; the state is the fold of these.
        of: Number of the event that an undo or a redo is of.
        seal: Digest of all this and of the events before; see `seals`.
    """

    number: int
    time: dt.datetime
    reviewer: str
    tool: str
    action: Action
    before: Changes
    after: Changes
    of: int | None = None
    seal: str = ""

    @property
    def pairs(self) -> tuple[str, ...]:
        """Ids of the pairs that it touched, in the order given."""
        return tuple(
            dict.fromkeys(
                key
                for section in ("rulings", "pairs", "bookmarks")
                for key in self.after.get(section, ())
            )
        )


@dataclass(frozen=True, slots=True)
class Orphan:
    """What was said of claims that are no longer there, kept to be looked at.

    Attributes:
        id: "o1", "o2".
        a: Words of the claims of A.
        b: Words of the claims of B.
        ruling: What was said of them.
        why: What became of the claims, in one line.
    """

    id: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    ruling: Ruling
    why: str
