"""Where in a TOML file a key or an item of a list stands; 0 where it can't be told."""

from __future__ import annotations

from tuireader.compare.ready import compiled

_SECTION = compiled(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")


def _name(raw: str) -> str:
    return raw.strip().strip("\"'")


def line_of(text: str, key: str, section: str = "") -> int:
    """The line, from 1, of a key in a section ("" for the top), or of the section's own head."""
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = _SECTION.match(line)
        if head:
            current = _name(head[1])
            if section == "" and current == key:
                return number
            continue
        name, equals, _ = line.partition("=")
        if equals and current == section and _name(name) == key:
            return number
        if equals and not current and section and _name(name) in (section, f"{section}.{key}"):
            return number
    return 0


def line_of_item(text: str, key: str, item: str, section: str = "") -> int:
    """The line of a quoted string after a key; the key's own line where the string is not found."""
    start = line_of(text, key, section)
    for number, line in enumerate(text.splitlines(), 1):
        if number >= start > 0 and (f'"{item}"' in line or f"'{item}'" in line):
            return number
    return start
