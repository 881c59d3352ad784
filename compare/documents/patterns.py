"""The tables of cues beside this module, read once and compiled once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `name` of this package."""
    text = files("tuireader.compare.documents").joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)
