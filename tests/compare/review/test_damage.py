"""Whatever befalls the bytes of a session: it says what it said, or it says that it is damaged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuireader import Comparison
from tuireader.compare.review.errors import ReviewError
from tuireader.compare.review.log import lines_of, read_log
from tuireader.compare.review.model import Label
from tuireader.compare.review.salvage import salvage
from tuireader.compare.review.session import Session

VERSION = "1.2.3"
HARM = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=4)
cheap = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def sound(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "bridge.review"
    with Session.create(path, comparison, reviewer="anna", tool_version=VERSION) as session:
        session.decide(["p1", "p2"], Label.CONFLICT)
        session.note("p2", "who counted?")
        session.unpair("p3")
        session.undo()
    return path


def harmed(data: bytes, harm: list[tuple[float, int]]) -> bytes:
    changed = bytearray(data)
    for place, value in harm:
        changed[int(place * (len(changed) - 1))] = value
    return bytes(changed)


def trouble(work: Callable[[], object]) -> str:
    """What is said of it; "" if all is well."""
    try:
        work()
    except ReviewError as error:
        return str(error)
    return ""


def content(path: Path) -> tuple[object, ...]:
    with Session.open(path, tool_version=VERSION, writing=False) as session:
        return [*session.events], dict(session.rulings), session.comparison


@cheap
@given(harm=HARM)
def test_a_few_bytes_of_the_file(
    sound: Path, tmp_path_factory: pytest.TempPathFactory, harm: list[tuple[float, int]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "harmed.review"
    path.write_bytes(harmed(sound.read_bytes(), harm))
    found: list[object] = []
    told = trouble(lambda: found.append(content(path)))
    assert found == [content(sound)] or str(path) in told
    assert "\n" not in told
    told = trouble(lambda: salvage(path))
    assert not told or str(path) in told


@cheap
@given(harm=HARM)
def test_a_few_bytes_of_a_log(
    sound: Path, tmp_path_factory: pytest.TempPathFactory, harm: list[tuple[float, int]]
) -> None:
    log = "".join(lines_of(sound))
    text = harmed(log.encode(), harm).decode("latin-1")
    path = tmp_path_factory.getbasetemp() / "imported.review"
    path.unlink(missing_ok=True)
    told = trouble(lambda: read_log(text.splitlines(keepends=True), path))
    assert "\n" not in told
    assert path.exists() is not bool(told)
    if not told:
        # Blanks may have come in between; what the lines say may not have changed.
        again = [json.loads(line) for line in lines_of(path)]
        assert again == [json.loads(line) for line in log.splitlines()]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_short(sound: Path, tmp_path: Path, share: float) -> None:
    data = sound.read_bytes()
    path = tmp_path / "short.review"
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ReviewError):
        Session.open(path, tool_version=VERSION)
