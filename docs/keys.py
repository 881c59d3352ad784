"""Write the tables of keys into the manual, from the table of commands itself.

    python docs/keys.py

A table stands between `<!-- keys …: python docs/keys.py -->` and `<!-- end -->`; a test holds that
what stands there is what this writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tuireader.tui.keymap import Command
from tuireader.tui.keynames import EVERYWHERE

FOLDER = Path(__file__).parent
PAGES = ("configuration.md", "reader.md", "review.md")
_SPOT = re.compile(
    r"(<!-- keys (?P<what>[^:]+): python docs/keys\.py -->\n).*?(<!-- end -->)", re.DOTALL
)

# How people call the keys that have a name in Textual's tongue.
SIGNS = {
    "apostrophe": "'",
    "down": "↓",
    "up": "↑",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "minus": "-",
    "plus": "+",
    "question_mark": "?",
    "slash": "/",
    "semicolon": ";",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
}


def by_id() -> str:
    """A row a command: its id, its usual keys by the names that settings files have for them."""
    rows = ["| id | usual keys | does |", "|---|---|---|"]
    known: set[str] = set()
    for commands in EVERYWHERE.values():
        for command in commands:
            if command.id in known:
                continue
            known.add(command.id)
            keys = " ".join(f"`{key}`" for key in command.keys.split(","))
            rows.append(f"| `{command.id}` | {keys} | {command.tooltip.rstrip('.')} |")
    return "\n".join(rows) + "\n"


def by_group(place: str) -> str:
    """The keys of a place as people call them, a table a group."""
    return "\n".join(_groups(EVERYWHERE[place]))


def written(page: str) -> str:
    """The text of a page with its tables as they should be."""

    def table(match: re.Match[str]) -> str:
        what = match["what"]
        body = by_id() if what == "by id" else by_group(what.removeprefix("of ").capitalize())
        return f"{match[1]}{body}{match[3]}"

    return _SPOT.sub(table, page)


def _groups(commands: tuple[Command, ...]) -> Iterator[str]:
    for group, members in groupby(commands, key=lambda command: command.group):
        yield f"| {group.lower()} | |"
        yield "|---|---|"
        for command in members:
            keys = " ".join(f"`{SIGNS.get(key, key)}`" for key in command.keys.split(","))
            yield f"| {keys} | {command.tooltip} |"
        yield ""


def main() -> None:
    """Write them all."""
    for name in PAGES:
        page = FOLDER / name
        page.write_text(written(page.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
