"""What a person says of one pair: all that a report needs to know of a review."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from tuireader.compare.nouns import noun


class Label(StrEnum):
    """What a reviewer may call a pair: the three relations, or none of them."""

    AGREE = "agree"
    DIVERGE = "diverge"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"  # not the same matter
    UNSURE = "unsure"


@noun
class Ruling:
    """What stands about one pair at one moment.

    Attributes:
        label: The decision; None while there is none, so a note or a flag can stand alone.
        reviewer: Who made the last change.
        time: Of the last change, in UTC.
        note: Free text, or "".
        flagged: Whether it is marked to be looked at again.
        tags: Free words, sorted.
        skipped: Whether it was passed over; a decision ends that.
    """

    label: Label | None
    reviewer: str
    time: dt.datetime
    note: str = ""
    flagged: bool = False
    tags: tuple[str, ...] = ()
    skipped: bool = False
