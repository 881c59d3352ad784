"""A comparison without its verdicts, and a look that has one sign and one ink for all of them.

A blind review shows nothing else, so nothing on its screen can give a verdict away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tuireader.compare.model import Comparison, Finding, FindingKind, Relation, Side
from tuireader.tui.glyphs import ASCII, Glyphs
from tuireader.tui.look import Inks

_INK = {
    "": "primary",
    "-text": "foreground",
    "-surface": "panel",
    "-selected": "unmatched-selected",
    "-selected-text": "unmatched-selected-text",
}


def masked(comparison: Comparison) -> Comparison:
    """The same pairs, all of one relation, each with a finding that says nothing."""
    pairs = []
    for pair in comparison.pairs:
        a, b = (comparison.claim(pair.claims(side)[0]).span for side in Side)
        nothing = Finding(FindingKind.WORDING, Relation.AGREE, a, b, "")
        pairs.append(replace(pair, relation=Relation.AGREE, score=1.0, findings=(nothing,)))
    return replace(comparison, pairs=tuple(pairs))


def masked_glyphs(glyphs: Glyphs) -> Glyphs:
    """Glyphs with one sign for every relation."""
    sign = "o" if glyphs is ASCII else "•"
    relations: dict[Relation | None, str] = {None: glyphs.relations[None]}
    relations.update(dict.fromkeys(Relation, sign))
    return glyphs._replace(relations=relations)


def masked_inks(variables: Mapping[str, str], *, plain: bool) -> Inks:
    """Inks with one colour for every relation."""
    own = {
        f"{relation}{suffix}": variables[name]
        for relation in Relation
        for suffix, name in _INK.items()
        if name in variables
    }
    return Inks({**variables, **own}, plain=plain)
