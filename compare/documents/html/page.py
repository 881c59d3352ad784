"""The way from an HTML page to a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.html.article import choose
from tuireader.compare.documents.html.blocks import Piece
from tuireader.compare.documents.html.extractor import find_article
from tuireader.compare.documents.html.meta import MetaCollector
from tuireader.compare.documents.html.walk import Walker
from tuireader.compare.documents.html.walls import refuse_wall
from tuireader.compare.documents.html.writing import passages, write

_WORD = re.compile(r"\w+")
_KICKER_WORDS, _TITLE_WORDS = 8, 4


def read(text: str) -> Draft:
    """Read a page, or a fragment of one, that has been cleaned; places are places in `text`.

    The draft of a page that is nothing but furniture has no paragraphs.

    Raises:
        Unreadable: A wall, or a script that is to fill the page, stands before its text.
    """
    meta = MetaCollector(text)
    walker = Walker(text, meta)
    pieces = [piece for piece in walker.walk() if piece.text.text.strip()]
    heading = _headline(pieces, meta.about("").title)
    about = meta.about(_words_of(heading) if heading else "")
    chosen = choose(pieces, walker.regions, find_article(text, pieces, walker.deepest))
    article = [
        piece
        for piece, taken in zip(pieces, chosen, strict=True)
        if taken or (piece is heading and _same(_words_of(piece), about.title))
    ]
    if heading in article:
        article = _from_headline(article, article.index(heading))
    refuse_wall(walker, pieces, sum(piece.words for piece in article), about)
    draft = write(passages(article, walker.cells, heading)).draft(about.title, about.date)
    return draft._replace(author=about.author, publisher=about.publisher)


def _headline(pieces: Sequence[Piece], title: str) -> Piece | None:
    """The heading that has the words of the title; else the one main heading of all or the story.

    A main heading outside the story that says something else is the name of the site.
    """
    headings = [piece for piece in pieces if piece.setting.heading]
    for piece in headings:
        if title and _same(_words_of(piece), title):
            return piece
    main = [piece for piece in headings if piece.setting.heading == "h1"]
    if len(main) > 1:
        main = [p for p in main if p.setting.region >= 0 and not p.setting.furniture]
    return main[0] if len(main) == 1 else None


def _from_headline(article: list[Piece], place: int) -> list[Piece]:
    """Without the name of the section that stands above the headline."""
    above = article[:place]
    return article if any(piece.words > _KICKER_WORDS for piece in above) else article[place:]


def _words_of(piece: Piece) -> str:
    return piece.text.text.strip()


def _same(one: str, other: str) -> bool:
    """Whether one title is the other, or all of it but a site's name."""
    a, b = (_WORD.findall(text.casefold()) for text in (one, other))
    shorter, longer = sorted((a, b), key=len)
    return a == b or (len(shorter) >= _TITLE_WORDS and longer[: len(shorter)] == shorter)
