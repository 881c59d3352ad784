"""What stands about a pair: the reviewer's word where there is one, else the machine's verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tuireader.compare.model import Pair, Relation
from tuireader.compare.review.ruling import Label, Ruling

NO_RULINGS: Mapping[str, Ruling] = MappingProxyType({})

BY_GRAVITY = (Label.CONFLICT, Label.DIVERGE, Label.UNSURE, Label.AGREE, Label.UNRELATED)
"""The order of a list of pairs; what nobody could decide stands before what is settled."""

MEANING = {
    Label.CONFLICT: "both cannot be true",
    Label.DIVERGE: "both can be true, but a reader comes away with something else",
    Label.UNSURE: "the reviewer could not decide",
    Label.AGREE: "both say the same",
    Label.UNRELATED: "the reviewer finds them on different matters",
}


class Standing(NamedTuple):
    """What a report says of a pair.

    Attributes:
        label: What stands.
        machine: What the findings come to, whoever has the last word.
        ruling: What the reviewer left about the pair, perhaps a note or a flag only.
    """

    label: Label
    machine: Relation
    ruling: Ruling | None

    @property
    def ruled(self) -> bool:
        """Whether the label is a reviewer's."""
        return self.ruling is not None and self.ruling.label is not None

    @property
    def relation(self) -> Relation:
        """The relation by which the pair is chosen: the machine's where the label is none."""
        return next((r for r in Relation if r.value == self.label.value), self.machine)

    @property
    def rank(self) -> int:
        """The place of the label in `BY_GRAVITY`."""
        return BY_GRAVITY.index(self.label)


def standing(pair: Pair, rulings: Mapping[str, Ruling] = NO_RULINGS) -> Standing:
    """What stands about one pair."""
    ruling = rulings.get(pair.id)
    label = ruling.label if ruling is not None else None
    return Standing(label or Label(pair.relation), pair.relation, ruling)


def counts(pairs: Iterable[Pair], rulings: Mapping[str, Ruling] = NO_RULINGS) -> Counter[Label]:
    """How many of the pairs stand under each label."""
    return Counter(standing(pair, rulings).label for pair in pairs)


def remark(stands: Standing) -> str:
    """What a report says of a reviewer's part in a pair, in one line; "" where there is none."""
    ruling = stands.ruling
    if ruling is None:
        return ""
    by = f" by {ruling.reviewer}" if ruling.reviewer else ""
    if stands.ruled:
        parts = [f"ruled {stands.label.value}{by}, the machine found {stands.machine.value}"]
    else:
        parts = [f"not ruled, looked at{by}"]
    parts += [f"note: {ruling.note}"] if ruling.note else []
    parts += ["flagged"] if ruling.flagged else []
    parts += [f"tags: {', '.join(ruling.tags)}"] if ruling.tags else []
    return "; ".join(parts)
