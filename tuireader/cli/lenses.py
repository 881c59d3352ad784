"""`tuireader lenses`: the topics that are watched, and a check of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tuireader.cli import streams
from tuireader.cli.trouble import Exit

app = typer.Typer()


@app.callback(invoke_without_command=True)
def front(context: typer.Context) -> int:
    """The watched topics: list them, or check a file of your own."""
    return Exit.SAME if context.invoked_subcommand else list_()


@app.command("list")
def list_() -> int:
    """List the lenses that come with tuireader."""
    from tuireader.compare.lenses import load_lenses  # noqa: PLC0415

    lenses = load_lenses()
    width = max((len(lens.id) for lens in lenses), default=0)
    streams.emit("".join(f"{lens.id:<{width}}  {lens.title}\n" for lens in lenses))
    return Exit.SAME


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)],
) -> int:
    """Check lens files; exit with 1 where one has a mistake."""
    from tuireader.compare.lenses import check_lens  # noqa: PLC0415

    mistakes = {file: check_lens(file) for file in files}
    for file, found in mistakes.items():
        streams.emit("".join(f"{mistake}\n" for mistake in found) or f"{file}: ok\n")
    return Exit.DIFFERENT if any(mistakes.values()) else Exit.SAME
