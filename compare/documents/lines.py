"""Plain text as lines: what each one is, and which breaks were made only to fit a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.compare.ready import compiled

_BULLET = compiled(r"(?:[-*•‣◦▪●·]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_PLAIN_BULLETS = "-*·"
_FINAL, _CLOSING = ".!?:;…", "\"'”’»)] "
_SEPARATORS = frozenset("-*_=~#•·+⁂—–⸻")
_MARGIN = 300  # what is looked at of a line to judge its end or its beginning

# A page is no wider than this, and no narrower.
_WIDEST, _NARROWEST = 120, 40


class Line(NamedTuple):
    """One line that is not blank.

    Attributes:
        start: Of its words: after indentation, quotation marks (">") and bullet.
        end: After its last character that is not blank.
        lead: Where the bullet begins; equals `start` for a line without one.
        indent: Columns before `lead`, or inside the quotation.
        quoted: How many ">" it begins with.
        after_blank: Whether a blank line (or a change of quotation) comes before it.
        is_separator: Whether it is a rule, and nothing else.
        text: The words.
    """

    start: int
    end: int
    lead: int
    indent: int
    quoted: int
    after_blank: bool
    is_separator: bool
    text: str

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet or a number."""
        return self.lead < self.start

    @property
    def ends_sentence(self) -> bool:
        """Whether its last mark ends a sentence or announces what follows."""
        last = self.text[-_MARGIN:].rstrip(_CLOSING)
        return last != "" and last[-1] in _FINAL


def lines_of(text: str) -> list[Line]:
    """The lines of a clean text that are not blank."""
    lines: list[Line] = []
    blank = True
    start = quoted_before = 0
    for whole in text.split("\n"):
        raw = whole.rstrip()
        words = raw.lstrip()
        quoted = 0
        if words.startswith(">"):
            words = words.lstrip("> \t")
            quoted = raw.count(">", 0, len(raw) - len(words))
        if words:
            margin = len(raw) - len(words)
            lead, end = start + margin, start + len(raw)
            indent = _columns(raw[:margin]) if margin else 0
            parted = blank or (quoted != quoted_before and bool(lines))
            # What begins with a letter, as most lines do, is no rule, and an item only as "a)".
            plain = words[0].isalpha() and words[1:2] != ")"
            rule = not plain and _is_rule(words)
            if plain or rule or not (bullet := _BULLET.match(words)):
                # By their places: there may be a hundred thousand.
                lines.append(Line(lead, end, lead, indent, quoted, parted, rule, words))
            else:
                item = words[bullet.end() :]
                begin = lead + bullet.end()
                lines.append(Line(begin, end, lead, indent, quoted, parted, _is_rule(item), item))
            quoted_before = quoted
        blank = not words
        start += len(whole) + 1
    return _without_lone_bullets(text, lines)


def _is_rule(words: str) -> bool:
    """Whether a line is three or more of one mark, blanks between allowed, or one long dash."""
    if words[:1].isalnum():
        return False
    marks = set(words[:_MARGIN]) - {" ", "\t"}
    if len(marks) != 1 or not marks <= _SEPARATORS:
        return False
    return words.count(next(iter(marks))) >= 3 or words in "⁂⸻"


def _columns(margin: str) -> int:
    return len(margin[margin.rfind(">") + 1 :].expandtabs(4))


def _without_lone_bullets(text: str, lines: list[Line]) -> list[Line]:
    """A single dash or number at the start of a line may be dialogue or a date, and is no list."""
    items = [line for line in lines if line.lead < line.start]
    if len(items) != 1 or text[items[0].lead] not in _PLAIN_BULLETS + "(0123456789abcdefgh":
        return lines
    (lone,) = items
    whole = text[lone.lead : lone.end]
    plain = lone._replace(start=lone.lead, is_separator=False, text=whole)
    return [plain if line is lone else line for line in lines]


class Layout(NamedTuple):
    """How a text is set: `wrapped` at about `width` columns, or a line a paragraph."""

    wrapped: bool
    width: int

    def joins(self, line: Line, following: Line) -> bool:
        """Whether the break between two lines was made only to fit the page."""
        if following.after_blank or following.is_item or _stands_alone(line, following):
            return False
        if following.text[:1].islower() and not line.ends_sentence:
            return True
        if following.indent > line.indent:
            return line.is_item
        return self.wrapped and (self._full(line, following) or line.text[-1] in ",-")

    def _full(self, line: Line, following: Line) -> bool:
        """Whether the next word would not have fitted, a quarter of the width conceded."""
        return _reach(line, following) > self.width * 0.75


def layout_of(lines: Sequence[Line]) -> Layout:
    """Judge from all breaks at once: most of them inside a sentence, and the lines equally long."""
    breaks = list(_breaks(lines))
    if not breaks:
        return Layout(wrapped=False, width=0)
    lengths = sorted([line.indent + len(line.text) for pair in breaks for line in pair])
    width = lengths[len(lengths) * 9 // 10]
    inside = sum([not line.ends_sentence for line, _ in breaks])
    wrapped = _NARROWEST <= width <= _WIDEST and inside * 2 >= len(breaks)
    return Layout(wrapped and (_go_on(breaks) or _are_full(breaks, width)), width)


def _go_on(breaks: Sequence[tuple[Line, Line]]) -> bool:
    lower = sum([following.text[:1].islower() for _, following in breaks])
    return lower * 10 >= len(breaks) * 3


def _are_full(breaks: Sequence[tuple[Line, Line]], width: int) -> bool:
    full = sum([_reach(line, following) > width for line, following in breaks])
    return full * 5 >= len(breaks) * 4


def _breaks(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    for line, following in pairwise(lines):
        if not (following.after_blank or following.is_item or _stands_alone(line, following)):
            yield line, following


def _stands_alone(line: Line, following: Line) -> bool:
    return line.is_separator or following.is_separator


def _reach(line: Line, following: Line) -> int:
    word = following.text[:_MARGIN].split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word)
