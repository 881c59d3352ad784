"""`tuireader compare`: the reader on a terminal, else a printed diff."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tuireader.cli import options
from tuireader.cli.inputs import Inputs
from tuireader.cli.options import When
from tuireader.cli.printing import LISTED, Order, Print, check, deliver
from tuireader.cli.reader import Look, can_open, open_reader
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


def compare(
    a: options.SideA,
    b: options.SideB = None,
    *,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format", metavar="FORM", parser=a_format, help=f"Print {', '.join(COMPARED)}."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Print into a new file; its name (.html, .csv, ...) tells the format.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let --output replace a file.")] = False,
    only: Annotated[
        str | None, typer.Option("--only", metavar="LIST", help=f"List only: {','.join(LISTED)}.")
    ] = None,
    topic: Annotated[
        str | None, typer.Option("--topic", metavar="NAME", help="List only pairs of this lens.")
    ] = None,
    order: Annotated[
        Order | None, typer.Option("--sort", metavar="ORDER", help="By gravity, or by place in A.")
    ] = None,
    stat: Annotated[bool, typer.Option("--stat", help="Print a line a topic, and sums.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code tells.")
    ] = False,
    width: options.Width = None,
    colour: options.Colour = When.AUTO,
    ascii_only: options.Ascii = None,
    theme: options.Theme = None,
    watch: options.Watch = None,
    label_a: options.LabelA = None,
    label_b: options.LabelB = None,
    date_a: options.DateA = None,
    date_b: options.DateB = None,
    format_a: options.FormatA = None,
    format_b: options.FormatB = None,
    allow_private: options.AllowPrivate = False,
    lenses: options.Lenses = None,
    at: options.At = None,
    exit_zero: options.ExitZero = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="Processes that share the work of a print; 1 without it. For very long texts.",
        ),
    ] = None,
) -> int:
    """Compare two accounts: where they agree, diverge and conflict.

    On a terminal this opens the reader. Elsewhere, and with any option that shapes the print, it
    prints. Exit codes: 0 no listed pair diverges or conflicts, 1 some does, 2 trouble.
    """
    inputs = Inputs(
        a,
        b,
        at,
        dates=(date_a, date_b),
        labels=(label_a, label_b),
        lenses=lenses or (),
        forms=(format_a, format_b),
        allow_private=allow_private,
    )
    how = Print(
        format=form,
        output=output,
        force=force,
        only=listed(only) if only is not None else (),
        topic=topic,
        order=order,
        stat=stat,
        quiet=quiet,
        width=width,
        colour=colour,
        ascii_only=bool(ascii_only),
        exit_zero=exit_zero,
        jobs=jobs,
    )
    check(how, inputs)
    if can_open(inputs) and not how.asked:
        return open_reader(inputs, Look(theme, ascii_only, watch))
    return deliver(inputs, how)
