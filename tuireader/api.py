"""The public functions: texts or files in, a comparison out, and a report of it.

All of them raise `DocumentError` where a text cannot be read and `LensError` where a lens file is
wrong; the message of either is one clear line. Nothing here prints, and nothing knows a terminal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from tuireader.compare.documents import document_from_text, read_document
from tuireader.compare.lenses import Lens, load_lenses
from tuireader.compare.memory import Memory
from tuireader.compare.model import Comparison, Document, Side
from tuireader.compare.pipeline import Progress, compare_documents
from tuireader.compare.report.formats import FORMS, Format
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.standing import NO_RULINGS

if TYPE_CHECKING:
    from tuireader.compare.documents import Split
    from tuireader.compare.report.style import Style
    from tuireader.compare.review.model import Ruling

Paths = Sequence[str | PathLike[str]]


class Sides(NamedTuple):
    """Two documents, and how they were found in one file if they were."""

    a: Document
    b: Document
    split: Split | None = None


def compare_texts(
    a: str,
    b: str,
    *,
    label_a: str = "A",
    label_b: str = "B",
    markdown: bool = False,
    format_a: str | None = None,
    format_b: str | None = None,
    date_a: dt.date | None = None,
    date_b: dt.date | None = None,
    lenses: Paths = (),
) -> Comparison:
    """Compare two texts from memory.

    Args:
        a: The first account.
        b: The second account.
        label_a: What reports call the first account.
        label_b: What reports call the second account.
        markdown: Whether both are Markdown rather than plain text.
        format_a: "text", "markdown" or "html": the format of the first account alone.
        format_b: The same for the second account.
        date_a: The day that relative dates of the first account start from; without it the one in
            its dateline, if any.
        date_b: The same for the second account.
        lenses: Lens files, beside those that are shipped.
    """
    return compare(
        document_from_text(
            a, Side.A, source=label_a, markdown=markdown, form=format_a, date=date_a
        ),
        document_from_text(
            b, Side.B, source=label_b, markdown=markdown, form=format_b, date=date_b
        ),
        lenses=load_lenses(lenses),
    )


def compare_files(
    a: str | PathLike[str],
    b: str | PathLike[str] | None = None,
    *,
    at: str | None = None,
    format_a: str | None = None,
    format_b: str | None = None,
    allow_private: bool = False,
    date_a: dt.date | None = None,
    date_b: dt.date | None = None,
    lenses: Paths = (),
    stdin: BinaryIO | None = None,
) -> Comparison:
    """Compare two files, or the two sides of one file that quotes an account and answers it.

    Args:
        a: The first account, "-" for standard input, "@clipboard", an address that begins
            with http:// or https:// (needs the extra `web`), or one of these that holds both.
        b: The second account, or None where `a` holds both.
        at: Words with which the second side begins, where the file's own cues are not to decide.
        format_a: "text", "markdown", "html", "pdf", "docx", "odt" or "eml", where the format of the
            first account is not to be found out from its bytes and its name.
        format_b: The same for the second account.
        allow_private: Whether web addresses count that are not of the internet at large.
        date_a: The day that relative dates of the first account start from; without it the one in
            its dateline, if any.
        date_b: The same for the second account.
        lenses: Lens files, beside those that are shipped.
        stdin: What "-" reads, instead of the process's own.
    """
    sides = read_sides(
        a,
        b,
        at=at,
        format_a=format_a,
        format_b=format_b,
        allow_private=allow_private,
        date_a=date_a,
        date_b=date_b,
        stdin=stdin,
    )
    return compare(sides.a, sides.b, lenses=load_lenses(lenses))


def read_sides(
    a: str | PathLike[str],
    b: str | PathLike[str] | None = None,
    *,
    at: str | None = None,
    format_a: str | None = None,
    format_b: str | None = None,
    allow_private: bool = False,
    date_a: dt.date | None = None,
    date_b: dt.date | None = None,
    stdin: BinaryIO | None = None,
) -> Sides:
    """Read what `compare_files` would compare; the arguments are the same."""
    read_a, read_b = (
        partial(read_document, stdin=stdin, allow_private=allow_private, form=form, date=date)
        for form, date in ((format_a, date_a), (format_b, date_b))
    )
    if b is not None:
        return Sides(read_a(str(a), Side.A), read_b(str(b), Side.B))
    from tuireader.compare.documents import split_document  # noqa: PLC0415

    split = split_document(
        str(a),
        at=at,
        date=date_a or date_b,
        stdin=stdin,
        form=format_a,
        allow_private=allow_private,
    )
    return Sides(
        replace(split.a, date=date_a or split.a.date),
        replace(split.b, date=date_b or split.b.date),
        split,
    )


def compare(
    a: Document,
    b: Document,
    *,
    lenses: Sequence[Lens] | None = None,
    progress: Progress | None = None,
    memory: Memory | None = None,
    jobs: int = 1,
) -> Comparison:
    """Compare two documents that were read.

    Args:
        a: The document of side A.
        b: The document of side B.
        lenses: What `load_lenses` gave; the shipped ones if None.
        progress: Called now and then; what it raises ends the comparison.
        memory: Filled and used: makes the next comparison of nearly the same texts quicker.
        jobs: How many processes share the work; it pays from some thousand sentences on.
    """
    return compare_documents(a, b, lenses=lenses, progress=progress, memory=memory, jobs=jobs)


def render(
    comparison: Comparison,
    form: str = Format.TEXT,
    *,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
    style: Style | None = None,
) -> str:
    """A comparison as a report: what `tuireader compare --format` prints.

    Args:
        comparison: What to tell.
        form: "text", "json", "markdown", "html", "csv", "annotation" or "claim-review".
        selection: Which pairs and unmatched claims are listed.
        rulings: What a reviewer says of pairs, by the ids of the pairs. It is told in place of
            the machine's verdict, which stays beside it.
        style: Width, colours, order and signs; only text has them.

    Raises:
        ValueError: There is no such format.
    """
    from tuireader import __version__  # noqa: PLC0415

    wanted = Format(form)
    if wanted is Format.TEXT:
        from tuireader.compare.report import text  # noqa: PLC0415

        return text.render(
            comparison, version=__version__, selection=selection, rulings=rulings, style=style
        )
    renderer = FORMS[wanted].renderer()
    return renderer(comparison, version=__version__, selection=selection, rulings=rulings)
