"""The whole of every report of one small comparison, as it was when somebody last looked at it.

WRITE_GOLDEN=1 writes the files anew; read the difference before you commit it.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tuireader import Comparison, Label, Ruling, Style, render
from tuireader.compare.report.formats import FORMS, Format

GOLDEN = Path(__file__).parent / "golden"
TIME = dt.datetime(2025, 3, 4, 5, 6, tzinfo=dt.UTC)
RULINGS = {
    "p1": Ruling(Label.CONFLICT, "Ana", TIME, "seen on site", tags=("bridge",)),
    "p2": Ruling(Label.UNRELATED, "Ana", TIME, flagged=True),
    "p3": Ruling(None, "Bo", TIME, "ask again"),
}
REPORTS = {
    **{f"report{form.suffix}": (format_, None) for format_, form in FORMS.items()},
    "wide.txt": (Format.TEXT, Style(width=120, colour=True)),
    "narrow.txt": (Format.TEXT, Style(width=50)),
    "stat.txt": (Format.TEXT, Style(width=60, stat=True)),
}


def whole(comparison: Comparison) -> Comparison:
    """With all that may be known of a document."""
    a, b = comparison.documents
    a = replace(a, title="A bridge falls", author="M. Roe", publisher="Senn Post", pages=(0, 60))
    return Comparison((a, b), comparison.claims, comparison.pairs)


def without_code(page: str) -> str:
    """An HTML page without style, script and hashes, which have tests of their own."""
    page = re.sub(r"(?s)(<(style|script)>).*?(</\2>)", r"\1...\3", page)
    return re.sub(r"sha256-[\w+/=]+", "sha256-...", page)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("ruled", [False, True], ids=["machine", "ruled"])
def test_the_report_is_as_it_was(comparison: Comparison, name: str, ruled: bool) -> None:
    form, style = REPORTS[name]
    text = render(whole(comparison), form, rulings=RULINGS if ruled else {}, style=style)
    text = without_code(text.replace("0.1.0", "VERSION"))
    golden = GOLDEN / ("ruled" if ruled else "machine") / name
    if os.environ.get("WRITE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(text.encode())
    assert text.encode().splitlines() == golden.read_bytes().splitlines()
