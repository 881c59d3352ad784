"""Long texts: their beginnings are shown first, and the whole is put in their place."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.widgets import Static

from tuireader import api
from tuireader.compare.documents import DocumentError, read_document
from tuireader.compare.documents import head as heads
from tuireader.compare.model import Comparison, Document, Side
from tuireader.tui.app import ReaderApp, run
from tuireader.tui.memory.state import StateFile
from tuireader.tui.opening import request as requests
from tuireader.tui.opening.request import Reading, Request
from tuireader.tui.opening.sitting import Shelf
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.why import Why

SIZE = (120, 24)
TOWNS = [
    f"{head}{tail}"
    for head in ("Abr", "Bod", "Cav", "Dron", "Elg", "Fal", "Gur", "Hest")
    for tail in ("elin", "ovar", "usk", "ington", "amere")
]


def report(more: int) -> str:
    """A paragraph a town, beginning at different years on the two sides."""
    return "\n\n".join(
        f"In {1800 + number} the mill of {town} ground {number + more} tonnes of rye, so that "
        f"the people of {town} had bread until the spring. Nothing else is known of it."
        for number, town in enumerate(TOWNS * 2)
    )


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("The mills of A\n\n" + report(11))
    b.write_text("The mills of B\n\n" + report(12))
    return a, b


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Texts are long from 4,000 bytes on, and read whole no sooner than this is opened."""
    opened = threading.Event()
    read = Request.read

    def wait(request: Request) -> Reading:
        if threading.current_thread() is not threading.main_thread():
            assert opened.wait(30)
        return read(request)

    monkeypatch.setattr(requests, "LONG", 4_000)
    monkeypatch.setattr(heads, "HEAD", 4_000)
    monkeypatch.setattr(Request, "read", wait)
    yield opened
    opened.set()


def nothing(a: Document, b: Document, _progress: object) -> Comparison:
    return Comparison((a, b), ((), ()), ())


def reader(files: tuple[Path, Path], compare=nothing, **settings: object) -> ReaderApp:
    reading = Request(*map(str, files)).read_head()
    assert reading
    assert reading.partial
    return ReaderApp(None, None, compare, reading=reading, **settings)


async def until(pilot, there: Callable[[], object]) -> None:
    for _ in range(6_000):
        await pilot.pause(0.005)
        if there():
            return
    pytest.fail("never came to it")


async def whole(pilot) -> None:
    await until(pilot, lambda: not pilot.app.screen_stack[0].refreshing.reading.partial)
    await pilot.pause()


async def compared(pilot) -> None:
    await until(pilot, lambda: pilot.app.screen_stack[0].comparison)
    await pilot.pause()


def status(app: ReaderApp) -> str:
    return str(app.screen_stack[0].query_one(StatusLine).render())


def painted(app: ReaderApp) -> list[str]:
    """What stands in both panes."""
    panes = app.screen_stack[0].panes.values()
    return [pane.render_line(y).text for pane in panes for y in range(pane.size.height)]


@pytest.mark.parametrize("keys", [[], ["space"], ["tab", "space", "j", "j"], ["l", "space", "j"]])
async def test_the_whole_takes_the_place_of_the_head_and_nothing_moves(files, gate, keys):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        before, panes = painted(app), app.screen.panes
        rows = [pane.index.total for pane in panes.values()]
        assert any("mill of" in row for row in before)
        assert "reading the rest" in status(app)
        assert app.screen.comparison is None
        gate.set()
        await whole(pilot)
        assert painted(app) == before
        for side, path in zip(Side, files, strict=True):
            assert panes[side].document == read_document(str(path), side)
            assert panes[side].virtual_size.height == panes[side].index.total > rows[0] * 2
        await pilot.press("space")
        assert painted(app) != before


async def test_the_comparison_is_the_one_without_a_head(files, gate):
    app = reader(files, lambda a, b, progress: api.compare(a, b, progress=progress))
    async with app.run_test(size=SIZE) as pilot:
        gate.set()
        await compared(pilot)
        texts = [read_document(str(path), side) for side, path in zip(Side, files, strict=True)]
        assert app.screen.comparison == api.compare(*texts)
        await pilot.press("d")
        assert app.screen.selection.pair in app.screen.comparison.pairs


