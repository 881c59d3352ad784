"""Getting about in two texts: the way back and forward, marks, and jumps to labels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import getters
from textual.screen import Screen

from tuireader.compare.model import Document, Side
from tuireader.tui.glyphs import ASCII
from tuireader.tui.linking import LinkedScroll
from tuireader.tui.look import Look
from tuireader.tui.memory.history import History, Place, Places
from tuireader.tui.selecting import Selecting
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.prompt import Prompt
from tuireader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from tuireader.tui.finding.jumping import Target


class Travelling(Screen[None]):
    """A screen with two linked panes, which remembers where one has been.

    Reading on (lines, pages, pair after pair, a click, the mouse) leaves no trace; every other way
    to a place is a jump, and the place it began at is remembered.

    Attributes:
        panes: The panes by side.
        link: The link between them.
        selection: The pair or claim that is selected.
    """

    prompt = getters.query_one(Prompt)
    status = getters.query_one(StatusLine)

    def __init__(self, a: Document, b: Document, look: Look, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="-ascii" if look.glyphs is ASCII else None)
        self.panes = {
            Side.A: Pane(a, look, id="pane-a"),
            Side.B: Pane(b, look, id="pane-b"),
        }
        self.link = LinkedScroll(self.panes[Side.A], self.panes[Side.B])
        self.selection = Selecting(self.panes, self.link)
        self._side_in_hand = Side.A
        self._history = History()
        self._marks: dict[str, Place] = {}
        self._asking = False
        self._answered: Callable[[str], None] = _nothing
        self._targets: dict[str, Target] = {}

    @property
    def pane(self) -> Pane:
        """The pane that has the keys."""
        return self.panes[self._side_in_hand]

    @property
    def here(self) -> Place:
        """Where one is."""
        a, b = (pane.leading for pane in self.panes.values())
        return Place(self._side_in_hand, (a, b), self.selection.subject)

    def on_descendant_focus(self) -> None:
        """A click on the text is no answer either."""
        if self._asking and self.focused is not self.prompt:
            self._end_asking()

    def on_screen_suspend(self) -> None:
        """Nor is the command palette."""
        if self._asking:
            self._end_asking()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a letter is asked for no other key does anything, and none is offered."""
        return False if self._asking else super().check_action(action, parameters)

    def show_selection(self) -> None:
        """Called after the selection has changed; a subclass tells its other widgets."""

    def action_page(self, count: int) -> None:
        """Move by pages."""
        self.pane.scroll_pages(count)

    def action_line(self, count: int) -> None:
        """Move by lines."""
        self.pane.scroll_rows(count)

    def action_edge(self, way: int) -> None:
        """Go to the beginning or the end."""
        self._history.leave(self.here)
        if way < 0:
            self.pane.scroll_to_row(0)
        else:
            self.pane.scroll_to_last()

    def action_back(self) -> None:
        """Go back to where the last jump began."""
        self._return(self._history.back(self.here))

    def action_forward(self) -> None:
        """Go forward again."""
        self._return(self._history.forward(self.here))

    def action_mark(self) -> None:
        """Ask for a letter and mark the place with it."""
        self._ask("Mark this place: type a letter, escape leaves", self._mark)

    def action_go_to_mark(self) -> None:
        """Ask for a letter and go to its mark."""
        if self._marks:
            letters = " ".join(sorted(self._marks))
            self._ask(f"Go to a mark: {letters}, escape leaves", self._go_to_mark)
        else:
            self.notify("There is no mark: m and a letter set one.", markup=False, timeout=3)

    def action_jump(self) -> None:
        """Label the claims in view and go to the one whose label is typed."""
        from tuireader.tui.finding.jumping import targets  # noqa: PLC0415 - quick start

        self._targets = targets(list(self.panes.values()))
        if self._targets:
            self._show_labels("")
            self._ask("Go to a claim: type its label, escape leaves", partial(self._typed, ""))
        else:
            self.app.bell()

    def _on_answered(self, letter: str) -> None:
        answered = self._answered
        self._end_asking()
        answered(letter)

    def _end_asking(self) -> None:
        """Give the keys back to the text."""
        self._answered = _nothing
        self._asking = False
        self.status.display = True
        if self.focused is self.prompt:  # it may not know of it yet
            self.set_focus(self.pane)
        self.prompt.display = False
        for pane in self.panes.values():
            pane.label({})
        self.refresh_bindings()

    def _ask(self, question: str, answered: Callable[[str], None]) -> None:
        self._answered = answered
        self.prompt.ask(question, self._on_answered, self._end_asking)
        self.prompt.display = True
        self.status.display = False
        self._asking = True
        # At once, so that the next key of a quick typist is the answer.
        self.set_focus(self.prompt)
        self.refresh_bindings()

    @property
    def places(self) -> Places:
        """All places that are remembered."""
        return Places(*self._history.ways, self._marks)

    def resume(self, places: Places) -> None:
        """Remember the places of an earlier reading too."""
        self._history.resume(places.behind, places.ahead)
        self._marks = {**places.marks, **self._marks}
        self._show_marks()

    def carry_places(self, change: Callable[[Place], Place]) -> None:
        """Put others in the stead of all places that are remembered."""
        self._history.carry(change)
        self._marks = {letter: change(place) for letter, place in self._marks.items()}
        self._show_marks()

    def _return(self, place: Place | None) -> None:
        if place is None:
            self.app.bell()
            return
        pane = self.panes[place.side]
        self.selection.restore(place.subject, pane)
        for each, top in zip(self.panes.values(), place.tops, strict=True):
            self.link.put(each, top)
        self.set_focus(pane)
        self.show_selection()

    def _mark(self, letter: str) -> None:
        self._marks[letter] = self.here
        self._show_marks()

    def _show_marks(self) -> None:
        for side, pane in self.panes.items():
            places = ((each, mark) for each, mark in self._marks.items() if mark.side is side)
            pane.show_letters({self._spot(mark): each for each, mark in places})

    def _spot(self, mark: Place) -> int:
        """Where the letter of a mark stands: beside the selection, else at the top."""
        top = mark.tops[mark.side is Side.B][0]
        start = self.selection.start(mark.subject, mark.side)
        return top if start is None else start

    def _go_to_mark(self, letter: str) -> None:
        if letter in self._marks:
            self._history.leave(self.here)
            self._return(self._marks[letter])
        else:
            self.notify(f"There is no mark {letter}.", markup=False, timeout=3)
            self.app.bell()

    def _typed(self, before: str, letter: str) -> None:
        label = before + letter
        if target := self._targets.get(label):
            self._history.leave(self.here)
            self.set_focus(target.pane)
            mark = target.mark
            subject = mark.pairs[0] if mark.pairs else mark.claim
            self.selection.select(subject, target.pane, move=False)
            self.show_selection()
        elif any(each.startswith(label) for each in self._targets):
            self._show_labels(label)
            self._ask(f"Go to a claim: {label}, then the next letter", partial(self._typed, label))
        else:
            self.app.bell()

    def _show_labels(self, typed: str) -> None:
        for pane in self.panes.values():
            pane.label(
                {
                    target.place: label[len(typed) :]
                    for label, target in self._targets.items()
                    if target.pane is pane and label.startswith(typed)
                }
            )


def _nothing(_character: str) -> None:
    """Nothing was asked."""
