"""The settings of the reader, gathered from where this user has them. Printed forms have none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tuireader.cli.trouble import Trouble

if TYPE_CHECKING:
    from tuireader.themes.loader import ThemeFile
    from tuireader.tui.config import Settings


class Gathered(NamedTuple):
    """What is set.

    Attributes:
        settings: What the settings files and variables come to.
        themes: The user's own themes.
        faults: A line for each theme file that can't be used.
    """

    settings: Settings
    themes: tuple[ThemeFile, ...]
    faults: tuple[str, ...]


def gather() -> Gathered:
    """Read the settings files and the user's themes.

    Raises:
        Trouble: A settings file has a mistake, or names a theme that there is not.
    """
    from tuireader.themes.loader import load_folder  # noqa: PLC0415
    from tuireader.tui.config import ConfigError, load_settings  # noqa: PLC0415
    from tuireader.tui.paths import config_folder  # noqa: PLC0415

    folder = config_folder()
    try:
        settings = load_settings(folder, _here(), _home(), os.environ)
    except ConfigError as error:
        raise Trouble(str(error)) from error
    themes, errors = load_folder(folder / "themes")
    if settings.theme is not None:
        check_theme(settings.theme, themes, f"{settings.sources['theme']}: theme: ")
    return Gathered(settings, tuple(themes), tuple(_printable(str(error)) for error in errors))


def check_theme(name: str, own: Sequence[ThemeFile], where: str = "") -> None:
    """Refuse the name of a theme that there is not.

    Args:
        name: The name.
        own: The user's own themes.
        where: What the message begins with.

    Raises:
        Trouble: There is no such theme, bundled or own.
    """
    from tuireader.themes.loader import bundled_names  # noqa: PLC0415

    names = (*bundled_names(), *(theme.name for theme in own))
    if name not in names:
        raise Trouble(f"{where}no theme is called '{name}'; there are {', '.join(names)}")


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was removed
        return Path("/")


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # nobody's process
        return Path("/")


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() else " " for c in line)
