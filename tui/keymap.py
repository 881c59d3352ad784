"""Every command of the reader: its keys, its words, its place in the help.

One table feeds the bindings, the row of keys, the help and the command palette. The ids are what a
user's configuration names to change the keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.screen import Screen


class Command(NamedTuple):
    """Something the reader can be asked to do.

    Attributes:
        id: Name in configuration files, "reader.next-pair".
        keys: Keys separated by commas, the one to show first.
        action: What Textual calls.
        tooltip: A sentence that says what happens.
        label: A word for the row of keys; "" where it has no place there. Commands of one label
            stand there together.
        group: Heading in the help.
    """

    id: str
    keys: str
    action: str
    tooltip: str
    label: str = ""
    group: str = ""

    @property
    def binding(self) -> Binding:
        """The command as Textual's binding."""
        return Binding(
            self.keys,
            self.action,
            self.label or self.tooltip.rstrip("."),
            show=bool(self.label),
            tooltip=self.tooltip,
            id=self.id,
        )


def _group(place: str, group: str, *rows: tuple[str, ...]) -> tuple[Command, ...]:
    return tuple(
        Command(f"{place}.{name}", keys, action, tooltip, "".join(label), group)
        for name, keys, action, tooltip, *label in rows
    )


# fmt: off
READER: tuple[Command, ...] = (
    *_group("reader", "Pairs",
        ("next-pair", "j,down", "step('any', 1)", "Go to the next pair of this side.", "Pair"),
        ("previous-pair", "k,up", "step('any', -1)", "Go to the pair before.", "Pair"),
        ("next-conflict", "c", "step('conflict', 1)", "Go to the next conflict.", "Conflict"),
        ("previous-conflict", "C", "step('conflict', -1)",
         "Go to the conflict before."),
        ("next-difference", "d", "step('difference', 1)",
         "Go to the next pair that diverges or conflicts.", "Diff"),
        ("previous-difference", "D", "step('difference', -1)",
         "Go to the pair before that diverges or conflicts."),
        ("next-unmatched", "u", "step_alone(1)",
         "Go to the next claim without a counterpart."),
        ("previous-unmatched", "U", "step_alone(-1)",
         "Go to the claim before without a counterpart."),
        ("next-topic", "o", "step_topic(1)",
         "Go to the next pair of this watched topic, then of the next topic."),
        ("previous-topic", "O", "step_topic(-1)",
         "Go to the pair before of this watched topic, then of the topic before."),
        ("centre", "enter", "centre", "Put the pair in the middle of both panes."),
        ("ledger", "v", "ledger", "List all pairs, gravest first."),
        ("review", "r", "review", "Review pair by pair; each decision is stored.", "Review"),
    ),
    *_group("reader", "Moving",
        ("other-side", "tab,shift+tab", "switch_side", "Go to the other text.", "Side"),
        ("page-down", "space,ctrl+f,pagedown", "page(1)", "One page on."),
        ("page-up", "ctrl+b,pageup", "page(-1)", "One page back."),
        ("line-down", "ctrl+e,ctrl+down", "line(1)", "One line on."),
        ("line-up", "ctrl+y,ctrl+up", "line(-1)", "One line back."),
        ("top", "g,home", "edge(-1)", "To the beginning of the text."),
        ("end", "G,end", "edge(1)", "To the end of the text."),
        ("search", "slash,ctrl+s", "search", "Find words in both texts.", "Find"),
        ("next-hit", "n", "step_hit(1)", "Go to the next place found."),
        ("previous-hit", "N", "step_hit(-1)", "Go to the place found before."),
        ("jump", "f", "jump", "Label the claims in view; go to the one whose label is typed."),
        ("back", "minus,backspace,ctrl+o", "back", "Back to where the last jump began."),
        ("forward", "plus,shift+backspace", "forward", "Forward again, after going back."),
        ("mark", "m", "mark", "Mark this place with the letter typed next."),
        ("go-to-mark", "apostrophe", "go_to_mark", "Go to the mark whose letter is typed next."),
    ),
    *_group("reader", "View",
        ("link", "l", "toggle_link", "Let the panes scroll together, or each alone."),
        ("why", "w", "toggle_why", "Show or hide the reasons.", "Why"),
        ("why-tall", "W", "toggle_tall",
         "Give the reasons half the screen, or their usual room."),
        ("why-down", "J,shift+down", "scroll_why(1)", "Scroll the reasons on."),
        ("why-up", "K,shift+up", "scroll_why(-1)", "Scroll the reasons back."),
        ("zoom", "z", "toggle_zoom", "Show one text alone, or both."),
        ("wider", "greater_than_sign", "widen(1)", "Give the left text more room."),
        ("narrower", "less_than_sign", "widen(-1)", "Give the right text more room."),
        ("theme", "t", "next_theme", "Take the next theme."),
    ),
    *_group("reader", "Copying",
        ("copy-claim", "y", "copy_claim", "Copy the selected claim of this side."),
        ("copy-pair", "Y", "copy_pair", "Copy the selected pair with its reasons."),
        ("copy", "ctrl+c,super+c", "copy", "Copy the mouse selection, else the pair."),
    ),
    *_group("reader", "In another form",
        ("text", "p", "page_text", "Show the comparison as text in your pager."),
        ("web-page", "h", "web_page", "Open the comparison as a web page in your browser."),
        ("save", "s", "save", "Save the comparison to a file; its name tells the format."),
    ),
    *_group("reader", "Program",
        ("refresh", "f5,ctrl+r", "refresh", "Read the texts again; compare them if they changed."),
        ("open", "b", "app.pick", "Open other texts."),
        ("edit", "e", "edit", "Open the file of this text in your editor, at the selected claim."),
        ("stop", "escape", "stop", "Stop the comparison, else let go of search and selection."),
        ("help", "question_mark,f1", "help", "Show the keys.", "Help"),
        ("quit", "q", "app.quit", "Leave tuireader.", "Quit"),
    ),
)

