"""The shell around the reader in a real terminal: picking, watching, pasting, breaking, ending."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]
pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

ROWS, COLUMNS = 30, 120
PATIENCE = 40  # seconds, for a loaded machine
REPORT = "The old bridge over the Senn fell on 3 May 2024.\n\nTwelve people were hurt.\n"
ANSWER = "The old bridge over the Senn fell on 3 May 2024.\n\nThirty people were hurt.\n"
MAIN = "import sys; from tuireader.__main__ import main; sys.argv[0] = 'tuireader'; main()"
FAULT = """
from tuireader.tui.widgets import pane
def broken(self, y):
    raise ValueError(f"no row {y} of '{self.document.text}'")
pane.Pane.paint_line = broken
"""
ENDED = re.compile(rb"ended with (\d+)\r\n")
# What the reader turns on, and how it must end: the last word on each counts.
MODES = {
    "cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "other screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "mouse": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
    "wrap": (b"\x1b[?7l", b"\x1b[?7h"),
}


class Terminal:
    """The program below a shell, which keeps the terminal open when the program has ended."""

    def __init__(self, folder: Path, *arguments: object, before: str = "") -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TUIREADER_", "NO_COLOR"))}
        self.pid_file = folder / "pid"
        code = f"import os; open({str(self.pid_file)!r}, 'w').write(str(os.getpid()))\n{before}"
        program = folder / "program.py"
        program.write_text(f"{code}\n{MAIN}\n")
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.seen = b""
        line = '"$@"; printf "ended with %s\\n" $?; cat >/dev/null'
        words = ["-c", line, "sh", sys.executable, str(program), *map(str, arguments)]
        self.process = pexpect.spawn(
            "/bin/sh",
            words,
            dimensions=(ROWS, COLUMNS),
            cwd=str(folder),
            env={
                **kept, "TERM": "xterm-256color", "LANG": "C.UTF-8",
                "TUIREADER_STATE_DIR": str(folder / "state"),
            },
        )  # fmt: skip
        self.attributes = termios.tcgetattr(self.process.child_fd)

    @property
    def pid(self) -> int:
        """Of the program."""
        return int(self.pid_file.read_text())

    def until(self, shown: Callable[[str], object]) -> str:
        """Paint until the screen is as wanted."""
        end = monotonic() + PATIENCE
        while not shown(text := "\n".join(self.screen.display)):
            try:
                data = self.process.read_nonblocking(65536, timeout=0.1)
            except pexpect.TIMEOUT:
                data = b""
            except pexpect.EOF:
                data, end = b"", 0
            self.seen += data
            self._stream.feed(data)
            if monotonic() > end:
                pytest.fail(f"never came to it; the screen:\n{text}")
        return text

    def ended(self) -> int:
        """Wait for the end of the program; its exit code."""
        # Not on the screen: pyte has only one, so what was there before stands behind the words.
        self.until(lambda _: ENDED.search(self.seen))
        found = ENDED.search(self.seen)
        assert found
        return int(found[1])

    def is_restored(self) -> None:
        """The terminal is as the program has found it."""
        for name, (taken, given_back) in MODES.items():
            assert self.seen.rfind(taken) < self.seen.rfind(given_back), name
        before, after = self.attributes, termios.tcgetattr(self.process.child_fd)
        assert after[:6] == before[:6]
        assert after[3] & termios.ECHO
        assert after[3] & termios.ICANON
        assert after[3] & termios.ISIG

    def paste(self, text: str) -> None:
        """As a terminal does it."""
        self.process.send(f"\x1b[200~{text}\x1b[201~")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose name is short, so that the screen shows it whole."""
    with TemporaryDirectory() as name:
        for file, text in (("a.txt", REPORT), ("b.txt", ANSWER)):
            (Path(name) / file).write_text(text, encoding="utf-8")
        yield Path(name)


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def call(*arguments: object, before: str = "") -> Terminal:
        started.append(Terminal(folder, *arguments, before=before))
        return started[-1]

    yield call
    for terminal in started:
        terminal.process.close(force=True)


def judged(text: str) -> bool:
    is_picker = "Compare two accounts" in text
    return "Thirty people" in text and conflicts(text, 1) and not is_picker


def conflicts(text: str, number: int) -> bool:
    """Whether the status line counts so many, in words or, where it is narrow, by the sign."""
    return re.search(rf"≠ {number}\b", text) is not None


