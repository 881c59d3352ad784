"""One quantity a sentence: its words, interval, exactness, unit, role and what it counts."""

from __future__ import annotations

import pytest

from tuireader.compare.claims.quantities import find_quantities
from tuireader.compare.lexicon.stems import stem


def stems(words: str) -> tuple[str, ...]:
    """Stems of words in the order given; a rate ("/day") stands as it is."""
    kept = [word if word.startswith("/") else stem(word) for word in words.split() if word != "-"]
    return tuple(dict.fromkeys(kept))


def test_case(case: list[str]) -> None:
    text, quote, stated, low, high, exactness, unit, role, counted = case
    [facet] = find_quantities(text)
    value = facet.value
    assert facet.span.of(text) == quote
    assert value.stated == pytest.approx([float(n) for n in stated.split() if n != "-"])
    assert (value.low, value.high) == pytest.approx((float(low), float(high)), rel=1e-6)
    assert (value.exactness, value.unit, value.role) == (exactness, unit.replace("-", ""), role)
    assert value.counted == stems(counted)


EQUAL = [
    ("It cost $1.5bn.", "It cost 1,500 million dollars."),
    ("A pause of 61 days was granted.", "A pause of two months was granted."),
    ("The climb took eleven years and five months.", "The climb took more than 11 years."),
    ("The mark is 12.3 feet.", "The mark is twelve feet and four inches."),
    ("The trail is 80 km long.", "The trail is 50 miles long."),
    ("They sold half a million kites.", "They sold 500,000 kites."),
    ("The rate rose by half a percentage point.", "The rate rose by fifty basis points."),
    ("It reached 104F.", "It reached 40C."),
    ("They sold 950 tonnes of tea.", "They sold 950 tons of tea."),
    ("Four lakh rupees were paid.", "400,000 rupees were paid."),
    ("21 per cent agreed.", "One in five agreed."),
    ("Two score monks left.", "Forty monks left."),
    ("A report is due in seven days.", "A report is due in a week."),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_two_ways_to_say_it_overlap(one: str, other: str) -> None:
    [a], [b] = find_quantities(one), find_quantities(other)
    assert a.value.unit == b.value.unit
    assert a.value.low <= b.value.high
    assert b.value.low <= a.value.high


APART = [
    ("Some 130 kites flew.", "More than 220 kites flew."),
    ("It took 12 minutes.", "It took 55 minutes."),
    ("The rate is 5%.", "The rate is 6%."),
    ("They sold 2,700 kites.", "They sold 2,800 kites."),
    ("It lasted 18 years.", "It lasted 19 years."),
    ("It lasted five months.", "It lasted six months."),
    ("The leave is two months.", "The leave is three months."),
    ("The hill is 5 km away.", "The hill is 6 km away."),
    ("A 26-year-old nurse left.", "A 27-year-old nurse left."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_values_do_not_even_touch(one: str, other: str) -> None:
    [a], [b] = find_quantities(one), find_quantities(other)
    assert a.value.high < b.value.low


SAME_THING = [
    ["17 people were killed.", "The blast killed at least 19 people.", "The death toll was 20."],
    ["The storm left 45 dead.", "17 deaths were counted.", "19 dead", "Three persons died."],
    ["12 marchers were arrested.", "Police detained 14 marchers."],
    ["Profit fell to $3 million.", "A profit of $4 million was made."],
]


@pytest.mark.parametrize("texts", SAME_THING)
def test_what_is_counted_is_told_alike(texts: list[str]) -> None:
    assert len({find_quantities(text)[0].value.counted for text in texts}) == 1
