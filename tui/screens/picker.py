"""Where one picks what to compare: a comparison opened before, files, or texts that are pasted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import DirectoryTree, Input, OptionList, Static

from tuireader.tui.glyphs import ASCII
from tuireader.tui.keymap import PICKER, bindings
from tuireader.tui.look import Inks, Look
from tuireader.tui.opening.choosing import Choosing, Chosen, Picked, Refused
from tuireader.tui.opening.dropping import dropped
from tuireader.tui.opening.legible import at_home, legible
from tuireader.tui.opening.recent import Recents
from tuireader.tui.opening.request import PASTED, Pasted, Request
from tuireader.tui.widgets.folder import FolderTree
from tuireader.tui.widgets.keybar import KeyBar
from tuireader.tui.widgets.recents import RecentList
from tuireader.tui.widgets.scrollbar import plain_scrollbar

WIDE = 100  # cells from which both lists stand side by side
LOW = 18  # rows up to which there is room for one list
LINE = 300  # characters; what is longer is a text and no words to look for


class TypedLine(Input):
    """Takes what is typed; what is dropped on it, or is a text of its own, goes to the screen."""

    def on_paste(self, event: events.Paste) -> None:
        """Leave files and texts to the screen."""
        text = event.text.strip()
        if dropped(text) or "\n" in text or len(text) > LINE:
            event.prevent_default()


class PickerScreen(Screen[None]):
    """Tells the application of two texts as `Picked`; it shows them in place of the picker.

    Args:
        look: The glyphs and inks.
        recents: The comparisons opened before; None where none are kept.
        sources: Texts that are chosen already.
        start: The folder to look into first.
    """

    CSS_PATH = Path(__file__).with_name("picker.tcss")
    BINDINGS: ClassVar[list[Any]] = bindings(PICKER)
    OFFERS = PICKER
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as in Screen
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-low"), (LOW, "-tall")]  # noqa: RUF012

    folder = getters.query_one(FolderTree)
    typed = getters.query_one(TypedLine)
    recent = getters.query_one(RecentList)

    def __init__(
        self,
        look: Look,
        recents: Recents | None,
        sources: Sequence[str] = (),
        start: Path | None = None,
    ) -> None:
        super().__init__(id="picker", classes="-ascii" if look.glyphs is ASCII else None)
        self._look = look
        self._kept = recents
        self._recents = recents.load() if recents else []
        self._sources = sources
        self._start = start or _here()
        self._choosing = Choosing(self.post_message)
        self._list: RecentList | FolderTree

    def compose(self) -> ComposeResult:
        """What is chosen, what is typed, both lists, what there is to say, the keys."""
        self._mix()
        yield Static("", id="picker--title", classes="picker--row", markup=False)
        yield Static("", id="picker--sides", classes="picker--row", markup=False)
        yield TypedLine(
            placeholder="Type to filter, or a path or an address, or drop files here",
            id="picker--typed",
            compact=True,
        )
        with Container(id="picker--lists"):
            with Container(id="picker--recent", classes="picker--list"):
                yield Static("Recent", classes="picker--row picker--head", markup=False)
                yield Static("", id="picker--none", markup=False)
                yield RecentList(self._look)
            with Container(id="picker--files", classes="picker--list"):
                yield Static("", id="picker--where", classes="picker--row picker--head")
                yield FolderTree(self._start, self._look)
        yield Static("", id="picker--told", markup=False)
        yield KeyBar(self._look)

    def on_mount(self) -> None:
        """Show what there is to pick from."""
        self.set_class(self.app.no_color or self.app.theme == "ansi", "-plain")
        self.app.theme_changed_signal.subscribe(self, self._restyle)
        for each in (self.recent, self.folder):
            plain_scrollbar(each, self._look)
        self._fill()
        self._show_folder()
        self._tell()
        self._go_to(self.recent if self._recents else self.folder)
        if self._sources:
            self._take(*self._sources)

    def on_resize(self) -> None:
        """Show both lists, or the one in hand where there is no room for two."""
        for each in (self.recent, self.folder):
            box = each.parent
            if isinstance(box, Container):
                box.display = self.app.size.height >= LOW or each is self._list

    def on_descendant_focus(self) -> None:
        """Remember the list that one is in."""
        if isinstance(self.focused, RecentList | FolderTree):
            self._list = self.focused

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._fill(event.value)
        if event.value and self._recents:
            self._list = self.recent
            self.on_resize()

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        paths = dropped(text)
        if paths:
            self._take(*paths)
        elif text and self.recent.current:
            self.action_open()
        elif text:
            self._take(text)

    @on(OptionList.OptionSelected)
    def _on_option_selected(self) -> None:
        if self.recent.current:
            self._ask(self.recent.current.request)

    @on(DirectoryTree.FileSelected)
    @on(DirectoryTree.DirectorySelected)
    def _on_clicked(self) -> None:
        """A click is as good as the key."""
        self.action_open()

    @on(FolderTree.Cut)
    def _on_cut(self) -> None:
        self._tell("This folder holds very many files: not all are listed. Type a path.")

    def on_paste(self, event: events.Paste) -> None:
        """Take files that are dropped, or a text that is pasted."""
        event.stop()
        paths = dropped(event.text)
        if paths:
            self._take(*paths)
        elif event.text.strip():
            self._paste(event.text)

    @on(Chosen)
    @on(Picked)
    @on(Refused)
    def _on_read(self, message: Message) -> None:
        self._choosing.settle(message)
        if isinstance(message, Chosen):
            self.typed.value = ""
        self._tell(message.reason if isinstance(message, Refused) else "")

    def action_open(self) -> None:
        """Open the comparison, or the folder, or choose the file under the cursor."""
        if self._list is self.recent:
            if current := self.recent.current:
                self._ask(current.request)
        elif file := self.folder.open():
            self._take(str(file))

    def action_both(self) -> None:
        """Open one file that holds both sides: the one that is chosen, or under the cursor."""
        first = self._choosing.first
        source = first.document.source if first else None
        if source is None and self._list is self.folder and self.folder.current:
            source = str(self.folder.current)
        if source is None or source == PASTED:
            self._tell("Choose the file that holds both sides first.")
        else:
            self._ask(Request(source))

    def action_paste(self) -> None:
        """Ask for a text to be pasted or typed."""
        self._paste("")

    def action_forget(self) -> None:
        """Take the comparison under the cursor out of the list."""
        current = self.recent.current
        if not (current and self._kept and self.recent.has_focus):
            self.app.bell()
            return
        place = self.recent.highlighted or 0
        self._kept.forget(current.request)
        self._recents = self._kept.load()
        self._fill(self.typed.value)
        last = self.recent.option_count - 1
        self.recent.highlighted = min(place, last) if last >= 0 else None

    def action_type(self) -> None:
        """Give the keys to the line."""
        self._go_to(self.typed)

    def action_other(self, way: int) -> None:
        """Give the keys to the next of the line and the lists, or to the one before."""
        places = [self.typed, *([self.recent] if self.recent.option_count else []), self.folder]
        here = places.index(self.focused) if self.focused in places else 0
        self._go_to(places[(here + way) % len(places)])

    def action_move(self, count: int) -> None:
        """Move the cursor by one."""
        self._list.action_cursor_down() if count > 0 else self._list.action_cursor_up()

    def action_page(self, count: int) -> None:
        """Move the cursor by a page."""
        self._list.action_page_down() if count > 0 else self._list.action_page_up()

    def action_edge(self, way: int) -> None:
        """Move the cursor to the first or the last."""
        target = self._list
        if isinstance(target, RecentList):
            target.action_last() if way > 0 else target.action_first()
        else:
            target.action_scroll_end() if way > 0 else target.action_scroll_home()
            target.cursor_line = target.last_line if way > 0 else 0

    def action_out(self) -> None:
        """Go out of a folder."""
        self._go_to(self.folder)
        self.folder.out()
        self._show_folder()

    def action_home(self) -> None:
        """Go to the user's home."""
        self._go_to(self.folder)
        self.folder.path = Path("~").expanduser()
        self._show_folder()

    def action_hidden(self) -> None:
        """List what begins with a dot, or no longer."""
        self.folder.toggle_hidden()
        self._show_folder()

    def action_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - quick start

        self.app.push_screen(HelpScreen(PICKER, self._look))

    def action_let_go(self) -> None:
        """Let go of what is being read, typed or chosen; else go back."""
        if self._choosing.let_go():
            self._tell()
        elif self.typed.value or self.typed.has_focus:
            self.typed.value = ""
            self._go_to(self._list)
        elif len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.app.bell()

    def action_leave(self) -> None:
        """Go back to the reader, or leave the program."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.app.exit()

    def _go_to(self, place: Widget) -> None:
        if isinstance(place, RecentList | FolderTree):
            self._list = place
            self.on_resize()
        place.focus()

    def _take(self, *sources: str | Pasted) -> None:
        if len(sources) > 2:
            self._tell("Those are more than two: give one text, or two to compare.")
            return
        self._choosing.take(*sources)
        self._tell()

    def _ask(self, request: Request) -> None:
        self._choosing.ask(request)
        self._tell()

    def _paste(self, text: str) -> None:
        from tuireader.tui.screens.pasting import PastingScreen  # noqa: PLC0415 - when needed

        side = "B" if self._choosing.first else "A"

        def take(text: str | None) -> None:
            if text is not None:
                self._take(Pasted(text))

        self.app.push_screen(PastingScreen(self._look, side, text), take)

    def _fill(self, words: str = "") -> None:
        self.recent.fill(self._recents, words)
        none = self.query_one("#picker--none", Static)
        none.update(
            "No comparison has these words."
            if self._recents
            else "Nothing was opened before. Choose a file for A and one for B, "
            "drop two files here, or paste a text with p."
        )
        none.display = not self.recent.option_count
        self.recent.display = bool(self.recent.option_count)

    def _show_folder(self) -> None:
        where = legible(at_home(Path(self.folder.path).absolute()))
        self.query_one("#picker--where", Static).update(Content(where))

    def _tell(self, trouble: str = "") -> None:
        """Say what is chosen and what to do next, or what went wrong."""
        first, write = self._choosing.first, self._look.write
        source = first.document.source if first else "choose a text"
        name = legible(source if "://" in source else at_home(Path(source)))
        a = write(f"A  {name}", "title" if first else "muted")
        b = write("B  choose a text" if first else "B", "muted")
        self.query_one("#picker--sides", Static).update(Content.assemble(a, "    ", b))
        heading = write("Compare two accounts of one event", "heading")
        self.query_one("#picker--title", Static).update(heading)
        if trouble:
            told = write(legible(trouble), "conflict-line")
        elif self._choosing.reading:
            told = Content("Reading, escape stops.")
        elif first:
            told = Content("Choose the text for B; s where this one holds both sides.")
        else:
            told = Content("")
        line = self.query_one("#picker--told", Static)
        line.update(told)
        line.display = bool(told)

    def _mix(self) -> None:
        self._look.inks = Inks(self.app.theme_variables, plain=self.app.no_color)

    def _restyle(self, _theme: object = None) -> None:
        self._mix()
        self.set_class(self.app.no_color or self.app.theme == "ansi", "-plain")
        self._tell()
        self._fill(self.typed.value)
        self.query_one(KeyBar).refresh()


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was removed
        return Path("/")
