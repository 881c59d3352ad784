"""Reviewers and the machine as raters of the same pairs: how far they agree, where they part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tuireader.compare.model import Comparison, Pair, Relation, Side, Span
from tuireader.compare.review.agreement import (
    Figure,
    Weights,
    alpha,
    confusion,
    kappa,
    share_agreed,
)
from tuireader.compare.review.errors import RefusedError
from tuireader.compare.review.model import Label
from tuireader.compare.review.view import View

Matter = tuple[tuple[Span, ...], tuple[Span, ...]]
"""What a pair is about, whatever its id: the places of its claims in A and in B."""

MACHINE = "the machine"
GRAVE = tuple(Label(relation.value) for relation in Relation)
"""The labels that have an order; of the others, ordinal figures know nothing."""


@dataclass(frozen=True)
class Rater:
    """Somebody who gave pairs their labels.

    Attributes:
        name: Of the reviewer, or `MACHINE`.
        labels: What they said; pairs that they left out are not in it.
    """

    name: str
    labels: Mapping[Matter, Label]


@dataclass(frozen=True)
class Agreement:
    """How far two raters agree on the pairs that both have a label for.

    Attributes:
        names: Of the two.
        share: Of pairs with the same label.
        kappa: Over all five labels.
        linear: Kappa over agree, diverge, conflict, where a step of two counts twice.
        quadratic: The same, where it counts four times.
        alpha: Over all five labels.
        alpha_ordinal: Over agree, diverge, conflict in this order.
        table: A row for each label of the first, a column for each of the second, as in `Label`.
    """

    names: tuple[str, str]
    share: Figure
    kappa: Figure
    linear: Figure
    quadratic: Figure
    alpha: Figure
    alpha_ordinal: Figure
    table: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Parting:
    """A pair that not all raters gave the same label.

    Attributes:
        matter: Which.
        labels: By the raters' places in the order given; None where one has none.
    """

    matter: Matter
    labels: tuple[Label | None, ...]


def matter(comparison: Comparison, pair: Pair) -> Matter:
    """What a pair of this comparison is about."""
    a, b = (tuple(sorted(comparison.claim(key).span for key in pair.claims(side))) for side in Side)
    return a, b


def reviewer(view: View) -> Rater:
    """The reviewer of a session; a pair that they took apart is one they call unrelated."""
    comparison, machine = view.comparison, view.machine
    labels = {matter(machine, pair): Label.UNRELATED for pair in machine.pairs}
    for pair in comparison.pairs:
        labels.pop(matter(comparison, pair), None)
    for pair in comparison.pairs:
        ruling = view.rulings.get(pair.id)
        if ruling is not None and ruling.label is not None:
            labels[matter(comparison, pair)] = ruling.label
    return Rater(view.reviewers, labels)


def machine(comparison: Comparison) -> Rater:
    """The machine."""
    labels = {matter(comparison, pair): Label(pair.relation.value) for pair in comparison.pairs}
    return Rater(MACHINE, labels)


def check_same_texts(views: Sequence[View]) -> None:
    """Refuse sessions of different texts.

    Raises:
        RefusedError: Two of them are not of the same two texts.
    """
    digests = [tuple(d.sha256 for d in view.machine.documents) for view in views]
    for view, digest in zip(views, digests, strict=True):
        if digest != digests[0]:
            raise RefusedError(
                f"{view.facts.name}: is about other texts than {views[0].facts.name},"
                " or another state of them; adopt the same texts in both first"
            )


def agreement(one: Rater, other: Rater) -> Agreement:
    """How far two raters agree."""
    both = [(one.labels[key], other.labels[key]) for key in one.labels if key in other.labels]
    grave = [pair for pair in both if pair[0] in GRAVE and pair[1] in GRAVE]
    every = tuple(Label)
    return Agreement(
        names=(one.name, other.name),
        share=share_agreed(both),
        kappa=kappa(both, every),
        linear=kappa(grave, GRAVE, Weights.LINEAR),
        quadratic=kappa(grave, GRAVE, Weights.QUADRATIC),
        alpha=alpha(both, every),
        alpha_ordinal=alpha(grave, GRAVE, ordinal=True),
        table=confusion(both, every),
    )


def agreements(raters: Sequence[Rater]) -> tuple[Agreement, ...]:
    """The agreement of each two, in the order given."""
    return tuple(agreement(one, other) for one, other in combinations(raters, 2))


def alpha_of_all(raters: Sequence[Rater], *, ordinal: bool = False) -> Figure:
    """Krippendorff's alpha of all together; pairs that a rater left out count as missing there."""
    units = _units(raters)
    if ordinal:
        rows = [[label if label in GRAVE else None for label in row] for row in units.values()]
        return alpha(rows, GRAVE, ordinal=True)
    return alpha(units.values(), tuple(Label))


def partings(raters: Sequence[Rater]) -> tuple[Parting, ...]:
    """Where the raters part, in reading order of A."""
    return tuple(
        Parting(key, labels)
        for key, labels in sorted(_units(raters).items())
        if len({*labels} - {None}) > 1
    )


def _units(raters: Sequence[Rater]) -> dict[Matter, tuple[Label | None, ...]]:
    keys = dict.fromkeys(key for rater in raters for key in rater.labels)
    return {key: tuple(rater.labels.get(key) for rater in raters) for key in keys}
