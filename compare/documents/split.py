"""One text that quotes a report and then answers it, made into two."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from tuireader.compare.documents.cues import shown
from tuireader.compare.documents.draft import Draft, DraftBuilder
from tuireader.compare.documents.errors import DocumentError, trouble
from tuireader.compare.documents.placed import compose, line_number
from tuireader.compare.documents.plan import best_plan, cut_plan, find_words
from tuireader.compare.documents.reading import (
    document_of,
    draft_text,
    read_source,
    text_format,
)
from tuireader.compare.documents.scene import Scene
from tuireader.compare.documents.sides import Plan
from tuireader.compare.model import Block, Document, Paragraph, Side, Span

_LINES_NAMED = 5
_REMEDY = "say where the answer begins with --at TEXT (the first words of its first line)"


@dataclass(frozen=True)
class Split:
    """The two sides of one text, and why it was cut there.

    Attributes:
        a: The report.
        b: The answer; both have the whole text as their source, and `origin` counts in it.
        cue: The words of the text that decided, or the name of the sign.
        line: The line of the source (of the readable text, where the source has no lines), from 1,
            at which the answer begins; where the answer comes first, the one at which the report
            begins.
        reason: Why there, in one line for the user.
        tail: What pingbacks, share buttons and the like are left at the end of `b`, as a span of
            its text; None where there are none.
        page: The page of the source, from 1, on which that line stands; None where it has none.
    """

    a: Document
    b: Document
    cue: str
    line: int
    reason: str
    tail: Span | None = None
    page: int | None = None

    @property
    def where(self) -> str:
        """The place of the cut for people: "page 2" where the source has pages, else "line 12"."""
        return f"page {self.page}" if self.page else f"line {self.line}"


def split_document(
    source: str,
    *,
    at: str | None = None,
    date: dt.date | None = None,
    stdin: BinaryIO | None = None,
    form: str | None = None,
    allow_private: bool = False,
) -> Split:
    """Read one file, standard input, the clipboard or a web page, and split it.

    Args:
        source: A path, "-", "@clipboard" or a web address.
        at: The answer begins at the paragraph that is, begins with or contains this text, whatever
            its case; without it the place is found by its signs.
        date: The day that relative dates of both sides start from.
        stdin: What to read for "-"; the process's own standard input unless given.
        form: The format, where it is not to be found out.
        allow_private: Whether web addresses count that are not of the internet at large.

    Raises:
        DocumentError: The file cannot be read; no place, or more than one, fits `at`; or no sign
            says where the answer begins.
    """
    raw, draft = read_source(source, stdin=stdin, form=form, allow_private=allow_private)
    return _split(raw, draft, source, at, date)


def split_text(
    text: str,
    *,
    at: str | None = None,
    source: str = "text",
    markdown: bool = False,
    form: str | None = None,
    date: dt.date | None = None,
) -> Split:
    """Split a text in memory, of a form as in `document_from_text`; else as `split_document`.

    Raises:
        DocumentError: As `split_document`.
    """
    draft = draft_text(text, source, text_format(source, form, markdown=markdown))
    return _split(text, draft, source, at, date)


def _split(raw: str, draft: Draft, source: str, at: str | None, date: dt.date | None) -> Split:
    if at is None:
        scene = Scene(draft)
        plan = best_plan(scene)
        if plan is None:
            problem = "nothing in it shows where a report ends and its answer begins"
            raise trouble(source, problem, _REMEDY)
    else:
        scene, plan = _plan_at(raw, draft, source, at)
    a = document_of(_gather(scene, plan, Side.A), Side.A, source, date)
    b = document_of(_gather(scene, plan, Side.B), Side.B, source, date)
    start = scene.paragraphs[plan.index].span.start
    line = line_number(raw, _place(scene.draft, start))
    page = bisect_right(draft.pages, start) or None
    return Split(a, b, plan.cue, line, plan.reason, _tail(b), page)


def _plan_at(raw: str, draft: Draft, source: str, at: str) -> tuple[Scene, Plan]:
    scene = Scene(draft)
    found = find_words(scene, at)
    if not found:
        problem = f"no line of it contains {shown(at)}, where the answer was to begin"
        raise trouble(source, problem, "give words to --at as they stand in the text")
    if len(found) > 1:
        raise _ambiguous(raw, scene, source, at, found)
    (index,) = found
    if scene.content[:1] == [index]:
        scene, index = _cut_inside(scene, index, at)
    plan = cut_plan(scene, index, at, f"--at names {shown(at)}")
    for side, name in ((Side.A, "report"), (Side.B, "answer")):
        if not plan.gives_words_to(side, scene):
            problem = f"a cut at {shown(at)} leaves nothing for the {name}"
            raise trouble(source, problem, _REMEDY)
    return scene, plan


def _ambiguous(raw: str, scene: Scene, source: str, at: str, found: Sequence[int]) -> DocumentError:
    starts = [_place(scene.draft, scene.paragraphs[index].span.start) for index in found]
    numbers = [str(line_number(raw, start)) for start in starts[:_LINES_NAMED]]
    more = " and more" if len(found) > _LINES_NAMED else ""
    problem = f"{shown(at)} stands in several places (lines {', '.join(numbers)}{more})"
    return trouble(source, problem, "give more of the line to --at, so that only one place fits")


def _cut_inside(scene: Scene, index: int, at: str) -> tuple[Scene, int]:
    """Where both sides are in the first paragraph, it is parted right before the words."""
    paragraph = scene.paragraphs[index]
    offset = scene.texts[index].casefold().find(at.strip().casefold())
    if offset <= 0:
        return scene, index
    place = paragraph.span.start + offset
    end = paragraph.span.start + len(scene.texts[index][:offset].rstrip())
    parted = (
        *scene.paragraphs[:index],
        replace(paragraph, span=Span(paragraph.span.start, end)),
        replace(paragraph, span=Span(place, paragraph.span.end)),
        *scene.paragraphs[index + 1 :],
    )
    return Scene(scene.draft._replace(paragraphs=parted)), index + 1


def _gather(scene: Scene, plan: Plan, side: Side) -> Draft:
    """The paragraphs of one side as a draft of its own, with places in the source."""
    text = scene.draft.text
    builder = DraftBuilder()
    last = -1
    quoted_only = side is Side.A and not any(
        plan.sides[i] is Side.A and scene.paragraphs[i].block is Block.PROSE
        for i in scene.content
        if i not in plan.headings
    )
    for index, paragraph in enumerate(scene.paragraphs):
        if plan.sides[index] is not side:
            continue
        end_before = scene.paragraphs[index - 1].span.end if index else 0
        gap = text[end_before : paragraph.span.start]
        if builder.length and last == index - 1:
            builder.take(gap, end_before)
        else:
            if builder.length:
                builder.add("\n\n")
            bullet = gap.rpartition("\n")[2].lstrip()
            builder.take(bullet, paragraph.span.start - len(bullet))
        last = index
        builder.mark()
        builder.take(scene.texts[index], paragraph.span.start)
        builder.end(_block(paragraph, index, plan, quoted_only=quoted_only))
    draft = builder.draft(scene.draft.title, scene.draft.date)._replace(
        # Of the text as a whole, whose author answers: the report is another's.
        author=scene.draft.author if side is Side.B else "",
        publisher=scene.draft.publisher if side is Side.B else "",
        pages=_pages(builder, scene.draft.pages),
    )
    if any(p.block is Block.TITLE for p in scene.paragraphs) and not any(
        p.block is Block.TITLE for p in draft.paragraphs
    ):
        draft = draft._replace(title="")
    return draft._replace(runs=compose(draft.runs, scene.draft.runs))


def _pages(builder: DraftBuilder, pages: Sequence[int]) -> tuple[int, ...]:
    """Where the pages of the whole text begin in what was built of it."""
    runs = builder.runs
    ends = [place + length for _, place, length in runs]
    found = []
    for page in pages:
        index = bisect_right(ends, page)
        if index < len(runs):
            start, place, _ = runs[index]
            found.append(start + max(page - place, 0))
        else:
            found.append(builder.length)
    return tuple(found)


def _block(paragraph: Paragraph, index: int, plan: Plan, *, quoted_only: bool) -> Block:
    """A line that announces a side claims nothing; a report that is all quotation is prose."""
    if index in plan.headings:
        return Block.HEADING
    if quoted_only and paragraph.block is Block.QUOTE:
        return Block.PROSE
    return paragraph.block


def _tail(document: Document) -> Span | None:
    start = None
    for paragraph in reversed(document.paragraphs):
        if paragraph.block is not Block.BOILERPLATE:
            break
        start = paragraph.span.start
    return None if start is None else Span(start, len(document.text))


def _place(draft: Draft, start: int) -> int:
    """The place in the source; without places there, the one in the text."""
    runs = compose([(0, start, 1)], draft.runs)
    return runs[0][1] if runs else 0 if draft.runs else start
