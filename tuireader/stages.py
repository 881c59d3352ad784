"""The stages of a comparison in words for people."""

from __future__ import annotations

_WORDS = {"claims": "finding claims", "align": "aligning claims", "judge": "judging pairs"}


def told(stage: str, done: int, total: int) -> str:
    """What is being done, and how far it is: "judging pairs 40%".

    Args:
        stage: As the engine calls it; one that is not known here stands as it is.
        done: So many steps of it are behind.
        total: So many there are; 0 if nobody knows.
    """
    words = _WORDS.get(stage, stage)
    # Of a single step nobody knows how far it is.
    return f"{words} {min(done / total, 1):.0%}" if total > 1 else words
