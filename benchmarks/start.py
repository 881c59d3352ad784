"""How soon each face of tuireader is there, beside what it could not be sooner than.

Whole processes, run in turn: the command line's help and version, `compare --format json` of two
texts of 25 sentences, and the reader in a terminal of 160 by 48 until its first full frame. Beside
them a bare interpreter, the libraries alone, a Textual application of two Static widgets, and other
programs that set two texts side by side, where they are installed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from runs import Ratio, finish, options
from terminal import clean_environment, first_frame
from timing import Measured, in_turn, run_once

SAMPLES = Path(__file__).resolve().parents[1] / "sample_docs"
SENTENCES = 25
MINIMAL = """
import sys
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static

texts = [open(path, encoding="utf-8").read() for path in sys.argv[1:]]

class Minimal(App):
    CSS = "Static { width: 1fr; }"

    def compose(self):
        with Horizontal():
            for text in texts:
                yield Static(text, markup=False)

Minimal().run()
"""
# What a frame is full with: the first words of both texts, and of the reader its last line.
WORDS = ("Police break up", "We were there")
LAST = "Help"


def text(side: str, sentences: int = SENTENCES) -> str:
    """The first sentences of the sample texts of one side, in whole paragraphs."""
    from tuireader.compare.claims.sentences import find_sentences  # noqa: PLC0415

    taken: list[str] = []
    left = sentences
    for name in ("march", "ferry", "batteries"):
        source = (SAMPLES / f"{name}-{side}.txt").read_text("utf-8")
        for paragraph in source.strip().split("\n\n"):
            count = len(find_sentences(paragraph))
            if count <= left:
                taken.append(paragraph)
                left -= count
    return "\n\n".join(taken) + "\n"


def commands(a: str, b: str) -> dict[str, list[str]]:
    """The processes that are run to their end."""
    python = sys.executable
    tuireader = [python, "-m", "tuireader"]
    found = {
        "python -c pass": [python, "-c", "pass"],
        "import typer": [python, "-c", "import typer"],
        "import rapidfuzz": [python, "-c", "import rapidfuzz"],
        "import typer, rapidfuzz": [python, "-c", "import typer, rapidfuzz"],
        "--help": [*tuireader, "--help"],
        "--version": [*tuireader, "--version"],
        "compare --format json": [*tuireader, "compare", a, b, "--format", "json"],
        "git diff --word-diff": ["git", "diff", "--no-index", "--word-diff", a, b],
        "icdiff": ["icdiff", a, b],
    }
    return {name: command for name, command in found.items() if shutil.which(command[0])}


def screens(a: str, b: str) -> dict[str, tuple[list[str], Sequence[str]]]:
    """The programs that stay, each with the words that its first frame shows."""
    python = sys.executable
    found: dict[str, tuple[list[str], Sequence[str]]] = {
        "first frame: minimal Textual app": ([python, "-c", MINIMAL, a, b], WORDS),
        "first frame: reader": ([python, "-m", "tuireader", "compare", a, b], (*WORDS, LAST)),
        "first frame: vim -d": (["vim", "-d", a, b], WORDS),
    }
    return {name: case for name, case in found.items() if shutil.which(case[0][0])}


def ratios(measured: Mapping[str, Measured]) -> list[Ratio]:
    """The proportions that are aimed at; of the lower quarters."""
    aims = (
        ("--help", "import typer", 1.3),
        ("--version", "import typer", 1.3),
        ("compare --format json", "import typer, rapidfuzz", 2.5),
        ("first frame: reader", "first frame: minimal Textual app", 1.0),
    )
    return [
        Ratio(f"{name} / {floor}", measured[name].low / measured[floor].low, aim)
        for name, floor, aim in aims
    ]


def main() -> None:
    """Measure and print."""
    given = options(__doc__ or "", rounds=15).parse_args()
    with tempfile.TemporaryDirectory() as folder, clean_environment() as environment:
        a, b = (Path(folder) / f"{side}.txt" for side in ("report", "answer"))
        for path in (a, b):
            path.write_text(text(path.stem), "utf-8")
        cases = {
            name: partial(_wall, command, environment)
            for name, command in commands(str(a), str(b)).items()
        }
        cases |= {
            name: partial(first_frame, command, environment, *words)
            for name, (command, words) in screens(str(a), str(b)).items()
        }
        measured = in_turn(cases, given.rounds, warm_up=min(2, given.rounds))
    finish("start", measured, ratios(measured), given)


def _wall(command: Sequence[str], environment: Mapping[str, str]) -> float:
    done = run_once(command, environment)
    if done.code not in (0, 1):  # 1 is a difference
        raise SystemExit(f"{' '.join(command)}: ended with {done.code}")
    return done.wall


if __name__ == "__main__":
    main()
