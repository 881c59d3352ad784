"""Tables, patterns and code, made ready once a machine rather than once a process.

To parse the tables and to compile the patterns takes a fifth of a comparison of two short texts. So
what comes of it is kept in one file beside the modules that Python keeps compiled, on the same
terms: a table is parsed anew when its file has changed, and everything when Python has. Where
nothing may be written there (`python -B`, a folder of another user's), all works without it.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from importlib import import_module
from types import CodeType
from typing import Any, AnyStr, ParamSpec, TypeVar

Table = dict[str, Any]
_Stamp = tuple[int, int]  # when a file was changed, in nanoseconds, and its length
# Flags, steps, number of groups, number of each name, name of each number.
_Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

P = ParamSpec("P")
T = TypeVar("T")

_SOURCES = (".py", ".txt", ".toml")
_FORM = 2  # of what is kept; another one with each change of it
MOST = 1000
"""Patterns kept: more than there are. Those that somebody has edited away are in it, too."""


def read(module: str, name: str) -> str:
    """The text of a file that ships with a module, which is meant to pass its `__name__`."""
    try:
        with open(_path(module, name), encoding="utf-8") as file:  # noqa: PTH123 - quick start
            return file.read()
    except OSError:  # not on a disk by itself: a zip archive
        from importlib.resources import files  # noqa: PLC0415

        return files(module.rpartition(".")[0]).joinpath(name).read_text("utf-8")


def names(module: str, ending: str) -> list[str]:
    """The files that ship with a module and end so, in order."""
    try:
        found = os.listdir(os.path.dirname(_path(module, "")))  # noqa: PTH120, PTH208
    except OSError:
        from importlib.resources import files  # noqa: PLC0415

        found = [entry.name for entry in files(module.rpartition(".")[0]).iterdir()]
    return sorted(name for name in found if name.endswith(ending))


def table(module: str, name: str) -> Table:
    """What a TOML file that ships with a module holds; not to be changed.

    Args:
        module: The `__name__` of the module beside it.
        name: Of the file.
    """
    store = _store()
    path = _path(module, name)
    try:
        status = os.stat(path)  # noqa: PTH116 - quick start
    except OSError:
        return _parsed(module, name)
    stamp = (status.st_mtime_ns, status.st_size)
    found = store.tables.get(path)
    if found is None or found[0] != stamp:
        found = store.tables[path] = (stamp, _parsed(module, name))
        store.write_at_end()
    return found[1]


def kept(*others: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Have what a function makes of tables kept for the next process.

    The function takes strings only, goes by nothing but them and the code and tables of its folder
    and of those of `others`, and gives what marshal can write: str, numbers, tuples, lists, sets,
    dicts. It is made anew when any file in those folders has changed.

    Args:
        others: Names of modules that are imported.
    """

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        @wraps(make)
        def ready(*args: P.args, **kwargs: P.kwargs) -> T:
            module = sys.modules[make.__module__]
            compiled_module = getattr(module.__spec__, "cached", None)
            if not compiled_module:
                return make(*args, **kwargs)
            path = ".".join((compiled_module, make.__name__, *map(str, args), "ready"))
            stamp = (*_version(), *(_stamp(_path(name, "")) for name in (module.__name__, *others)))
            found = _load(path)
            if found is not None and found[0] == stamp:
                made: T = found[1]
                return made
            made = make(*args, **kwargs)
            _save(path, (stamp, made))
            return made

        return ready

    return decorate


def code(text: str) -> CodeType:
    """What `compile` makes of statements, without compiling where that has been done before."""
    store = _store()
    found = store.codes.get(text)
    if found is None:
        found = store.codes[text] = compile(text, "<ready>", "exec", dont_inherit=True)
        store.write_at_end()
    return found


