"""What is remembered of the reading of a pair of texts, in one small file a pair.

The file holds no word of the texts: they may be confidential. That is why what was looked for is
not kept either: most often it is such a word. What can't be read or written is as if it had never
been.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from tuireader.compare.digest import sha256_of
from tuireader.compare.model import Document, Side
from tuireader.tui.ledger import USUAL, Arrangement, Choice, Order

T = TypeVar("T")
Top = tuple[int, int]

VERSION = 2
KEPT = 200  # files; the ones least lately written go first
LONGEST = 1_000_000  # bytes of a file worth reading
PLACES = 50  # places kept of the way back, and of the way forward
WIDEST = 10  # blank rows that may stand between two paragraphs


class Spot(NamedTuple):
    """A place in both texts.

    Attributes:
        side: The side that had the keys.
        tops: The first words on the screen in A and in B, as `Pane.first_words` tells them.
        chosen: The claims that were selected, as `resuming.fingerprints` gives them.
    """

    side: Side = Side.A
    tops: tuple[Top, Top] = ((0, 0), (0, 0))
    chosen: tuple[str, ...] = ()


class State(NamedTuple):
    """Where the reader was left, and how.

    Attributes:
        spot: Where.
        theme: The theme that was taken in the reader; "" for the one it opened with.
        link: Whether the panes were linked; None as the settings have it.
        why: Whether the reasons were shown.
        tall: Whether they had half the screen.
        zoomed: Whether one text was shown alone.
        share: Steps of the divider from the middle.
        ledger: What the ledger showed, and in what order.
        marks: The places that have a letter.
        behind: Places on the way back, the nearest last.
        ahead: Places on the way forward, the nearest last.
    """

    spot: Spot = Spot()
    theme: str = ""
    link: bool | None = None
    why: bool = True
    tall: bool = False
    zoomed: bool = False
    share: int = 0
    ledger: Arrangement = USUAL
    marks: Mapping[str, Spot] = {}
    behind: tuple[Spot, ...] = ()
    ahead: tuple[Spot, ...] = ()


FRESH = State()


class Memory(Protocol):
    """Keeps the state of one pair of texts from one reading to the next. Neither call raises."""

    def recall(self) -> State | None:
        """What was kept last; None if nothing was."""

    def keep(self, state: State) -> None:
        """Keep this in place of what was kept before."""


class StateFile:
    """A memory on disk.

    Args:
        folder: Where the files of all pairs lie; made when the first is written.
        a: One text of the pair; only what it says counts, not where it lies.
        b: The other.
    """

    def __init__(self, folder: Path, a: Document, b: Document) -> None:
        pair = sha256_of(f"{a.sha256} {b.sha256}")
        self.path = folder / f"{pair}.json"

    def recall(self) -> State | None:
        """What the file holds; None if there is none, or it can't be read or understood."""
        try:
            with self.path.open("rb") as file:
                return from_json(file.read(LONGEST))
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, state: State) -> None:
        """Write the file, whole or not at all, and let the oldest of too many go."""
        from tuireader.tui.memory.files import thin, write_whole  # noqa: PLC0415 - quick start

        with contextlib.suppress(OSError):
            write_whole(self.path, to_json(state).encode())
            thin(self.path.parent, "*.json", KEPT)


def to_json(state: State) -> str:
    """The state as JSON."""
    import json  # noqa: PLC0415 - quick start

    spots = {
        "spot": state.spot._asdict(),
        "ledger": state.ledger._asdict(),
        "marks": {letter: spot._asdict() for letter, spot in state.marks.items()},
        "behind": [spot._asdict() for spot in state.behind],
        "ahead": [spot._asdict() for spot in state.ahead],
    }
    return json.dumps({"version": VERSION, **state._asdict(), **spots}) + "\n"


def from_json(text: bytes) -> State:
    """The state that JSON holds.

    Raises:
        ValueError: It holds none, or none of this version.
    """
    import json  # noqa: PLC0415 - quick start

    data = json.loads(text)
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise ValueError("no state of this version")
    link = data.get("link")
    return State(
        spot=_a_spot(data.get("spot")),
        theme=_a(str, data.get("theme")),
        link=None if link is None else _a(bool, link),
        why=_a(bool, data.get("why")),
        tall=_a(bool, data.get("tall")),
        zoomed=_a(bool, data.get("zoomed")),
        share=_a(int, data.get("share")),
        ledger=_an_arrangement(data.get("ledger")),
        marks={
            _a_letter(letter): _a_spot(spot) for letter, spot in _a(dict, data.get("marks")).items()
        },
        behind=_some_spots(data.get("behind")),
        ahead=_some_spots(data.get("ahead")),
    )


def _a_spot(value: object) -> Spot:
    data = _a(dict, value)
    a, b = (_a_top(each) for each in _a(list, data.get("tops")))
    chosen = tuple(_a(str, each) for each in _a(list, data.get("chosen")))
    return Spot(Side(_a(str, data.get("side"))), (a, b), chosen)


def _some_spots(value: object) -> tuple[Spot, ...]:
    return tuple(_a_spot(each) for each in _a(list, value))


def _an_arrangement(value: object) -> Arrangement:
    data = _a(dict, value)
    words = {name: _a(str, data.get(name)) for name in ("order", "choice", "topic", "kind")}
    return Arrangement(
        Order(words["order"]), Choice(words["choice"]), words["topic"], words["kind"]
    )


def _a_letter(value: object) -> str:
    letter = _a(str, value)
    if len(letter) != 1 or not letter.isalnum():
        raise ValueError(f"{letter!r} is no letter")
    return letter


def _a_top(value: object) -> Top:
    place, gap = (_a(int, each) for each in _a(list, value))
    if place < 0 or not 0 <= gap <= WIDEST:
        raise ValueError("a place lies before the text")
    return place, gap


def _a(kind: type[T], value: object) -> T:
    """The value, if it is exactly of this kind: True is no number here."""
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value
