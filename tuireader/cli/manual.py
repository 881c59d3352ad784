"""The manual page, made of the command line's own help: `python -m tuireader.cli.manual`.

It prints docs/tuireader.1, in the man macros of groff_man(7); a test holds the file against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader import __version__
from tuireader.cli import streams
from tuireader.cli.outline import Command, Parameter, outline

EXITS = (
    ("0", "No listed pair diverges or conflicts, or all went well."),
    ("1", "Some listed pair does, or a checked file has a mistake."),
    ("2", "Trouble; one line on standard error says what and what to do."),
    ("130", "Interrupted."),
)
VARIABLES = (
    ("NO_COLOR", "No colours where the option --color leaves it open."),
    ("COLUMNS", "Cells of a printed line."),
    ("PAGER", "Shows what is longer than the screen; less if it is not set."),
    ("VISUAL, EDITOR", "Opens a file from the reader."),
    ("TUIREADER_DEBUG", "Shows where an internal error came from."),
)


def page() -> str:
    """The whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    root = outline()
    yield f'.TH TUIREADER 1 "" "tuireader {_text(__version__)}" "User Commands"'
    yield ".SH NAME"
    yield f"tuireader \\- {_text(root.summary.rstrip('.'))}"
    yield ".SH SYNOPSIS"
    for command in root.walk():
        if not command.commands:
            yield ".br"
            yield _synopsis(command)
    yield ".SH DESCRIPTION"
    yield from _described(root)
    yield from (".TP", r"\fB\-h\fR, \fB\-\-help\fR", "Show the help; of a command behind its name.")
    for command in root.commands:
        yield f".SH {_text(' '.join(command.path[1:]).upper())}"
        for one in command.walk():
            if one is not command:
                yield f".SS {_text(' '.join(one.path[1:]))}"
            yield from _described(one)
    yield from _table("EXIT STATUS", EXITS)
    own = {
        (p.variable, f"As {p.names[0]}.")
        for command in root.walk()
        for p in command.parameters
        if p.variable and p.names
    }
    yield from _table("ENVIRONMENT", (*VARIABLES, *sorted(own)))


def _described(command: Command) -> Iterator[str]:
    yield from _paragraphs(command.help)
    for parameter in command.parameters:
        yield ".TP"
        yield _named(parameter)
        yield _text(parameter.help) or "(nothing more to say)"
    if command.epilog:
        yield ".PP"
        yield ".nf"
        yield from map(_text, command.epilog.splitlines())
        yield ".fi"


def _named(parameter: Parameter) -> str:
    if not parameter.names:
        return f".I {_text(parameter.value)}"
    names = ", ".join(rf"\fB{_text(name)}\fR" for name in parameter.names)
    return f"{names} {_value(parameter)}".rstrip()


def _value(parameter: Parameter) -> str:
    return rf"\fI{_text(parameter.value)}\fR" if parameter.value else ""


def _synopsis(command: Command) -> str:
    arguments = [
        _value(p) if p.required else f"[{_value(p)}]" for p in command.parameters if not p.names
    ]
    options = [r"[\fIoption\fR ...]"] if any(p.names for p in command.parameters) else []
    return " ".join([rf"\fB{_text(' '.join(command.path))}\fR", *options, *arguments])


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield ".PP"
        yield _text(" ".join(paragraph.split()))


def _table(title: str, rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f".SH {title}"
    for name, meaning in rows:
        yield ".TP"
        yield f".B {_text(name)}"
        yield _text(meaning)


def _text(text: str) -> str:
    """Text that no request begins and no escape is read in."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"(?m)^(?=[.'])", r"\\&", escaped)


if __name__ == "__main__":
    streams.prepare()
    streams.emit(page())
