"""`tuireader completion`: scripts for shells, and the words that they ask for while one types.

A script asks `tuireader completion words -- WORD...` with the words up to the cursor, the last of
them unfinished. Where there is no answer the shell completes the name of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuireader.cli import streams
from tuireader.cli.trouble import Exit

if TYPE_CHECKING:
    from tuireader.cli.outline import Command, Parameter

BASH = """\
# tuireader in bash; in ~/.bashrc: eval "$(tuireader completion bash)"
_tuireader() {
    local word
    COMPREPLY=()
    while IFS=$'\\t' read -r word _; do
        [[ -n $word ]] && COMPREPLY+=("$word")
    done < <(tuireader completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _tuireader tuireader
"""
ZSH = """\
#compdef tuireader
# tuireader in zsh; in ~/.zshrc behind compinit: eval "$(tuireader completion zsh)"
_tuireader() {
    local -a found
    local line
    for line in "${(@f)$(tuireader completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] && found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
    done
    if (( $#found )); then _describe tuireader found; else _files; fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _tuireader "$@"
else
    compdef _tuireader tuireader
fi
"""
FISH = """\
# tuireader in fish: tuireader completion fish > ~/.config/fish/completions/tuireader.fish
function __tuireader_words
    set -l words (commandline -opc) (commandline -ct)
    set -l found (tuireader completion words -- $words[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c tuireader -f -a '(__tuireader_words)'
"""

app = typer.Typer()
Word = tuple[str, str]


@app.callback(invoke_without_command=True)
def front(context: typer.Context) -> int:
    """Scripts that complete commands, options, formats, topics and themes in a shell."""
    if context.invoked_subcommand is None:
        streams.emit(context.get_help() + "\n")
    return Exit.SAME


@app.command()
def bash() -> int:
    """Print the script for bash; in ~/.bashrc: eval "$(tuireader completion bash)"."""
    streams.emit(BASH)
    return Exit.SAME


@app.command()
def zsh() -> int:
    """Print the script for zsh; in ~/.zshrc: eval "$(tuireader completion zsh)"."""
    streams.emit(ZSH)
    return Exit.SAME


@app.command()
def fish() -> int:
    """Print the script for fish, to be kept in ~/.config/fish/completions/tuireader.fish."""
    streams.emit(FISH)
    return Exit.SAME


@app.command("words", hidden=True)
def words_(words: Annotated[list[str] | None, typer.Argument()] = None) -> int:
    """Print what the last of the words may become: a line a word, a tab, what it means."""
    streams.emit("".join(f"{word}\t{meaning}\n" for word, meaning in candidates(words or [])))
    return Exit.SAME


def candidates(words: Sequence[str]) -> list[Word]:
    """What the last word may become, with what it means.

    Args:
        words: Those behind "tuireader"; the last is unfinished, perhaps empty. Bash parts
            "--format=ht" into three.
    """
    from tuireader.cli.outline import outline  # noqa: PLC0415

    *before, last = list(words) or [""]
    if last == "=":
        last = ""
    elif before and before[-1] == "=":
        before.pop()
    prefix = ""
    if last.startswith("--") and "=" in last:
        option, _, last = last.partition("=")
        before, prefix = [*before, option], f"{option}="
    command = outline(before[0] if before else None)
    found = _offered(command, before, last)
    return [(prefix + word, meaning) for word, meaning in found if word.startswith(last)]


def _offered(command: Command, before: Sequence[str], last: str) -> Iterator[Word]:
    awaited: Parameter | None = None
    for word in before:
        below = {one.path[-1]: one for one in command.commands}
        if awaited is not None:
            awaited = None
        elif word in below:
            command = below[word]
        elif word.startswith("-"):
            option = command.option(word.partition("=")[0])
            awaited = option if option and option.value and "=" not in word else None
    if awaited is not None:
        yield from _values(awaited, command, last)
    elif last.startswith("-"):
        for option in command.parameters:
            yield from ((name, option.help) for name in option.names if name.startswith("--"))
        yield "--help", "Show the help."
    else:
        yield from ((one.path[-1], one.summary) for one in command.commands)
        yield from _arguments(command)


def _values(option: Parameter, command: Command, last: str) -> Iterable[Word]:
    """The values of an option; of a list those that may follow its last comma."""
    if option.choices:
        return ((choice, "") for choice in option.choices)
    if "--only" in option.names:
        from tuireader.cli.printing import LISTED  # noqa: PLC0415

        done, comma, _ = last.rpartition(",")
        return ((f"{done}{comma}{word}", "") for word in LISTED if word not in done.split(","))
    for name in option.names:
        if name in _VALUES:
            return _VALUES[name](command)
    return ()


def _arguments(command: Command) -> Iterable[Word]:
    if command.path[1:] == ("demo",):
        from tuireader.sample_docs import SAMPLES  # noqa: PLC0415

        return ((sample.id, sample.title) for sample in SAMPLES)
    return _themes(command) if command.path[1:] == ("themes", "show") else ()


def _formats(command: Command) -> Iterable[Word]:
    from tuireader.compare.report.formats import COMPARED, FORMS  # noqa: PLC0415

    known = COMPARED if command.path[1:] == ("compare",) else ()
    return ((form.value, FORMS[form].media_type) for form in known)


def _topics(command: Command) -> Iterable[Word]:
    del command
    from tuireader.compare.lenses import load_lenses  # noqa: PLC0415

    return ((lens.id, lens.title) for lens in load_lenses())


def _themes(command: Command) -> Iterable[Word]:
    del command
    from tuireader.themes.loader import bundled_names  # noqa: PLC0415

    return ((name, "") for name in bundled_names())


_VALUES: dict[str, Callable[[Command], Iterable[Word]]] = {
    "--format": _formats,
    "--topic": _topics,
    "--theme": _themes,
}
