"""What `themes check` says of colours, beside the test's own reckoning of contrast."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.themes.contrast import contrast, faint
from tuireader.themes.loader import bundled, bundled_theme

REFERENCE = runpy.run_path(str(Path(__file__).with_name("test_theme_colours.py")))["contrast"]
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS, COLOURS)
def test_the_ratio_is_that_of_the_reference(one, other):
    assert contrast(one, other) == pytest.approx(REFERENCE(one, other))
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21


@pytest.mark.parametrize("theme", bundled(), ids=lambda theme: theme.name)
def test_no_shipped_theme_is_faint(theme):
    assert faint(theme) == []


def test_a_faint_ink_is_told_once_for_each_ground():
    paper = bundled_theme("paper")
    relations = {**paper.relations, "agree": {**paper.relations["agree"], "text": "#c0e0c0"}}
    (line,) = faint(paper._replace(relations=relations))
    assert line.startswith("relations.agree.text #c0e0c0 on relations.agree.surface #e1f1e2 has")
