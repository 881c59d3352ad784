"""`python -m tuireader` and the `tuireader` command."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; Typer is imported only here, so that importing tuireader is quick.

    The reader's first frame is painted before, where it can be.
    """
    # What is imported stays, so that looking for garbage in it is in vain: a tenth of the start.
    # `collector.resume` ends this where work begins that may leave some.
    gc.disable()
    from tuireader.first_paint import PAINT  # noqa: PLC0415

    PAINT.begin(sys.argv[1:])
    try:
        from tuireader.cli.run import DEBUG, run  # noqa: PLC0415

        code = run()
    finally:
        PAINT.leave()
    if os.environ.get(DEBUG):
        sys.exit(code)
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End at once: to take every object apart first is a twentieth of a short run.

    What has to be done at the end is done; threads that still work are not waited for.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 - as Python itself does it
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # it may be closed, or None
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
