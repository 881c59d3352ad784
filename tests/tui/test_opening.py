from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from tuireader.compare.documents import DocumentError
from tuireader.compare.model import Side
from tuireader.tui.opening.request import PASTED, Part, Pasted, Request

A = "The mill burnt down on 3 May.\n"
B = "The mill did not burn down.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(A)
    b.write_text(B)
    return a, b


def test_two_files_are_read_with_their_dates_and_labels(files):
    a, b = files
    day = dt.date(2020, 5, 4)
    reading = Request(str(a), str(b), dates=(day, None), labels=("Ours", None)).read()
    assert (reading.a.side, reading.b.side) == tuple(Side)
    assert (reading.a.date, reading.b.date) == (day, None)
    assert reading.labels == ("Ours", str(b))
    assert reading.lasting
    assert set(reading.stamps) == {a, b}


def test_one_file_is_split_and_says_where(tmp_path):
    both = tmp_path / "both.txt"
    both.write_text(f"{A}\nWhat really happened\n\n{B}")
    reading = Request(str(both), at="What really happened").read()
    assert reading.told.startswith(f"{both}: split at line 3")
    assert reading.labels[0].endswith(", report")
    assert reading.labels[1].endswith(", answer")
    both.write_text(f"{A}\nWhat really happened\n\n{B}\nAnd more.\n")
    assert not reading.again().says_the_same(reading)


def test_reading_again_brings_what_the_file_says_now(files):
    a, b = files
    reading = Request(str(a), str(b)).read()
    assert reading.again().says_the_same(reading)
    b.write_text("The mill burnt down twice.\n")
    again = reading.again()
    assert "twice" in again.b.text
    assert again.b.side is Side.B
    assert again.stamps[b] != reading.stamps[b]
    b.unlink()
    with pytest.raises(DocumentError, match="no such file"):
        again.again()


def test_a_pasted_side_stays_and_the_other_is_read_again(files):
    a, _ = files
    reading = Part.read(Pasted(B)).beside(Part.read(str(a)))
    assert reading.a.source == PASTED
    assert reading.given == {Side.A}
    assert not reading.lasting
    a.write_text("The mill stands.\n")
    again = reading.again()
    assert again.a.text == reading.a.text
    assert again.b.text.startswith("The mill stands.")


def test_what_holds_no_words_is_refused():
    with pytest.raises(DocumentError, match=r"^pasted: it holds no words"):
        Part.read(Pasted("... !"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_only_files_are_watched(tmp_path, files):
    a, _ = files
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DocumentError, match="named pipe"):
        Request(str(a), str(tmp_path / "pipe")).read()
