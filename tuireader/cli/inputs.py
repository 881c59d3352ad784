"""What a command compares, as its arguments name it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.cli.trouble import Trouble

if TYPE_CHECKING:
    from tuireader.api import Sides

STDIN = "-"


@dataclass(frozen=True)
class Inputs:
    """Two sources, or one that holds both sides.

    Attributes:
        a: A path or "-".
        b: A path or "-", or None where `a` holds both sides.
        at: Words with which the second side begins, where `a` holds both.
        dates: The days that relative dates start from.
        labels: What to call the sides in place of their sources.
        lenses: Paths of the user's own lens files.

    Raises:
        Trouble: Standard input is both sides, or `at` is given with two files.
    """

    a: str
    b: str | None = None
    at: str | None = None
    dates: tuple[dt.date | None, dt.date | None] = (None, None)
    labels: tuple[str | None, str | None] = (None, None)
    lenses: Sequence[Path] = ()

    def __post_init__(self) -> None:
        if self.a == self.b == STDIN:
            raise Trouble("standard input can be one side only: give a file for the other")
        if self.at is not None and self.b is not None:
            raise Trouble("--at is for one file that holds both sides; here are two")

    @property
    def from_stdin(self) -> bool:
        """Whether one of the texts is standard input."""
        return STDIN in (self.a, self.b)

    def read(self) -> Sides:
        """Read both sides; DocumentError where that can't be."""
        from tuireader import api  # noqa: PLC0415

        date_a, date_b = self.dates
        return api.read_sides(self.a, self.b, at=self.at, date_a=date_a, date_b=date_b)

    def names(self, *defaults: str) -> tuple[str, str]:
        """What to call the sides: their labels, else the two defaults, told apart in one file."""
        parts = (", report", ", answer") if self.b is None else ("", "")
        a, b = (
            label or f"{default}{part}"
            for label, default, part in zip(self.labels, defaults, parts, strict=True)
        )
        return a, b
