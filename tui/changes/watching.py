"""Looks now and then whether files have changed, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tuireader.tui.opening.request import Stamp, Stamps, stamps_of

PAUSE = 0.5  # seconds between two looks
AGAIN = 10  # looks until a file that could not be read is tried again


class Glance(NamedTuple):
    """What one look has found.

    Attributes:
        changed: The files that are no longer as they were read, and have come to rest.
        gone: The files that are not there.
    """

    changed: frozenset[Path] = frozenset()
    gone: frozenset[Path] = frozenset()


class Watch:
    """Compares files with what they were when they were read. Each change is told once.

    A file counts as changed once two looks find it the same: an editor may still be writing, or
    have put a new file in the place of the old one.
    """

    def __init__(self, read: Stamps) -> None:
        self._read: dict[Path, Stamp | None] = dict(read)
        self._last: dict[Path, Stamp | None] = dict(read)
        self._waits: dict[Path, int] = {}
        self._lock = threading.Lock()

    def look(self) -> Glance:
        """Look once."""
        now = stamps_of(self._read)
        with self._lock:
            changed = {path for path, stamp in now.items() if stamp and self._is_due(path, stamp)}
            self._last.update(now)
            for path in changed:
                self._read[path] = now[path]
                self._waits.pop(path, None)
        gone = {path for path, stamp in now.items() if stamp is None}
        return Glance(frozenset(changed), frozenset(gone))

    def saw(self, read: Stamps, *, well: bool = True) -> None:
        """Take note that the files were read when they were like this.

        Args:
            read: The stamps.
            well: False where one of them could not be read: try again after a while.
        """
        with self._lock:
            self._read.update(read)
            self._waits = {} if well else dict.fromkeys(read, AGAIN)

    def _is_due(self, path: Path, stamp: Stamp) -> bool:
        if stamp != self._last[path]:
            return False
        if path in self._waits:
            self._waits[path] -= 1
            if self._waits[path] <= 0:
                return True
        return stamp != self._read[path]


class Watcher:
    """Looks, and tells what is new, until it is stopped."""

    def __init__(
        self, watch: Watch, tell: Callable[[Glance], object], *, pause: float = PAUSE
    ) -> None:
        self._watch = watch
        self._tell = tell
        self._pause = pause
        self._stopped = threading.Event()

    def start(self) -> None:
        """Begin. A file on a disk that does not answer must not keep the program from ending."""
        threading.Thread(target=self._run, name="watcher", daemon=True).start()

    def stop(self) -> None:
        """Look no more; what is being looked at is not told any more."""
        self._stopped.set()

    def _run(self) -> None:
        gone: frozenset[Path] = frozenset()
        while not self._stopped.wait(self._pause):
            glance = self._watch.look()
            if self._stopped.is_set():
                return
            if glance.changed or glance.gone != gone:
                gone = glance.gone
                self._tell(glance)
