"""The lenses that are shipped and the user's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from os import PathLike
from pathlib import Path

from tuireader.compare import ready
from tuireader.compare.lenses.model import Lens, LensError
from tuireader.compare.lenses.schema import lens_from

LensPath = str | PathLike[str]


def load_lenses(paths: Sequence[LensPath] = ()) -> tuple[Lens, ...]:
    """The shipped lenses by file name, then those of the files, in the order given.

    Raises:
        LensError: A file can't be read or has a mistake; the message is the first of `check_lens`.
    """
    lenses = list(shipped_lenses())
    if paths:
        lenses += _own_lenses(paths)
    return tuple(lenses)


def _own_lenses(paths: Sequence[LensPath]) -> Iterator[Lens]:
    from tuireader.compare.lenses.check import mistakes_in, read_lens_file  # noqa: PLC0415

    taken = _shipped_ids()
    for path in paths:
        file = read_lens_file(path)
        mistakes = [file.hindrance] if file.hindrance else []
        if file.table is not None:
            mistakes = list(mistakes_in(file.text, file.table, taken))
        if mistakes or file.table is None:
            raise LensError(mistakes[0].report(path))
        lens = lens_from(file.table)
        taken[lens.id] = str(path)
        yield lens


@cache
def shipped_lenses() -> tuple[Lens, ...]:
    """The lenses of this package, by file name; they are read once."""
    names = ready.names(__name__, ".toml")
    return tuple(lens_from(ready.table(__name__, name)) for name in names)


def _shipped_ids() -> dict[str, str]:
    return {lens.id: "a lens that is shipped" for lens in shipped_lenses()}


def check_lens(path: LensPath) -> list[str]:
    """What is wrong with a lens file, one line a mistake, none where it is right.

    A line names the file, the line (where the mistake has one), the key, what is wrong and how to
    mend it: `my.toml:3: term: unknown key; write "terms"`.
    """
    from tuireader.compare.lenses.check import mistakes_in, read_lens_file  # noqa: PLC0415

    file = read_lens_file(path)
    if file.hindrance is not None or file.table is None:
        return [file.hindrance.report(path)] if file.hindrance else []
    taken = {} if _is_shipped(path) else _shipped_ids()
    return [mistake.report(path) for mistake in mistakes_in(file.text, file.table, taken)]


def _is_shipped(path: LensPath) -> bool:
    return Path(path).resolve().parent == Path(__file__).resolve().parent
