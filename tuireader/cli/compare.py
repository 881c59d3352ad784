"""`tuireader compare`: the reader on a terminal, else a printed diff."""

from __future__ import annotations

from tuireader.cli import options, shape
from tuireader.cli.inputs import Inputs
from tuireader.cli.options import When
from tuireader.cli.printing import Print, check, deliver
from tuireader.cli.reader import Look, can_open, open_reader


def compare(
    a: options.SideA,
    b: options.SideB = None,
    *,
    form: shape.Form = None,
    output: shape.Output = None,
    force: shape.Force = False,
    only: shape.Only = None,
    topic: shape.Topic = None,
    order: shape.Sort = None,
    stat: shape.Stat = False,
    quiet: shape.Quiet = False,
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
    jobs: shape.Jobs = None,
) -> int:
    """Compare two accounts: where they agree, diverge and conflict.

    On a terminal this opens the reader. Elsewhere, and with any option that shapes the print, it
    prints. Exit codes: 0 no listed pair diverges or conflicts, 1 some does, 2 trouble.
    """
    dates, labels, forms = (date_a, date_b), (label_a, label_b), (format_a, format_b)
    inputs = Inputs(
        a, b, at, dates, labels, lenses=lenses or (), forms=forms, allow_private=allow_private
    )
    how = Print(
        format=form,
        output=output,
        force=force,
        only=shape.listed(only) if only is not None else (),
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
