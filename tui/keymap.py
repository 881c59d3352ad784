"""Every command of the reader: its keys, its words, its place in the help.

One table feeds the bindings, the footer, the help screen and the command palette. The ids are what
a user's configuration names to change the keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.binding import Binding
from textual.screen import Screen


@dataclass(frozen=True)
class Command:
    """Something the reader can be asked to do.

    Attributes:
        id: Name in configuration files, "reader.next-pair".
        keys: Keys separated by commas, the one to show first.
        action: What Textual calls.
        label: A word or two, for the footer and the palette.
        tooltip: A sentence that says what happens.
        group: Heading in the help.
        show: Whether the footer has it.
        shared: Word that stands in the footer for this key and the next together.
    """

    id: str
    keys: str
    action: str
    label: str
    tooltip: str
    group: str
    show: bool = False
    shared: str = ""

    @property
    def binding(self) -> Binding:
        """The command as Textual's binding."""
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=self.show,
            tooltip=self.tooltip,
            id=self.id,
            group=_SHARED.get(self.shared),
        )


_SHARED = {"Pair": Binding.Group("Pair", compact=True)}

PAIRS, MOVING, VIEW, COPYING, PROGRAM = "Pairs", "Moving", "View", "Copying", "Program"

READER: tuple[Command, ...] = (
    Command(
        "reader.next-pair",
        "j,down",
        "next_pair",
        "Next pair",
        "Go to the next pair in the order of this side.",
        PAIRS,
        show=True,
        shared="Pair",
    ),
    Command(
        "reader.previous-pair",
        "k,up",
        "previous_pair",
        "Previous pair",
        "Go to the pair before in the order of this side.",
        PAIRS,
        show=True,
        shared="Pair",
    ),
    Command(
        "reader.next-conflict",
        "c",
        "next_conflict",
        "Conflict",
        "Go to the next conflict.",
        PAIRS,
        show=True,
    ),
    Command(
        "reader.previous-conflict",
        "C",
        "previous_conflict",
        "Previous conflict",
        "Go to the conflict before.",
        PAIRS,
    ),
    Command(
        "reader.next-difference",
        "d",
        "next_difference",
        "Difference",
        "Go to the next pair that diverges or conflicts.",
        PAIRS,
        show=True,
    ),
    Command(
        "reader.previous-difference",
        "D",
        "previous_difference",
        "Previous difference",
        "Go to the pair before that diverges or conflicts.",
        PAIRS,
    ),
    Command(
        "reader.next-unmatched",
        "u",
        "next_unmatched",
        "Next unmatched claim",
        "Go to the next claim of this side without a counterpart.",
        PAIRS,
    ),
    Command(
        "reader.previous-unmatched",
        "U",
        "previous_unmatched",
        "Previous unmatched claim",
        "Go to the claim before without a counterpart.",
        PAIRS,
    ),
    Command(
        "reader.centre",
        "enter",
        "centre",
        "Bring counterpart",
        "Put the pair in the middle of both panes.",
        PAIRS,
    ),
    Command(
        "reader.other-side",
        "tab,shift+tab",
        "switch_side",
        "Side",
        "Go to the other text.",
        MOVING,
        show=True,
    ),
    Command(
        "reader.page-down",
        "space,ctrl+f,pagedown",
        "page_down",
        "Page down",
        "One page on.",
        MOVING,
    ),
    Command(
        "reader.page-up",
        "ctrl+b,pageup",
        "page_up",
        "Page up",
        "One page back.",
        MOVING,
    ),
    Command(
        "reader.line-down",
        "ctrl+e,ctrl+down",
        "line_down",
        "Line down",
        "One line on.",
        MOVING,
    ),
    Command(
        "reader.line-up",
        "ctrl+y,ctrl+up",
        "line_up",
        "Line up",
        "One line back.",
        MOVING,
    ),
    Command("reader.top", "g,home", "top", "Top", "To the beginning of the text.", MOVING),
    Command("reader.end", "G,end", "end", "End", "To the end of the text.", MOVING),
    Command(
        "reader.search",
        "slash,ctrl+s",
        "search",
        "Find",
        "Find words in both texts.",
        MOVING,
        show=True,
    ),
    Command(
        "reader.next-hit", "n", "next_hit", "Next found", "Go to the next place found.", MOVING
    ),
    Command(
        "reader.previous-hit",
        "N",
        "previous_hit",
        "Previous found",
        "Go to the place found before.",
        MOVING,
    ),
    Command(
        "reader.link",
        "l",
        "toggle_link",
        "Link",
        "Let the panes scroll together, or each alone.",
        VIEW,
        show=True,
    ),
    Command(
        "reader.why",
        "w",
        "toggle_why",
        "Why",
        "Show or hide the reasons.",
        VIEW,
        show=True,
    ),
    Command("reader.theme", "t", "next_theme", "Theme", "Take the next theme.", VIEW),
    Command(
        "reader.copy-claim",
        "y",
        "copy_claim",
        "Copy claim",
        "Copy the selected claim of this side.",
        COPYING,
    ),
    Command(
        "reader.copy-pair",
        "Y",
        "copy_pair",
        "Copy pair",
        "Copy the selected pair with its reasons.",
        COPYING,
    ),
    Command(
        "reader.copy",
        "ctrl+c,super+c",
        "copy",
        "Copy",
        "Copy the mouse selection, else the pair.",
        COPYING,
    ),
    Command(
        "reader.stop",
        "escape",
        "stop",
        "Stop comparing",
        "Stop the comparison, else let go of search and selection.",
        PROGRAM,
    ),
    Command(
        "reader.help", "question_mark,f1", "help", "Help", "Show the keys.", PROGRAM, show=True
    ),
    Command("reader.quit", "q", "app.quit", "Quit", "Leave tuireader.", PROGRAM, show=True),
)

HELP: tuple[Command, ...] = (
    Command(
        "help.close",
        "escape,q,question_mark,f1",
        "dismiss",
        "Close",
        "Back to the texts.",
        PROGRAM,
        show=True,
    ),
    Command("help.down", "j,down", "scroll_down", "Down", "One line on.", MOVING),
    Command("help.up", "k,up", "scroll_up", "Up", "One line back.", MOVING),
)


def keys_of(command: Command, screen: Screen[Any]) -> list[str]:
    """The keys of a command as they are bound now, as they are shown to people."""
    keys = (
        screen.app.get_key_display(binding)
        for _, binding in screen._bindings  # noqa: SLF001 - Textual has no public list
        if binding.id == command.id
    )
    return list(dict.fromkeys(keys))


def bindings(commands: tuple[Command, ...]) -> list[Binding]:
    """The bindings of a table of commands."""
    return [command.binding for command in commands]
