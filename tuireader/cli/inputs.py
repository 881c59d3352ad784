"""What a command compares, as its arguments name it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.cli.trouble import Trouble

if TYPE_CHECKING:
    from tuireader.api import Sides

STDIN, CLIPBOARD = "-", "@clipboard"


class Inputs:
    """Two sources, or one that holds both sides.

    Attributes:
        a: A path, "-", "@clipboard" or a web address.
        b: The same, or None where `a` holds both sides.
        at: Words with which the second side begins, where `a` holds both.
        dates: The days that relative dates start from.
        labels: What to call the sides in place of their sources.
        lenses: Paths of the user's own lens files.
        forms: The formats of the sides, where they are not to be found out.
        allow_private: Whether web addresses count that are not of the internet at large.

    Raises:
        Trouble: Standard input or the clipboard is both sides, `at` is given with two files, or a
            format for a second file without one.
    """

    def __init__(
        self,
        a: str,
        b: str | None = None,
        at: str | None = None,
        dates: tuple[dt.date | None, dt.date | None] = (None, None),
        labels: tuple[str | None, str | None] = (None, None),
        *,
        lenses: Sequence[Path] = (),
        forms: tuple[str | None, str | None] = (None, None),
        allow_private: bool = False,
    ) -> None:
        if a == b == STDIN:
            raise Trouble("standard input can be one side only: give a file for the other")
        if a == b == CLIPBOARD:
            raise Trouble("the clipboard can be one side only: give a file for the other")
        if forms[1] is not None and b is None:
            raise Trouble("--format-b is for a second file; here is one: --format-a is its format")
        if at is not None and b is not None:
            raise Trouble("--at is for one file that holds both sides; here are two")
        self.a = a
        self.b = b
        self.at = at
        self.dates = dates
        self.labels = labels
        self.lenses = lenses
        self.forms = forms
        self.allow_private = allow_private

    @property
    def from_stdin(self) -> bool:
        """Whether one of the texts is standard input."""
        return STDIN in (self.a, self.b)

    def read(self) -> Sides:
        """Read both sides; DocumentError where that can't be."""
        from tuireader import api  # noqa: PLC0415

        return api.read_sides(
            self.a,
            self.b,
            at=self.at,
            format_a=self.forms[0],
            format_b=self.forms[1],
            allow_private=self.allow_private,
            date_a=self.dates[0],
            date_b=self.dates[1],
        )

    def names(self, *defaults: str) -> tuple[str, str]:
        """What to call the sides: their labels, else the two defaults, told apart in one file."""
        parts = (", report", ", answer") if self.b is None else ("", "")
        a, b = (
            label or f"{default}{part}"
            for label, default, part in zip(self.labels, defaults, parts, strict=True)
        )
        return a, b