async def test_one_can_do_all_the_usual_while_only_the_head_is_there(files, gate):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        keys = "space space b escape m x g v r y s p z z W plus minus tab ctrl+e d c u f5"
        await pilot.press(*keys.split())
        await pilot.resize_terminal(80, 24)
        await pilot.press("space", "j", "question_mark", "escape")
        before = painted(app)
        assert app.screen.refreshing.reading.partial
        gate.set()
        await compared(pilot)
        assert painted(app)[: len(before) // 4] == before[: len(before) // 4]
        assert "x" in app.screen.places.marks


async def test_the_end_of_the_head_was_not_the_end(files, gate):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G")
        end = painted(app)
        assert TOWNS[-1] not in "".join(end)
        gate.set()
        await whole(pilot)
        assert "1879" in "".join(painted(app))
        await pilot.press("g")
        assert "The mills of A" in painted(app)[0]


async def test_one_who_has_left_the_end_again_stays(files, gate):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G", "k", "k", "k")
        before = painted(app)
        gate.set()
        await whole(pilot)
        assert painted(app) == before


async def test_a_search_goes_on_in_the_whole(files, gate):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"Bodovar", "enter")
        assert "found 1/2 in A, 2 in B" in status(app)
        gate.set()
        await whole(pilot)
        assert "found 1/4 in A, 4 in B" in status(app)
        await pilot.press("n", "n")
        assert "found 3/4" in status(app)
        assert "1846" in "".join(painted(app))


async def test_an_expression_that_is_being_looked_for_is_looked_for_in_the_whole(files, gate):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"Dron", "ctrl+r")
        gate.set()
        await whole(pilot)
        await until(pilot, lambda: "expression found" in status(app))
        await until(pilot, lambda: "/20 in A, 20 in B" in status(app))


async def test_escape_stops_the_comparison_and_not_the_reading(files, gate):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        assert "stopping" in status(app)
        gate.set()
        await whole(pilot)
        assert "comparison stopped" in status(app)
        assert "stopped" in str(app.screen.query_one(Why).query_one(Static).content)
        assert "1879" in app.screen.panes[Side.A].document.text
        await pilot.press("f5")
        await compared(pilot)
        assert "stopped" not in status(app)


