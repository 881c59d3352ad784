"""What is longer than the screen goes through the user's pager, as git does it."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess

from tuireader.cli.streams import emit


def page(text: str) -> None:
    """Show `text` on the terminal: through PAGER (or less) if it is longer than the screen."""
    command = _command()
    if not command or text.count("\n") < shutil.get_terminal_size().lines:
        emit(text)
        return
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603
    except OSError:
        emit(text)
        return
    # Who leaves the pager before the end, or presses ctrl-c in it, has simply seen enough.
    while process.poll() is None:
        with contextlib.suppress(KeyboardInterrupt, OSError):
            process.communicate(text.encode("utf-8", "backslashreplace"))


def _command() -> list[str]:
    """The words of PAGER; none where it is empty, is cat, or is not there."""
    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return []
    return words if words and words[0] != "cat" and shutil.which(words[0]) else []
