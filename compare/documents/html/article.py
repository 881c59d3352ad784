"""Which blocks of a page are its article.

What the page says of its own parts decides, and what stands around a story by its name is left out.
Where trafilatura is installed (the extra `web`), it decides instead: the blocks in which its words
are found again are the article. Their text and places are always those of our own reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.documents.html.blocks import Piece, Region, Setting

_SOME_WORDS = 25
_REGION_AT_LEAST, _ONE_IS_ENOUGH = 0.3, 0.5
_TRUSTED_FROM = 0.3
_LINKED_WORDS = 30


def choose(
    pieces: Sequence[Piece], regions: Sequence[Region], found: Sequence[bool] | None
) -> list[bool]:
    """Say of each block whether it belongs to the article.

    Args:
        pieces: The blocks of the page.
        regions: What the page calls its parts.
        found: In which blocks another extractor found the article; None without one.
    """
    own = _own_choice(pieces, regions)
    if found is None:
        return own
    own_words = _words(pieces, own)
    if _words(pieces, found) < max(_TRUSTED_FROM * own_words, min(own_words, _SOME_WORDS)):
        return own
    return _filled(pieces, found, own)


def _own_choice(pieces: Sequence[Piece], regions: Sequence[Region]) -> list[bool]:
    story = [_may_be_story(piece) for piece in pieces]
    if _words(pieces, story) < _SOME_WORDS:
        # A page in which all stands around something: its names mean something else.
        all_of_it = [not _is_link_list(piece) for piece in pieces]
        return all_of_it if _words(pieces, all_of_it) > 2 * _words(pieces, story) else story
    inside = _in_region(pieces, story, regions)
    return [one and other for one, other in zip(story, inside, strict=True)]


def _may_be_story(piece: Piece) -> bool:
    return not piece.setting.furniture and not _is_link_list(piece)


def _is_link_list(piece: Piece) -> bool:
    """Whether a short block is all links: headings and quotations often are one link."""
    setting = piece.setting
    return (
        piece.mostly(piece.links)
        and not setting.quotes
        and (not setting.heading or setting.lists > 0)
        and piece.words <= _LINKED_WORDS
    )


def _words(pieces: Sequence[Piece], chosen: Sequence[bool]) -> int:
    return sum(piece.words for piece, taken in zip(pieces, chosen, strict=True) if taken)


def _in_region(
    pieces: Sequence[Piece], story: Sequence[bool], regions: Sequence[Region]
) -> list[bool]:
    """Which blocks stand in the part that holds the story; all, where no part does."""
    words = [0] * len(regions)
    for piece, taken in zip(pieces, story, strict=True):
        if taken and piece.setting.region >= 0:
            words[piece.setting.region] += piece.words
    for index in reversed(range(len(regions))):
        if regions[index].parent >= 0:
            words[regions[index].parent] += words[index]
    total = max(_words(pieces, story), 1)
    for kind in ("article", "body", "main"):
        outermost = _outermost(regions, kind)
        tops = {top for top in outermost if top >= 0}
        in_tops = sum(words[top] for top in tops)
        if in_tops < _REGION_AT_LEAST * total or in_tops < _SOME_WORDS:
            continue
        largest = max(tops, key=words.__getitem__)
        kept = {largest} if words[largest] >= _ONE_IS_ENOUGH * in_tops else tops
        last = _last_of_body(pieces, regions) if kind == "article" and len(kept) == 1 else None
        return [
            _region(piece.setting, outermost) in kept and (last is None or index <= last)
            for index, piece in enumerate(pieces)
        ]
    return [True] * len(pieces)


def _outermost(regions: Sequence[Region], kind: str) -> list[int]:
    """For each region the outermost one of that kind that it is or stands in, or -1."""
    found: list[int] = []
    for index, region in enumerate(regions):
        above = found[region.parent] if region.parent >= 0 else -1
        found.append(above if above >= 0 else index if region.kind == kind else -1)
    return found


def _region(setting: Setting, outermost: Sequence[int]) -> int:
    return outermost[setting.region] if setting.region >= 0 else -1


def _last_of_body(pieces: Sequence[Piece], regions: Sequence[Region]) -> int | None:
    """The last block of the story's body: what follows in its article is links and buttons."""
    bodies = _outermost(regions, "body")
    inside = [i for i, piece in enumerate(pieces) if _region(piece.setting, bodies) >= 0]
    enough = sum(pieces[i].words for i in inside) >= _SOME_WORDS
    return inside[-1] if enough else None


def _filled(pieces: Sequence[Piece], found: Sequence[bool], own: Sequence[bool]) -> list[bool]:
    """What was found, the gaps in it, and what stands directly beside it in the same element."""
    chosen = list(found)
    agreed = [one and other for one, other in zip(found, own, strict=True)]
    if 2 * _words(pieces, agreed) >= _words(pieces, found):
        # The names mean what they say in this page: an advertisement is one.
        chosen = [
            taken and (kept or not piece.setting.furniture)
            for piece, taken, kept in zip(pieces, found, own, strict=True)
        ]
    first = chosen.index(True)
    last = len(chosen) - 1 - chosen[::-1].index(True)
    for index in range(first, last):
        chosen[index] = chosen[index] or own[index]
    for edge, step in ((first, -1), (last, 1)):
        index = edge + step
        while (
            0 <= index < len(pieces)
            and own[index]
            and pieces[index].setting.container == pieces[edge].setting.container
        ):
            chosen[index] = True
            index += step
    return chosen
