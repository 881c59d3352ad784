"""What is copied, as plain text, and how it gets to the system's clipboard."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from functools import partial
from typing import Any

from textual.screen import Screen

from tuireader.compare.model import Claim, Comparison, Pair, Side

# In this order the first that is installed is used; OSC 52 reaches terminals without any of them.
CLIPBOARDS: tuple[tuple[str, ...], ...] = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)
_UTF_16 = frozenset({"clip.exe"})  # takes UTF-8 for the console's old code page
_BY_LOCALE = frozenset({"pbcopy"})  # takes UTF-8 for Mac Roman in the C locale


def claim_text(comparison: Comparison, subject: Pair | Claim, side: Side) -> str:
    """The words of the selected claim on a side, or of each where the pair has several.

    A line a claim; a claim that stands alone is the same for both sides.
    """
    if isinstance(subject, Claim):
        claims = [subject]
    else:
        claims = [comparison.claim(each) for each in subject.claims(side)]
    return "\n".join(_one_line(claim.text) for claim in claims)


def pair_text(comparison: Comparison, pair: Pair, labels: tuple[str, str]) -> str:
    """Both quotations, the verdict and its reasons."""
    lines = [
        f"{label}: {' / '.join(claim_text(comparison, pair, side).splitlines())}"
        for side, label in zip(Side, labels, strict=True)
    ]
    lines.append(f"{pair.relation}:")
    lines += [f"- {finding.kind}: {finding.reason}" for finding in pair.findings]
    return "\n".join(lines)


def subject_text(comparison: Comparison, subject: Pair | Claim, labels: tuple[str, str]) -> str:
    """A pair as `pair_text` has it; a claim that stands alone as it is."""
    if isinstance(subject, Pair):
        return pair_text(comparison, subject, labels)
    return claim_text(comparison, subject, Side(subject.id[0]))


def copy(screen: Screen[Any], text: str, what: str) -> None:
    """Hand text to the terminal's clipboard and to the system's, and say so.

    Args:
        screen: Where it was asked for.
        text: It.
        what: What it is, in words that follow "Copied".
    """
    screen.app.copy_to_clipboard(text)
    if not screen.app.is_web:  # there the system is not that of the user
        # A clipboard program may wait for a display that never answers.
        screen.run_worker(partial(to_system, text), thread=True, exit_on_error=False)
    screen.notify(f"Copied {what}.", markup=False, timeout=2)


def to_system(text: str) -> bool:
    """Hand text to the system's clipboard program; False if there is none or it fails."""
    for command in CLIPBOARDS:
        if path := shutil.which(command[0]):
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(  # noqa: S603 - a fixed program, the text on its standard input
                    [path, *command[1:]],
                    input=text.encode("utf-16" if command[0] in _UTF_16 else "utf-8"),
                    env={**os.environ, "LC_CTYPE": "UTF-8"} if command[0] in _BY_LOCALE else None,
                    check=True,
                    timeout=2,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                return True
    return False


def _one_line(text: str) -> str:
    return " ".join(text.split())
