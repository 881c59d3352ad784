"""`python -m tuireader` and the `tuireader` command."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; Typer is imported only here, so that importing tuireader is quick."""
    # What is imported stays, so that looking for garbage in it is in vain: a tenth of the start.
    # `collector.resume` ends this where work begins that may leave some.
    gc.disable()
    from tuireader.cli.run import run  # noqa: PLC0415

    sys.exit(run())


if __name__ == "__main__":
    main()
