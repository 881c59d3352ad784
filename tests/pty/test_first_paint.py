"""The first painting in a real terminal: the frame that Textual paints, a whole terminal after."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal"),
    # A forked child of a process with threads, as xdist's workers are, makes Python 3.12 warn.
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
pyte = pytest.importorskip("pyte")

PATIENCE = 30  # seconds, for a loaded machine
WIDE, USUAL = (160, 48), (80, 24)
REPORT = "Sluice keepers walk out\n\nORDVIK, May 3, 2024 - The sluice keepers of Ordvik left.\n\n"
ANSWER = "Nobody walked out\n\nNobody left at Ordvik, the harbour company said on Saturday.\n\n"
FILLING = "The lock chamber number {} was drained by noon, and barges waited downstream.\n\n"
PAINTED, ENTERED, MOUSE = b"\x1b[?2026l", b"\x1b[?1049h", b"\x1b[?1000h"
LEFT = b"\x1b[?1049l"
PAGE_DOWN = b"\x1b[6~"
ASK = b"\x1b]11;?"
PAPER, INK = b"48;2;251;249;244", b"48;2;20;23;28"  # the grounds of the light theme and the dark
INTERRUPT, QUIT = b"\x03", b"q"


class Run:
    """The reader on a terminal of its own, whose settings can be looked at after its end."""

    def __init__(self, folder: Path, size: tuple[int, int], *words: str, **variables: str) -> None:
        self.master, self.slave = pty.openpty()
        self.columns, self.rows = size
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.output = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tuireader", *words],
            **dict.fromkeys(("stdin", "stdout", "stderr"), self.slave),
            cwd=folder,
            env={**_environment(folder), **variables},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no threads
        )

    def until(self, shown: Callable[[bytes], object]) -> bytes:
        """Read until what came is as wanted."""
        end = monotonic() + PATIENCE
        while not shown(self.output):
            assert monotonic() < end, self.output[-3000:]
            if not self._read():
                assert self.process.poll() is None, self.output[-3000:]
        return self.output

    def press(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.master, keys)

    def code(self) -> int:
        """Read until it ends, and give the terminal's settings a look."""
        end = monotonic() + PATIENCE
        while self.process.poll() is None:
            assert monotonic() < end, "it does not end"
            self._read()
        while self._read():
            pass
        return self.process.returncode

    def _read(self) -> bool:
        if not select.select([self.master], [], [], 0.05)[0]:
            return False
        self.output += os.read(self.master, 65536)
        return True

    @property
    def is_whole(self) -> bool:
        """Whether the terminal is as it was: its settings, its screen, its cursor."""
        now = termios.tcgetattr(self.slave)
        entered, left = self.output.rfind(ENTERED), self.output.rfind(LEFT)
        shown = self.output.rfind(b"\x1b[?25h") > self.output.rfind(b"\x1b[?25l")
        wraps = self.output.rfind(b"\x1b[?7h") > self.output.rfind(b"\x1b[?7l")
        return now == self.before and entered < left and shown and wraps

    def screen(self, output: bytes) -> Any:
        """The screen after some output."""
        screen = pyte.Screen(self.columns, self.rows)
        pyte.ByteStream(screen).feed(output)
        return screen

    def close(self) -> None:
        """End it."""
        with suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


