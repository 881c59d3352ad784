from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuireader.compare.model import Comparison, Document, Relation
from tuireader.compare.report.cells import width_of
from tuireader.compare.report.selection import Selection
from tuireader.compare.report.signs import ASCII
from tuireader.compare.report.stat import as_stat
from tuireader.compare.report.style import Order, Style
from tuireader.compare.report.text import as_text

SGR = re.compile(r"\x1b\[[0-9;]*m")


def verdicts(text: str) -> list[str]:
    return re.findall(r"CONFLICT|DIVERGE|AGREE", text)


def relabelled(comparison: Comparison, source: str) -> Comparison:
    a, b = comparison.documents
    return Comparison((replace(a, source=source), b), comparison.claims, comparison.pairs)


def test_the_report_tells_sources_counts_verdicts_reasons_and_leftovers(
    comparison: Comparison,
) -> None:
    text = as_text(comparison)
    for part in (
        "A  report.txt",
        "B  answer.txt",
        "2024-05-04 · 4 claims",
        "≠ 1 conflict  ≈ 1 diverge  = 1 agree  ‹ 1 only in A  › 1 only in B",
        "≠≈=‹›",
        "≠ CONFLICT · damage",
        "≠ antonym: A: fell; B: stands",
        "‹ ONLY IN A (1)\n  ¶4  It was built in 1931.",
        "› ONLY IN B (1)\n  ¶3  Nobody will say why.",
    ):
        assert part in text


def test_decisive_words_are_marked_whole(comparison: Comparison) -> None:
    text = as_text(comparison)
    assert "*fell*" in text
    assert "*About 40*" in text, "the finding names only 'bout 40'"
    assert "*The bridge stands" not in text, "a mark on the whole claim would show nothing"


def test_without_colour_only_the_words_of_the_verdict_are_marked(comparison: Comparison) -> None:
    assert "*3 May*" not in as_text(comparison)
    assert "\x1b[1;4;32m3 May\x1b[0m" in as_text(comparison, Style(colour=True))


def test_colour_marks_in_the_ink_of_the_verdict_and_leaves_the_words_alone(
    comparison: Comparison,
) -> None:
    text = as_text(comparison, Style(colour=True))
    assert "\x1b[1;4;31mfell\x1b[0m" in text
    assert "*" not in text
    assert "asterisks" not in text


def test_colour_changes_nothing_but_marks(comparison: Comparison) -> None:
    style = Style(width=400)
    plain = as_text(comparison, style).partition("*words*")[0].replace("*", "")
    coloured = SGR.sub("", as_text(comparison, replace(style, colour=True)))
    assert plain.split() == coloured.split()


@pytest.mark.parametrize("width", [100, 101, 160])
def test_wide_columns_stand_beside_each_other_and_line_up(
    comparison: Comparison, width: int
) -> None:
    lines = as_text(comparison, Style(width=width)).splitlines()
    places = {line.index("│") for line in lines if "│" in line}
    assert places == {2 + (width - 5) // 2 + 1}


def test_narrow_quotations_are_stacked(comparison: Comparison) -> None:
    text = as_text(comparison, Style(width=99))
    assert "│" not in text
    assert "  A ¶1-2  The bridge" in text
    assert "  B ¶2    *Dozens*" in text


@pytest.mark.parametrize("width", [-3, 0, 1, 24, 40, 79, 80, 99, 100, 120, 250])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_asked(comparison: Comparison, width: int, colour: bool) -> None:
    text = SGR.sub("", as_text(comparison, Style(width=width, colour=colour)))
    assert max(width_of(line) for line in text.splitlines()) <= max(width, 24)


def test_wide_characters_keep_the_columns_equal(comparison: Comparison) -> None:
    a, b = comparison.documents
    text = a.text.replace("bridge", "漢字の橋")
    wide: Document = replace(a, text=text)
    lines = as_text(Comparison((wide, b), comparison.claims, comparison.pairs)).splitlines()
    assert len({width_of(line.partition("│")[0]) for line in lines if "│" in line}) == 1


def test_order(comparison: Comparison) -> None:
    a, b = comparison.documents, comparison.claims
    turned = Comparison(a, b, comparison.pairs[::-1])
    assert verdicts(as_text(turned)) == ["CONFLICT", "DIVERGE", "AGREE"]
    by_place = as_text(turned, Style(order=Order.PLACE))
    assert verdicts(by_place) == ["AGREE", "DIVERGE", "CONFLICT"]


def test_a_selection_lists_its_part_and_counts_all(comparison: Comparison) -> None:
    text = as_text(comparison, selection=Selection(frozenset({Relation.DIVERGE}), unmatched=False))
    assert verdicts(text) == ["DIVERGE"]
    assert "ONLY IN" not in text
    assert "≠ 1 conflict" in text
    assert "Listed here: 1 pair, as selected" in text


def test_ascii_signs_are_ascii(comparison: Comparison) -> None:
    assert as_text(comparison, Style(signs=ASCII)).isascii()
    assert as_stat(comparison, Style(signs=ASCII)).isascii()


@pytest.mark.parametrize("report", [as_text, as_stat])
def test_an_empty_comparison_is_told(
    report: Callable[..., str], empty: Callable[[], Comparison]
) -> None:
    text = report(empty())
    assert text.endswith("\n")
    assert "0 conflict" in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(source=st.text(st.characters(codec=None), max_size=40), width=st.integers(0, 130))
def test_no_control_character_of_a_source_reaches_the_page(
    comparison: Comparison, source: str, width: int
) -> None:
    text = as_text(relabelled(comparison, source), Style(width=width))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", text)
    assert max(map(width_of, text.splitlines())) <= max(width, 24)


def test_stat_has_a_row_a_topic_and_the_sums(comparison: Comparison) -> None:
    assert as_stat(comparison) == (
        " damage     │ 1 ≠\n"
        " casualties │ 1 ≈\n"
        " (no topic) │ 1 =\n"
        " 3 pairs, 1 conflict, 1 diverge, 1 agree, 1 only in A, 1 only in B\n"
    )


def test_a_long_bar_fits_and_keeps_the_rare(comparison: Comparison) -> None:
    many = (*comparison.pairs[:1], *comparison.pairs[2:] * 500)
    text = as_text(Comparison(comparison.documents, comparison.claims, many), Style(width=80))
    bar = next(line for line in text.splitlines() if set(line) <= set("≠≈=‹›") and len(line) > 5)
    assert len(bar) <= 60
    assert bar.startswith("≠=")
