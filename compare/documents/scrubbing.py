"""Cleans what a reader made of bytes, which no one could clean before it was read."""

from __future__ import annotations

from bisect import bisect_right

from tuireader.compare.documents.cleaning import clean
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.placed import Run
from tuireader.compare.model import Paragraph, Span

_BREAKS = str.maketrans("\n\t", "  ")


def scrub(draft: Draft) -> Draft:
    """The same draft without anything that `clean` takes out, its paragraphs on one line each."""
    text, runs = clean(draft.text)
    places = _Places(runs, len(text))
    paragraphs = []
    pieces = []
    end = 0
    for paragraph in draft.paragraphs:
        span = Span(places.after(paragraph.span.start), places.after(paragraph.span.end))
        pieces += [text[end : span.start], span.of(text).translate(_BREAKS)]
        end = span.end
        if span.of(text).strip():
            paragraphs.append(Paragraph(span, paragraph.block))
    return draft._replace(
        text="".join((*pieces, text[end:])).replace("\t", " "),
        paragraphs=tuple(paragraphs),
        runs=(),
        title=one_line(draft.title),
        author=one_line(draft.author),
        publisher=one_line(draft.publisher),
        pages=tuple(map(places.after, draft.pages)),
    )


def one_line(text: str) -> str:
    """A title or a name, cleaned and on one line."""
    return " ".join(clean(text)[0].split())


class _Places:
    """The way from places in an unclean text to those in the clean one."""

    def __init__(self, runs: tuple[Run, ...], length: int) -> None:
        self._runs = runs
        self._starts = [place for _, place, _ in runs]
        self._length = length

    def after(self, place: int) -> int:
        """Where the character at `place` stands now, or the next one that was kept."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0:
            start, source, length = self._runs[index]
            if place < source + length:
                return start + place - source
        following = index + 1
        return self._runs[following][0] if following < len(self._runs) else self._length
