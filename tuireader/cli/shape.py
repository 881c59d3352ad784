"""The options that shape a printed comparison, and how their words are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tuireader.cli.printing import LISTED, Order
from tuireader.compare.report.formats import COMPARED, Format


def listed(text: str) -> tuple[str, ...]:
    """Read what `--only` names.

    Raises:
        typer.BadParameter: A word is none of `LISTED`.
    """
    words = tuple(word.strip().casefold() for word in text.split(","))
    for word in words:
        if word not in LISTED:
            hint = f"'{word}' is none of {', '.join(LISTED)}."
            raise typer.BadParameter(hint, param_hint="'--only'")
    return words


def a_format(text: str) -> Format:
    """Read the name of a format that a comparison can be printed in.

    Raises:
        typer.BadParameter: There is none of that name.
    """
    for format_ in COMPARED:
        if text.strip().casefold() == format_.value:
            return format_
    raise typer.BadParameter(f"'{text}' is none of {', '.join(COMPARED)}.")


Form = Annotated[
    Format | None,
    typer.Option("--format", metavar="FORM", parser=a_format, help=f"Print {', '.join(COMPARED)}."),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Print into a new file; its name (.html, .csv, ...) tells the format.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Let --output replace a file.")]
Only = Annotated[
    str | None, typer.Option("--only", metavar="LIST", help=f"List only: {','.join(LISTED)}.")
]
Topic = Annotated[
    str | None, typer.Option("--topic", metavar="NAME", help="List only pairs of this lens.")
]
Sort = Annotated[
    Order | None, typer.Option("--sort", metavar="ORDER", help="By gravity, or by place in A.")
]
Stat = Annotated[bool, typer.Option("--stat", help="Print a line a topic, and sums.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code tells.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="Processes that share the work of a print; 1 without it. For very long texts.",
    ),
]
