"""Cleaning looks for a few characters alone; nothing that has to go begins with another."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.documents.cleaning import _REMOVED, _REPLACED, _SUSPECT, clean

SIGNS = st.sampled_from(
    "ab \n\r\t\x1b[]0m\x07\x9b\xad\u0301\u034f\u200c\u200d\ufe0e\ufe0f\u0627😀\u202e"
)


def test_whatever_begins_what_is_removed_is_looked_for() -> None:
    missed = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if _REMOVED.match(chr(code)) and not _SUSPECT.match(chr(code))
    ]
    assert missed == []


@given(st.text(SIGNS, max_size=40))
def test_as_much_is_removed_as_where_everything_is_looked_at(raw: str) -> None:
    removed = [place for match in _REMOVED.finditer(raw) for place in range(*match.span())]
    kept = {place for _, start, length in clean(raw)[1] for place in range(start, start + length)}
    assert kept == set(range(len(raw))) - set(removed)


@given(st.text(st.sampled_from("ab\n" + "".join(map(chr, _REPLACED))), max_size=40))
def test_few_and_many_kinds_of_spaces_come_to_the_same(raw: str) -> None:
    every = "".join(map(chr, _REPLACED))
    alone, among, tail = (clean(text)[0] for text in (raw + "x", f"{raw}x{every}", f"x{every}"))
    assert among == alone + tail[1:]