def compiled(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, without compiling where that has been done before."""
    store = _store()
    program = store.programs.get((text, int(flags)))
    if program is None:
        store.wanted.append((text, int(flags)))
        store.write_at_end()
        return re.compile(text, flags)
    bits, steps, groups, numbers, names = program
    code = memoryview(steps).cast("I").tolist()
    made: re.Pattern[AnyStr] = _sre().compile(text, bits, code, groups, numbers, names)
    return made


class _Store:
    """What is ready, and what has been wanted besides."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._changed = False
        self.tables: dict[str, tuple[_Stamp, Table]] = {}
        self.programs: dict[tuple[str | bytes, int], _Program] = {}
        self.codes: dict[str, CodeType] = {}
        self.wanted: list[tuple[str | bytes, int]] = []
        found = _load(path)
        if found is not None and found[0] == _version():
            self.tables, self.programs, self.codes = found[1]

    def write_at_end(self) -> None:
        """Keep what is ready for the next process, when this one ends."""
        if not self._changed and self._path and not sys.dont_write_bytecode:
            self._changed = True
            atexit.register(self._write)

    def _write(self) -> None:
        old = self.programs if len(self.programs) + len(self.wanted) < MOST else {}
        with suppress(ValueError, AttributeError, TypeError, ImportError):
            programs = old | {key: _program(*key) for key in self.wanted}
            codes = self.codes if len(self.codes) < MOST else {}
            _save(self._path, (_version(), (self.tables, programs, codes)))


@cache
def _store() -> _Store:
    """The store of this process; its file stands where Python keeps this module compiled."""
    module = __spec__.cached if _sre() else None
    return _Store(f"{module}.ready" if module else "")


def _load(path: str) -> Any:  # noqa: ANN401 - a pair, of a stamp and whatever was kept
    """What was kept in a file; None where nothing was, or it is damaged."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        with open(path, "rb") as file:  # noqa: PTH123 - quick start
            stamp, made = marshal.loads(file.read())  # noqa: S302
        return stamp, made
    return None


def _save(path: str, pair: Any) -> None:  # noqa: ANN401 - a pair, as `_load` gives it
    """Write all or nothing: another process may read it, or write at the same time."""
    if sys.dont_write_bytecode:
        return
    draft = f"{path}.{os.getpid()}"
    with suppress(OSError, ValueError):
        data = marshal.dumps(pair)
        with open(draft, "xb") as file:  # noqa: PTH123
            file.write(data)
        os.replace(draft, path)  # noqa: PTH105


@cache
def _stamp(folder: str) -> tuple[int, int, int]:
    """What changes when any file of a folder does: number, newest change, length of all."""
    with suppress(OSError), os.scandir(folder) as entries:
        found = [entry.stat() for entry in entries if entry.name.endswith(_SOURCES)]
        newest = max((status.st_mtime_ns for status in found), default=0)
        return len(found), newest, sum(status.st_size for status in found)
    return 0, 0, 0


def _path(module: str, name: str) -> str:
    return os.path.join(os.path.dirname(sys.modules[module].__file__ or ""), name)  # noqa: PTH118, PTH120


def _parsed(module: str, name: str) -> Table:
    import tomllib  # noqa: PLC0415 - not where it is ready

    return tomllib.loads(read(module, name))


@cache
def _sre() -> Any:  # noqa: ANN401 - it has no types
    """The engine of `re`, which takes a program; None where it is not as CPython 3.11 has it."""
    with suppress(ImportError):
        engine = import_module("_sre")
        if getattr(engine, "CODESIZE", 0) == 4 and hasattr(engine, "compile"):
            return engine
    return None


def _version() -> tuple[int, str, int]:
    """What programs hold for: they are as private to a build of Python as its bytecode is."""
    return _FORM, sys.version, getattr(_sre(), "MAGIC", 0)


def _program(text: str | bytes, flags: int) -> _Program:
    """The program of a pattern, made the way `re.compile` makes it."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    tree = parser.parse(text, flags)
    steps = b"".join(int(step).to_bytes(4, sys.byteorder) for step in compiler._code(tree, flags))  # noqa: SLF001
    state = tree.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return flags | state.flags, steps, state.groups - 1, state.groupdict, tuple(names)
