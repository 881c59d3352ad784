"""Long texts are compared by a process of its own, as if by this one."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Never

import pytest

from tuireader import api
from tuireader.apart import Apart
from tuireader.compare.documents import document_from_text
from tuireader.compare.lenses import load_lenses
from tuireader.compare.model import Document, Side
from tuireader.compare.pipeline import Cancelled

A = "The Arlen bridge cost 40 million euros. Mayor Ilse Brandt opened it on 3 May 2019. It rained."
B = "Ilse Brandt opened the bridge on Tuesday. The Arlen bridge cost 60 million euros. It fell."
TEXTS = ((A, B), ("Owls nest.", "Bells rang."), (f"{A}\n\n" * 40, f"{B}\n\n" * 30))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX systems do")

Started = list[subprocess.Popen[bytes]]


def documents(a: str = A, b: str = B) -> tuple[Document, Document]:
    return document_from_text(a, Side.A), document_from_text(b, Side.B)


def silent(stage: str, done: int, total: int) -> None: ...


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[Started]:
    """The processes that are started; none of them is left at the end."""
    processes: Started = []
    start = subprocess.Popen

    def call(*arguments: Any, **settings: Any) -> subprocess.Popen[bytes]:
        processes.append(start(*arguments, **settings))
        return processes[-1]

    monkeypatch.setattr(subprocess, "Popen", call)
    yield processes
    assert all(process.returncode is not None for process in processes)


@pytest.fixture
def compare(started: Started) -> Iterator[Apart]:
    compare = Apart(load_lenses, bound=0)
    yield compare
    compare.end()


def test_the_result_is_that_of_one_process(compare: Apart, started: Started) -> None:
    for texts in TEXTS:
        given = documents(*texts)
        found = compare(*given, silent)
        alone = api.compare(*given)
        assert found == alone
        assert all(one is other for one, other in zip(found.documents, given, strict=True))
        assert found.summary == alone.summary
        assert [type(pair) for pair in found.pairs] == [type(pair) for pair in alone.pairs]
    assert len(started) == 1, "it is kept for the next one"


def test_short_texts_need_no_process(started: Started) -> None:
    compare = Apart(load_lenses)
    assert compare(*documents(), silent) == api.compare(*documents())
    assert started == []
    compare.end()


def test_the_lenses_are_those_of_the_reader(started: Started) -> None:
    for lenses in (load_lenses(), load_lenses()[:1], ()):
        compare = Apart(lambda lenses=lenses: lenses, bound=0)
        report = "On 4 May the ministry will end the combat mission. Its troops number 2,500."
        given = documents(report, report.replace("4", "6"))
        assert compare(*given, silent) == api.compare(*given, lenses=lenses)
        compare.end()


def test_progress_is_told_from_the_beginning_to_the_end(compare: Apart) -> None:
    told: list[tuple[str, int, int]] = []
    compare(*documents(*TEXTS[-1]), lambda *step: told.append(step))
    assert told[0] == ("claims", 0, 100)
    stages = ["claims", "align", "judge"]
    order = [(stages.index(stage), done / total) for stage, done, total in told]
    assert order == sorted(order)


@pytest.mark.parametrize("calls", [1, 2, 5])
def test_what_progress_raises_ends_the_engine(compare: Apart, started: Started, calls: int) -> None:
    told: list[str] = []

    def stop(stage: str, done: int, total: int) -> None:
        told.append(stage)
        if len(told) == calls:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(*documents(*TEXTS[-1]), stop)
    assert [process.returncode for process in started] == [-signal.SIGKILL]
    assert compare(*documents(), silent) == api.compare(*documents())
    assert len(started) == 2


def test_an_engine_that_is_killed_at_work_is_told_in_words(
    compare: Apart, started: Started
) -> None:
    def kill(stage: str, done: int, total: int) -> None:
        started[0].kill()

    with pytest.raises(ChildProcessError, match="its process was killed by signal 9, perhaps"):
        compare(*documents(), kill)
    assert compare(*documents(), silent) == api.compare(*documents())


def test_an_engine_that_is_killed_between_is_not_missed(compare: Apart, started: Started) -> None:
    compare(*documents(), silent)
    started[0].kill()
    os.waitid(os.P_PID, started[0].pid, os.WEXITED | os.WNOWAIT)
    assert compare(*documents(), silent) == api.compare(*documents())
    assert len(started) == 2


class Deadly:
    """Ends the process that takes it over."""

    def __reduce__(self) -> tuple[Callable[[int], Never], tuple[int]]:
        return os._exit, (1,)


@pytest.mark.parametrize(
    ("lenses", "kind", "words"),
    [
        ([7], AttributeError, "'int' object has no attribute"),
        ([silent, lambda: None], Exception, "pickle"),
        (
            [Deadly()],
            ChildProcessError,
            "its process ended with code 1; refresh",
        ),
    ],
)
def test_what_goes_wrong_is_raised_here(
    started: Started, lenses: Sequence[Any], kind: type[Exception], words: str
) -> None:
    compare = Apart(lambda: lenses, bound=0)
    with pytest.raises(kind, match=words):
        compare(*documents(), silent)


def test_an_engine_that_knows_too_much_is_not_kept(
    compare: Apart, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuireader.apart.KEPT", 0)
    assert compare(*documents(), silent) == api.compare(*documents())
    assert started[0].returncode is not None


ENGINE = [sys.executable, "-m", "tuireader.engine"]


def test_the_engine_ends_with_its_tasks() -> None:
    done = subprocess.run(ENGINE, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


SERVE = """
import io, json, sys
from tuireader import engine
engine.serve(sys.stdin.buffer, io.BytesIO())
json.dump(sorted(sys.modules), sys.stdout)
"""


def test_the_engine_knows_no_terminal() -> None:
    tasks = b"".join(map(pickle.dumps, (load_lenses(), *documents())))
    done = subprocess.run(
        [sys.executable, "-c", SERVE], input=tasks, capture_output=True, check=True
    )
    modules = set(json.loads(done.stdout))
    assert "tuireader.compare.pipeline" in modules
    assert modules.isdisjoint({"textual", "rich", "typer", "click", "tuireader.tui"})
