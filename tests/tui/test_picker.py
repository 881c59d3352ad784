from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from tuireader import api
from tuireader.compare.model import Side, Summary
from tuireader.tui.app import ReaderApp
from tuireader.tui.opening.recent import Recent
from tuireader.tui.opening.request import Request
from tuireader.tui.opening.sitting import Shelf
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.screens.pasting import PastingScreen, Sheet
from tuireader.tui.screens.picker import PickerScreen
from tuireader.tui.screens.reader import ReaderScreen

REPORT = "The old bridge over the Senn fell on 3 May 2024.\n\nTwelve people were hurt.\n"
ANSWER = "The old bridge over the Senn fell on 3 May 2024.\n\nThirty people were hurt.\n"
COUNTS = Summary(agree=1, diverge=2, conflict=3, only_a=4, only_b=5)
SIZE = (120, 30)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    texts = tmp_path / "texts"
    (texts / "more").mkdir(parents=True)
    (texts / "a.txt").write_text(REPORT)
    (texts / "b.txt").write_text(ANSWER)
    (texts / "more" / "c.txt").write_text("The bridge stands, as everyone can see.\n")
    (texts / ".hidden.txt").write_text("x")
    monkeypatch.chdir(texts)
    return texts


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "state")


@pytest.fixture
def opened(shelf: Shelf, folder: Path) -> Shelf:
    """A shelf with two comparisons, the one of a.txt and b.txt the newest."""
    c = str(folder / "more" / "c.txt")
    shelf.recents.note(Recent(Request(c, str(folder / "a.txt"), labels=("Tower", None)), 1.0))
    shelf.recents.note(Recent(Request(str(folder / "a.txt"), str(folder / "b.txt")), 2.0, COUNTS))
    return shelf


def shell(shelf: Shelf | None = None, **settings: object) -> ReaderApp:
    def compare(a, b, progress):
        return api.compare(a, b, progress=progress)

    return ReaderApp(None, None, compare, shelf=shelf, **settings)


async def until(pilot, there: Callable[[], object]) -> None:
    """What is read is read in a thread that no worker knows of."""
    for _ in range(2_000):
        await pilot.pause(0.005)
        if there():
            return
    pytest.fail("never came to it")


async def ready(pilot) -> None:
    """The folder is listed."""
    picker = pilot.app.screen
    await until(pilot, lambda: picker.folder.root.children and picker.folder.cursor_line >= 0)


