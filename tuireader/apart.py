"""Compares long texts by a process of its own, the engine, beside that of the reader.

Two texts of 100,000 lines leave Python with hundreds of megabytes in pieces that it never gives
back, however little of them is in use; a process that ends gives back all. It takes no turns from
the keys either, and it can be stopped without being asked.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, cast

from tuireader import collector
from tuireader.engine import KEPT, LOOK, Answer, tell

if TYPE_CHECKING:
    from tuireader.compare.lenses import Lens
    from tuireader.compare.memory import Memory
    from tuireader.compare.model import Comparison, Document
    from tuireader.compare.pipeline import Progress

BOUND = 100_000
"""Characters of both texts together from which on the engine compares them: 1.3 seconds, in the
reader's own process 1.1."""


class Apart:
    """Compares texts and remembers what it found: short ones here, long ones by the engine.

    Args:
        find_lenses: Called when something is compared.
        bound: Characters of both texts together that are long.
    """

    def __init__(self, find_lenses: Callable[[], Sequence[Lens]], bound: int = BOUND) -> None:
        self._find_lenses = find_lenses
        self._bound = bound
        self._memory: Memory | None = None
        self._idle: list[_Engine] = []

    def __call__(self, a: Document, b: Document, progress: Progress) -> Comparison:
        """What `compare_documents` finds; two threads may ask at once.

        Args:
            a: The document of side A.
            b: The document of side B.
            progress: Called in this thread, of long texts every tenth of a second or more often.
                What it raises ends the engine, wherever that is.

        Raises:
            ChildProcessError: The engine was ended by another; the next call starts one anew.
        """
        length = len(a.text) + len(b.text)
        if length < self._bound:
            return self._compare_here(a, b, progress)
        engine = self._take() or _Engine(self._find_lenses())
        try:
            found = engine.compare(a, b, progress)
        except BaseException:
            engine.end()
            raise
        self._idle.append(engine)
        if length > KEPT:
            self.end()
        return found

    def end(self) -> None:
        """End the engine, unless it is at work: then `progress` does."""
        while self._idle:
            self._idle.pop().end()

    def _compare_here(self, a: Document, b: Document, progress: Progress) -> Comparison:
        from tuireader import api  # noqa: PLC0415 - beside an engine this process needs none
        from tuireader.compare.memory import Memory  # noqa: PLC0415

        self._memory = self._memory or Memory()
        return api.compare(a, b, lenses=self._find_lenses(), progress=progress, memory=self._memory)

    def _take(self) -> _Engine | None:
        """An engine that waits for texts."""
        with suppress(IndexError):  # there is none, or another thread has it
            engine = self._idle.pop()
            if engine.is_alive:
                return engine
            engine.end()
        return None


class _Engine:
    """The process as the reader sees it. After whatever `compare` raises it is to be ended."""

    def __init__(self, lenses: Sequence[Lens]) -> None:
        # `multiprocessing` would hand on the standard error, in whose place Textual has put none.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tuireader.engine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,  # where no ctrl+c of the terminal is heard
        )
        self._tasks = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)
        self._untold: list[object] = [lenses]

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def compare(self, a: Document, b: Document, progress: Progress) -> Comparison:
        from tuireader.compare.model import Comparison  # noqa: PLC0415 - quick start

        self._untold += a, b
        found: tuple[list[Any], ...] = ([], [], [])
        step = ("claims", 0, 100)
        try:
            for answer in self._heard():
                match answer:
                    case "step", now:
                        step = now
                    case "found", part, nouns:
                        collector.rest()  # all of them stay
                        found[part].extend(nouns)
                    case "failed", error:
                        raise error
                progress(*step)
        finally:
            collector.resume()
        claims_a, claims_b, pairs = map(tuple, found)
        return Comparison((a, b), (claims_a, claims_b), pairs)

    def end(self) -> None:
        self._process.kill()
        with suppress(BrokenPipeError), self._process:
            pass  # its pipes are closed, and it is waited for

    def _heard(self) -> Iterator[Answer]:
        """What it answers, up to the end."""
        answers: SimpleQueue[Answer] = SimpleQueue()
        Thread(target=self._talk, args=(answers.put,), daemon=True).start()
        answer: Answer = ()
        while answer != ("done",):
            yield answer
            try:
                answer = answers.get(timeout=LOOK)
            except Empty:
                answer = ()

    def _talk(self, put: Callable[[Answer], object]) -> None:
        """Tell what it does not know yet, and hear it; a thread, since either may take a while."""
        answer: Answer = ()
        try:
            while self._untold:
                tell(self._untold.pop(0), self._tasks)
            while answer != ("done",):
                answer = pickle.load(self._answers)  # noqa: S301 - nobody else has this pipe
                put(answer)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            put(("failed", ChildProcessError(_last_words(self._process.wait()))))
        except Exception as error:  # noqa: BLE001 - an answer is waited for
            put(("failed", error))


def _last_words(code: int) -> str:
    """Why there is no answer, by the exit code of the process."""
    killed = f"was killed by signal {-code}, perhaps for want of memory"
    return f"its process {killed if code < 0 else f'ended with code {code}'}; refresh to try again"
