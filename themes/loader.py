"""Reads theme files. A theme is data: this module knows no terminal library."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_HERE = os.path.dirname(__file__)  # noqa: PTH120 - quick start
DEFAULT = "ink"
LIGHT = "paper"  # in place of the default on a light ground
RELATIONS = ("agree", "diverge", "conflict", "unmatched")
COLORS = ("background", "surface", "panel", "foreground", "muted", "primary", "accent", "border")
INKS = ("sign", "text", "surface", "selected", "selected-text")

_COLOR = re.compile(
    r"#[0-9a-fA-F]{6}|ansi_(?:default|(?:bright_)?(?:black|red|green|yellow|blue|magenta|cyan|white))"
)


class ThemeError(ValueError):
    """A theme file that can't be used; the message is one line naming the file and the fault."""


class ThemeFile(NamedTuple):
    """A theme as its file gives it. Colours are "#rrggbb", or ANSI names such as "ansi_red".

    Attributes:
        name: What the user picks it by.
        dark: Whether light text stands on a dark ground.
        ansi: Whether it is made of the terminal's own sixteen colours.
        colors: One for each of `COLORS`.
        relations: For each of `RELATIONS` one for each of `INKS`: the sign in gutter, band and
            ruler; the words of a claim and what lies behind them; the same when it is selected.
    """

    name: str
    dark: bool
    ansi: bool
    colors: Mapping[str, str]
    relations: Mapping[str, Mapping[str, str]]


@cache
def bundled_names() -> tuple[str, ...]:
    """The names of the themes that come with tuireader, the default one first."""
    try:
        entries = os.listdir(_HERE)  # noqa: PTH208 - quick start
    except OSError:  # in a zip archive
        from importlib.resources import files  # noqa: PLC0415

        entries = [entry.name for entry in files("tuireader.themes").iterdir()]
    names = [name.removesuffix(".toml") for name in entries if name.endswith(".toml")]
    return tuple(sorted(names, key=lambda name: (name != DEFAULT, name)))


def bundled() -> tuple[ThemeFile, ...]:
    """The themes that come with tuireader, the default one first."""
    return tuple(bundled_theme(name) for name in bundled_names())


@cache
def bundled_theme(name: str) -> ThemeFile:
    """A theme that comes with tuireader; its file bears its name.

    Raises:
        ThemeError: There is none of this name.
    """
    return parse(source_of(name), f"{name}.toml")


def source_of(name: str) -> str:
    """The text of the file of a theme that comes with tuireader.

    Raises:
        ThemeError: There is none of this name.
    """
    if name not in bundled_names():
        raise ThemeError(f"no theme is called {name!r}; there are {', '.join(bundled_names())}")
    try:
        return Path(_HERE, f"{name}.toml").read_text("utf-8")
    except OSError:
        from importlib.resources import files  # noqa: PLC0415

        return files("tuireader.themes").joinpath(f"{name}.toml").read_text("utf-8")


def load(path: Path) -> ThemeFile:
    """The theme of a file.

    Raises:
        ThemeError: The file can't be read, is no TOML, or lacks or mistakes something.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise ThemeError(f"{path}: can't be read: {reason}") from error
    return parse(text, str(path))


def load_folder(folder: Path) -> tuple[list[ThemeFile], list[ThemeError]]:
    """All `*.toml` of a folder by file name: the good themes, and the faults of the others."""
    themes: list[ThemeFile] = []
    errors: list[ThemeError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            themes.append(load(path))
        except ThemeError as error:
            errors.append(error)
    return themes, errors


def parse(text: str, source: str) -> ThemeFile:
    """The theme that TOML text describes; `source` names it in errors.

    Raises:
        ThemeError: The text is no TOML, or lacks or mistakes something.
    """
    import tomllib  # noqa: PLC0415 - not where it is kept ready

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"{source}: not TOML: {error}") from error
    _no_strangers(table, ("name", "dark", "ansi", "colors", "relations"), source, "")
    name = table.get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise ThemeError(f"{source}: name must be lower-case letters, digits and hyphens")
    relations = _table(table, "relations", source)
    _no_strangers(relations, RELATIONS, source, "relations.")
    return ThemeFile(
        name=name,
        dark=_flag(table, "dark", source, default=True),
        ansi=_flag(table, "ansi", source, default=False),
        colors=_colors(_table(table, "colors", source), COLORS, source, "colors."),
        relations={
            relation: _colors(
                _table(relations, relation, source, "relations."),
                INKS,
                source,
                f"relations.{relation}.",
            )
            for relation in RELATIONS
        },
    )


def _flag(table: Mapping[str, Any], key: str, source: str, *, default: bool) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise ThemeError(f"{source}: {key} must be true or false")
    return value


def _table(table: Mapping[str, Any], key: str, source: str, prefix: str = "") -> Mapping[str, Any]:
    value = table.get(key)
    if not isinstance(value, dict):
        raise ThemeError(f"{source}: the table [{prefix}{key}] is missing; add it")
    return value


def _colors(
    table: Mapping[str, Any], names: tuple[str, ...], source: str, prefix: str
) -> dict[str, str]:
    _no_strangers(table, names, source, prefix)
    colors: dict[str, str] = {}
    for name in names:
        value = table.get(name)
        if value is None:
            raise ThemeError(f'{source}: {prefix}{name} is missing; add a line {name} = "#1f6feb"')
        if not isinstance(value, str) or not _COLOR.fullmatch(value):
            raise ThemeError(
                f"{source}: {prefix}{name} is {value!r}, not a colour like #1f6feb or ansi_blue"
            )
        colors[name] = value
    return colors


def _no_strangers(
    table: Mapping[str, Any], known: tuple[str, ...], source: str, prefix: str
) -> None:
    for key in table:
        if key not in known:
            raise ThemeError(
                f"{source}: {prefix}{key} is not known here; there are {', '.join(known)}"
            )
