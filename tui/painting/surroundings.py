"""What a first frame hangs on beside files: the terminal, its ground, the variables, the place."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from tuireader import __version__
from tuireader.tui.painting.kept import FOLDER, digest, load, stamp, stamp_line

PROJECT_FILE = ".tuireader.toml"
GROUNDS = frozenset(("dark", "light"))

# What a frame may hang on beside the files that were read for it.
_VARIABLES = frozenset(
    (
        *("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM"),
        *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "LANG", "LC_ALL", "LC_CTYPE", "LC_TIME"),
        *("HOME", "XDG_CONFIG_HOME"),
    )
)
_PREFIXES = ("TUIREADER_", "TEXTUAL")


def surroundings(environ: Mapping[str, str], here: str) -> list[str]:
    """All that the look of a frame hangs on but its size and what the files say.

    Args:
        environ: The variables of the process.
        here: The working directory; it counts where a project's file may lie in or above it.
    """
    named = (
        f"{name}={value}"
        for name, value in sorted(environ.items())
        if name in _VARIABLES or name.startswith(_PREFIXES)
    )
    return [__version__, *named, *_project(here)]


def place(folder: str, environ: Mapping[str, str], size: tuple[int, int], *, partial: bool) -> str:
    """Where the stencil of a terminal is kept.

    Args:
        folder: The state folder.
        environ: The variables of the process.
        size: Columns and rows of the terminal.
        partial: Whether it is for the beginnings of long texts, of which the reader says so.

    Raises:
        OSError: There is no working directory.
    """
    parts = [*surroundings(environ, os.getcwd()), ground(folder, environ)]  # noqa: PTH109
    parts.append(f"{size[0]}x{size[1]}{' partial' * partial}")
    return f"{folder}/{FOLDER}/{digest(parts)}.stencil"


def ground_place(folder: str, environ: Mapping[str, str]) -> str:
    """Where it is kept whether the ground of a terminal is dark or light."""
    return f"{folder}/{FOLDER}/{digest(surroundings(environ, ''))}.ground"


def ground(folder: str, environ: Mapping[str, str]) -> str:
    """What the ground of a terminal was found to be: "dark", "light", or "" if nobody knows."""
    try:
        found = load(ground_place(folder, environ)).strip()
    except (OSError, ValueError):
        return ""
    return found if found in GROUNDS else ""


def _project(here: str) -> Iterator[str]:
    folder, above = here, ""
    while folder != above:
        if os.path.exists(f"{folder}/{PROJECT_FILE}"):  # noqa: PTH110 - before pathlib is there
            yield here
            yield stamp_line(stamp(f"{folder}/{PROJECT_FILE}"))
        folder, above = os.path.dirname(folder), folder  # noqa: PTH120
