"""Results into files: whole or not at all, and never over something else unless told to."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from tuireader.cli.trouble import Trouble


def check_target(target: Path, *, force: bool, sources: tuple[str | None, ...] = ()) -> None:
    """Say early, before the work, that `save` would refuse.

    Args:
        target: Where the result is to go.
        force: Whether a file there may be replaced.
        sources: Paths that are read and so must not be written, whatever `force` says.

    Raises:
        Trouble: The target is a folder, one of the sources, or there already without `force`.
    """
    try:
        if target.is_dir():
            raise Trouble(f"{target}: is a folder, not a file to write to")
        if not target.exists():
            if not target.absolute().parent.is_dir():
                raise Trouble(f"{target}: its folder does not exist")
            return
        if any(source and Path(source).exists() and target.samefile(source) for source in sources):
            raise Trouble(f"{target}: is one of the texts that are compared")
    except (OSError, ValueError) as error:
        raise Trouble(f"{target}: {getattr(error, 'strerror', None) or error}") from error
    if not force and target.is_file():
        raise Trouble(f"{target}: exists already; --force replaces it")


def save(target: Path, text: str, *, force: bool) -> None:
    """Write `text` in UTF-8 to `target` so that no one ever sees a part of it.

    A link is followed and stays. What is no regular file (/dev/null, a pipe) is written straight.

    Raises:
        Trouble: It exists and `force` is False, or it can't be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        target = target.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data, force=force)
    except FileExistsError as error:
        raise Trouble(f"{target}: exists already; --force replaces it") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise Trouble(f"{target}: {getattr(error, 'strerror', None) or error}") from error


def _replace(target: Path, data: bytes, *, force: bool) -> None:
    draft = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if force:
            _keep_mode(target, draft)
            draft.replace(target)
        else:
            _place_new(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _keep_mode(target: Path, draft: Path) -> None:
    with contextlib.suppress(OSError):
        draft.chmod(target.stat().st_mode & 0o777)


def _place_new(draft: Path, target: Path) -> None:
    """A link, unlike a rename, fails where something came to be in the meantime."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(str(target)) from None
        draft.replace(target)
