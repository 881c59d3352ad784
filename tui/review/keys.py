"""Every command of review mode, in the form of `tui.keymap`.

What decides has the single letters; commands of the reader whose keys it takes have others here.
The reader's commands keep their ids, so keys that a user gives them count here too.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuireader.tui.keymap import READER, Command


def _group(place: str, group: str, *rows: tuple[str, ...]) -> tuple[Command, ...]:
    return tuple(
        Command(f"{place}.{name}", keys, action, tooltip, "".join(label), group)
        for name, keys, action, tooltip, *label in rows
    )


# The reader's commands that review mode has too; None for the keys that they have there.
_KEPT: Mapping[str, str | None] = {
    "reader.other-side": None,
    "reader.page-down": "pagedown,ctrl+f",
    "reader.page-up": None,
    "reader.line-down": None,
    "reader.line-up": None,
    "reader.top": "home",
    "reader.end": None,
    "reader.centre": "ctrl+l",
    "reader.search": None,
    "reader.next-hit": None,
    "reader.previous-hit": None,
    "reader.jump": "semicolon",
    "reader.back": None,
    "reader.forward": None,
    "reader.link": None,
    "reader.why": None,
    "reader.zoom": None,
    "reader.wider": None,
    "reader.narrower": None,
    "reader.theme": "T",
    "reader.copy-claim": None,
    "reader.copy-pair": None,
    "reader.copy": None,
    "reader.edit": "f4",
    "reader.help": None,
    "reader.quit": None,
}


def _kept() -> tuple[Command, ...]:
    known = {command.id: command for command in READER}
    return tuple(
        known[name]._replace(
            keys=keys or known[name].keys,
            label=_LABELS.get(name, ""),
            group=known[name].group.replace("Pairs", "Moving"),
        )
        for name, keys in _KEPT.items()
    )


_LABELS = {"reader.help": "Help"}

# fmt: off
REVIEW: tuple[Command, ...] = (
    *_group("review", "Deciding",
        ("agree", "a", "decide('agree')", "Call the pair agree, and go on."),
        ("diverge", "d", "decide('diverge')", "Call it diverge, and go on."),
        ("conflict", "c", "decide('conflict')", "Call it conflict, and go on."),
        ("unrelated", "x", "decide('unrelated')", "Say it is not the same matter, and go on."),
        ("unsure", "u", "decide('unsure')", "Say you are unsure, and go on."),
        ("confirm", "enter", "confirm", "Take the machine's verdict, and go on."),
        ("skip", "space", "skip", "Pass the pair over undecided."),
        ("clear", "delete", "clear", "Take the decision on this pair off again."),
        ("undo", "U,ctrl+z", "undo", "Undo the last step, whenever it was made.", "Undo"),
        ("redo", "R,ctrl+r", "redo", "Make the step again that was undone."),
    ),
    *_group("review", "Notes and marks",
        ("note", "e", "note", "Write a note on the pair.", "Note"),
        ("flag", "f", "flag", "Flag the pair, to be looked at again.", "Flag"),
        ("tag", "t", "tag", "Write tags, parted by commas.", "Tag"),
        ("bookmark", "m", "mark", "Bookmark the pair with a letter; the same letter ends it."),
        ("go-to-bookmark", "apostrophe", "go_to_mark", "Go to a bookmark by its letter."),
        ("session-note", "E", "session_note", "Write the note of the whole session."),
    ),
    *_group("review", "Going through",
        ("next", "j,down", "go('undecided', 1)", "Go to the next undecided pair."),
        ("previous", "k,up", "go('undecided', -1)", "Go to the undecided pair before."),
        ("next-any", "J,shift+down", "go('any', 1)", "Go to the next pair, decided or not."),
        ("previous-any", "K,shift+up", "go('any', -1)", "Go to the pair before, decided or not."),
        ("number", "g", "number", "Go to a pair by its number."),
        ("next-unmatched", "right_square_bracket", "step_alone(1)",
         "Go to the next claim without a counterpart."),
        ("previous-unmatched", "left_square_bracket", "step_alone(-1)",
         "Go to the claim before without a counterpart."),
        ("order", "o", "next_order", "Take the pairs by gravity, by doubt or by place."),
        ("filter", "F", "filter", "Choose which pairs to go through.", "Filter"),
        ("decide-all", "A", "decide_all", "Decide all that the filter shows, as one step."),
        ("list", "v", "list", "List the pairs in this order.", "List"),
    ),
    *_group("review", "Correcting the alignment",
        ("unpair", "P", "unpair", "Take the pair apart: its claims stand alone."),
        ("pair", "p", "pair", "Make a pair of claims that you pick.", "Pair"),
        ("merge", "M", "merge", "Make one claim of neighbours."),
        ("split", "S", "split", "Make two claims of one."),
    ),
    *_group("review", "The session",
        ("summary", "s", "summary", "Show what the review comes to.", "Summary"),
        ("orphans", "O", "orphans", "Show decisions whose claims are gone from the texts."),
        ("reveal", "b", "reveal", "In a blind review: show this verdict, which is recorded."),
        ("leave", "r,escape", "leave", "Leave for plain reading; everything is kept."),
    ),
    *_kept(),
)

PAIRING: tuple[Command, ...] = _group("pairing", "Picking claims",
    ("next", "j,down", "move(1)", "Go to the next claim.", "Claim"),
    ("previous", "k,up", "move(-1)", "Go to the claim before.", "Claim"),
    ("side", "tab,shift+tab", "side", "Pick on the other side.", "Side"),
    ("add", "space", "add", "Take this claim too, for a pair of several.", "Add"),
    ("take", "enter", "take", "Take it; with both sides picked, make the pair.", "Take"),
    ("leave", "escape,q", "leave", "Leave everything as it is.", "Leave"),
)

MERGING: tuple[Command, ...] = _group("merging", "Merging claims",
    ("more", "j,down", "move(1)", "Take one claim more.", "More"),
    ("fewer", "k,up", "move(-1)", "Take one claim fewer.", "Fewer"),
    ("from", "h,left", "begin(-1)", "Begin at the claim before.", "Begin"),
    ("from-next", "l,right", "begin(1)", "Begin at the next claim.", "Begin"),
    ("side", "tab,shift+tab", "side", "Merge on the other side.", "Side"),
    ("take", "enter", "take", "Make them one claim.", "Merge"),
    ("leave", "escape,q", "leave", "Leave everything as it is.", "Leave"),
)

SPLITTING: tuple[Command, ...] = _group("splitting", "Splitting a claim",
    ("right", "l,right,space", "move(1)", "Begin the second part a word on.", "Word"),
    ("left", "h,left", "move(-1)", "Begin the second part a word before.", "Word"),
    ("next", "j,down", "claim(1)", "Split the next claim instead.", "Claim"),
    ("previous", "k,up", "claim(-1)", "Split the claim before instead.", "Claim"),
    ("side", "tab,shift+tab", "side", "Split on the other side.", "Side"),
    ("take", "enter", "take", "Make two claims.", "Split"),
    ("leave", "escape,q", "leave", "Leave everything as it is.", "Leave"),
)


def _moving(place: str) -> tuple[Command, ...]:
    return _group(place, "Moving",
        ("down", "j,down", "move(1)", "One row on."),
        ("up", "k,up", "move(-1)", "One row back."),
        ("page-down", "ctrl+f,pagedown", "page(1)", "One page on."),
        ("page-up", "ctrl+b,pageup", "page(-1)", "One page back."),
        ("top", "g,home", "end(-1)", "To the first row."),
        ("bottom", "G,end", "end(1)", "To the last row."),
    )


LIST: tuple[Command, ...] = (
    *_group("pairs", "The pairs",
        ("go", "enter", "take", "Go to the pair in the texts.", "Go there"),
        ("help", "question_mark,f1", "help", "Show the keys.", "Help"),
        ("leave", "escape,q,v", "leave", "Back to the texts.", "Back"),
    ),
    *_moving("pairs"),
)

FILTER: tuple[Command, ...] = (
    *_group("filter", "The filter",
        ("toggle", "space,x", "turn", "Ask for this, or no longer.", "Choose"),
        ("words", "slash", "words", "Only pairs with words that you type.", "Words"),
        ("none", "delete,backspace,c", "clear", "Ask for nothing: show all pairs.", "Clear"),
        ("done", "enter,escape,q,F", "leave", "Go through what it shows.", "Done"),
        ("help", "question_mark,f1", "help", "Show the keys.", "Help"),
    ),
    *_moving("filter"),
)

ORPHANS: tuple[Command, ...] = (
    *_group("orphans", "Orphans",
        ("attach", "enter", "take", "Pick the pair that it is to be attached to.", "Attach"),
        ("dismiss", "delete,D", "let_go", "Let it go; the log keeps it.", "Let go"),
        ("help", "question_mark,f1", "help", "Show the keys.", "Help"),
        ("leave", "escape,q,O", "leave", "Back to the texts.", "Back"),
    ),
    *_moving("orphans"),
)

SUMMARY: tuple[Command, ...] = _group("summary", "The summary",
    ("down", "j,down,space", "scroll(1)", "One line on."),
    ("up", "k,up", "scroll(-1)", "One line back."),
    ("copy", "y", "copy", "Copy the line that exports the session.", "Copy export line"),
    ("leave", "escape,s,r,enter", "leave", "Back to the pairs.", "Back"),
    ("quit", "q", "app.quit", "Leave tuireader.", "Quit"),
)
# fmt: on

PLACES: Mapping[str, tuple[Command, ...]] = {
    "Review mode": REVIEW,
    "Picking claims for a pair": PAIRING,
    "Merging claims": MERGING,
    "Splitting a claim": SPLITTING,
    "The list of pairs": LIST,
    "The filter": FILTER,
    "Orphans": ORPHANS,
    "The summary": SUMMARY,
}
