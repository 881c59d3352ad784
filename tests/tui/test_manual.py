"""The tables of keys in the manual are those of the program, and its pictures are there."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
KEYS = runpy.run_path(str(DOCS / "keys.py"))
PICTURES = runpy.run_path(str(DOCS / "pictures.py"))["PICTURES"]


@pytest.mark.parametrize("name", KEYS["PAGES"])
def test_the_tables_of_keys_are_up_to_date(name):
    page = (DOCS / name).read_text("utf-8")
    assert KEYS["written"](page) == page, "run: python docs/keys.py"


@pytest.mark.parametrize(("name", "tables"), [("reader.md", 2), ("configuration.md", 1)])
def test_the_manual_has_its_tables(name, tables):
    assert (DOCS / name).read_text("utf-8").count("python docs/keys.py -->") == tables


def test_a_table_that_is_not_up_to_date_is_seen():
    page = (DOCS / "reader.md").read_text("utf-8")
    assert KEYS["written"](page.replace("Go to the next conflict.", "")) == page


def test_every_picture_is_drawn_and_shown():
    drawn = {picture.name for picture in PICTURES}
    shown = set(re.findall(r"\]\((\w[\w-]*)\.svg\)", (DOCS / "reader.md").read_text("utf-8")))
    assert shown == drawn == {path.stem for path in DOCS.glob("*.svg")}
