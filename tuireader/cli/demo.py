"""`tuireader demo`: a bundled pair in the reader, or printed where there is no terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from tuireader.cli import options
from tuireader.cli.inputs import Inputs
from tuireader.cli.printing import Print, deliver
from tuireader.cli.reader import Look, can_open, open_reader
from tuireader.cli.trouble import Trouble


def demo(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", show_default=False, help="Which pair.")
    ] = None,
    *,
    theme: options.Theme = None,
    ascii_only: options.Ascii = False,
) -> int:
    """Read a bundled pair; print it where there is no terminal."""
    inputs = _sample(name)
    if can_open(inputs):
        return open_reader(inputs, Look(theme, ascii_only))
    return deliver(inputs, Print(ascii_only=ascii_only, exit_zero=True))


def _sample(name: str | None) -> Inputs:
    from tuireader.sample_docs import DEFAULT, SAMPLES, path  # noqa: PLC0415

    sample = SAMPLES.get(name or DEFAULT)
    if sample is None:
        raise Trouble(f"no demo is called '{name}'; there are {', '.join(SAMPLES)}")
    return Inputs(*(str(path(part)) for part in sample.files))
