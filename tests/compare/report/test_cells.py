from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.report.cells import clusters, printable, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("plain", 5),
        ("naïve", 5),
        ("nai\u0308ve", 5),
        ("漢字", 4),
        ("ｆｕｌｌ", 8),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧", 2),
        ("❤️", 2),
        ("🇫🇷", 2),
        ("soft\u00adhyphen", 10),
        ("zero\u200bwidth", 9),
        ("العربية", 7),
    ],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("one  two", 8, ["one  two"]),
        ("incomprehensible", 5, ["incom", "prehe", "nsibl", "e"]),
        ("an incomprehensible", 8, ["an", "incompre", "hensible"]),
        ("漢字漢字", 4, ["漢字", "漢字"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("漢字", 1, ["漢", "字"]),
        ("about 漢字", 8, ["about 漢", "字"]),
        ("👩‍👩‍👧👩‍👩‍👧", 2, ["👩‍👩‍👧", "👩‍👩‍👧"]),
        (" led by a blank", 20, ["led by a blank"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert [span.of(text) for span in wrap(text, width)] == lines


PRINTED = st.text(
    st.sampled_from("ab é漢字 👍🏽\u200d\ufe0f\u0301-")
    | st.characters(exclude_categories=["C", "Zl", "Zp"])
)


@given(PRINTED, st.integers(2, 30))
def test_a_line_never_exceeds_its_width_and_no_character_is_lost(text: str, width: int) -> None:
    lines = [span.of(text) for span in wrap(text, width)]
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(PRINTED)
def test_clusters_cover_the_text(text: str) -> None:
    assert sum(length for length, _ in clusters(text)) == len(text)


@given(st.text())
def test_printable_keeps_the_length_and_no_control(text: str) -> None:
    safe = printable(text)
    assert len(safe) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in safe)
    assert not set(safe) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
