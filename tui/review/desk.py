"""Where a review is kept and how it is done: the session of a pair of texts, found or made."""

from __future__ import annotations

import getpass
import hashlib
import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tuireader.compare.lenses import Lens
from tuireader.compare.model import Comparison
from tuireader.compare.review.errors import NotWritableError
from tuireader.compare.review.folder import SUFFIX, session_files
from tuireader.compare.review.order import Order
from tuireader.compare.review.session import Session
from tuireader.tui.paths import data_folder


@dataclass(frozen=True)
class Desk:
    """How reviews are done.

    Attributes:
        reviewer: Who reviews; "" for the login name.
        path: The session file; None for one in the data folder by what the texts say.
        blind: Whether the machine's verdicts are hidden.
        order: What comes first; None for the usual order.
        lenses: The user's own watch topics.
        begins: Whether the reader begins in review mode.
        comparison: What was found, where the reader itself is not to know it; see `ReviewApp`.
    """

    reviewer: str = ""
    path: Path | None = None
    blind: bool = False
    order: Order | None = None
    lenses: Sequence[Lens] = ()
    begins: bool = False
    comparison: Comparison | None = None

    @property
    def who(self) -> str:
        """The reviewer's name."""
        return self.reviewer or login_name()

    @property
    def begun(self) -> Desk:
        """The same, for when one comes back to it."""
        return replace(self, begins=False)

    def open(self, comparison: Comparison) -> Session:
        """The session of these texts: resumed where there is one, else made.

        It may be one of an earlier state of the same files; then it is for `Session.adopt`.

        Raises:
            ReviewError: It can't be opened or made; the message is one line with a way on.
        """
        path = self.path or found(sessions_folder(), comparison, self.who)
        if path is not None and path.exists():
            return self.resume(path)
        return self._made(path or named(sessions_folder(), comparison, self.who), comparison)

    def resume(self, path: Path) -> Session:
        """The session of a file, whatever its texts.

        Raises:
            ReviewError: It can't be opened.
        """
        return Session.open(path, reviewer=self.reviewer or None, tool_version=_version())

    def _made(self, path: Path, comparison: Comparison) -> Session:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritableError(
                f"{path.parent}: {error.strerror or error}; `--session FILE` keeps it elsewhere"
            ) from error
        return Session.create(
            path, comparison, reviewer=self.who, tool_version=_version(), lenses=self.lenses
        )


def sessions_folder() -> Path:
    """Where sessions lie that are given no place of their own."""
    return data_folder() / "sessions"


def login_name(environ: Mapping[str, str] = os.environ) -> str:
    """The name that the user has on this system, or "reviewer" where there is none."""
    try:
        return environ.get("TUIREADER_REVIEWER") or getpass.getuser()
    except (OSError, KeyError, ImportError):  # a number without a name, as in a container
        return "reviewer"


def same_texts(one: Comparison, other: Comparison) -> bool:
    """Whether two comparisons are of the same words."""
    return [each.sha256 for each in one.documents] == [each.sha256 for each in other.documents]


def found(folder: Path, comparison: Comparison, reviewer: str) -> Path | None:
    """The session that this reviewer has of these words, else the latest of the same two files."""
    words, places = _marks(comparison, reviewer)
    files = session_files(folder)
    by_words = [path for path in files if words in path.stem.split("-")[-2:-1]]
    by_places = [path for path in files if path.stem.endswith(f"-{places}")]
    return next(iter(by_words + by_places), None)


def named(folder: Path, comparison: Comparison, reviewer: str) -> Path:
    """A new file's path: words for people, then what the session is found by."""
    a, b = comparison.documents
    titles = (_slug(document.title or Path(document.source).stem) for document in (a, b))
    words, places = _marks(comparison, reviewer)
    return folder / f"{'-'.join([*filter(None, titles), words, places])}{SUFFIX}"


def _marks(comparison: Comparison, reviewer: str) -> tuple[str, str]:
    """Digests of the words and of the places of both texts, each with the reviewer."""
    words = [document.sha256 for document in comparison.documents]
    places = [
        str(path.resolve()) if path.is_file() else sha256
        for path, sha256 in zip(
            (Path(document.source) for document in comparison.documents), words, strict=True
        )
    ]
    return _digest(*words, reviewer), _digest(*places, reviewer)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:20].strip("-")


def _version() -> str:
    from tuireader import __version__  # noqa: PLC0415 - the front door, which imports the rest

    return __version__
