"""Kappa and alpha against published worked examples, the figures worked by hand beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.review.agreement import Weights, alpha, confusion, kappa, share_agreed

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections C and D: four
# observers, twelve units, five values, data missing; .743 nominal, .815 ordinal. Nominal, by hand:
# units 2 (2 2 3 2), 6 (1 2 3 4), 8 (1 1 2 1) have mismatches, in all (6 + 12 + 6) / 3 = 8 of the 40
# coincidences; margins are 9, 13, 10, 5, 3, their squares 384: 1 - 39 x 8 / (1600 - 384).
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = [
    [None if value == "." else int(value) for value in unit]
    for unit in zip(*(line.split() for line in OBSERVERS), strict=True)
]


@pytest.mark.parametrize(("ordinal", "published"), [(False, 0.743), (True, 0.815)])
def test_alpha_of_krippendorffs_example(ordinal: bool, published: float) -> None:
    figure = alpha(UNITS, [1, 2, 3, 4, 5], ordinal=ordinal)
    assert figure.value is not None
    assert round(figure.value, 3) == published
    # Unit 12 has one rating and pairs with none.
    assert figure.units == 11


@pytest.mark.parametrize(
    ("first", "second", "published", "by_hand"),
    [
        # Section A: ten units, four mismatches; 20 values, of which 14 zeros and 6 ones:
        # 1 - 19 x 4 / (14 x 6).
        ("0100000010", "1110010000", 0.095, 1 - 76 / 84),
        # Section B: twelve units, three mismatches, so 6 of 24 values lie off the diagonal of the
        # coincidences; the margins are a 4, b 6, c 6, d 6, e 2, so of 24 x 24 products 128 are of a
        # value with itself: 1 - 23 x 6 / (576 - 128).
        ("aabbdcccedda", "babbbcccedd" + "d", 0.692, 1 - 23 * 6 / 448),
    ],
)
def test_alpha_of_two_observers(first: str, second: str, published: float, by_hand: float) -> None:
    figure = alpha(list(zip(first, second, strict=True)), sorted({*first, *second}))
    assert figure.value is not None
    assert round(figure.value, 3) == published
    assert figure.value == pytest.approx(by_hand)


def table(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row, counts in enumerate(rows)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


# Diagnoses of 100 patients: Fleiss, "Statistical Methods for Rates and Proportions" (1981), table
# 13.1; kappa .676. By hand: .89 agreed, .80 x .80 + .10 x .05 + .10 x .15 = .66 by chance.
DIAGNOSES = table((75, 1, 4), (5, 4, 1), (0, 0, 10))
# Cohen (1960; taken up in Cohen 1968): kappa .492. By hand: .70 agreed, and by chance
# .50 x .60 + .30 x .30 + .20 x .10 = .41.
COHEN = table((44, 5, 1), (7, 20, 3), (9, 5, 6))
# Skin conditions of 88 patients: SAS/STAT User's Guide, "The FREQ Procedure", agreement study;
# kappa .3449, weighted (linear) .5082.
SKIN = table((10, 4, 1, 0), (5, 10, 12, 2), (2, 4, 12, 5), (0, 2, 6, 13))
# Multiple sclerosis, Winnipeg patients: Landis and Koch, Biometrics 33 (1977); kappa .208.
SCLEROSIS = table((38, 5, 0, 1), (33, 11, 3, 0), (10, 14, 5, 6), (3, 7, 3, 10))


@pytest.mark.parametrize(
    ("pairs", "size", "weights", "published", "places"),
    [
        (DIAGNOSES, 3, Weights.NONE, 0.676, 3),
        (COHEN, 3, Weights.NONE, 0.492, 3),
        (SKIN, 4, Weights.NONE, 0.3449, 4),
        (SKIN, 4, Weights.LINEAR, 0.5082, 4),
        (SCLEROSIS, 4, Weights.NONE, 0.208, 3),
    ],
)
def test_kappa_of_published_tables(
    pairs: list[tuple[int, int]], size: int, weights: Weights, published: float, places: int
) -> None:
    figure = kappa(pairs, range(size), weights)
    assert figure.value is not None
    assert round(figure.value, places) == published
    assert figure.units == len(pairs)


def test_weights_by_hand() -> None:
    # Ten units: 3 x (0, 0), 1 x (0, 1), 2 x (1, 1), 1 x (1, 2), 1 x (0, 2), 2 x (2, 2).
    # Rows 5, 3, 2; columns 3, 3, 4.
    pairs = table((3, 1, 1), (0, 2, 1), (0, 0, 2))
    # None: 3 differ; by chance 10 - (15 + 9 + 8) / 10 = 6.8; 1 - 3 / 6.8.
    assert kappa(pairs, range(3)).value == pytest.approx(1 - 3 / 6.8)
    # Linear: 1 + 1 + 2 = 4; by chance (5x3 + 5x4x2 + 3x3 + 3x4 + 2x3x2 + 2x3) / 10 = 9.4.
    assert kappa(pairs, range(3), Weights.LINEAR).value == pytest.approx(1 - 4 / 9.4)
    # Quadratic: 1 + 1 + 4 = 6; by chance (15 + 20 x 4 + 9 + 12 + 6 x 4 + 6) / 10 = 14.6.
    assert kappa(pairs, range(3), Weights.QUADRATIC).value == pytest.approx(1 - 6 / 14.6)


def test_confusion_has_the_first_rater_in_rows() -> None:
    assert confusion([("x", "y"), ("x", "y"), ("y", "y")], "xy") == ((0, 2), (0, 1))


@pytest.mark.parametrize(
    ("pairs", "why"),
    [([], "no unit was rated by both"), ([("x", "x")] * 3, "both used one category only")],
)
def test_what_is_not_defined_says_why(pairs: list[tuple[str, str]], why: str) -> None:
    for weights in Weights:
        assert kappa(pairs, "xyz", weights).value is None
        assert kappa(pairs, "xyz", weights).undefined == why
    assert alpha(pairs, "xyz").value is None
    assert alpha(pairs, "xyz", ordinal=True).undefined
    assert alpha([["x"], [None, "y"]], "xy").undefined == "no unit was rated by two"
    assert share_agreed([]).value is None


RATINGS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30)


@given(RATINGS)
def test_the_order_of_raters_and_units_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    swapped = [(b, a) for a, b in reversed(pairs)]
    for weights in Weights:
        assert kappa(pairs, range(4), weights).value == pytest.approx(
            kappa(swapped, range(4), weights).value
        )
    for ordinal in (False, True):
        assert alpha(pairs, range(4), ordinal=ordinal).value == pytest.approx(
            alpha(swapped, range(4), ordinal=ordinal).value
        )


@given(RATINGS)
def test_full_agreement_is_one_and_nothing_is_above(pairs: list[tuple[int, int]]) -> None:
    same = [(a, a) for a, _ in pairs]
    for found in (
        kappa(same, range(4)),
        alpha(same, range(4)),
        alpha(same, range(4), ordinal=True),
    ):
        assert found.value is None or found.value == pytest.approx(1)
    for found in (kappa(pairs, range(4)), alpha(pairs, range(4), ordinal=True)):
        assert found.value is None or found.value <= 1 + 1e-9


@given(RATINGS)
def test_with_two_categories_ordinal_and_nominal_are_one(pairs: list[tuple[int, int]]) -> None:
    two = [(a % 2, b % 2) for a, b in pairs]
    assert alpha(two, range(2), ordinal=True).value == pytest.approx(alpha(two, range(2)).value)
