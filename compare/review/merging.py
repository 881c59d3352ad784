"""Several reviews of the same texts in one: settled where they agree, open where they part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tuireader.compare.model import Pair, Side
from tuireader.compare.review.codec import Json, to_plain
from tuireader.compare.review.errors import RefusedError
from tuireader.compare.review.model import Changes, Label, Orphan, Ruling
from tuireader.compare.review.raters import Matter, check_same_texts, matter
from tuireader.compare.review.session import Session, now
from tuireader.compare.review.view import Merged, View

Votes = dict[Matter, list[Ruling]]


def merge_sessions(
    views: Sequence[View],
    path: Path,
    *,
    reviewer: str,
    tool_version: str,
    name: str = "",
    clock: Callable[[], dt.datetime] = now,
) -> Session:
    """Make a session of several, for a third pass, and open it.

    Each pair has what every reviewer said of it as its votes. Where two or more have a label and
    all the same, it stands as the ruling of them all; where they part there is none, and
    `Order.DISPUTE` puts these first. A pair that a reviewer took apart has their vote "unrelated".
    What was said of claims that a reviewer merged or split is among the orphans.

    Args:
        views: Two or more sessions of the same two texts; none is changed.
        path: Where no file is yet.
        reviewer: Who settles.
        tool_version: Of tuireader, for the log.
        name: For lists.
        clock: Gives the time.

    Raises:
        RefusedError: They are of different texts, or fewer than two.
        ReviewError: A file is there already, or none can be made.
    """
    if len(views) < 2:
        raise RefusedError("to merge takes two sessions or more")
    check_same_texts(views)
    return Session.create(
        path,
        views[0].machine,
        reviewer=reviewer,
        tool_version=tool_version,
        name=name or views[0].facts.name,
        lenses=views[0].facts.lenses,
        clock=clock,
        start=_start(views),
        merged=tuple(_provenance(view) for view in views),
    )


def _provenance(view: View) -> Merged:
    last = view.events[-1]
    return Merged(view.facts.id, view.facts.name, view.reviewers, last.number, last.seal)


def _start(views: Sequence[View]) -> Changes:
    machine = views[0].machine
    ids = {matter(machine, pair): pair.id for pair in machine.pairs}
    own: dict[str, Json] = {}
    orphans: list[Orphan] = []
    votes: Votes = {key: [] for key in ids}
    for view in views:
        seen: set[Matter] = set()
        for pair in view.comparison.pairs:
            key = matter(view.comparison, pair)
            seen.add(key)
            said = view.rulings.get(pair.id)
            if not _stands(view, pair):
                if said is not None:
                    orphans.append(_orphan(view, pair, said, len(orphans) + 1))
                continue
            if key not in ids:
                ids[key] = f"p{_next(ids)}"
                own[ids[key]] = to_plain(replace(pair, id=ids[key]))
            if said is not None:
                votes.setdefault(key, []).append(said)
        for key in ids.keys() - seen:
            if _took_apart(view, key):
                votes[key].append(_unrelated(view))
    cast = {ids[key]: said for key, said in votes.items() if said}
    notes = [f"{view.reviewers}: {view.note_of_session}" for view in views if view.note_of_session]
    return {
        "pairs": own,
        "votes": {key: to_plain(tuple(said)) for key, said in cast.items()},
        "rulings": {key: to_plain(_joint(said)) for key, said in cast.items()},
        "orphans": {orphan.id: to_plain(orphan) for orphan in orphans},
        "session": {"note": "\n".join(notes) or None},
    }


def _next(ids: dict[Matter, str]) -> int:
    return max((int(key[1:]) for key in ids.values()), default=0) + 1


def _stands(view: View, pair: Pair) -> bool:
    """Whether all claims of the pair are as the machine has them."""
    known = {claim.id: claim for side in view.machine.claims for claim in side}
    return all(known.get(key) == view.comparison.claim(key) for key in (*pair.a, *pair.b))


def _took_apart(view: View, key: Matter) -> bool:
    """Whether the machine has this pair, its claims still stand, and the reviewer has it not."""
    spans = [{claim.span for claim in view.comparison.claims_of(side)} for side in Side]
    if not all(spans[side].issuperset(key[side]) for side in (0, 1)):
        return False
    return any(matter(view.machine, pair) == key for pair in view.machine.pairs)


def _unrelated(view: View) -> Ruling:
    return Ruling(Label.UNRELATED, view.reviewers, view.events[-1].time, note="taken apart")


def _orphan(view: View, pair: Pair, said: Ruling, number: int) -> Orphan:
    a, b = (tuple(view.comparison.claim(key).text for key in pair.claims(side)) for side in Side)
    return Orphan(f"o{number}", a, b, said, f"{view.reviewers} merged or split its claims")


def _joint(votes: Sequence[Ruling]) -> Ruling:
    """What several rulings come to: their label where two or more have one, and all the same."""
    labels = [vote.label for vote in votes if vote.label is not None]
    settled = len(labels) > 1 and len({*labels}) == 1
    notes = [f"{vote.reviewer}: {vote.note}" for vote in votes if vote.note]
    return Ruling(
        label=labels[0] if settled else None,
        reviewer=", ".join(dict.fromkeys(vote.reviewer for vote in votes)),
        time=max(vote.time for vote in votes),
        note="; ".join(notes),
        flagged=any(vote.flagged for vote in votes),
        tags=tuple(sorted({tag for vote in votes for tag in vote.tags})),
    )