def _environment(folder: Path) -> dict[str, str]:
    own = ("TUIREADER_", "TEXTUAL", "NO_COLOR", "COLORFGBG", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    looks = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    places = {f"TUIREADER_{name}_DIR": str(folder / name.lower()) for name in ("STATE", "CONFIG")}
    return {**kept, **looks, **places}


def _settled(output: bytes) -> bool:
    """Whether the comparison is on the screen, after which nothing is painted unasked."""
    return b" pair" in output


def _visit(folder: Path, size: tuple[int, int], *keys: bytes) -> None:
    run = Run(folder, size, "compare", "a.txt", "b.txt")
    try:
        run.until(_settled)
        for key in keys:
            painted = len(run.output)
            run.press(key)
            run.until(lambda output, before=painted: len(output) > before)
        run.press(QUIT)
        assert run.code() == 0
    finally:
        run.close()


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two texts that were read once at each size."""
    folder = tmp_path_factory.mktemp("visited")
    filling = "".join(map(FILLING.format, range(60)))
    (folder / "a.txt").write_text(REPORT + filling, "utf-8")
    (folder / "b.txt").write_text(ANSWER + filling, "utf-8")
    for size in (WIDE, USUAL):
        _visit(folder, size)
    shutil.copytree(folder / "state", folder / "kept")
    return folder


@pytest.fixture
def folder(visited: Path) -> Path:
    """The same, whatever a test before has done."""
    shutil.rmtree(visited / "state")
    shutil.copytree(visited / "kept", visited / "state")
    shutil.rmtree(visited / "config", ignore_errors=True)
    return visited


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., Run]]:
    started: list[Run] = []

    def call(*names: str, size: tuple[int, int] = USUAL, **variables: str) -> Run:
        words = ("compare", *(names or ("a.txt", "b.txt")))
        started.append(Run(folder, size, *words, **variables))
        return started[-1]

    yield call
    for run in started:
        run.close()


@pytest.fixture
def no_textual(tmp_path: Path) -> str:
    """A path of modules that makes Textual an error to import."""
    (tmp_path / "textual").mkdir()
    (tmp_path / "textual" / "__init__.py").write_text("raise ImportError('gone')\n", "utf-8")
    return os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))


def _cells(screen: Any) -> list[Any]:
    return [screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns)]


def _differences(run: Run) -> Iterator[tuple[object, object]]:
    """What each frame of Textual's changes in the painted one, until the status line moves on."""
    painting, rest = run.output.split(PAINTED, 1)
    screen = run.screen(painting)
    stream = pyte.ByteStream(screen)
    painted, status = _cells(screen), screen.display[-2]
    whole = 0
    for frame in rest.split(b"\x1b[1;1H"):
        stream.feed(frame + b"\x1b[1;1H")
        if screen.display[-2] != status:
            break
        whole += b"More" in frame
        changed = zip(painted, _cells(screen), strict=True)
        yield from ((old, new) for old, new in changed if old != new)
    assert whole, "Textual painted no frame of its own before"


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [WIDE, USUAL, (40, 12)])
def test_textual_paints_the_same_cells(
    start: Callable[..., Run], folder: Path, size: tuple[int, int], theme: str
) -> None:
    shutil.rmtree(folder / "state")
    (folder / "config").mkdir()
    (folder / "config" / "config.toml").write_text(f'theme = "{theme}"\n', "utf-8")
    first = start(size=size)
    first.until(lambda _: [*folder.glob("state/first/*.stencil")])
    first.press(QUIT)
    assert first.code() == 0
    assert PAINTED not in first.output, "nothing is kept of this look"
    for _ in range(2):  # the second time they are where they were left
        run = start(size=size)
        run.until(lambda output: b"finding" in output or b"\xe2\x89\xa0" in output)
        run.press(QUIT)
        assert run.code() == 0
        assert [*_differences(run)] == []
        assert run.output.count(ENTERED) == 1
        assert b"\x1b[2J" not in run.output


def test_the_words_of_both_texts_stand_there_before_textual_does(
    start: Callable[..., Run], no_textual: str
) -> None:
    run = start(size=WIDE, PYTHONPATH=no_textual)
    assert run.code() == 2
    painting, rest = run.output.split(PAINTED, 1)
    text = "\n".join(run.screen(painting).display)
    assert "A  Sluice keepers walk out  ·  3 May 2024" in text
    assert "B  Nobody walked out" in text
    assert "The sluice keepers of Ordvik left." in text
    assert "comparing, escape stops" in text
    assert "More" in text
    after = rest.split(LEFT, 1)[1].decode()
    assert re.fullmatch(r"tuireader: internal error, ImportError: gone;[^\r\n]*\r\n", after)
    assert run.is_whole


def test_new_texts_are_painted_in_a_known_terminal(
    start: Callable[..., Run], folder: Path, no_textual: str
) -> None:
    (folder / "new.md").write_text("# Turbines idle\n\n> Not one *turned*.\n\n- wind\n", "utf-8")
    run = start("new.md", "a.txt", size=WIDE, PYTHONPATH=no_textual)
    assert run.code() == 2
    text = "\n".join(run.screen(run.output.split(PAINTED)[0]).display)
    assert "A  Turbines idle" in text
    assert "▏ Not one turned." in text


def test_they_are_painted_where_they_were_left(start: Callable[..., Run], folder: Path) -> None:
    _visit(folder, USUAL, PAGE_DOWN, PAGE_DOWN)
    run = start()
    run.until(lambda output: b"finding" in output)
    run.press(QUIT)
    assert run.code() == 0
    text = "\n".join(run.screen(run.output.split(PAINTED)[0]).display)
    assert "sluice keepers of" not in text
    assert "lock chamber" in text
    assert [*_differences(run)] == []


def test_the_beginnings_of_long_texts_are_painted_too(
    start: Callable[..., Run], folder: Path
) -> None:
    (folder / "long.txt").write_text(REPORT + FILLING * 4000, "utf-8")
    known = {*folder.glob("state/first/*")}
    for painted in (False, True):
        run = start("long.txt", "b.txt")
        run.until(lambda _: {*folder.glob("state/first/*.stencil")} - known)
        run.until(lambda output: b"finding" in output or b"comparing" in output)
        run.press(QUIT)
        assert run.code() == 0
        assert (PAINTED in run.output) is painted
    assert "reading the rest" in run.screen(run.output.split(PAINTED)[0]).display[-2]
    assert [*_differences(run)] == []


@pytest.mark.parametrize("keys", [b"z", b"w", b"W", b"t", b"\t", b"l"])
def test_nothing_is_painted_where_the_room_was_shared_out_otherwise(
    start: Callable[..., Run], folder: Path, keys: bytes
) -> None:
    _visit(folder, USUAL, keys)
    run = start()
    run.until(_settled)
    run.press(QUIT)
    assert run.code() == 0
    assert PAINTED not in run.output