def test_from_the_picker_to_the_reader_and_back_by_the_recent_ones(
    start: Callable[..., Terminal],
) -> None:
    terminal = start()
    terminal.until(lambda text: "Nothing was opened before" in text and "b.txt" in text)
    terminal.process.send("\r")
    terminal.until(lambda text: "A  " in text and "a.txt    B  choose" in text)
    terminal.process.send("j\r")
    terminal.until(judged)
    terminal.process.send("b")
    terminal.until(lambda text: "a.txt  ·  b.txt" in text and "≠ 1" in text)
    terminal.process.send("\x1b")
    terminal.until(judged)
    terminal.process.send("q")
    assert terminal.ended() == 0
    terminal.is_restored()
    again = start()
    again.until(lambda text: "a.txt  ·  b.txt" in text)
    again.process.send("\r")
    again.until(judged)
    again.process.send("q")
    assert again.ended() == 0


def test_two_files_are_dropped_and_a_text_is_pasted(
    start: Callable[..., Terminal], folder: Path
) -> None:
    terminal = start()
    terminal.until(lambda text: "b.txt" in text)
    terminal.paste(f"'{folder / 'a.txt'}' ")
    terminal.until(lambda text: "a.txt    B  choose" in text)
    terminal.paste(ANSWER.replace("\n", "\r"))
    terminal.until(lambda text: "Take this text" in text and "Thirty people" in text)
    terminal.process.send("\x13")
    terminal.until(judged)
    terminal.process.send("q")
    assert terminal.ended() == 0
    terminal.is_restored()


def test_a_changed_file_is_compared_again_in_place(
    start: Callable[..., Terminal], folder: Path
) -> None:
    terminal = start("read", "a.txt", "b.txt")
    terminal.until(judged)
    terminal.process.send("c")
    terminal.until(lambda text: "pair 2/2" in text)
    draft = folder / "draft"
    draft.write_text(ANSWER.replace("3 May", "9 June"))
    draft.replace(folder / "b.txt")
    text = terminal.until(lambda text: "9 June" in text and conflicts(text, 2))
    assert "pair 2/2" in text
    terminal.until(lambda text: "b.txt changed: 1 new conflict" in text)
    (folder / "b.txt").unlink()
    terminal.until(lambda text: "b.txt is gone" in text)
    terminal.process.send("q")
    assert terminal.ended() == 0
    terminal.is_restored()


def test_a_fault_gives_the_terminal_back_and_tells_no_word_of_the_texts(
    start: Callable[..., Terminal], folder: Path
) -> None:
    terminal = start("read", "a.txt", "b.txt", before=FAULT)
    assert terminal.ended() == 2
    terminal.is_restored()
    said = terminal.seen[terminal.seen.rfind(b"\x1b[?1049l") :].decode()
    assert "Traceback" not in terminal.seen.decode()
    assert "people" not in said
    assert re.search(r"tuireader: the reader broke down \(ValueError at \S+:\d+\);", said)
    (report,) = (folder / "state" / "crashes").iterdir()
    told = report.read_text("utf-8")
    assert "ValueError: no row 0 of '…'" in told
    assert "people" not in told
    assert re.search(r"widgets/\w+\.py:\d+ in \w+", told)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
@pytest.mark.parametrize("arguments", [(), ("read", "a.txt", "b.txt")])
def test_a_signal_ends_it_in_good_order(
    start: Callable[..., Terminal], number: signal.Signals, code: int, arguments: tuple[str, ...]
) -> None:
    terminal = start(*arguments)
    terminal.until(judged if arguments else lambda text: "b.txt" in text)
    os.kill(terminal.pid, number)
    assert terminal.ended() == code
    terminal.is_restored()


def test_ctrl_c_leaves_nothing_behind(start: Callable[..., Terminal]) -> None:
    terminal = start("read", "a.txt", "b.txt")
    terminal.until(judged)
    terminal.process.send("\x03\x03")
    terminal.process.send("\x11")
    assert terminal.ended() == 0
    terminal.is_restored()


def test_a_closed_terminal_ends_it(start: Callable[..., Terminal]) -> None:
    terminal = start("read", "a.txt", "b.txt")
    terminal.until(judged)
    pid = terminal.pid
    terminal.process.ptyproc.fileobj.close()
    end = monotonic() + PATIENCE
    while Path(f"/proc/{pid}").exists() and _state(pid) != "Z":
        assert monotonic() < end, "it goes on without a terminal"
    terminal.process.closed = terminal.process.ptyproc.closed = True


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
