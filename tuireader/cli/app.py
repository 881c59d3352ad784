"""The commands, put together. None of them imports the engine or the screen before it runs."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, NamedTuple

import typer

from tuireader import __version__
from tuireader.cli import streams
from tuireader.cli.trouble import Exit, Trouble


class Place(NamedTuple):
    """Where a command is.

    Attributes:
        module: Imported only where the command is asked for.
        attribute: Its function there, or its own Typer.
        about: The first words of its help, for the list of commands, which shows about eight.
    """

    module: str
    attribute: str
    about: str


COMMANDS = {
    "compare": Place(
        "tuireader.cli.compare",
        "compare",
        "Compare two accounts: where they agree, diverge and conflict.",
    ),
    "read": Place(
        "tuireader.cli.reader",
        "read",
        "Open the reader on two accounts, or on one file that holds both.",
    ),
    "demo": Place(
        "tuireader.cli.demo",
        "demo",
        "Read a bundled pair; print it where there is no terminal.",
    ),
    "review": Place(
        "tuireader.cli.review",
        "review",
        "Review what the machine found, pair by pair: one key decides, and it is stored.",
    ),
    "serve": Place(
        "tuireader.cli.serve",
        "serve",
        "Read two accounts in a browser, on this machine unless --host says otherwise.",
    ),
    "split": Place(
        "tuireader.cli.split",
        "split",
        "Take apart a text that quotes an account and answers it.",
    ),
    "batch": Place(
        "tuireader.cli.batch",
        "batch",
        "Compare many pairs of texts: a row in, a comparison in JSON out.",
    ),
    "sessions": Place(
        "tuireader.cli.sessions",
        "app",
        "Stored reviews: list, show, resume, merge, export, import, delete, and so on.",
    ),
    "lenses": Place(
        "tuireader.cli.lenses",
        "app",
        "The watched topics: list them, or check a file of your own.",
    ),
    "themes": Place(
        "tuireader.cli.themes",
        "app",
        "The looks of the reader: list them, print one to start from, or check one of your own.",
    ),
    "completion": Place(
        "tuireader.cli.completion",
        "app",
        "Scripts that complete commands, options, formats, topics and themes in a shell.",
    ),
}
"""The commands, in the order of the help."""
_LISTS = frozenset({"--help", "-h", "--version"})

# The backspace keeps Typer from filling these lines as a paragraph.
EXAMPLES = """\b
Examples:
  tuireader compare report.txt answer.txt
  tuireader compare both-in-one.md --at "What really happened"
  tuireader compare a.txt b.txt --format text --only conflict
  generate | tuireader compare - b.txt --format json
"""


def assembled(first: str | None = None) -> typer.Typer:
    """The command line; where its first word names a command, with that one alone.

    Typer takes a millisecond or two a command to read its signature, and a module has to be
    imported for each, so what is not asked for is left out. A list of commands needs their names
    and first words only.
    """
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(invoke_without_command=True)(front)
    for name in [first] if first in COMMANDS else COMMANDS:
        place = COMMANDS[name]
        if first in _LISTS:
            app.command(name, help=place.about)(_listed)
            continue
        command = getattr(import_module(place.module), place.attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name, epilog=EXAMPLES if name == "compare" else None)(command)
    return app


def _listed() -> None:
    """Stands for a command in a list of them."""


def _version(wanted: bool) -> None:
    if wanted:
        streams.emit(f"tuireader {__version__}\n")
        raise typer.Exit


def front(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    theme: Annotated[
        str | None, typer.Option("--theme", envvar="TUIREADER_THEME", hidden=True)
    ] = None,
    ascii_only: Annotated[
        bool | None, typer.Option("--ascii/--no-ascii", envvar="TUIREADER_ASCII", hidden=True)
    ] = None,
) -> int:
    """Two accounts of one event, side by side: where they agree, diverge and conflict, and why.

    On a terminal, without a command: pick what to read.
    """
    if context.invoked_subcommand is not None or version:
        _check_place(context)
        return Exit.SAME
    from tuireader.cli.reader import Look, can_open, open_picker  # noqa: PLC0415

    if can_open():
        return open_picker(Look(theme, ascii_only))
    streams.emit(context.get_help() + "\n")
    return Exit.SAME


def _check_place(context: typer.Context) -> None:
    """Refuse an option of the reader before the command: it would have no effect there."""
    for name, option in (("theme", "--theme"), ("ascii_only", "--ascii")):
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            raise Trouble(f"{option} has its place behind the command")
