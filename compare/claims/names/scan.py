"""Capitalised words of a sentence, and the runs of them that may be one name."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.compare.claims.names.lexicon import abbreviations, is_common, places_from, words
from tuireader.compare.lexicon.countries import fold_name
from tuireader.compare.ready import compiled

# A letter that may be a capital: a class of all capitals takes six milliseconds to compile.
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_ARTICLES = "|".join(sorted(words("articles")))
_TOKEN = compiled(
    rf"(?<![^\W_])(?:(?:{_UPPER}\.)+{_UPPER}(?:\.|\b)"
    rf"|(?:(?:{_ARTICLES})[-'’])?(?:[dl]['’])?{_UPPER}\w*(?:['’&-][^\W_]\w*)*)"
)
_CONTRACTIONS = ("'t", "'re", "'ve", "'ll", "'d", "'m")
_LONGEST_GAP = 12
# No name is so long; a text in capitals is read in pieces of this size.
_LONGEST_RUN = 24
_OF_GAPS = frozenset({"of", "of the", "for", "for the", "on", "on the"})
_AND_GAPS = frozenset({"and", "&"})
_QUOTES = "\"“‘«„'"
_ENDS = ":.!?…—–•*"


class Token:
    """One capitalised word.

    Attributes:
        start: Place in the document.
        end: Without a possessive ending.
        fold: Folded; a full stop of an abbreviation is kept.
        after: Where the possessive ending, if any, ends.
        initial: Whether a sentence, a quotation or the part after a colon opens here.
        capitals: Whether every letter is a capital.
        link: What joins it to the token before in its run: "", "of", "and", or "particle".
        tie: The words between, folded, where `link` is not "".
    """

    __slots__ = ("after", "capitals", "end", "fold", "initial", "link", "start", "tie")

    def __init__(
        self, start: int, end: int, fold: str, *, after: int, initial: bool, capitals: bool
    ) -> None:
        self.start = start
        self.end = end
        self.fold = fold
        self.after = after
        self.initial = initial
        self.capitals = capitals
        self.link = ""
        self.tie = ""

    @property
    def possessive(self) -> bool:
        """Whether "'s" follows."""
        return self.after > self.end


def find_runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The runs of capitalised words of one sentence, in order.

    A run is one name, several names side by side, or a name with common words before it; the
    tokens' links say how they are tied.
    """
    run: list[Token] = []
    for token in _tokens(text, start, end):
        if 0 < len(run) < _LONGEST_RUN and _joins(text, run, token):
            run.append(token)
            continue
        if run:
            yield run
        token.link = token.tie = ""
        run = [token]
    if run:
        yield run


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    before: Token | None = None
    for match in _TOKEN.finditer(text, start, end):
        initial = _opens(text, match.start(), start, before)
        # The full stop after an abbreviation counts only where it is in the sentence.
        stop = match.end() < end and text[match.end()] == "."
        for token in _read(text, match.start(), match.end(), initial=initial, stop=stop):
            yield token
            before = token


def _read(text: str, start: int, end: int, *, initial: bool, stop: bool) -> Iterator[Token]:
    """The tokens of one match: possessive and hyphenated tail cut off, full stop taken in."""
    raw = text[start:end]
    if text[end : end + 1] == "$" or not (raw[0].isupper() or any(map(str.isupper, raw))):
        return
    after = end
    if not raw.isalnum():
        if raw[-2:] in {"'s", "’s"}:
            end -= 2
            raw = raw[:-2]
        elif fold_name(raw).endswith(_CONTRACTIONS):
            return
        if "-" in raw:
            yield from _hyphenated(start, raw, after, initial=initial)
            return
    fold = fold_name(raw)
    upper = len(raw) > 1 and raw.isupper()
    single = len(raw) == 1 and raw != "I"
    if stop and after == end and (single or (not upper and fold + "." in abbreviations())):
        end += 1
        after = end
        fold += "."
    elif raw[-1] == "s" and text[end : end + 1] in {"'", "’"} and after == end:
        after = end + 1
    yield Token(start, end, fold, after=after, initial=initial, capitals=upper)


def _hyphenated(start: int, raw: str, after: int, *, initial: bool) -> Iterator[Token]:
    """A word with hyphens: "Iran-backed" is Iran, "Iran-Iraq" both, "Mid-January" the month."""
    parts = raw.split("-")
    if len(parts) > 1 and fold_name(parts[0]) in words("prefixes"):
        start += len(parts[0]) + 1
        parts = parts[1:]
    if len(parts) > 1 and _is_tail(parts[0], parts[-1]):
        parts = parts[:-1]
    if not parts[0][:1].isupper() and fold_name(parts[0]) not in words("articles"):
        return
    if len(parts) == 2 and all(_is_place(part) for part in parts):
        for part in parts:
            place = start + len(part)
            fold, upper = fold_name(part), part.isupper()
            yield Token(start, place, fold, after=place + 1, initial=initial, capitals=upper)
            start = place + 1
        return
    joined = "-".join(parts)
    end = start + len(joined)
    upper = len(joined) > 1 and joined.isupper()
    # What was cut off ends the run, as a possessive does.
    fold, after = fold_name(joined), max(after, end)
    yield Token(start, end, fold, after=after, initial=initial, capitals=upper)


def _is_tail(head: str, last: str) -> bool:
    """Whether the part behind the hyphen is a common word, and not as in "Ki-moon"."""
    syllable = len(head) <= 3 and not head.isupper()
    return last[:1].islower() and len(last) > 2 and not syllable and is_common(last)


def _is_place(word: str) -> bool:
    folded = fold_name(word)
    return any(phrase == folded for phrase, _ in places_from(folded))


def _opens(text: str, start: int, floor: int, before: Token | None) -> bool:
    """Whether the word at `start` stands where any word would have a capital."""
    if before is None and not any(map(str.isalnum, text[floor:start])):
        return True
    last = text[start - 1 : start]
    if last in _QUOTES:
        return True
    if not last.isspace():
        return False
    mark = text[: start - 1][-1:] if start < 2 else text[start - 2]
    return mark in _ENDS and (before is None or before.end != start - 1)


def _joins(text: str, run: list[Token], token: Token) -> bool:
    """Whether `token` goes on with the run; sets its link."""
    last = run[-1]
    gap = text[last.end : token.start]
    if last.possessive:
        return gap[-1:] == " " and len(gap) <= 3 and _possessive_name(run, token)
    if gap in {" ", "\n"}:
        return True
    if gap == ", ":
        return token.fold in words("corporate") or token.fold in words("generation")
    fits = 2 < len(gap) <= _LONGEST_GAP and "\n\n" not in gap
    if not (fits and gap[0].isspace() and gap[-1].isspace()):
        return False
    return _ties(" ".join(gap.split()), run, token)


def _ties(tie: str, run: list[Token], token: Token) -> bool:
    """Whether the words between, such as "of the", hold one name together; sets the link."""
    token.tie = tie
    if tie in _OF_GAPS:
        token.link = "of"
        return any(before.fold in words("before_of") for before in run)
    if tie in _AND_GAPS:
        token.link = "and"
        return tie == "&" or (is_common(run[-1].fold) and is_common(token.fold))
    token.link = "particle"
    return all(word in words("particles") for word in tie.split())


def _possessive_name(run: list[Token], token: Token) -> bool:
    """St. Jude's Hospital, the People's Party: the possessive is part of the name."""
    last = run[-1]
    if not (token.fold in words("organisation") or token.fold in words("place")):
        return False
    return run[0].fold in {"st", "st.", "saint"} or last.fold in words("collectives")
