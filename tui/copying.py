"""What is copied, as plain text, and how it gets to the system's clipboard."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress

from tuireader.compare.model import Claim, Comparison, Pair, Side

# In this order the first that is installed is used; OSC 52 reaches terminals without any of them.
CLIPBOARDS: tuple[tuple[str, ...], ...] = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)


def claim_text(comparison: Comparison, subject: Pair | Claim, side: Side) -> str:
    """The words of the selected claim on a side, or of each where the pair has several."""
    claims = (
        [subject]
        if isinstance(subject, Claim)
        else [comparison.claim(each) for each in subject.claims(side)]
    )
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


def to_system(text: str) -> bool:
    """Hand text to the system's clipboard program; False if there is none or it fails."""
    for command in CLIPBOARDS:
        if path := shutil.which(command[0]):
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(  # noqa: S603 - a fixed program, the text on its standard input
                    [path, *command[1:]],
                    input=text.encode(),
                    check=True,
                    timeout=2,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                return True
    return False


def _one_line(text: str) -> str:
    return " ".join(text.split())
