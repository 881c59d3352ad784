"""The commands, put together. Importing this imports no engine and no screen."""

from __future__ import annotations

from typing import Annotated

import typer

from tuireader import __version__
from tuireader.cli import streams
from tuireader.cli.batch import batch
from tuireader.cli.compare import compare
from tuireader.cli.demo import demo
from tuireader.cli.lenses import app as lenses
from tuireader.cli.reader import read
from tuireader.cli.split import split
from tuireader.cli.themes import app as themes

# The backspace keeps Typer from filling these lines as a paragraph.
EXAMPLES = """\b
Examples:
  tuireader compare report.txt answer.txt
  tuireader compare both-in-one.md --at "What really happened"
  tuireader compare a.txt b.txt --format text --only conflict
  generate | tuireader compare - b.txt --format json
"""

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        streams.emit(f"tuireader {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def front(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Two accounts of one event, side by side: where they agree, diverge and conflict, and why."""
    if context.invoked_subcommand is None and not version:
        streams.emit(context.get_help() + "\n")


app.command(epilog=EXAMPLES)(compare)
for command in (read, demo, split, batch):
    app.command()(command)
app.add_typer(lenses, name="lenses")
app.add_typer(themes, name="themes")
