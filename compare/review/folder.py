"""The session files of a folder: found by name, and told of in a line each."""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tuireader.compare.review.errors import NotASessionError, ReviewError
from tuireader.compare.review.locks import WriterLock
from tuireader.compare.review.session import Session
from tuireader.compare.review.view import View

SUFFIX = ".review"

_BESIDE = ("", "-wal", "-shm", "-journal", "-lock")  # what belongs to one session


@dataclass(frozen=True, slots=True)
class Glance:
    """A session file, as a list shows it.

    Attributes:
        path: The file.
        name: What the session is called.
        titles: Of the two texts, or their sources.
        reviewer: Who decided, or who made it.
        decided: Pairs with a label.
        total: All pairs.
        orphans: Rulings that wait to be looked at.
        changed: Time of the last event.
        trouble: Why it can't be read, or "": then all above but the path is empty.
    """

    path: Path
    name: str = ""
    titles: tuple[str, str] = ("", "")
    reviewer: str = ""
    decided: int = 0
    total: int = 0
    orphans: int = 0
    changed: dt.datetime | None = None
    trouble: str = ""


def session_files(folder: Path) -> list[Path]:
    """The session files of a folder, the last changed first; none where there is no folder."""
    with contextlib.suppress(OSError):
        found = [path for path in folder.glob(f"*{SUFFIX}") if path.is_file()]
        return sorted(found, key=lambda path: (-_touched(path), path.name))
    return []


def glance(path: Path) -> Glance:
    """What a list shows of a session file; never raises for what is wrong with the file."""
    try:
        with Session.open(path, tool_version="", writing=False) as session:
            return glance_of(session)
    except ReviewError as error:
        return Glance(path, trouble=str(error))


def glance_of(session: View) -> Glance:
    """What a list shows of an open session."""
    a, b = session.machine.documents
    return Glance(
        path=session.path,
        name=session.facts.name,
        titles=(a.title or a.source, b.title or b.source),
        reviewer=session.reviewers,
        decided=session.progress.decided,
        total=session.progress.total,
        orphans=len(session.orphans),
        changed=session.events[-1].time,
    )


def find(folder: Path, name: str) -> Path:
    """The session file that a name means: a path, a file of the folder, or how one begins.

    Raises:
        NotASessionError: There is none, or several begin so.
    """
    if Path(name).is_file():
        return Path(name)
    files = session_files(folder)
    stems = {path.stem: path for path in files}
    if name in stems:
        return stems[name]
    begun = [stem for stem in stems if name and stem.startswith(name)]
    if len(begun) == 1:
        return stems[begun[0]]
    if begun:
        raise NotASessionError(f"{name}: several sessions begin so: {', '.join(sorted(begun))}")
    close = difflib.get_close_matches(name, stems, n=1)
    meant = f'do you mean "{close[0]}"' if close else "`tuireader sessions list` lists them"
    raise NotASessionError(f"{name}: there is no such session; {meant}")


def free_path(folder: Path, name: str) -> Path:
    """A path for a new session of this name, safe on every system; the folder need not be there."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or "session"
    # Windows keeps these names for devices, whatever the suffix.
    stem = f"{stem}-1" if re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d", stem) else stem
    paths = (folder / f"{stem}{end}{SUFFIX}" for end in _endings())
    return next(path for path in paths if not path.exists())


def delete(path: Path) -> None:
    """Delete a session for good, with what sqlite keeps beside it.

    Raises:
        LockedError: It is open for review.
        ReviewError: It can't be deleted.
    """
    if not path.is_file():
        raise NotASessionError(f"{path}: there is no such session")
    lock = WriterLock(path)
    try:
        for ending in _BESIDE:
            path.with_name(path.name + ending).unlink(missing_ok=True)
    except OSError as error:
        raise ReviewError(f"{path}: can't be deleted: {error.strerror or error}") from error
    finally:
        lock.release()


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _touched(path: Path) -> float:
    """When it was last written, its write-ahead log included."""
    times = [0.0]
    for ending in ("", "-wal"):
        with contextlib.suppress(OSError):
            times.append(path.with_name(path.name + ending).stat().st_mtime)
    return max(times)
