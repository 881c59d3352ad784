"""The settings of the reader: two TOML files and two variables, read, checked and laid together.

`docs/configuration.md` tells users of them. The options of the command line and the variables that
stand for options come on top of what is found here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

FILE = "config.toml"  # in the config folder
PROJECT_FILE = ".tuireader.toml"
ROOT_MARKS = (".git", ".hg")  # what the root of a repository holds

_FLAGS = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}


class ConfigError(ValueError):
    """A setting that can't be used; the message is one line: the file, the key, what is wanted."""


class Settings(NamedTuple):
    """What the settings come to.

    Attributes:
        theme: Name of a theme; None for the one that fits the terminal.
        ascii_only: Draw with ASCII characters only.
        link: Whether the panes begin linked.
        state: Whether the place in a pair of texts is kept for the next time.
        watch: Whether the reader looks after its files and compares again what has changed.
        first_paint: Whether the first frame is kept, and painted sooner the next time.
        lenses: Lens files of the user's own.
        reviewer: Who reviews; "" for the login name.
        keys: Keys for ids of commands, as `ReaderApp` takes them.
        sources: For each key that is set, the file or variable that sets it.
    """

    theme: str | None = None
    ascii_only: bool = False
    link: bool = True
    state: bool = True
    watch: bool = True
    first_paint: bool = True
    lenses: tuple[Path, ...] = ()
    reviewer: str = ""
    keys: Mapping[str, str] = {}
    sources: Mapping[str, str] = {}


def load_settings(
    folder: Path, start: Path, home: Path, environ: Mapping[str, str] = os.environ
) -> Settings:
    """Lay together, the later over the earlier: the user's file, the project's, the variables.

    Args:
        folder: The config folder.
        start: Where the search for the project's file begins.
        home: Where it ends at the latest, as at the root of a repository.
        environ: Has `TUIREADER_LINK`, `TUIREADER_STATE`, `TUIREADER_WATCH` and
            `TUIREADER_FIRST_PAINT`.

    Raises:
        ConfigError: Something in them is wrong.
    """
    values: dict[str, Any] = {}
    sources: dict[str, str] = {}
    files = (folder / FILE, *project_files(start, home))
    layers = [(str(file), read(file)) for file in files]
    layers += [(name, {key: _flag(name, environ)}) for key, name in _variables(environ)]
    for source, layer in layers:
        keys = {**values.get("keys", {}), **layer.get("keys", {})}
        values |= layer | {"keys": keys}
        sources |= dict.fromkeys(layer, source)
    values["ascii_only"] = values.pop("ascii", False)
    values["first_paint"] = values.pop("first-paint", True)
    return Settings(**values, sources=sources)


def project_files(start: Path, home: Path) -> list[Path]:
    """The nearest `.tuireader.toml`, from `start` upwards; a list of one or none.

    Parents are looked into only inside a repository or the home: what lies above is not the user's.
    """
    looked: list[Path] = []
    for folder in (start, *start.parents):
        looked.append(folder)
        if folder == home or any(_is_there(folder / mark) for mark in ROOT_MARKS):
            break
    else:
        del looked[1:]
    return [each / PROJECT_FILE for each in looked if _is_there(each / PROJECT_FILE)][:1]


def read(path: Path) -> dict[str, Any]:
    """The checked settings of a file; none where there is no such file.

    Raises:
        ConfigError: It can't be read, is no TOML, or something in it is wrong.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise ConfigError(f"{path}: can't be read: {reason}") from error
    return parse(text, path)


def parse(text: str, path: Path) -> dict[str, Any]:
    """The checked settings of TOML text.

    Args:
        text: The text.
        path: The file; names it in errors, and paths in it start from its folder.

    Raises:
        ConfigError: The text is no TOML, or something in it is wrong.
    """
    import tomllib  # noqa: PLC0415 - quick start: few have settings

    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error
    checked: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _CHECKS:
            raise ConfigError(f"{path}: there is no setting '{key}'; {_meant(key, _CHECKS)}")
        try:
            checked[key] = _CHECKS[key](value, path)
        except ValueError as error:
            raise ConfigError(f"{path}: {key} {error}") from error
    return checked


def _a_name(value: object, _path: Path) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError('must be the name of a theme in quotes, such as "ink"')
    return value


def _a_person(value: object, _path: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError('must be a name in quotes, such as "Ana"')
    return value


def _a_flag(value: object, _path: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false{', without quotes' * isinstance(value, str)}")
    return value


def _some_paths(value: object, path: Path) -> tuple[Path, ...]:
    if not isinstance(value, list) or not all(each and isinstance(each, str) for each in value):
        raise ValueError('must be a list of files, such as ["dams.toml"]')
    try:
        return tuple(path.absolute().parent / Path(each).expanduser() for each in value)
    except RuntimeError as error:
        raise ValueError(f"holds a home that is not known: {error}") from error


def _some_keys(value: object, _path: Path) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError('must be a table: a line [keys], below it lines like reader.quit = "x"')
    from tuireader.tui.keynames import KeysError, keymap  # noqa: PLC0415 - quick start

    try:
        return keymap(value)
    except KeysError as error:
        raise ValueError(f"{error}") from error


_CHECKS: Mapping[str, Callable[[object, Path], object]] = {
    "theme": _a_name,
    "ascii": _a_flag,
    "link": _a_flag,
    "state": _a_flag,
    "watch": _a_flag,
    "first-paint": _a_flag,
    "lenses": _some_paths,
    "reviewer": _a_person,
    "keys": _some_keys,
}


def _variables(environ: Mapping[str, str]) -> list[tuple[str, str]]:
    """The settings that a variable of their own gives; the other ones are those of options."""
    keys = ("link", "state", "watch", "first-paint")
    names = [(key, f"TUIREADER_{key.upper().replace('-', '_')}") for key in keys]
    return [(key, name) for key, name in names if environ.get(name)]


def _flag(name: str, environ: Mapping[str, str]) -> bool:
    try:
        return _FLAGS[environ[name].casefold()]
    except KeyError:
        raise ConfigError(f"{name} must be 1 or 0, not '{environ[name]}'") from None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder above that may not be looked into
        return False


def _meant(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    near = get_close_matches(word, list(known), 1)
    return f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
