"""Whether a mark ends a sentence: a full stop after a word, a question mark in a title, dots."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.compare.claims.segments.abbreviations import abbreviations
from tuireader.compare.ready import compiled

_BACK = 24  # Farther back than the longest word that matters.
_AHEAD = 60
_TITLE_BACK = 90
_LEAD = " \t\n-*•(“\"'"
_HALVES = frozenset(("a.m", "p.m", "A.M", "P.M"))
_WORD_BEFORE = compiled(r"[^\s\"“”‘«»()\[\]/—–]*\Z")
_AFTER = compiled(r"\s*([\"'“”‘’«»„(\[¿¡]*)([-–—]*)\s*([^\s,;:!?\"”’»)\]]*)")
_INITIAL = compiled(r"\b[A-Z]\.\s?\Z")
_ASKED = compiled(
    r"(?:[A-Z][\w.'’-]*\s){1,3}sa(?:id|ys)\b"
    r"|[A-Z][\w.'’-]*\s(?:[\w.'’-]+\s){0,4}(?:ask|shout|wonder|tweet|exclaim|demand)(?:s|ed)\b"
)
_CASED_NAME = compiled(r"(?:al|el|ad|as|an|ash|bin|de|von|van|d['’])[-\s'’]?[A-Z]|[a-z]{1,2}[A-Z]")


class Stop(NamedTuple):
    """A mark that may end a sentence, and what stands around it.

    Attributes:
        text: The whole text.
        opened: Where the sentence began.
        place: Of the mark.
        cut: Behind the mark and its closing signs.
        signs: Opening signs that follow, white space skipped.
        dash: A dash that follows those.
        following: The next word, "" at the end of the range.
        window: What follows `cut`, as far as any rule looks.
    """

    text: str
    opened: int
    place: int
    cut: int
    signs: str
    dash: str
    following: str
    window: str

    @property
    def word(self) -> str:
        """The word right before the mark, "" behind a closing sign."""
        found = _WORD_BEFORE.search(self.text[max(self.opened, self.place - _BACK) : self.place])
        return found.group().lstrip("'’") if found else ""

    @property
    def opens(self) -> bool:
        """Whether the next word is one that begins sentences rather than names."""
        return self.following.rstrip(".") in abbreviations().openers


def stop_at(text: str, opened: int, place: int, cut: int, end: int) -> Stop:
    """The mark at `place` in `text[opened:end]`, whose closing signs reach to `cut`."""
    window = text[cut : min(end, cut + _AHEAD)]
    after = _AFTER.match(window)
    signs, dash, following = after.groups() if after else ("", "", "")
    return Stop(text, opened, place, cut, signs, dash, following, window)


def ends_sentence(stop: Stop, mark: str) -> bool:
    """Whether `mark` (".", "?!", "…", "...") ends a sentence there."""
    if not stop.following:
        return True
    if stop.following[0].islower() and not _CASED_NAME.match(stop.following):
        return False
    if mark == ".":
        return _full_stop_ends(stop)
    if mark[0] in ".…":
        return len(mark.strip()) in (2, 4) or stop.following in abbreviations().openers
    return mark[0] not in "!?" or not _inside_title(stop)


def runs_on(stop: Stop) -> bool:
    """Whether a sentence ends there though the space after it was left out ("it left.The army")."""
    word = stop.word
    return (
        len(word) > 2
        and word[-1].islower()
        and word not in abbreviations().stopped
        and (stop.following in abbreviations().openers or "”" in stop.text[stop.place : stop.cut])
    )


def _full_stop_ends(stop: Stop) -> bool:
    """Whether a single full stop ends a sentence."""
    text, place, word = stop.text, stop.place, stop.word
    start = place - len(word)
    if _numbers_item(word) and not text[max(stop.opened, place - 12) : start].strip(_LEAD):
        return False
    if len(word) == 1 and word.isupper():
        return stop.opens and not _INITIAL.search(text, max(stop.opened, place - 4), place - 1)
    if word == "m" and text.endswith(("a. ", "p. "), max(stop.opened, place - 4), place - 1):
        return _abbreviation_ends(stop, "p.m")
    if word.rpartition("-")[2] in abbreviations().stopped or _dotted(word):
        return not stop.dash and _abbreviation_ends(stop, word)
    return True


def _abbreviation_ends(stop: Stop, word: str) -> bool:
    """Whether the full stop of an abbreviation ends a sentence as well."""
    table, after = abbreviations(), stop.following
    if word in table.titles or word.rpartition("-")[2] in table.titles:
        return False
    if word in table.numbers:
        return not after[0].isdigit() and not (len(after) == 1 and after.isupper())
    if word in _HALVES:
        return not after[0].isdigit() and not _clock_goes_on(stop)
    if word in table.states and stop.text.startswith(
        ", ", max(stop.place - len(word) - 2, stop.opened)
    ):
        return after[0].isupper() and not stop.signs.startswith("(")
    return stop.opens


def _numbers_item(word: str) -> bool:
    """Whether the word before a stop could be the number of a list item: "1", "12", "b"."""
    return len(word) <= 3 and (word.isdecimal() or (len(word) == 1 and word.isalpha()))


def _dotted(word: str) -> bool:
    """Whether the word is letters with stops between them: "U.S", "Ph.D", "J.-P"."""
    parts = [part.strip("-") for part in word.split(".")]
    return len(parts) > 1 and all(len(part) <= 2 and part.isalpha() for part in parts)


def _clock_goes_on(stop: Stop) -> bool:
    """Whether the words after "a.m." still tell the time."""
    words = stop.window.split()[:3]
    return stop.following.rstrip(".,") in abbreviations().clock or any(
        word.strip(".,;") == "time" for word in words
    )


def _inside_title(stop: Stop) -> bool:
    """Whether a question or exclamation mark belongs to a name, a title or a quoted question."""
    text, place = stop.text, stop.place
    if text[place] == "!" and stop.word in abbreviations().marked:
        return not stop.opens
    if stop.signs or stop.opens or not any(sign in "\"”’'»" for sign in text[place : stop.cut]):
        return False
    if _ASKED.match(stop.window.lstrip()):
        return True
    quoted = text[max(stop.opened, place - _TITLE_BACK) : place]
    begin = max(quoted.rfind(sign) for sign in '"“‘«')
    words = quoted[begin + 1 :].split()
    return (
        begin > 0
        and 1 < len(words) <= 9
        and all(word[0].isupper() or word in abbreviations().small for word in words)
    )
