"""Draw the pictures of the manual from the program itself.

    python docs/pictures.py

Each shows a bundled pair after some keys; the table below says which.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.api import read_sides
from tuireader.compare.lenses import load_lenses, topic_of
from tuireader.compare.model import Claim, Comparison, Document
from tuireader.compare.pipeline import Progress, compare_documents
from tuireader.sample_docs import path
from tuireader.tui.app import ReaderApp

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Picture:
    """What to draw.

    Attributes:
        name: Of the file, without its suffix.
        keys: Those to press first.
        sample: Id of a bundled pair.
        theme: Name of a theme.
        size: Columns and rows.
    """

    name: str
    keys: Sequence[str]
    sample: str = "ferry"
    theme: str = "ink"
    size: tuple[int, int] = (150, 44)


PICTURES = (
    Picture("reader", ["c"]),
    Picture("reader-light", ["c"], theme="paper"),
    Picture("summary", [], sample="march", size=(130, 36)),
    Picture("stacked", ["c"], sample="march", theme="dusk", size=(80, 28)),
    Picture("ledger", ["v", "j"], sample="water", theme="paper", size=(140, 34)),
    Picture("topics", ["v", "z", "enter"], sample="water", size=(100, 24)),
    Picture("search", ["slash", *"ministry"], size=(120, 30)),
    Picture("labels", ["f"], sample="march", size=(120, 30)),
)


def _compare(a: Document, b: Document, progress: Progress) -> Comparison:
    return compare_documents(a, b, progress=progress)


def _topic(claim: Claim) -> str:
    return topic_of(claim, claim, load_lenses())


async def _draw(picture: Picture) -> None:
    sides = read_sides(*path(picture.sample))
    app = ReaderApp(
        sides.a,
        sides.b,
        _compare,
        theme=picture.theme,
        labels=("Report", "Answer"),
        topic_of=_topic,
    )
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*picture.keys)
        await pilot.pause()
        drawn = app.export_screenshot(title="tuireader")
    # Rich numbers its class names anew in each process; the picture is the same without.
    drawn = re.sub(r"terminal-\d+", f"terminal-{picture.name}", drawn)
    lines = (line.rstrip() for line in drawn.splitlines())
    (FOLDER / f"{picture.name}.svg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Draw them all."""
    for picture in PICTURES:
        asyncio.run(_draw(picture))


if __name__ == "__main__":
    main()
