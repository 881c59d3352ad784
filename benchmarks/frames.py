"""How the reader answers keys at any length of text: in a terminal of 160 by 48, to the last byte.

For texts of so many wrapped lines a pane: the first full frame, which shows only the beginnings of
long texts, painted ahead of Textual and not; when the whole texts are there and their comparison
begins; page-down after page-down, once with the comparison stopped and once beside it; a key right
after a resize; the memory that the reader and all that it started hold (the sum of their resident
sets) with the comparison stopped. `vim -O` and `vim -d` read the same.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import sleep

from runs import Ratio, finish, options
from terminal import COLUMNS, ROWS, Terminal, clean_environment, running
from timing import Measured

LINES = (1_000, 10_000, 100_000)
PAGES = 60
WIDTH = 71  # cells of a pane's text at 160 columns
LAST = "Help"
BARE = {"TUIREADER_FIRST_PAINT": "0"}
WHOLE = "escape stops"  # stands in the status line once there is something to compare
PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"
VIM_DOWN, VIM_UP = b"\x06", b"\x02"
ESCAPE = b"\x1b"
PAUSE = 0.5  # seconds between two keys while the engine works: reading, not holding a key down
# A page beside the line that says how far the engine is, which is painted before or after it.
PAGE, PAGE_QUIET = 1_000, 0.005  # bytes, of which the line has 300, and seconds
KINDS = ("", ", engine at work")

SUBJECTS = "The mayor|A spokesman|The union|One witness|The ministry|Her lawyer|The harbour master"
VERBS = "said|denied|confirmed|reported|announced|doubted|repeated"
MATTERS = "bridge|ferry|strike|vote|levy|inquiry|blackout|closure|election|contract"
ENDS = "had been settled on Monday|would cost {} million crowns|left {} people without water|\
was over by {} o'clock|is opposed by {} per cent of the town|had been known for {} months"


def sentences(seed: int) -> Iterator[str]:
    """Sentences without end, the same for the same seed."""
    chance = random.Random(seed)
    subjects, verbs, matters, ends = (
        words.split("|") for words in (SUBJECTS, VERBS, MATTERS, ENDS)
    )
    while True:
        end = chance.choice(ends).format(chance.randint(2, 900))
        yield (
            f"{chance.choice(subjects)} {chance.choice(verbs)} that the {chance.choice(matters)} "
            f"near pier {chance.randint(1, 99)} {end}."
        )


def long_text(lines: int, seed: int) -> str:
    """A text of so many wrapped lines, blank ones between paragraphs among them."""
    paragraphs = [f"Side {seed} begins here."]
    made, told = 2, sentences(seed)
    while made < lines:
        paragraph = " ".join(next(told) for _ in range(5))
        paragraphs.append(paragraph)
        made += 1 + len(textwrap.wrap(paragraph, WIDTH))
    return "\n\n".join(paragraphs) + "\n"


def first_frames(
    pairs: Mapping[int, list[str]], environment: Mapping[str, str], *, runs: int
) -> dict[str, Measured]:
    """What comes first of texts of all lengths, in turn, so that none has the quiet hours alone."""
    found: dict[str, list[float]] = {}
    for _ in range(runs):
        for lines, files in pairs.items():
            name = f"first frame at {lines:,} lines"
            with running(read(files), environment) as terminal:
                first, whole = _first(terminal)
            found.setdefault(name, []).append(first)
            found.setdefault(f"whole texts there at {lines:,} lines", []).append(whole)
            with running(read(files), {**environment, **BARE}) as terminal:
                found.setdefault(f"{name}, of Textual", []).append(_first(terminal)[0])
    return {name: Measured(tuple(samples)) for name, samples in found.items()}


def read(files: Sequence[str]) -> list[str]:
    """The command that opens them."""
    return [sys.executable, "-m", "tuireader", "read", *files]


def _first(terminal: Terminal) -> tuple[float, float]:
    """When the first frame was there, and when there was something to compare."""
    terminal.until(lambda tail: LAST.encode() in tail and WHOLE.encode() in tail, quiet=0.02)
    return terminal.painted("Side 1 begins", "Side 2 begins", LAST), terminal.painted(WHOLE)


def reader_cases(
    lines: int, files: list[str], environment: Mapping[str, str], ways: Sequence[int]
) -> dict[str, Measured]:
    """What the reader does with texts of one length once they are there."""
    with running(read(files), environment) as terminal:
        _first(terminal)
        return _steps(terminal, lines, ways)


def _steps(terminal: Terminal, lines: int, ways: Sequence[int]) -> dict[str, Measured]:
    """Keys, resizes and memory of one run; the engine is at work at first, where it takes long."""
    found: dict[str, Measured] = {}
    if lines == max(LINES):
        busy = []
        for _ in range(len(ways) // 4):
            sleep(PAUSE)
            terminal.settle(0.02)
            busy.append(terminal.key(PAGE_DOWN, PAGE_QUIET, PAGE))
        found[f"page-down at {lines:,} lines{KINDS[1]}"] = Measured(tuple(busy))
    terminal.press(ESCAPE)
    terminal.settle(1.5)
    keys = [PAGE_DOWN if way > 0 else PAGE_UP for way in ways]
    found[f"page-down at {lines:,} lines{KINDS[0]}"] = _pages(terminal, keys)
    found[f"memory at {lines:,} lines"] = Measured((terminal.memory,), "MB")
    found[f"key after a resize at {lines:,} lines"] = _resizes(terminal)
    return found


def turning(lines: int, pages: int) -> list[int]:
    """Which way each of some pages goes: on, 1, and back again, -1, where the text is short."""
    length = max(lines // ROWS // 2, 1)
    return [-1 if page // length % 2 else 1 for page in range(pages)]


def _pages(terminal: Terminal, keys: Sequence[bytes]) -> Measured:
    return Measured(tuple(terminal.key(key) for key in keys))


def _resizes(terminal: Terminal) -> Measured:
    """A key sent at once after each of some resizes: seconds to the last byte of both frames."""
    taken = []
    for columns in (COLUMNS - 30, COLUMNS, COLUMNS - 50, COLUMNS):
        terminal.resize(columns, ROWS)
        taken.append(terminal.key(PAGE_DOWN, quiet=0.1))
        terminal.settle(0.2)
    return Measured(tuple(taken))


def vim_cases(
    lines: int, flag: str, files: list[str], environment: Mapping[str, str], ways: Sequence[int]
) -> dict[str, Measured]:
    """The same of vim."""
    with running(["vim", flag, *files], environment) as terminal:
        terminal.until(lambda tail: b"Side" in tail, quiet=0.5)
        first = terminal.painted("Side 1 begins", "Side 2 begins")
        measured = _pages(terminal, [VIM_DOWN if way > 0 else VIM_UP for way in ways])
        memory = terminal.memory
    name = f"vim {flag} at {lines:,} lines"
    return {
        f"{name}, first frame": Measured((first,)),
        f"{name}, page-down": measured,
        f"{name}, memory": Measured((memory,), "MB"),
    }


def ratios(measured: Mapping[str, Measured]) -> list[Ratio]:
    """The proportions that are aimed at; seconds and megabytes as proportions of their aims."""
    low, middle, high = LINES
    page = {lines: measured[f"page-down at {lines:,} lines"] for lines in LINES}
    first = {lines: measured[f"first frame at {lines:,} lines"] for lines in LINES}
    bare = {lines: measured[f"first frame at {lines:,} lines, of Textual"] for lines in LINES}
    return [
        Ratio(f"page-down p95 at {high:,} / {middle:,}", page[high].p95 / page[middle].p95, 1.3),
        Ratio(f"page-down p95 / median at {high:,}", page[high].p95 / page[high].median, 3.0),
        Ratio(f"first frame at {high:,} / {low:,}", first[high].low / first[low].low, 1.5),
        Ratio("the same, of Textual", bare[high].low / bare[low].low, 1.5),
        Ratio(
            "slowest key after a resize / 0.2 s",
            max(measured[f"key after a resize at {high:,} lines"].samples) / 0.2,
            1.0,
        ),
        Ratio("memory / 250 MB", measured[f"memory at {high:,} lines"].best / 250, 1.0),
    ]


def main() -> None:
    """Measure and print."""
    parser = options(__doc__ or "", rounds=5)
    parser.add_argument("--shrink", type=int, default=1, help="divide all lengths by this")
    parser.add_argument("--pages", type=int, default=PAGES, help="page-downs of each case")
    given = parser.parse_args()
    measured: dict[str, Measured] = {}
    with tempfile.TemporaryDirectory() as folder, clean_environment() as environment:
        pairs: dict[int, list[str]] = {}
        for lines in LINES:
            paths = [Path(folder, f"{lines}-{seed}.txt") for seed in (1, 2)]
            for seed, path in enumerate(paths, 1):
                path.write_text(long_text(max(lines // given.shrink, 3 * ROWS), seed), "utf-8")
            pairs[lines] = [*map(str, paths)]
        measured |= first_frames(pairs, environment, runs=given.rounds)
        for lines, files in pairs.items():
            ways = turning(max(lines // given.shrink, 3 * ROWS), given.pages)
            measured |= reader_cases(lines, files, environment, ways)
            if shutil.which("vim"):
                for flag in ("-O", "-d"):
                    measured |= vim_cases(lines, flag, files, environment, ways)
    finish("frames", measured, ratios(measured), given)


if __name__ == "__main__":
    main()
