"""Names of files as they can be shown: a name may hold what steers a terminal or hides its end."""

from __future__ import annotations

from pathlib import Path

from tuireader.compare.documents.cleaning import clean
from tuireader.tui.widgets.wrap import shown


def legible(name: str) -> str:
    """The name on one line, without control characters, direction marks and broken bytes."""
    return shown(clean(name)[0])


def at_home(path: Path) -> str:
    """The path, with `~` for the home of the user."""
    try:
        inside = path.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return str(path)
    return "~" if inside == Path() else str(Path("~") / inside)