def test_what_has_changed_is_read_anew(start: Callable[..., Run], folder: Path) -> None:
    text = (folder / "a.txt").read_text("utf-8")
    (folder / "c.txt").write_text(text, "utf-8")
    for words in ("sluice keepers", "bargemen"):
        (folder / "c.txt").write_text(text.replace("sluice keepers", words), "utf-8")
        run = start("c.txt", "b.txt")
        run.until(_settled)
        run.press(QUIT)
        assert run.code() == 0
        assert words in "\n".join(run.screen(run.output.split(PAINTED)[0]).display)


def test_keys_pressed_meanwhile_are_not_echoed_and_act(start: Callable[..., Run]) -> None:
    run = start()
    run.until(lambda output: PAINTED in output)
    run.press(PAGE_DOWN)
    run.until(lambda output: b"chamber number 2 " in output)
    between = run.output.split(PAINTED, 1)[1].split(MOUSE, 1)[0]
    assert between == b""
    run.press(QUIT)
    assert run.code() == 0
    assert run.is_whole


def test_q_pressed_at_once_leaves(start: Callable[..., Run]) -> None:
    run = start()
    run.until(lambda output: PAINTED in output)
    run.press(QUIT)
    assert run.code() == 0
    assert run.is_whole


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_terminal_back(start: Callable[..., Run], number: int) -> None:
    run = start()
    run.until(lambda output: PAINTED in output)
    run.process.send_signal(number)
    assert run.code() == 128 + number
    assert run.is_whole


def test_so_does_ctrl_c_before_textual_is_there(start: Callable[..., Run]) -> None:
    run = start()
    run.until(lambda output: PAINTED in output)
    run.press(INTERRUPT)
    assert run.code() == 128 + signal.SIGINT
    assert run.is_whole
    assert b"Traceback" not in run.output


def test_so_does_trouble_with_a_line_on_the_usual_screen(
    start: Callable[..., Run], folder: Path
) -> None:
    (folder / "config").mkdir()
    (folder / "config" / "config.toml").write_text('lenses = ["dams.toml"]\n', "utf-8")
    lens = folder / "config" / "dams.toml"
    lens.write_text('name = "dams"\n[topics]\n', "utf-8")
    lens.unlink()
    run = start()
    assert run.code() == 2
    assert b"dams.toml" in run.output.rpartition(LEFT)[2]


def test_it_can_be_turned_off(start: Callable[..., Run], folder: Path) -> None:
    run = start(TUIREADER_FIRST_PAINT="0")
    run.until(_settled)
    run.press(QUIT)
    assert run.code() == 0
    assert not [*(folder / "state" / "first").glob("*")]


def test_no_word_of_the_texts_is_kept(folder: Path) -> None:
    kept = b"".join(path.read_bytes() for path in (folder / "state" / "first").glob("*"))
    assert kept
    for word in set(re.findall(r"\w{4,}", REPORT + ANSWER + FILLING)) - {"their", "2024"}:
        assert word.encode() not in kept, word


HOSTILE = "\x1b]0;owned\x07"


@pytest.mark.parametrize("text", ["", "\0", "{}", f"tuireader stencil 0.1.0\nrow {HOSTILE}", None])
def test_a_file_that_was_tampered_with_is_as_if_it_were_not_there(
    start: Callable[..., Run], folder: Path, text: str | None
) -> None:
    kept = [*(folder / "state" / "first").glob("*.stencil")]
    assert kept
    for path in kept:
        stencil = json.loads(path.read_bytes())
        rows = [HOSTILE + row for row in stencil["rows"]]
        hostile = json.dumps({**stencil, "rows": rows}) if text is None else text
        path.write_text(hostile, "utf-8")
    run = start()
    run.until(_settled)
    run.press(QUIT)
    assert run.code() == 0
    assert PAINTED not in run.output
    assert b"owned" not in run.output
    assert run.is_whole


def test_a_text_can_not_steer_the_terminal(start: Callable[..., Run], folder: Path) -> None:
    hostile = (
        "The \x1b]0;owned\x07sluice keepers of Ordvik \u202eleft\u202c.\n\n\x1b[2JThey went.\n"
    )
    (folder / "hostile.txt").write_text(hostile, "utf-8")
    for _ in range(2):
        run = start("hostile.txt", "b.txt")
        run.until(_settled)
        run.press(QUIT)
        assert run.code() == 0
        for sequence in ("\x1b]0;", "\x1b[2J", "\u202e"):
            assert sequence.encode() not in run.output


def test_it_wears_what_fits_the_ground_that_the_terminal_had_last(
    start: Callable[..., Run], folder: Path
) -> None:
    shutil.rmtree(folder / "state")
    for number in range(3):  # it is learnt in the first, and kept in the second
        run = start()
        run.until(lambda output: ASK in output)
        run.press(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
        run.until(lambda output: _settled(output) and PAPER in output)
        run.press(QUIT)
        assert run.code() == 0
        assert (PAINTED in run.output) is (number == 2)
        assert number == 0 or INK not in run.output
