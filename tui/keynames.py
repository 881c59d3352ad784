"""Reads the keys that a user gives to commands in place of the usual ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from tuireader.tui.keymap import PLACES
from tuireader.tui.review.keys import PLACES as REVIEW_PLACES

EVERYWHERE = {**PLACES, **REVIEW_PLACES}
IDS = (
    *dict.fromkeys(command.id for commands in EVERYWHERE.values() for command in commands),
    "app.quit",
)

_NAMED = frozenset({*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()})
_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})


class KeysError(ValueError):
    """Keys that can't be used; the message is a sentence that follows the word "keys"."""


def keymap(table: Mapping[str, object]) -> dict[str, str]:
    """The keys by ids of commands, several of one command parted by commas.

    Args:
        table: Has strings, or lists of strings, by ids; `reader.quit` may be a table in a table,
            as TOML reads a name with a dot.

    Raises:
        KeysError: There is no such command or no such key, or one key is given twice in a place.
    """
    keys: dict[str, str] = {}
    owners: dict[tuple[str, str], str] = {}
    for identity, value in _flat(table):
        if identity not in IDS:
            from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

            near = get_close_matches(identity, IDS, 1, cutoff=0)[0]
            raise KeysError(f"has no command '{identity}'; did you mean '{near}'?")
        names = _names(identity, value)
        for name in names:
            owner = owners.setdefault((identity.partition(".")[0], name), identity)
            if owner != identity:
                raise KeysError(f"gives '{name}' to both {owner} and {identity}; give one another")
        keys[identity] = ",".join(names)
    return keys


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _names(identity: str, value: object) -> list[str]:
    """The keys of one command. In a list "," is that key, in a string it parts two."""
    given = value.split(",") if isinstance(value, str) else value
    if not isinstance(given, list) or not given:
        raise KeysError(f'wants a key for {identity}, such as "x" or ["x", "ctrl+x"]')
    for name in given:
        if not isinstance(name, str) or not _is_key(name.strip(" ") or name):
            raise KeysError(
                f"knows no key {name!r} for {identity}; "
                'keys are written like "x", "X", "ctrl+x", "f2", "enter", "question_mark"'
            )
    names = ("space" if name == " " else name.strip() for name in given)
    return ["comma" if name == "," else name for name in names]


def _is_key(name: str) -> bool:
    if len(name) == 1:
        return name.isprintable()
    *modifiers, base = name.split("+")
    return _MODIFIERS.issuperset(modifiers) and (
        base in _NAMED or (bool(base) and key_to_character(base) is not None)
    )
