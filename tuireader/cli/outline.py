"""The command line as data: its commands, arguments and options, for completion and the manual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer

from tuireader.cli.app import assembled


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument or an option.

    Attributes:
        names: "--output", "-o"; for a switch with an opposite both ("--ascii", "--no-ascii");
            none for an argument.
        value: What stands for the value in the help, "" for a switch.
        choices: The values there are, where they are few.
        help: One line or more.
        variable: The environment variable that gives it, or "".
        required: Whether it must be there.
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str
    variable: str
    required: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or a group of them.

    Attributes:
        path: The words that call it, "tuireader" first.
        help: Paragraphs.
        epilog: What stands after the options.
        parameters: Those that are not hidden.
        commands: Those below it that are not hidden.
    """

    path: tuple[str, ...]
    help: str
    epilog: str
    parameters: tuple[Parameter, ...]
    commands: tuple[Command, ...]

    @property
    def summary(self) -> str:
        """The first sentence of the help."""
        return " ".join(self.help.split("\n\n")[0].split())

    def option(self, name: str) -> Parameter | None:
        """The option of that name."""
        return next((p for p in self.parameters if name in p.names), None)

    def walk(self) -> Iterator[Command]:
        """This command and all below it."""
        yield self
        for command in self.commands:
            yield from command.walk()


def outline(first: str | None = None) -> Command:
    """The commands; where `first` names one, that one alone, which is quicker."""
    return _command(typer.main.get_command(assembled(first)), ("tuireader",))


# Typer has a copy of Click in some versions and wraps it in others, so there are no types for this.
def _command(command: Any, path: tuple[str, ...]) -> Command:  # noqa: ANN401
    below = getattr(command, "commands", {})
    return Command(
        path,
        _clean(command.help),
        _clean(command.epilog),
        tuple(_parameter(p) for p in command.params if not getattr(p, "hidden", False)),
        tuple(_command(one, (*path, name)) for name, one in below.items() if not one.hidden),
    )


def _parameter(parameter: Any) -> Parameter:  # noqa: ANN401
    option = parameter.param_type_name == "option"
    choices = tuple(str(choice) for choice in getattr(parameter.type, "choices", None) or ())
    flag = option and parameter.is_flag
    variable = parameter.envvar if isinstance(parameter.envvar, str) else ""
    return Parameter(
        (*parameter.opts, *parameter.secondary_opts) if option else (),
        "" if flag else parameter.metavar or parameter.name.upper(),
        choices,
        _clean(getattr(parameter, "help", None)),
        variable,
        parameter.required,
    )


def _clean(text: str | None) -> str:
    return (text or "").replace("\b\n", "").strip()
