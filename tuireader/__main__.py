"""`python -m tuireader` and the `tuireader` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line; Typer is imported only here, so that importing tuireader is quick."""
    from tuireader.cli import app  # noqa: PLC0415

    app()


if __name__ == "__main__":
    main()
