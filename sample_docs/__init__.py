"""Bundled pairs of texts: a report and what the other side makes of it.

All were written for this project. The first tells of real events of July 2021; the places and
people of the others are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One dispute.

    Attributes:
        id: What the user types to name it.
        title: A few words.
        about: One sentence on who disputes what.
        files: Names of the report and the answer, or of the one file that holds both.
    """

    id: str
    title: str
    about: str
    files: tuple[str, ...]


SAMPLES = (
    Sample(
        "iraq",
        "The end of a combat mission",
        "A wire report of July 2021 and a commentary on it, both in one file.",
        ("iraq-both-sides.txt",),
    ),
    Sample(
        "ferry",
        "The list of the Orla Bay",
        "A ministry and the families of the victims count the dead of a ferry disaster.",
        ("ferry-report.txt", "ferry-answer.txt"),
    ),
    Sample(
        "batteries",
        "Voltessa’s third quarter",
        "A battery maker’s results and recall, and a short seller who does the sums again.",
        ("batteries-report.txt", "batteries-answer.txt"),
    ),
    Sample(
        "water",
        "Tap water in Lindmere",
        "A health authority gives the all-clear, a residents’ blog does not; in Markdown.",
        ("water-report.md", "water-answer.md"),
    ),
    Sample(
        "march",
        "Saturday in Mint Street",
        "Police and organisers on how a march ended, and who began it.",
        ("march-report.txt", "march-answer.txt"),
    ),
)
"""All samples, the default first."""

DEFAULT = "ferry"
"""Id of the sample that is shown when none is named."""


def path(sample_id: str) -> tuple[Path, ...]:
    """Where the files of a sample are: the report, then the answer; or the one file with both.

    Raises:
        KeyError: No sample has this id.
    """
    names = {sample.id: sample.files for sample in SAMPLES}[sample_id]
    folder = files("tuireader.sample_docs")
    return tuple(Path(str(folder.joinpath(name))) for name in names)
