"""What a reviewer says of pairs: each step is stored before the next key is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tuireader.compare.review.errors import RefusedError, ReviewError
from tuireader.compare.review.folder import free_path
from tuireader.compare.review.model import Event, Label
from tuireader.compare.review.words import describe
from tuireader.tui.review.bar import WORDS
from tuireader.tui.review.copies import reopened
from tuireader.tui.review.showing import UNBLINDED, Showing

Step = Callable[[], Event | None]

_ANSWERS = {
    "a": Label.AGREE,
    "d": Label.DIVERGE,
    "c": Label.CONFLICT,
    "x": Label.UNRELATED,
    "u": Label.UNSURE,
}


class Deciding(Showing):
    """Decides, marks and notes; goes on, goes back, undoes."""

    def action_decide(self, label: str) -> None:
        """Give the selected pair a label and go on to the next."""
        if (pair := self._in_hand()) is not None:
            self.step(lambda: self.session.decide(pair, Label(label)), self._go_on)

    def action_confirm(self) -> None:
        """Take the machine's verdict, where it is shown."""
        item = self.item
        if item is None or not self.reveals(item):
            self.app.bell()
            self.say("no verdict to confirm" if item is None else "the verdict is hidden")
            return
        self.action_decide(item.pair.relation.value)

    def action_skip(self) -> None:
        """Pass the pair over."""
        if (pair := self._in_hand()) is not None:
            self.step(lambda: self.session.skip(pair), self._go_on)

    def action_clear(self) -> None:
        """Take the label of the pair off again."""
        item = self.item
        if item is None or item.label is None:
            self.app.bell()
        else:
            self.step(lambda: self.session.clear(item.pair.id))

    def action_flag(self) -> None:
        """Flag the pair, or take its flag away."""
        if (pair := self._in_hand()) is not None:
            self.step(lambda: self.session.flag(pair))

    def action_reveal(self) -> None:
        """Show the verdict on this pair of a blind review; the tag says so for good."""
        item = self.item
        if item is None or self.reveals(item):
            self.app.bell()
        else:
            self.step(lambda: self.session.tag(item.pair.id, UNBLINDED))

    def action_note(self) -> None:
        """Ask for the pair's note."""
        item = self.item
        if item is None:
            self.app.bell()
            return
        old = item.ruling.note if item.ruling else ""

        def done(typed: str) -> None:
            if typed.strip() != old:
                self.step(lambda: self.session.note(item.pair.id, typed))

        self.ask("Note on this pair; enter keeps it, escape leaves it", old, done)

    def action_tag(self) -> None:
        """Ask for the pair's tags."""
        item = self.item
        if item is None:
            self.app.bell()
            return
        old = item.ruling.tags if item.ruling else ()

        def done(typed: str) -> None:
            new = {" ".join(word.replace("#", " ").split()) for word in typed.split(",")} - {""}
            # What the log says was shown stays said.
            gone = {*old} - new - {UNBLINDED}
            if new != {*old}:
                self.step(lambda: self.session.tag(item.pair.id, *sorted(new), remove=gone))

        self.ask("Tags, parted by commas; enter keeps them", ", ".join(old), done)

    def action_session_note(self) -> None:
        """Ask for the note of the session."""
        old = self.session.note_of_session

        def done(typed: str) -> None:
            if typed.strip() != old:
                self.step(lambda: self.session.session_note(typed))

        self.ask("Note on the whole session; enter keeps it", old, done)

    def action_mark(self) -> None:
        """Ask for a letter and bookmark the pair with it."""
        if self._in_hand() is not None:
            self._ask("Bookmark this pair: type a letter, escape leaves", self._mark)

    def action_go_to_mark(self) -> None:
        """Ask for a letter and go to the pair with it."""
        letters = " ".join(sorted(filter(None, self.session.bookmarks.values())))
        if letters:
            self._ask(f"Go to a bookmark: {letters}, escape leaves", self._go_to_mark)
        else:
            self.say("there is no bookmark: m and a letter set one")

    def action_undo(self) -> None:
        """Take the last step back, of whatever day."""
        self._back_and_forth(self.session.undo, "undone")

    def action_redo(self) -> None:
        """Make the step again that was undone last."""
        self._back_and_forth(self.session.redo, "done again")

    def action_decide_all(self) -> None:
        """Ask for a label, then for a yes that has seen the count; one step for all."""
        items = self.course.shown()
        if not items:
            self.app.bell()
            return
        ids = [item.pair.id for item in items]
        keys = "a agree, d diverge, c conflict, x not the same matter, u unsure"
        what = "that the filter shows" if self.course.sieve.words_for_it else "there are"
        self._ask(f"Call all {len(ids)} {what}: {keys}", lambda key: self._sure(ids, key))

    def step(self, make: Step, then: Callable[[], None] | None = None) -> None:
        """Make a step, and show what it did once it is on disk; if it can't be stored, say so.

        Args:
            make: Makes it, in the session.
            then: What comes after it, such as going on.
        """
        try:
            event = make()
        except RefusedError as error:
            self.app.bell()
            self.say(str(error))
            return
        except ReviewError as error:
            self._trouble = str(error)
            self._tell()
            self.app.bell()
            self._ask(
                "y tries again, o goes on in another file, escape leaves it undone",
                lambda key: self._after_trouble(key, make, then),
            )
            return
        self._trouble = ""
        if event is None:
            return
        self._news = describe(event)
        self.show_step(event)
        (then or self.show_selection)()

    def show_step(self, event: Event) -> None:
        """Bring the screen up to an event; one stays at the pair one is at, if it is there."""
        pair = self.selection.pair
        if event.after.keys().isdisjoint(("texts", "claims", "pairs")):
            self.stamp()
            return
        self.take_comparison()
        kept = self._pairs.get(pair.id) if pair else None
        self.selection.keep(kept)

    def ask(self, question: str, value: str, done: Callable[[str], None]) -> None:
        """Ask for a line of text."""
        self.line.ask(question, value, done, lambda: self.set_focus(self.pane))

    def _in_hand(self) -> str | None:
        pair = self.selection.pair
        if pair is None:
            self.app.bell()
        return pair.id if pair else None

    def _go_on(self) -> None:
        """To the next undecided pair; at the end say so."""
        after = self.course.onward()
        if after is not None:
            self.visit(after)
            return
        self.show_selection()
        if not self.session.progress.left:
            self.action_summary()
        elif self.course.sieve.words_for_it:
            self.say("all that the filter shows is decided: F changes it")

    def action_summary(self) -> None:
        """Show what the review comes to."""
        raise NotImplementedError

    def _back_and_forth(self, make: Step, word: str) -> None:
        made: list[Event] = []

        def keep() -> Event | None:
            event = make()
            made.extend([event] if event else [])
            return event

        self.step(keep, lambda: self._show_back(made[0], word))
        if not made and not self._trouble:
            self.app.bell()
            self.say(f"there is nothing to be {word}")

    def _show_back(self, event: Event, word: str) -> None:
        """Go to what an undone step was of."""
        self._news = f"{word}: {describe(event)}"
        touched = next((pair for pair in event.pairs if pair in self._pairs), None)
        if touched is not None:
            self.visit(touched)
        else:
            self.show_selection()

    def _mark(self, letter: str) -> None:
        item = self.item
        if item is None:
            return
        name = None if item.bookmark == letter else letter
        self.step(lambda: self.session.bookmark(item.pair.id, name))

    def _go_to_mark(self, letter: str) -> None:
        found = [pair for pair, name in self.session.bookmarks.items() if name == letter]
        if found and found[-1] in self._pairs:
            self._history.leave(self.here)
            self.visit(found[-1])
        else:
            self.app.bell()
            self.say(f"there is no bookmark {letter}")

    def _sure(self, ids: Sequence[str], key: str) -> None:
        label = _ANSWERS.get(key)
        if label is None:
            self.app.bell()
            return
        pairs = "1 pair" if len(ids) == 1 else f"{len(ids)} pairs"
        rulings = self.session.rulings
        held = [rulings[pair].label for pair in ids if pair in rulings]
        other = sum(each not in (None, label) for each in held)
        warning = f", {other} of them decided otherwise" if other else ""
        self._ask(
            f"Call {pairs} {WORDS[label]}{warning}? y does, any other key does not",
            lambda answer: self._decide_all(ids, label, answer),
        )

    def _decide_all(self, ids: Sequence[str], label: Label, answer: str) -> None:
        if answer == "y":
            self.step(lambda: self.session.decide(ids, label), self._go_on)
        else:
            self.say("nothing was decided")

    def _after_trouble(self, key: str, make: Step, then: Callable[[], None] | None) -> None:
        if key == "y":
            self.step(make, then)
        elif key == "o":
            self.ask(
                "Go on in another file: its path, then enter",
                str(free_path(self.session.path.parent, self.session.path.stem)),
                lambda typed: self._move_to(Path(typed).expanduser(), make, then),
            )

    def _move_to(self, path: Path, make: Step, then: Callable[[], None] | None) -> None:
        """Copy all that is stored to another file, go on there, and make the step there."""
        try:
            session = reopened(self.session, path)
        except ReviewError as error:
            self._trouble = str(error)
            self._tell()
            return
        self.session.close()
        self.session = session
        self.course = self.course.of(session)
        self._whole = None
        kept = self.course.at
        self.take_comparison()
        if kept in self._pairs:
            self.selection.keep(self._pairs[kept])
        self.notify(f"From here on in {path}", markup=False, timeout=6)
        self.step(make, then)
