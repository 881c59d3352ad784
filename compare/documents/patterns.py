"""The tables of cues beside this module, read once and compiled once."""

from __future__ import annotations

from functools import cache
from typing import Any

from tuireader.compare import ready


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `name` of this package."""
    return ready.table(__name__, f"{name}.toml")
