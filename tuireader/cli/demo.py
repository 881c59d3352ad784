"""`tuireader demo`: a bundled pair in the reader, or printed where there is no terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from tuireader.cli import options, streams
from tuireader.cli.inputs import Inputs
from tuireader.cli.printing import Print, deliver
from tuireader.cli.reader import Look, can_open, open_reader
from tuireader.cli.trouble import Exit, Trouble


def demo(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", show_default=False, help="Which pair.")
    ] = None,
    *,
    names: Annotated[bool, typer.Option("--list", help="Print the names of the pairs.")] = False,
    theme: options.Theme = None,
    ascii_only: options.Ascii = None,
) -> int:
    """Read a bundled pair; print it where there is no terminal."""
    if names:
        return _list()
    inputs = _sample(name)
    if can_open(inputs):
        return open_reader(inputs, Look(theme, ascii_only, watch=False, remember=False))
    return deliver(inputs, Print(ascii_only=bool(ascii_only), exit_zero=True, told=False))


def _list() -> Exit:
    from tuireader.sample_docs import SAMPLES  # noqa: PLC0415

    width = max(len(sample.id) for sample in SAMPLES)
    for sample in SAMPLES:
        streams.emit(f"{sample.id:<{width}}  {sample.about}\n")
    return Exit.SAME


def _sample(name: str | None) -> Inputs:
    """The pair of that name, or the usual one; called by its title, not by its path."""
    from tuireader.sample_docs import DEFAULT, SAMPLES, path  # noqa: PLC0415

    found = [sample for sample in SAMPLES if sample.id == (name or DEFAULT)]
    if not found:
        known = ", ".join(sample.id for sample in SAMPLES)
        raise Trouble(f"no demo is called '{name}'; there are {known}")
    (sample,) = found
    a, *rest = (str(file) for file in path(sample.id))
    labels = (f"{sample.title}: report", f"{sample.title}: answer")
    return Inputs(a, rest[0] if rest else None, labels=labels)
