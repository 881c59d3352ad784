"""Whether the terminal's ground is dark or light: how it is asked, and how its answers are read.

`OSC 11 ; ?` asks for the colour of the ground, as xterm's control sequences have it; mode 2031 asks
to be told when the user's choice of dark or light changes
(https://contour-terminal.org/vt-extensions/color-palette-update-notifications/). Terminals that
know neither stay silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from time import monotonic

ASK = "\x1b]11;?\x1b\\"
FOLLOW, FOLLOW_NO_MORE = "\x1b[?2031h", "\x1b[?2031l"

PATIENCE = 2.0  # seconds in which an answer may come in pieces, cut even after its first byte

# Terminals that answer nothing, or would show the question.
_SILENT = frozenset({"", "dumb", "unknown", "linux", "vt100", "vt102", "cons25"})

_HEX = r"[0-9a-fA-F]{1,4}"
_ANSWER = re.compile(
    rf"\x1b\]11;(?:rgba?:(?P<red>{_HEX})/(?P<green>{_HEX})/(?P<blue>{_HEX})(?:/{_HEX})?"
    r"|\#(?P<short>[0-9a-fA-F]{6}))(?:\x07|\x1b\\|\x9c)"
    r"|\x1b\[\?997;(?P<mode>[12])n"
)
# The beginnings of an answer that the end of a read may leave; a lone escape is most often a key.
_BEGINNING = re.compile(
    r"\x1b(?:\](?:1(?:1(?:;[rgba:#0-9a-fA-F/]{0,24}\x1b?)?)?)?|\[\?9(?:9(?:7(?:;[12]?)?)?)?)\Z"
)


def can_be_asked(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is of a kind that may answer and will not show the question."""
    return environ.get("TERM", "") not in _SILENT


class Answers:
    """Takes the terminal's answers out of what comes from it; the rest are keys and the mouse.

    Args:
        clock: Gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._held = ""
        self._until = 0.0

    def expect(self) -> None:
        """From now on an answer may come."""
        self._until = self._clock() + PATIENCE

    def take(self, data: str) -> tuple[str, bool | None]:
        """What is not an answer, and whether the ground is light if one is there.

        The beginning of an answer is held back until the next call, or `rest`.
        """
        data, self._held = self._held + data, ""
        light: bool | None = None
        for match in _ANSWER.finditer(data):
            light = _is_light(match)
        data = _ANSWER.sub("", data)
        if light is not None:
            self._until = 0.0
        beginning = _BEGINNING.search(data)
        if beginning:
            self._held = beginning.group()
        elif data.endswith("\x1b") and self._clock() < self._until:
            self._held = "\x1b"
        return data.removesuffix(self._held), light

    def rest(self) -> str:
        """What was held back, and was no answer after all."""
        held, self._held = self._held, ""
        return held


def _is_light(match: re.Match[str]) -> bool:
    if match["mode"]:
        return match["mode"] == "2"
    if short := match["short"]:
        parts = [short[at : at + 2] for at in (0, 2, 4)]
    else:
        parts = [match["red"], match["green"], match["blue"]]
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    # Relative luminance after WCAG 2.1, in its simple form; 0.18 looks half as light as white.
    luminance: float = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return luminance > 0.18
