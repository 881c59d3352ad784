"""The HTML report used in a real browser; see README.md beside this file for what it needs."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tuireader import Comparison, Label, Ruling, compare_files, compare_texts, render
from tuireader.sample_docs import path

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
HOSTILE = """<script>alert(1)</script> & "quotes" </style></script><!-- -->

The council said that 40 people </a><img src=x onerror=alert(1)> were hurt. $policy ${version}

קבוצה של 30 אנשים נפגעה, said the mayor. The bridge <b>fell</b> into the river."""
ANSWER = """The council said that 70 people </section><svg onload=alert(1)> were hurt.

The bridge <b>stands</b>. Nobody fell in."""

pytestmark = [
    pytest.mark.skipif("BROWSER_TOOLS" not in os.environ, reason="BROWSER_TOOLS is not set"),
    pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node.js"),
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="there is no Chromium"),
]


def sample() -> Comparison:
    return compare_files(*path("ferry"))


def hostile() -> Comparison:
    return compare_texts(HOSTILE, ANSWER, label_a='"><script>alert(2)</script>', label_b="<!--")


def nothing_alike() -> Comparison:
    return compare_texts("The council met on Monday.", "Penguins cannot fly.")


@pytest.mark.parametrize("make", [sample, hostile, nothing_alike], ids=lambda make: make.__name__)
def test_a_person_can_use_the_page(tmp_path: Path, make) -> None:
    comparison = make()
    ruling = Ruling(Label.UNSURE, "<i>Ana</i>", dt.datetime(2025, 1, 2, tzinfo=dt.UTC), "--> x")
    report = tmp_path / "report.html"
    report.write_text(render(comparison, "html", rulings={"p1": ruling}), encoding="utf-8")
    call = ["node", str(HERE / "check.mjs"), str(report)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=300)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
