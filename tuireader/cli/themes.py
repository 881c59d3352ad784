"""`tuireader themes`: what the reader can look like, and a check of a theme of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuireader.cli import streams
from tuireader.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tuireader.themes.loader import ThemeFile

app = typer.Typer()


@app.callback(invoke_without_command=True)
def front(context: typer.Context) -> int:
    """The looks of the reader: list them, print one to start from, or check one of your own."""
    return Exit.SAME if context.invoked_subcommand else list_()


@app.command("list")
def list_() -> int:
    """List the themes: those that come with tuireader, the default one first, then your own."""
    from tuireader.themes.loader import bundled, load_folder  # noqa: PLC0415
    from tuireader.tui.paths import config_folder  # noqa: PLC0415

    folder = config_folder() / "themes"
    own, errors = load_folder(folder)
    rows = [(theme, "") for theme in bundled() if theme.name not in {each.name for each in own}]
    rows += [(theme, f", from {folder}") for theme in own]
    width = max(len(theme.name) for theme, _ in rows)
    lines = (f"{theme.name:<{width}}  {_kind(theme)}{source}\n" for theme, source in rows)
    streams.emit("".join(lines))
    for error in errors:
        streams.narrate(f"tuireader: {error}")
    return Exit.SAME


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", show_default=False)],
) -> int:
    """Print the file of a theme that comes with tuireader, to make your own of."""
    from tuireader.themes.loader import ThemeError, source_of  # noqa: PLC0415

    try:
        streams.emit(source_of(name))
    except ThemeError as error:
        raise Trouble(str(error)) from error
    return Exit.SAME


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)],
) -> int:
    """Check theme files; exit with 1 where one has a mistake or a text that is hard to read."""
    from tuireader.themes.contrast import faint  # noqa: PLC0415
    from tuireader.themes.loader import ThemeError, load  # noqa: PLC0415

    sound = True
    for file in files:
        try:
            lines = [f"{file}: {line}" for line in faint(load(file))]
        except ThemeError as error:
            lines = [str(error)]
        sound = sound and not lines
        streams.emit("".join(f"{line}\n" for line in lines or [f"{file}: ok"]))
    return Exit.SAME if sound else Exit.DIFFERENT


def _kind(theme: ThemeFile) -> str:
    return "the terminal's own colours" if theme.ansi else "dark" if theme.dark else "light"
