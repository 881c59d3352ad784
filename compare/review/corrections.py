"""Corrections of the alignment, each as the rows of the state that it changes.

Only pairs that are touched are judged anew; all others stay as they are. A ruling on a pair whose
claims a correction changes is kept with a flag, since it was made on other words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tuireader.compare.align import Alignment
from tuireader.compare.align.gist import content_stems
from tuireader.compare.judge import judge
from tuireader.compare.lenses import Lens
from tuireader.compare.model import Claim, Comparison, Pair, Side, Span
from tuireader.compare.review.codec import Json, to_plain
from tuireader.compare.review.errors import RefusedError
from tuireader.compare.review.model import Changes, Ruling
from tuireader.compare.review.state import State
from tuireader.compare.values import FacetKind

_WHOLE = frozenset({FacetKind.QUANTITY, FacetKind.DATE, FacetKind.NAME})

Rows = dict[str, dict[str, Json]]


def judged(
    comparison: Comparison,
    identity: str,
    a: Sequence[Claim],
    b: Sequence[Claim],
    lenses: Sequence[Lens],
) -> Pair:
    """The pair that these claims make, as sure as a person is that they belong together."""
    one, other = (together(claims) for claims in (a, b))
    (pair,) = judge(comparison.documents, (Alignment(one, other, 1.0),), lenses, _silent)
    return replace(
        pair, id=identity, a=tuple(claim.id for claim in a), b=tuple(claim.id for claim in b)
    )


def together(claims: Sequence[Claim]) -> Claim:
    """Several claims of one side as one to be judged; what stands between them is blank."""
    if len(claims) == 1:
        return claims[0]
    ordered = sorted(claims, key=lambda claim: claim.span)
    span = Span(ordered[0].span.start, ordered[-1].span.end)
    letters = [" "] * len(span)
    for claim in ordered:
        letters[claim.span.start - span.start : claim.span.end - span.start] = claim.text
    facets = sorted(
        (facet for claim in ordered for facet in claim.facets),
        key=lambda facet: (facet.span, facet.kind),
    )
    sentence = Span(ordered[0].sentence.start, max(claim.sentence.end for claim in ordered))
    return Claim(
        ordered[0].id, span, "".join(letters), tuple(facets), sentence, ordered[0].paragraph
    )


def unpair(state: State, identity: str) -> Changes:
    """The rows without this pair; its claims stand alone unless another pair holds them."""
    rows: Rows = {"pairs": {identity: None}}
    for section, table in (("rulings", state.rulings), ("bookmarks", state.bookmarks)):
        if identity in table:
            rows[section] = {identity: None}
    return rows


def pair_up(
    state: State, a: Sequence[str], b: Sequence[str], lenses: Sequence[Lens], identity: str
) -> Changes:
    """The rows with a pair of these claims.

    A pair that the machine had made is put back as it was, under its old id.

    Raises:
        RefusedError: A claim is not there, a side has none, or they are a pair already.
    """
    sides = _in_order(state, a, Side.A), _in_order(state, b, Side.B)
    keys = tuple(tuple(claim.id for claim in claims) for claims in sides)
    for pair in state.pairs.values():
        if (pair.a, pair.b) == keys:
            raise RefusedError(
                f"{_names(keys[0])} and {_names(keys[1])} are a pair already: {pair.id}"
            )
    for pair in state.machine.pairs:
        if (pair.a, pair.b) == keys and pair.id not in state.pairs:
            untouched = all(
                state.machine.claim(claim.id) == claim for side in sides for claim in side
            )
            if untouched:
                return {"pairs": {pair.id: to_plain(pair)}}
    made = judged(state.comparison, identity, *sides, lenses)
    return {"pairs": {made.id: to_plain(made)}}


def _in_order(state: State, identities: Sequence[str], side: Side) -> list[Claim]:
    claims = [state.claims[key] for key in dict.fromkeys(identities) if key in state.claims]
    if not claims or len(claims) < len(set(identities)):
        missing = [key for key in identities if key not in state.claims]
        raise RefusedError(
            f"there is no claim {_names(missing)}"
            if missing
            else "a pair needs a claim of each side"
        )
    if any(claim.id[0] != side.value for claim in claims):
        raise RefusedError(f"{_names(identities)}: not all are claims of {side.value.upper()}")
    return sorted(claims, key=lambda claim: claim.span)


def _names(identities: Sequence[str]) -> str:
    return "+".join(identities)


def merge(
    state: State, identities: Sequence[str], lenses: Sequence[Lens], identity: str
) -> Changes:
    """The rows with one claim in place of several neighbours.

    Raises:
        RefusedError: They are not neighbours in one paragraph of one side.
    """
    known = [state.claims[key] for key in dict.fromkeys(identities) if key in state.claims]
    if len(known) < 2 or len(known) < len(set(identities)):
        raise RefusedError("to merge takes two claims or more that are there")
    side = Side(known[0].id[0])
    claims = _in_order(state, identities, side)
    line = state.comparison.claims_of(side)
    first = line.index(claims[0])
    if list(line[first : first + len(claims)]) != claims or len({c.paragraph for c in claims}) > 1:
        raise RefusedError(
            f"{_names(identities)}: only neighbours in one paragraph can be merged;"
            " a pair may hold several claims instead"
        )
    text = state.comparison.document(side).text
    whole = replace(together(claims), id=identity)
    whole = replace(whole, text=whole.span.of(text))
    olds = [claim.id for claim in claims]
    return _put_in_place(state, olds, (whole,), lambda _: whole, lenses)


def split(
    state: State,
    identity: str,
    at: int,
    lenses: Sequence[Lens],
    names: tuple[str, str],
) -> Changes:
    """The rows with two claims in place of one; pairs stay with the part that shares more words.

    Args:
        state: What stands.
        identity: Id of the claim.
        at: Where the second part begins, in code points of the document's text.
        lenses: For the verdicts.
        names: Ids of the two parts.

    Raises:
        RefusedError: There is no such claim, or a part would be empty or would cut a word, a
            figure, a date or a name.
    """
    claim = state.claims.get(identity)
    if claim is None:
        raise RefusedError(f"there is no claim {identity}")
    text = state.comparison.document(Side(identity[0])).text
    parts = _parts(claim, at, text, names)

    def nearer(pair: Pair) -> Claim:
        others = pair.claims(Side(identity[0]).other)
        theirs = {stem for key in others for stem in content_stems(state.claims[key].text)}
        return max(parts, key=lambda part: len(theirs.intersection(content_stems(part.text))))

    return _put_in_place(state, [identity], parts, nearer, lenses)


def _parts(claim: Claim, at: int, text: str, names: tuple[str, str]) -> tuple[Claim, Claim]:
    spans = [
        _trimmed(Span(claim.span.start, max(at, claim.span.start)), text),
        _trimmed(Span(min(at, claim.span.end), claim.span.end), text),
    ]
    if not all(spans) or not claim.span.start < at < claim.span.end:
        raise RefusedError(f"{claim.id}: there are no words on one side of that place")
    if text[at - 1].isalnum() and text[at].isalnum():
        raise RefusedError(f"{claim.id}: that place is inside a word")
    cut = [f for f in claim.facets if f.span.start < at < f.span.end and f.kind in _WHOLE]
    if cut:
        raise RefusedError(f'{claim.id}: that would cut "{cut[0].span.of(text)}" in two')
    first, second = (
        replace(
            claim,
            id=name,
            span=span,
            text=span.of(text),
            facets=tuple(facet for facet in claim.facets if span.contains(facet.span)),
        )
        for name, span in zip(names, spans, strict=True)
    )
    return first, second


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _put_in_place(
    state: State,
    olds: Sequence[str],
    made: Sequence[Claim],
    heir_of: Callable[[Pair], Claim],
    lenses: Sequence[Lens],
) -> Changes:
    """The rows with new claims for old ones, and the pairs of the old on the new."""
    rows: Rows = {"claims": dict.fromkeys(olds), "pairs": {}, "rulings": {}}
    rows["claims"].update((claim.id, to_plain(claim)) for claim in made)
    known = {**state.claims, **{claim.id: claim for claim in made}}
    kept: dict[tuple[tuple[str, ...], ...], str] = {}
    heirs: dict[str, list[str]] = {}
    for pair in state.comparison.pairs:
        if not {*olds}.intersection((*pair.a, *pair.b)):
            continue
        new = heir_of(pair).id
        keys = tuple(
            tuple(dict.fromkeys(new if key in olds else key for key in side))
            for side in (pair.a, pair.b)
        )
        heir = kept.setdefault(keys, pair.id)
        heirs.setdefault(heir, []).append(pair.id)
    for keys, heir in kept.items():
        a, b = ([known[key] for key in side] for side in keys)
        rows["pairs"][heir] = to_plain(judged(state.comparison, heir, a, b, lenses))
        for other in heirs[heir][1:]:
            rows["pairs"][other] = None
            if other in state.bookmarks:
                rows.setdefault("bookmarks", {})[other] = None
        rows["rulings"].update(_inherited(state, heir, heirs[heir]))
    return {section: found for section, found in rows.items() if found}


def _inherited(state: State, heir: str, pairs: Sequence[str]) -> dict[str, Json]:
    """What was said of pairs that became one: the label if it is one, everything else joined."""
    said = [state.rulings[key] for key in pairs if key in state.rulings]
    if not said:
        return {}
    labels = {ruling.label for ruling in said}
    last = max(said, key=lambda ruling: ruling.time)
    joined = Ruling(
        label=labels.pop() if len(labels) == 1 else None,
        reviewer=last.reviewer,
        time=last.time,
        note="; ".join(dict.fromkeys(ruling.note for ruling in said if ruling.note)),
        flagged=True,
        tags=tuple(sorted({tag for ruling in said for tag in ruling.tags})),
    )
    gone: dict[str, Json] = {key: None for key in pairs if key in state.rulings and key != heir}
    return {heir: to_plain(joined), **gone}


def _silent(done: int) -> None:
    """No one is listening."""
