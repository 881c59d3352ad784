"""Draw the pictures of the README from the program itself.

    python docs/pictures.py

Writes `docs/reader.svg` (dark) and `docs/reader-light.svg`: the bundled ferry pair, at its first
conflict.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from tuireader.api import read_sides
from tuireader.compare.model import Comparison, Document
from tuireader.compare.pipeline import Progress, compare_documents
from tuireader.sample_docs import path
from tuireader.tui.app import ReaderApp

_FOLDER = Path(__file__).parent
_PICTURES = {"reader.svg": "ink", "reader-light.svg": "paper"}


def _compare(a: Document, b: Document, progress: Progress) -> Comparison:
    return compare_documents(a, b, progress=progress)


async def _draw(name: str, theme: str) -> None:
    sides = read_sides(*path("ferry"))
    app = ReaderApp(sides.a, sides.b, _compare, theme=theme, labels=("Report", "Answer"))
    async with app.run_test(size=(150, 44)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("c")
        await pilot.pause()
        picture = app.export_screenshot(title="tuireader")
    lines = (line.rstrip() for line in picture.splitlines())
    (_FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Draw them all."""
    for name, theme in _PICTURES.items():
        asyncio.run(_draw(name, theme))


if __name__ == "__main__":
    main()