async def test_one_who_quits_does_not_wait_for_the_rest(files, gate, tmp_path):
    app = reader(files, shelf=Shelf(tmp_path / "state"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "q")
    assert app.return_code == 0
    assert app.refused is None
    assert not (tmp_path / "state").exists(), "what can't be known is not kept"


@pytest.mark.parametrize("watch", [False, True])
def test_an_error_in_the_rest_is_told_as_without_a_head(files, gate, watch):
    broken = files[1].read_bytes() + b"\n\nCaf\xe9 \xc3\xa9 \xc3\xa9 \xc3\xa9\n"
    files[1].write_bytes(broken)
    gate.set()
    with pytest.raises(DocumentError) as without:
        Request(*map(str, files)).read()
    with pytest.raises(DocumentError) as with_head:
        run(reader(files, watch=watch), headless=True)
    assert str(with_head.value) == str(without.value)
    assert "b.txt" in str(with_head.value)


async def test_a_file_that_vanishes_meanwhile(files, gate):
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        files[0].unlink()
        gate.set()
        await until(pilot, lambda: app.refused)
    assert isinstance(app.refused, DocumentError)
    assert "there is no such file" in str(app.refused)


async def leave_at(files, folder: Path, *keys: str) -> list[str]:
    """Read these texts whole, go somewhere, leave; what was there."""
    reading = Request(*map(str, files)).read()
    app = ReaderApp(None, None, nothing, reading=reading, shelf=Shelf(folder))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        seen = painted(app)
        await pilot.press("ctrl+q")
    return seen


async def test_the_place_of_the_last_reading_is_found_when_the_whole_is_there(
    files, gate, tmp_path
):
    state = tmp_path / "state"
    left = await leave_at(files, state, "l", *["space"] * 9, "m", "x", "tab", "t")
    app = reader(files, shelf=Shelf(state))
    async with app.run_test(size=SIZE) as pilot:
        assert "The mills of A" in painted(app)[0]
        assert Shelf(state).recents.load()
        gate.set()
        await whole(pilot)
        await pilot.pause()
        assert painted(app) == left
        assert app.screen.pane.side is Side.B
        assert not app.screen.link.enabled
        assert "x" in app.screen.places.marks
        file = StateFile(state, *(pane.document for pane in app.screen.panes.values()))
        kept = file.recall()
        assert app.theme == kept.theme != "ink"
        await pilot.press("ctrl+q")
    assert file.recall() == kept


async def test_one_who_reads_already_stays_where_one_is(files, gate, tmp_path):
    state = tmp_path / "state"
    await leave_at(files, state, *["space"] * 9, "m", "x", "g")
    app = reader(files, shelf=Shelf(state))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space")
        before = painted(app)
        gate.set()
        await whole(pilot)
        await pilot.pause()
        assert painted(app) == before
        await pilot.press("apostrophe", "x")
        assert painted(app) != before


@pytest.mark.parametrize("shelved", [False, True])
async def test_what_is_being_typed_goes_where_it_was_meant(files, gate, tmp_path, shelved):
    state = tmp_path / "state"
    await leave_at(files, state, "tab", *["space"] * 9)
    app = reader(files, shelf=Shelf(state) if shelved else None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"Bod")
        gate.set()
        await whole(pilot)
        await pilot.pause()
        await pilot.press(*"ovar", "enter")
        assert "found 1/4 in A, 4 in B" in status(app)


async def test_the_texts_are_noted_once_they_are_read(files, gate, tmp_path):
    shelf = Shelf(tmp_path / "state")
    app = reader(files, shelf=shelf)
    async with app.run_test(size=SIZE) as pilot:
        assert shelf.recents.load() == []
        gate.set()
        await compared(pilot)
        await until(pilot, lambda: [each.counts for each in shelf.recents.load()] != [None])
        (recent,) = shelf.recents.load()
        assert recent.request == Request(*map(str, files))
        assert recent.counts == app.screen.comparison.summary


async def test_files_are_watched_from_the_whole_on(files, gate):
    app = reader(files, watch=True)
    async with app.run_test(size=SIZE) as pilot:
        files[0].write_text("The mills of C\n\n" + report(13))
        gate.set()
        await compared(pilot)
        assert "The mills of C" in str(app.screen.query(".side--title").first(Static).content)
        before = app.screen.comparison
        files[0].write_text("The mills of C\n\n" + report(14))
        await until(pilot, lambda: app.screen.comparison is not before)


async def test_other_texts_can_be_opened_meanwhile(files, gate, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("A mill burnt down.")
    app = reader(files)
    async with app.run_test(size=SIZE) as pilot:
        app.open(Request(str(other), str(other)).read())
        await until(pilot, lambda: getattr(app.screen, "comparison", None))
        gate.set()
        await until(
            pilot, lambda: not any(each.name == "completing" for each in threading.enumerate())
        )
        await pilot.pause()
        assert "burnt" in "".join(painted(app))


def test_what_has_to_be_read_whole_has_no_head(files, gate, tmp_path, monkeypatch):
    a, b = map(str, files)
    short, page = tmp_path / "short.txt", tmp_path / "page.html"
    short.write_text("A mill burnt down.")
    page.write_text("<html><body><p>" + report(1))
    assert Request(a).read_head() is None
    assert Request(a, b, at="In 1850").read_head() is not None, "`at` is for one text only"
    for one, other in [(a, "-"), ("@clipboard", b), (a, "https://example.org/b"),
                       (a, str(page)), (a, str(tmp_path)), (a, "none.txt"), (a, "/dev/null"),
                       (str(short), str(short))]:  # fmt: skip
        assert Request(one, other).read_head() is None
    head = Request(a, str(short)).read_head()
    assert head
    assert head.b == read_document(str(short), Side.B)
    monkeypatch.setattr(requests, "MAX_BYTES", 5_000)
    assert Request(a, b).read_head() is None
