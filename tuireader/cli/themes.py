"""`tuireader themes`: what the reader can look like."""

from __future__ import annotations

import typer

from tuireader.cli import streams
from tuireader.cli.trouble import Exit

app = typer.Typer()


@app.callback(invoke_without_command=True)
def front(context: typer.Context) -> int:
    """What the reader can look like."""
    return Exit.SAME if context.invoked_subcommand else list_()


@app.command("list")
def list_() -> int:
    """List the themes, the default one first."""
    from tuireader.themes.loader import bundled  # noqa: PLC0415

    themes = bundled()
    width = max((len(theme.name) for theme in themes), default=0)
    for theme in themes:
        kind = "the terminal's own colours" if theme.ansi else "dark" if theme.dark else "light"
        streams.emit(f"{theme.name:<{width}}  {kind}\n")
    return Exit.SAME
