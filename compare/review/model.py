"""What a person says of a pair, as frozen data: what the store keeps and the reports show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a reviewer may call a pair: the three relations, or none of them."""

    AGREE = "agree"
    DIVERGE = "diverge"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"  # not the same matter
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What stands about one pair at one moment.

    Attributes:
        label: The decision; None while there is none, so a note or a flag can stand alone.
        reviewer: Who made the last change.
        time: Of the last change, in UTC.
        note: Free text, or "".
        flagged: Whether it is marked to be looked at again.
        tags: Free words, sorted.
    """

    label: Label | None
    reviewer: str
    time: dt.datetime
    note: str = ""
    flagged: bool = False
    tags: tuple[str, ...] = ()
