"""Datelines: place and day of a report, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from tuireader.compare.documents import document_from_text, find_dateline
from tuireader.compare.model import Block, Side, Span

STORY = "The mill burned down in the night, and nobody was hurt in the fire."


@pytest.mark.parametrize(
    ("dateline", "place", "date"),
    [
        ("BRAMFORD, July 26 —", "BRAMFORD", None),
        ("BRAMFORD, July 26, 2021 —", "BRAMFORD", dt.date(2021, 7, 26)),
        ("TORNEK, Ruritania, Oct. 5, 2023 —", "TORNEK, Ruritania", dt.date(2023, 10, 5)),
        ("(Reuters) –", "", None),
        ("BRAMFORD (AP) —", "BRAMFORD", None),
        ("Bramford (AP) --", "Bramford", None),
        ("BRAMFORD, Ky. —", "BRAMFORD, Ky.", None),
        ("ST. ANNE, N.J. —", "ST. ANNE, N.J.", None),
        ("NEW BRAMFORD, 3 March 2024 -", "NEW BRAMFORD", dt.date(2024, 3, 3)),
        ("BRAMFORD/TORNEK, Jan 5 (Reuters) -", "BRAMFORD/TORNEK", None),
        ("BRAMFORD, Monday, Sept. 4, 2023 (AFP) –", "BRAMFORD", dt.date(2023, 9, 4)),
        ("Bramford, 5th March, 2020 —", "Bramford", dt.date(2020, 3, 5)),
        ("BRAMFORD, 2024-05-06 —", "BRAMFORD", dt.date(2024, 5, 6)),
        ("BRAMFORD, Nov. 31, 2023 —", "BRAMFORD", None),
        ("ÅMÅL, Sweden —", "ÅMÅL, Sweden", None),
        ("BRAMFORD, May 5, 2020:", "BRAMFORD", dt.date(2020, 5, 5)),
    ],
)
def test_datelines(dateline: str, place: str, date: dt.date | None) -> None:
    document = document_from_text(f"By Jane Doe\n{dateline} {STORY}\n\n{STORY}", Side.A)
    found = document.dateline
    assert found is not None
    assert (found.place, found.date) == (place, date)
    assert found.span.of(document.text) == dateline
    assert document.date == date
    assert found == find_dateline(document.text, document.paragraphs)


@pytest.mark.parametrize(
    "opening",
    [
        "Bramford — who knew? —",
        "BREAKING —",
        "FACT CHECK:",
        "BRAMFORD:",
        "NATO — the alliance —",
        "UN-backed talks -",
        "The mayor (who left) -",
        "MAY 2021 - he said -",
        "He left on May 5 —",
        "A —",
    ],
)
def test_what_only_looks_like_a_dateline(opening: str) -> None:
    assert document_from_text(f"{opening} {STORY}", Side.A).dateline is None


def test_a_dateline_without_a_space_after_its_dash() -> None:
    document = document_from_text(f"BRAMFORD—{STORY}", Side.A)
    assert document.dateline is not None
    assert document.dateline.span == Span(0, 9)


def test_a_dateline_late_in_the_text_is_none() -> None:
    text = "\n\n".join([STORY] * 8 + [f"BRAMFORD (AP) — {STORY}"])
    assert document_from_text(text, Side.A).dateline is None


def test_the_given_date_wins_and_lends_its_year() -> None:
    text = f"BRAMFORD, Dec. 30 — {STORY}"
    document = document_from_text(text, Side.A, date=dt.date(2022, 1, 2))
    assert document.date == dt.date(2022, 1, 2)
    assert document.dateline is not None
    assert document.dateline.date == dt.date(2021, 12, 30)


def test_the_front_matter_lends_its_year() -> None:
    text = f"---\ndate: March 5, 2024\n---\n\nBRAMFORD, March 4 — {STORY}"
    document = document_from_text(text, Side.A, markdown=True)
    assert document.date == dt.date(2024, 3, 4)


def test_the_front_matter_dates_a_text_without_dateline() -> None:
    text = f"---\npublished: 2024-03-05T10:00:00Z\n---\n\n{STORY}"
    assert document_from_text(text, Side.A, markdown=True).date == dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "stamp",
    [
        "Published May 3, 2013",
        "First published: Friday, May 3, 2013, 1:32 PM EDT",
        "UPDATED: FRIDAY, MAY 3, 2013, 9:56 AM",
        "May 3, 2013",
        "8:44AM BST 3 May 2013",
        "Friday 3 May 2013",
        "2013-05-03 12:10",
    ],
)
def test_a_stamp_above_the_story_dates_it(stamp: str) -> None:
    story = f"{STORY} The mayor came at once and promised help to the owner and his ten men."
    head = f"Mill burns down\n\n{stamp}\n\n"
    document = document_from_text(f"{head}{story}", Side.A)
    assert document.date == dt.date(2013, 5, 3)
    assert document.paragraphs[1].block is Block.BOILERPLATE
    dated = document_from_text(f"{head}BRAMFORD, May 2 — {story}", Side.A)
    assert dated.date == dt.date(2013, 5, 2)


def test_a_date_below_the_story_is_not_its_own() -> None:
    text = f"{STORY} {STORY} {STORY}\n\nPublished May 3, 2013"
    assert document_from_text(text, Side.A).date is None
