"""How soon each face of tuireader is there, beside what it could not be sooner than.

Whole processes, run in turn: the command line's help and version, `compare --format json` of two
texts of 25 sentences, and the reader in a terminal of 160 by 48 until its first readable text and
its first full frame: of texts that are new to it, painted before Textual is there in a terminal
that it knows, and by Textual alone. Beside them a bare interpreter, the libraries alone, a Textual
application of two Static widgets, and other programs that set two texts side by side, where they
are installed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from runs import Ratio, finish, options
from terminal import clean_environment, first_frame, running
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
MINIMAL_APP = "first frame: minimal Textual app"
READABLE, FULL = "first readable text", "first full frame"
AHEAD, BY_TEXTUAL = "painted ahead", "by Textual"


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


def screens(
    a: str, b: str, environment: Mapping[str, str]
) -> dict[str, tuple[list[str], Mapping[str, str], Sequence[str]]]:
    """The programs that stay, each with its environment and the words of its first frame."""
    python = sys.executable
    reader = [python, "-m", "tuireader", "compare", a, b]
    states = {each: f"{environment['XDG_STATE_HOME']}/{each}" for each in (AHEAD, BY_TEXTUAL)}
    kept = {each: {**environment, "XDG_STATE_HOME": folder} for each, folder in states.items()}
    kept[BY_TEXTUAL]["TUIREADER_FIRST_PAINT"] = "0"
    _visit([*reader[:-2], b, a], kept[AHEAD])  # the other way round: another pair
    found: dict[str, tuple[list[str], Mapping[str, str], Sequence[str]]] = {
        MINIMAL_APP: ([python, "-c", MINIMAL, a, b], environment, WORDS),
        "first frame: vim -d": (["vim", "-d", a, b], environment, WORDS),
    }
    for name, words in ((READABLE, WORDS), (FULL, (*WORDS, LAST))):
        found |= {f"{name}: reader, {each}": (reader, kept[each], words) for each in kept}
    return {name: case for name, case in found.items() if shutil.which(case[0][0])}


def _visit(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Open the reader and leave it again, so that it keeps its frame."""
    with running(command, environment) as terminal:
        terminal.until(lambda tail: b" pairs" in tail)
        terminal.press(b"q")
        terminal.until(lambda tail: b"\x1b[?1049l" in tail)  # what is kept is kept before


def ratios(measured: Mapping[str, Measured]) -> list[Ratio]:
    """The proportions that are aimed at; of the lower quarters."""
    aims = (
        ("--help", "import typer", 1.3),
        ("--version", "import typer", 1.3),
        ("compare --format json", "import typer, rapidfuzz", 2.5),
        (f"{READABLE}: reader, {AHEAD}", MINIMAL_APP, 0.25),
        (f"{FULL}: reader, {AHEAD}", MINIMAL_APP, 1.0),
        (f"{FULL}: reader, {BY_TEXTUAL}", MINIMAL_APP, 1.0),
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
            name: partial(first_frame, command, own, *words)
            for name, (command, own, words) in screens(str(a), str(b), environment).items()
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
