"""`python -m tuireader` and the `tuireader` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Typer is imported only here, so that importing tuireader is quick."""
    from tuireader.cli.run import run  # noqa: PLC0415

    sys.exit(run())


if __name__ == "__main__":
    main()
