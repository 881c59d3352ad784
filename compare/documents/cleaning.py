"""Nothing that steers a terminal, hides text or turns its direction leaves this module."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.documents.placed import Run, TextBuilder
from tuireader.compare.ready import compiled

# Scripts in which the joiners U+200C and U+200D are spelling, and emoji, which are built with them.
_JOINED = "\u0600-\u08ff\u0900-\u109f\u1780-\u18af\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"

# Each alternative consumes at least one character and none needs to look back for its end.
_REMOVED = compiled(
    # Escape sequences: strings (OSC, DCS, SOS, PM, APC) to their end or the end of the line, then
    # CSI, then all shorter ones. C1 controls open the same sequences as ESC and a letter.
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n\r]*(?:\x07|\x1b\\|\x9c)?"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
    # Other controls; tabs, newlines of every kind and NEL stay for the table below.
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
    # A soft hyphen at the end of a line goes with the break that it made.
    r"|\xad(?:\r\n|\r|\n)[ \t]*|\xad"
    # Direction marks, overrides and isolates; characters without width; fillers that look empty.
    r"|[\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\u200b\ufeff\u180e\u034f\u115f\u1160\u17b4\u17b5]"
    r"|[\u3164\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
    # Tags and variation selectors, in which whole messages can hide; U+FE0E and U+FE0F are emoji's.
    r"|[\ufe00-\ufe0d\U000e0000-\U000e0fff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
    rf"|(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])"
    r"|(?<=[\ufe0e\ufe0f])[\ufe0e\ufe0f]"
    # More marks on one letter than any language writes: they would paint over the lines around.
    r"|(?<=[\u0300-\u036f]{4})[\u0300-\u036f]"
    r"|\r(?=\n)"
)
# Whatever a match of the above can begin with. Most texts hold none of these.
_SUSPECT = compiled(
    "[\x00-\x08\x0d-\x1f\x7f-\x9f\xad\u0300-\u036f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

_REPLACED: dict[int, str] = {
    **dict.fromkeys(map(ord, "\u00a0\u1680\u202f\u205f\u2800\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))
_FEW = 8  # kinds of characters, each replaced by itself sooner than all by a table


def clean(raw: str) -> tuple[str, tuple[Run, ...]]:
    """Take out what must not reach a terminal, and give every newline and space its plain form.

    Tabs stay, for the formats in which indentation means something; `Draft` turns them to spaces.

    Returns:
        The text, and its places in `raw`.
    """
    others = _others(raw)
    suspicious = any(map(_SUSPECT.match, others))
    text, runs = _without_suspects(raw) if suspicious else (raw, ((0, 0, len(raw)),) if raw else ())
    return _in_plain_form(text, [other for other in others if ord(other) in _REPLACED]), runs


def _others(raw: str) -> set[str]:
    """The characters that are no plain ASCII: in bytes they are found in a tenth of the time."""
    rest = raw.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return set(rest.decode("utf-8", "surrogatepass"))


def _in_plain_form(text: str, found: Sequence[str]) -> str:
    if len(found) > _FEW:
        return text.translate(_REPLACED)
    for sign in found:
        text = text.replace(sign, _REPLACED[ord(sign)])
    return text


def _without_suspects(raw: str) -> tuple[str, tuple[Run, ...]]:
    builder = TextBuilder()
    start = 0
    suspect = _SUSPECT.search(raw)
    while suspect:
        place = suspect.start()
        if match := _REMOVED.match(raw, place):
            builder.take(raw[start:place], start)
            place = start = match.end()
        else:
            place += 1
        suspect = _SUSPECT.search(raw, place)
    builder.take(raw[start:], start)
    return builder.text, builder.runs
