"""Runs the command line and turns whatever happens into an exit code and at most one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from tuireader.cli import streams
from tuireader.cli.app import assembled
from tuireader.cli.trouble import Exit, ReaderGone, Trouble
from tuireader.first_paint import PAINT

DEBUG = "TUIREADER_DEBUG"


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Those of the process if None.

    Returns:
        The exit code; see `Exit`.
    """
    streams.prepare()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        app = assembled(words[0] if words else None)
        result = app(args=arguments, prog_name="tuireader", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except ReaderGone:
        return Exit.BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 - the one place where everything ends in a line
        _report(error)
        return Exit.TROUBLE
    return int(result or 0)


def _report(error: Exception) -> None:
    PAINT.leave()
    if os.environ.get(DEBUG):
        import traceback  # noqa: PLC0415

        streams.narrate("".join(traceback.format_exception(error)).rstrip())
    streams.narrate(f"tuireader: {_line(error)}")


def _line(error: Exception) -> str:
    """What to say of an error: the whole of an expected one, an appeal for a report of another."""
    # Typer wraps Click in some versions and has a copy of it in others: there is no one class.
    usage = getattr(error, "format_message", None)
    if callable(usage):
        context = getattr(error, "ctx", None)
        command = getattr(context, "command_path", None) or "tuireader"
        return _flat(f"{str(usage()).rstrip('.')} (try: {command} --help)")
    if isinstance(error, (Trouble, *_engine_errors())):
        return _flat(str(error))
    kind = type(error).__name__
    told = f"{kind}: {error}" if str(error) else kind
    return _flat(f"internal error, {told}; please report it with what {DEBUG}=1 shows")


def _engine_errors() -> tuple[type[Exception], ...]:
    """What the engine raises for the user to read; imported late, since most runs have no error."""
    from tuireader.compare.documents import DocumentError  # noqa: PLC0415
    from tuireader.compare.lenses import LensError  # noqa: PLC0415
    from tuireader.compare.review.errors import ReviewError  # noqa: PLC0415

    return (DocumentError, LensError, ReviewError)


def _flat(message: str) -> str:
    """One line, and nothing in it that steers a terminal: it may quote a file's name."""
    words = " ".join(message.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)
