"""tuireader: two accounts of one event, claim by claim."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("tuireader")