async def opens(pilot) -> ReaderScreen:
    """The reader with its comparison."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
    await until(pilot, lambda: pilot.app.screen.comparison)
    return pilot.app.screen


def line(app: ReaderApp, name: str) -> str:
    widget = app.screen.query_one(f"#picker--{name}", Static)
    return str(widget.content) if widget.display else ""


def names(reader: ReaderScreen) -> list[str]:
    return [Path(pane.document.source).name for pane in reader.panes.values()]


def listed(app: ReaderApp) -> list[str]:
    return [str(node.label) for node in app.screen.folder.root.children]


async def test_two_files_are_chosen_in_the_folder(folder, shelf):
    app = shell(shelf)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert listed(app) == ["more", "a.txt", "b.txt"]
        await pilot.press("j", "enter")
        await until(pilot, lambda: "a.txt" in line(app, "sides"))
        assert "B" in line(app, "told")
        await pilot.press("down", "enter")
        reader = await opens(pilot)
        assert names(reader) == ["a.txt", "b.txt"]
        assert reader.panes[Side.B].document.side is Side.B
        assert reader.comparison.summary.conflict == 1
    (recent,) = shelf.recents.load()
    assert recent.request == Request(str(folder / "a.txt"), str(folder / "b.txt"))
    assert recent.counts.conflict == 1


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [("j", "a.txt"), ("jj", "b.txt"), ("jjk", "a.txt"), ("G", "b.txt"), ("Gg", "more"),
     (["end", "home"], "more"), (["pagedown"], "b.txt"), (["G", "pageup"], "more"),
     (["down", "up"], "more"), (["space"], "b.txt"), (["G", "ctrl+b"], "more")],
)  # fmt: skip
async def test_moving_in_the_folder(folder, keys, cursor):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press(*keys)
        assert app.screen.folder.current.name == cursor


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_into_a_folder_and_out_again(folder, key):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press(key)
        node = app.screen.folder.root.children[0]
        await until(pilot, lambda: node.children)
        await pilot.press("j")
        assert app.screen.folder.current.name == "c.txt"
        await pilot.press("h")
        assert not node.is_expanded
        assert app.screen.folder.current.name == "more"
        await pilot.press("left")
        await until(pilot, lambda: "texts" in listed(app))
        assert line(app, "where").endswith(folder.parent.name)


async def test_home_and_hidden_files(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder / "more"))
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("full_stop")
        await until(pilot, lambda: ".hidden.txt" in listed(app))
        await pilot.press("tilde")
        await until(pilot, lambda: listed(app) == ["c.txt"])
        assert line(app, "where") == "~"


async def test_recent_comparisons_are_listed_filtered_opened_and_forgotten(opened, folder):
    app = shell(opened)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        picker = app.screen
        prompts = [str(option.prompt) for option in picker.recent.options]
        assert [prompt.split("  ")[0] for prompt in prompts] == ["a.txt", "Tower"]
        assert "≠ 3 ≈ 2 = 1" in prompts[0]
        assert "1970-01-01" in prompts[0]
        await pilot.press("slash", *"TOWER")
        assert picker.recent.option_count == 1
        await pilot.press("escape", "j", "d")
        assert [each.request.labels[0] for each in opened.recents.load()] == [None]
        assert picker.recent.option_count == 1
        await pilot.press("enter")
        assert names(await opens(pilot)) == ["a.txt", "b.txt"]


async def test_enter_in_the_line_opens_the_first_that_fits(opened, folder):
    app = shell(opened)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"tower", "enter")
        reader = await opens(pilot)
        assert names(reader) == ["c.txt", "a.txt"]
        assert reader.refreshing.reading.labels[0] == "Tower"


async def test_a_path_is_typed(folder):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"a.txt", "enter")
        await until(pilot, lambda: "a.txt" in line(app, "sides"))
        await pilot.press(*str(folder / "b.txt"), "enter")
        assert names(await opens(pilot)) == ["a.txt", "b.txt"]


async def test_what_can_not_be_read_is_told_in_place(folder):
    (folder / "empty.txt").write_text("")
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("slash", *"empty.txt", "enter")
        await until(pilot, lambda: "it is empty" in line(app, "told"))
        assert "A  choose" in line(app, "sides")
        await pilot.press("ctrl+u", *"[/]nowhere", "enter")
        await until(pilot, lambda: "[/]nowhere: there is no such file" in line(app, "told"))
        await pilot.press("ctrl+u", *"a.txt", "enter")
        await until(pilot, lambda: "a.txt" in line(app, "sides"))
        await pilot.press(*"empty.txt", "enter")
        await until(pilot, lambda: "it is empty" in line(app, "told"))
        assert "A  a.txt" in line(app, "sides"), "what was chosen stays chosen"


async def test_one_file_that_holds_both_is_split_and_says_where(folder, shelf):
    (folder / "both.txt").write_text(f"{REPORT}\nWhat really happened\n\n{ANSWER}")
    app = shell(shelf)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "folder" in line(app, "told"))
        await pilot.press("G", "s")
        reader = await opens(pilot)
        assert names(reader) == ["both.txt", "both.txt"]
        await until(pilot, lambda: any("split at line" in n.message for n in app._notifications))
    assert shelf.recents.load()[0].request == Request(str(folder / "both.txt"))


async def test_what_was_chosen_can_be_let_go(folder):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "a.txt" in line(app, "sides"))
        await pilot.press("escape")
        assert "A  choose" in line(app, "sides")
        await pilot.press("escape")
        assert isinstance(app.screen, PickerScreen)


async def test_files_are_dropped(folder):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        app.post_message(events.Paste(f"'{folder / 'a.txt'}' {folder / 'b.txt'}"))
        assert names(await opens(pilot)) == ["a.txt", "b.txt"]


async def test_a_file_is_dropped_on_the_line(folder):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        app.post_message(events.Paste((folder / "a.txt").as_uri()))
        await until(pilot, lambda: "a.txt" in line(app, "sides"))
        assert app.screen.typed.value == ""
        app.post_message(events.Paste("a few words"))
        await until(pilot, lambda: app.screen.typed.value == "a few words")


async def test_more_than_two_files_are_too_many(folder):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        file = folder / "a.txt"
        app.post_message(events.Paste(f"{file}\n{file}\n{file}"))
        await until(pilot, lambda: "more than two" in line(app, "told"))


async def test_files_are_dropped_on_the_reader(folder, bridge, read):
    app = read(bridge)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.post_message(events.Paste(f"{folder / 'a.txt'} {folder / 'b.txt'}"))
        await until(pilot, lambda: app.screen.id == "reader" and names(app.screen)[0] == "a.txt")


async def test_a_text_is_pasted_as_a_side(folder, shelf):
    app = shell(shelf)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("p")
        assert isinstance(app.screen, PastingScreen)
        await pilot.press("ctrl+s")
        assert "no words" in str(app.screen.query_one("#pasting--told", Static).content)
        app.post_message(events.Paste("Two \x1b[31m[b]people\x1b[0m\n"))
        await until(pilot, lambda: app.screen.query_one(Sheet).text == "Two [b]people\n")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "A  pasted" in line(app, "sides"))
        app.post_message(events.Paste(ANSWER))
        await until(pilot, lambda: isinstance(app.screen, PastingScreen))
        assert app.screen.query_one(Sheet).text == ANSWER
        await until(pilot, lambda: app.screen.query_one("#pasting--take").size)
        await pilot.click("#pasting--take")
        reader = await opens(pilot)
        assert names(reader) == ["pasted", "pasted"]
        assert reader.panes[Side.A].document.text.startswith("Two [b]people")
    assert shelf.recents.load() == []


async def test_pasting_can_be_left(folder):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("p", *"x y", "f1")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, PickerScreen)
        assert "A  choose" in line(app, "sides")


async def test_the_reader_goes_to_the_picker_and_back(opened, folder):
    app = shell(opened)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("enter")
        first = await opens(pilot)
        await pilot.press("b")
        assert isinstance(app.screen, PickerScreen)
        await pilot.press("escape")
        assert app.screen is first
        await pilot.press("b")
        await ready(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.screen is not first and app.screen.id == "reader")
        second = await opens(pilot)
        assert names(second) == ["c.txt", "a.txt"]
        assert len(app.screen_stack) == 1
        await until(pilot, lambda: not first.is_running)
        await pilot.press("b", "q")
        assert app.screen is second


async def test_the_place_in_each_pair_is_kept(opened, folder):
    app = shell(opened)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await opens(pilot)
        await pilot.press("c")
        await pilot.press("b", "j", "enter")
        await until(pilot, lambda: names(app.screen)[0] == "c.txt" if app.screen.id else False)
        await opens(pilot)
        await pilot.press("b")
        await ready(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.screen.id == "reader" and names(app.screen)[0] == "a.txt")
        reader = await opens(pilot)
        await until(pilot, lambda: reader.selection.pair)


async def test_leaving_and_help_and_the_palette(folder):
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "tab", "tab", "shift+tab")
        await pilot.press("ctrl+p", *"paste or type")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PastingScreen))
        await pilot.press("escape")
        app.screen.folder.focus()
        await pilot.press("d", "q")
    assert app.return_code == 0


@pytest.mark.parametrize("size", [(20, 5), (30, 9), (60, 14), (80, 24), (160, 48), (400, 120)])
@pytest.mark.parametrize("ascii_only", [False, True])
async def test_every_size_is_lived_with(opened, folder, size, ascii_only):
    app = shell(opened, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("tab", "j", "shift+tab", "slash", "x", "escape", "tab", "G", "g")
        assert any(widget.size.height for widget in (app.screen.recent, app.screen.folder))
        painted = [strip.text for strip in app.screen._compositor.render_strips()]
        assert all(len(text) for text in painted)
        if ascii_only:
            assert [text for text in painted if not text.isascii()] == []
        await pilot.press("p", *"ab")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen.id == "picker")
        await pilot.resize_terminal(25, 6)
        await pilot.pause()


async def test_names_are_data(folder, tmp_path):
    for name in ("[bold]x.txt", "a\x1b[31mred.txt", "\u202egpj.txt", "x\ny.txt"):
        (folder / name).write_text("x")
    raw = os.fsencode(folder) + b"/\xff.txt"
    Path(os.fsdecode(raw)).write_text("Some words.")
    shelf = Shelf(tmp_path / "state")
    shelf.recents.note(Recent(Request(os.fsdecode(raw), "/[b]\x1b[2J/b\n.txt"), 1.0))
    app = shell(shelf)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.pause()
        painted = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "\x1b" not in painted
        assert "\u202e" not in painted
        assert "[bold]x.txt" in painted
        painted.encode("utf-8")
        await pilot.press("slash", "full_stop")
        app.screen._take(os.fsdecode(raw))
        await until(pilot, lambda: ".txt" in line(app, "sides"))
        line(app, "sides").encode("utf-8")


async def test_without_a_place_to_keep_things_nothing_is_kept(folder):
    app = shell(None)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "a.txt" in line(app, "sides"))
        await pilot.press("j", "enter")
        await opens(pilot)
        await pilot.press("b")
        assert app.screen.recent.option_count == 0


async def test_a_huge_folder_is_listed_in_part(folder, monkeypatch):
    monkeypatch.setattr("tuireader.tui.widgets.folder.MOST", 2)
    app = shell()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert listed(app) == ["a.txt", "b.txt"]
        await until(pilot, lambda: "not all are listed" in line(app, "told"))
