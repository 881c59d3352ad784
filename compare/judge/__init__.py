"""From aligned claims to verdicts with reasons."""

from tuireader.compare.judge.verdicts import judge

__all__ = ["judge"]
