"""How sure a claim is of itself: what will be, may be, is said to be, certainly is."""

from __future__ import annotations

from collections.abc import Callable

from tuireader.compare.claims.segments.grammar import grammar, is_base_verb
from tuireader.compare.claims.segments.words import Words, words_of
from tuireader.compare.claims.stance.classes import classes
from tuireader.compare.claims.stance.cues import Cue, cue_table, find_cues
from tuireader.compare.model import Facet
from tuireader.compare.values import Certainty, Likelihood


def find_certainty(text: str, start: int = 0, end: int | None = None) -> list[Facet[Certainty]]:
    """The hedges and stresses in `text[start:end]`, which is meant to be one sentence.

    "Could not" is no hedge but an inability, and "May" with a capital is the month.
    """
    words = words_of(text, start, len(text) if end is None else end)
    facets = []
    for cue in find_cues(words, cue_table("certainty")):
        likelihood = _likelihood(text, words, cue)
        if likelihood is not None:
            value = Certainty(likelihood, cue.phrase(words))
            facets.append(Facet(cue.span(words), value))
    return facets


def _likelihood(text: str, words: Words, cue: Cue) -> Likelihood | None:
    """What the cue says, or None where the word is used in another sense."""
    check = _CHECKED.get(cue.kind)
    if check is None:
        return Likelihood(cue.kind)
    before = words.folded[cue.first - 1] if cue.first else ""
    after = words.folded[cue.last] if cue.last < len(words.folded) else ""
    capital = text[words.starts[cue.first]].isupper()
    likelihood, holds = check
    return likelihood if holds(before, after, capital) else None


def _is_modal(before: str, after: str, capital: bool) -> bool:
    """Whether "will" or "might" is the verb, and neither a noun nor a name."""
    return not capital and before not in classes().nouns_before and after not in ("", "of", "and")


def _is_may(before: str, after: str, capital: bool) -> bool:
    """Whether "may" is the verb and not the month."""
    return (
        not capital
        and before not in ("in", "of", "mid", "late", "early")
        and not (after[:1].isdigit())
    )


def _is_plan(before: str, after: str, _capital: bool) -> bool:
    """Whether "is to" announces: not "the aim is to", not "is to blame"."""
    return (
        before not in grammar().aims
        and after not in classes().not_announced
        and is_base_verb(after)
    )


def _is_due(_before: str, after: str, _capital: bool) -> bool:
    """Whether "due to", "going to" stand before a verb and not before a cause or a place."""
    return is_base_verb(after)


def _is_expectation(before: str, _after: str, _capital: bool) -> bool:
    """Whether "expected" is not the measure of a comparison ("than expected")."""
    return before not in ("than", "as", "not", "was", "un")


_CHECKED: dict[str, tuple[Likelihood, Callable[[str, str, bool], bool]]] = {
    "modal": (Likelihood.EXPECTED, _is_modal),
    "to be to": (Likelihood.EXPECTED, _is_plan),
    "due": (Likelihood.EXPECTED, _is_due),
    "going": (Likelihood.EXPECTED, _is_due),
    "expectation": (Likelihood.EXPECTED, _is_expectation),
    "may": (Likelihood.POSSIBLE, _is_may),
    "might": (Likelihood.POSSIBLE, _is_modal),
}
