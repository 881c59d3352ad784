"""From a run of capitalised words to the names in it, titles and places peeled off."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.claims.names.kinds import is_initial, kind_of
from tuireader.compare.claims.names.lexicon import (
    Place,
    Title,
    given_names,
    is_common,
    known_bodies,
    titles,
    words,
)
from tuireader.compare.claims.names.mentions import Mention, phrase_of, word_before
from tuireader.compare.claims.names.places import match_place, place_mention
from tuireader.compare.claims.names.scan import Token
from tuireader.compare.lexicon.countries import CountrySense
from tuireader.compare.values import NameType

_LONGEST_TITLE = 4
_LONGEST_ACRONYM = 6
_BEFORE_MONTH = frozenset(
    {"in", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "from", "of"}
)


def read_run(
    text: str, run: list[Token], before: Mention | None, *, headline: bool = False
) -> list[Mention]:
    """The names of one run, in order.

    Args:
        text: The document.
        run: As `find_runs` yields it.
        before: The mention that comes before in the sentence.
        headline: Whether the sentence has capitals throughout, so that a common word is no name.
    """
    found: list[Mention] = []
    for segment in _segments(text, run, headline=headline):
        found.extend(_read_segment(text, segment, found[-1] if found else before))
    return found


def _segments(text: str, run: list[Token], *, headline: bool) -> Iterator[list[Token]]:
    """The run cut at dates, at words that are no names, and at an "and" between two names."""
    segment: list[Token] = []
    for position, token in enumerate(run):
        cut = _is_date(text, run, position) or (headline and _is_mere_word(run, position))
        if cut or (
            token.link == "and" and token.tie == "and" and not _goes_on(segment, run[position:])
        ):
            if segment:
                yield segment
            segment = []
        if not cut:
            segment.append(token)
    if segment:
        yield segment


def _is_mere_word(run: list[Token], position: int) -> bool:
    """Whether a word of a headline is a common one, and no surname after a given name."""
    named = position and run[position - 1].fold in given_names()
    return is_common(run[position].fold) and not named


def _goes_on(left: list[Token], right: list[Token]) -> bool:
    """Whether "and" is inside one name ("Food and Drug Administration")."""
    if any(token.link == "of" for token in left):
        return True
    return right[-1].fold in words("organisation") and len(right) > 1


def _is_date(text: str, run: list[Token], position: int) -> bool:
    token = run[position]
    if token.fold not in words("calendar"):
        return False
    if token.capitals and len(token.fold) > 2:
        return True
    if position and run[position - 1].fold in given_names():
        return False
    follower = run[position + 1] if position + 1 < len(run) else None
    if token.fold in words("calendar_names"):
        if position and (run[position - 1].fold,) in titles():
            return False
        if follower and follower.fold not in words("calendar"):
            return word_before(text, token.start) in _BEFORE_MONTH or is_common(follower.fold)
    return True


def _read_segment(text: str, tokens: list[Token], before: Mention | None) -> Iterator[Mention]:
    while tokens and tokens[0].fold in words("openers") and not _is_body(tokens[0]):
        tokens = tokens[1:]
    while len(tokens) > 1 and _trails(tokens):
        tokens = tokens[:-1]
    if not tokens:
        return
    for first in range(len(tokens)):
        length = _title_length(tokens, first)
        if not length:
            continue
        rest = tokens[first + length :]
        if rest and (_is_body_name(rest) or rest[0].link in {"of", "and"}):
            continue
        if first and not rest and length == 1 and not match_place(text, tokens, first - 1):
            # A surname: Ann King.
            continue
        if first:
            yield from _read_places(text, tokens[:first], before)
        if rest:
            title = titles()[tuple(phrase_of(tokens[first : first + length]))]
            yield from _titled(rest, title, tokens[first].start)
        return
    yield from _read_places(text, tokens, before)


def _is_body(token: Token) -> bool:
    """Whether a word like "US" or "WHO" is an acronym here."""
    return token.capitals and (token.fold == "us" or token.fold in known_bodies())


def _is_body_name(tokens: list[Token]) -> bool:
    """Whether the words end as an organisation's or a place's name does."""
    personal = any(token.link == "particle" for token in tokens)
    return _is_head(tokens[-1].fold) and not personal


def _trails(tokens: list[Token]) -> bool:
    last = tokens[-1]
    if last.fold not in words("openers") or _is_body(last):
        return False
    return tokens[-2].fold not in given_names()


def _is_head(fold: str) -> bool:
    return fold in words("organisation") or fold in words("place")


def _title_length(tokens: list[Token], first: int) -> int:
    """How many tokens from `first` on are a title; 0 for none."""
    known = titles()
    for length in range(min(_LONGEST_TITLE, len(tokens) - first), 0, -1):
        if tuple(phrase_of(tokens[first : first + length])) in known:
            return length
    return 0


def _titled(tokens: list[Token], title: Title, lead: int) -> Iterator[Mention]:
    nouns = list(title.nouns)
    gender = title.gender
    while length := _title_length(tokens, 0):
        again = titles()[tuple(phrase_of(tokens[:length]))]
        nouns += again.nouns
        gender = gender or again.gender
        tokens = tokens[length:]
        if not tokens:
            return
    names = _without(tokens, "generation")
    if len(names) == 1 and is_initial(names[0].fold):
        return
    yield Mention(
        tokens[0].start,
        tokens[-1].end,
        tuple(phrase_of(names)),
        NameType.PERSON,
        sure=True,
        title=Title(tuple(nouns), gender),
        lead=lead,
    )


def _without(tokens: list[Token], section: str) -> list[Token]:
    kept = list(tokens)
    while len(kept) > 1 and kept[-1].fold in words(section):
        kept.pop()
    return kept


def _read_places(text: str, tokens: list[Token], before: Mention | None) -> Iterator[Mention]:
    """The names of a piece without titles, its known places split off where they stand alone."""
    for first in range(len(tokens)):
        match = match_place(text, tokens, first)
        if match is None:
            continue
        count, place = match
        left, own, rest = tokens[:first], tokens[first : first + count], tokens[first + count :]
        if not left and not rest:
            yield place_mention(text, own, place, before)
        elif not left and _peels(own, rest, place):
            found = place_mention(text, own, place, before)
            yield found
            yield from _read_segment(text, rest, found)
        elif left and not own[0].link and _drops(left, rest):
            yield from _read_places(text, tokens[first:], before)
        else:
            yield from _plain(text, tokens)
        return
    yield from _plain(text, tokens)


def _peels(own: list[Token], rest: list[Token], place: Place) -> bool:
    """Whether the place at the head of a piece is apart from the rest ("Iraqi | Parliament")."""
    if rest[0].link:
        return False
    last = rest[-1].fold
    if own[0].capitals or own[-1].fold[-1] == ".":
        return True
    country = place.code and place.sense in {CountrySense.DEMONYM, CountrySense.NAME}
    if country and last in words("organs"):
        return True
    if last in words("corporate") or _is_head(last):
        return False
    if own[0].fold in given_names() and len(own) == 1 and place.sense is not CountrySense.DEMONYM:
        return False
    return not all(is_common(token.fold) for token in rest)


def _drops(left: list[Token], rest: list[Token]) -> bool:
    """Whether common words before a place are no part of a name ("Northern Iraq")."""
    if (rest and _is_head(rest[-1].fold)) or any(_is_head(token.fold) for token in left):
        return False
    if any(token.fold in given_names() for token in left):
        return False
    mere = words("directions")
    return all(token.fold in mere or (left[0].initial and is_common(token.fold)) for token in left)


def _plain(text: str, tokens: list[Token]) -> Iterator[Mention]:
    """The one name of a piece that holds neither a title nor a place of its own."""
    names = _without(_without(tokens, "corporate"), "generation")
    company = tokens[-1].fold in words("corporate") and len(names) < len(tokens)
    names = _shorn(names)
    folds = tuple(phrase_of(names))
    shouted = len(names) > 1 and all(t.capitals and is_common(t.fold) for t in names)
    if shouted or folds in titles() or (len(names) == 1 and not _is_name(names[0])):
        return
    kind, sure = kind_of(text, names, company=company)
    single = len(names) == 1
    common = single and not company and is_common(names[0].fold)
    dotted = single and is_initial(names[0].fold)
    yield Mention(
        names[0].start,
        tokens[-1].end,
        (folds[0].replace(".", ""),) if dotted else folds,
        NameType.ORGANISATION if dotted else kind,
        sure=sure,
        acronym=dotted or (single and names[0].capitals and len(folds[0]) <= _LONGEST_ACRONYM),
        common=common,
        loose=len(names) > 1 and _may_only_open(names),
        tentative=common and (names[0].initial or (names[0].capitals and len(folds[0]) > 3)),
        company=company,
    )


def _may_only_open(tokens: list[Token]) -> bool:
    """Whether the first of the words may be capitalised by the sentence alone."""
    first = tokens[0]
    opens = first.initial and not tokens[1].link
    return opens and is_common(first.fold) and first.fold not in given_names()


def _shorn(tokens: list[Token]) -> list[Token]:
    """Without a common word that only opens the sentence ("Engineer Ann Lee", "Visiting Tarsk")."""
    if len(tokens) < 2 or not _may_only_open(tokens):
        return tokens
    first, second = tokens[0].fold, tokens[1].fold
    named = second in given_names() and len(tokens) > 2
    acronym = len(tokens) == 2 and tokens[1].capitals and not tokens[0].capitals
    return tokens[1:] if named or acronym or first.endswith(("ing", "ly")) else tokens


def _is_name(token: Token) -> bool:
    bare = token.fold.replace(".", "")
    listed = bare in words("not_names") and not _is_body(token)
    return len(bare) > 1 and not listed and not bare.isdigit()
