from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest

import tuireader
from tuireader import Comparison, DocumentError, Relation, compare_files, compare_texts

TEXT = "The old bridge over the Senn fell on 3 May 2024. Twelve people were hurt."


def test_texts_from_memory() -> None:
    comparison = compare_texts(TEXT, TEXT, label_a="Tribune", date_b=dt.date(2024, 5, 4))
    assert isinstance(comparison, Comparison)
    assert {pair.relation for pair in comparison.pairs} == {Relation.AGREE}
    a, b = comparison.documents
    assert (a.source, b.source) == ("Tribune", "B")
    assert b.date == dt.date(2024, 5, 4)


def test_files_and_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    comparison = compare_files(path, "-", stdin=io.BytesIO(TEXT.encode()))
    assert [document.source for document in comparison.documents] == [str(path), "-"]
    assert comparison.summary.conflict == comparison.summary.diverge == 0


def test_markdown_is_read_as_such() -> None:
    comparison = compare_texts("# Title\n\nIt *rained*.", "It rained.", markdown=True)
    assert comparison.documents[0].title == "Title"


def test_an_unreadable_text_raises_one_clear_line() -> None:
    with pytest.raises(DocumentError) as caught:
        compare_texts(TEXT, "  ")
    assert str(caught.value).startswith("B: ")
    assert "\n" not in str(caught.value)


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(tuireader, name) is not None for name in tuireader.__all__)
    assert set(tuireader.__all__) <= set(dir(tuireader))
    with pytest.raises(AttributeError, match="nonesuch"):
        _ = tuireader.nonesuch