LEDGER: tuple[Command, ...] = (
    *_group("ledger", "Entries",
        ("go", "enter", "go", "Go to the entry in the texts; open or close a topic.", "Go there"),
        ("filter", "f", "next('choice', 1)", "Show all, one relation, or what stands alone."),
        ("filter-back", "F", "next('choice', -1)", "Back through what is shown."),
        ("topic", "o", "next('topic', 1)", "Show all topics, or one."),
        ("topic-back", "O", "next('topic', -1)", "Back through the topics."),
        ("kind", "w", "next('kind', 1)", "Show all kinds of reason, or one."),
        ("kind-back", "W", "next('kind', -1)", "Back through the kinds of reason."),
        ("sort", "s", "next('order', 1)", "Sort by gravity, place or topic."),
        ("fold", "z", "fold", "Show one row a topic, or all entries below their topics.",
         "Topics"),
        ("copy", "y,Y,ctrl+c,super+c", "copy", "Copy the pair with its reasons, or the claim.",
         "Copy"),
    ),
    *_group("ledger", "Moving",
        ("down", "j,down", "move(1)", "One entry on."),
        ("up", "k,up", "move(-1)", "One entry back."),
        ("page-down", "space,ctrl+f,pagedown", "page(1)", "One page on."),
        ("page-up", "ctrl+b,pageup", "page(-1)", "One page back."),
        ("top", "g,home", "end(-1)", "To the first entry."),
        ("end", "G,end", "end(1)", "To the last entry."),
        ("detail-down", "J,shift+down", "scroll_detail(1)", "Scroll the entry shown below on."),
        ("detail-up", "K,shift+up", "scroll_detail(-1)", "Scroll the entry shown below back."),
    ),
    *_group("ledger", "Program",
        ("help", "question_mark,f1", "help", "Show the keys.", "Help"),
        ("leave", "escape,q,v", "leave", "Back to the texts.", "Back"),
    ),
)

PICKER: tuple[Command, ...] = (
    *_group("picker", "Choosing",
        ("open", "enter", "open", "Open the comparison or the folder, or choose the file.", "Open"),
        ("both", "s", "both", "Open one file that holds both sides.", "Split one"),
        ("paste", "p", "paste", "Paste or type a text as one side.", "Paste a text"),
        ("type", "slash", "type", "Type words to filter by, or a path, or a web address.",
         "Type"),
        ("forget", "d,delete", "forget", "Take the comparison out of the list.", "Forget"),
        ("let-go", "escape", "let_go", "Let go of what is read, typed or chosen; else go back."),
    ),
    *_group("picker", "Moving",
        ("other", "tab", "other(1)", "Go to the other list.", "Other list"),
        ("other-back", "shift+tab", "other(-1)", "The same the other way round."),
        ("down", "j,down", "move(1)", "One entry on."),
        ("up", "k,up", "move(-1)", "One entry back."),
        ("page-down", "space,ctrl+f,pagedown", "page(1)", "One page on."),
        ("page-up", "ctrl+b,pageup", "page(-1)", "One page back."),
        ("top", "g,home", "edge(-1)", "To the first entry."),
        ("end", "G,end", "edge(1)", "To the last entry."),
        ("in", "l,right", "open", "Open the folder, or choose the file."),
        ("out", "h,left,backspace,minus", "out", "Go out of the folder."),
        ("home", "tilde", "home", "Go to your home."),
        ("hidden", "full_stop", "hidden", "List files that begin with a dot, or no longer."),
    ),
    *_group("picker", "Program",
        ("help", "question_mark,f1", "help", "Show the keys.", "Help"),
        ("leave", "q", "leave", "Back to the texts, or leave tuireader.", "Quit"),
    ),
)

PASTING: tuple[Command, ...] = _group("pasting", "Pasting",
    ("take", "ctrl+s,f2", "take", "Take this text.", "Take it"),
    ("help", "f1", "help", "Show the keys.", "Help"),
    ("leave", "escape", "leave", "Back, without the text.", "Back"),
)

HELP: tuple[Command, ...] = _group("help", "Help",
    ("close", "escape,q,question_mark,f1", "leave", "Back to where you were.", "Back"),
    ("down", "j,down", "scroll(1)", "One line on."),
    ("up", "k,up", "scroll(-1)", "One line back."),
    ("page-down", "space,ctrl+f,pagedown", "page(1)", "One page on."),
    ("page-up", "ctrl+b,pageup", "page(-1)", "One page back."),
)
# fmt: on

PLACES: Mapping[str, tuple[Command, ...]] = {
    "The texts": READER,
    "The ledger": LEDGER,
    "The picker": PICKER,
    "Pasting a text": PASTING,
    "The help": HELP,
}


def keys_of(command: Command, screen: Screen[Any]) -> list[str]:
    """The keys of a command as they are bound now, as they are shown to people."""
    bound = [
        binding for _, binding, _, _ in screen.active_bindings.values() if binding.id == command.id
    ]
    bound.sort(key=lambda binding: "+" in binding.key)  # what needs no other key comes first
    return list(dict.fromkeys(map(screen.app.get_key_display, bound)))


def bindings(commands: tuple[Command, ...]) -> list[Binding]:
    """The bindings of a table of commands."""
    return [command.binding for command in commands]
