"""The arguments and options that several commands share, and how their words are read."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class When(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def a_date(text: str) -> dt.date:
    """Read a day.

    Raises:
        typer.BadParameter: It is none, or not written as asked.
    """
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is no day of the form YYYY-MM-DD.") from error


class Form(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EML = "eml"


SideA = Annotated[
    str,
    typer.Argument(
        metavar="A",
        show_default=False,
        help="One account, or both in one: a file, a web address, '-' for standard input,"
        " '@clipboard'.",
    ),
]
SideB = Annotated[
    str | None, typer.Argument(metavar="B", show_default=False, help="The other account.")
]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="TEXT", help="Where A holds both: words that begin the second."),
]
LabelA = Annotated[
    str | None, typer.Option("--label-a", metavar="TEXT", help="What to call A, not by its path.")
]
LabelB = Annotated[
    str | None, typer.Option("--label-b", metavar="TEXT", help="What to call B, not by its path.")
]
DateA = Annotated[
    dt.date | None,
    typer.Option(
        "--date-a",
        metavar="YYYY-MM-DD",
        parser=a_date,
        help="The day of A, from which 'Monday' or 'next week' are counted.",
    ),
]
DateB = Annotated[
    dt.date | None,
    typer.Option("--date-b", metavar="YYYY-MM-DD", parser=a_date, help="The day of B."),
]
FormatA = Annotated[
    Form | None,
    typer.Option(
        "--format-a",
        metavar="FORM",
        help=f"Read A as {', '.join(Form)}, whatever it looks like.",
    ),
]
FormatB = Annotated[Form | None, typer.Option("--format-b", metavar="FORM", help="The same for B.")]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Let web addresses lead to this machine and its own network."
    ),
]
Lenses = Annotated[
    list[Path] | None,
    typer.Option(
        "--lenses",
        metavar="FILE",
        envvar="TUIREADER_LENSES",
        help="A lens file of your own, beside the shipped; repeatable.",
    ),
]
Width = Annotated[
    int | None,
    typer.Option(
        "--width", metavar="N", min=24, max=10_000, help="Cells of a line; two columns from 100 on."
    ),
]
Colour = Annotated[When, typer.Option("--color", metavar="WHEN", help="auto, always or never.")]
Ascii = Annotated[
    bool | None,
    typer.Option(
        "--ascii/--no-ascii",
        envvar="TUIREADER_ASCII",
        show_default=False,
        help="No signs beyond ASCII.",
    ),
]
Theme = Annotated[
    str | None,
    typer.Option(
        "--theme", metavar="NAME", envvar="TUIREADER_THEME", help="Of the reader's colours."
    ),
]
Watch = Annotated[
    bool | None,
    typer.Option(
        "--watch/--no-watch",
        show_default=False,
        help="In the reader: compare again when a file changes.",
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit with 0 also where the texts differ.")
]
