"""Title, author, publisher and date of a page, from what its head and its markup say of it."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass

from tuireader.compare.documents.dateline import full_date
from tuireader.compare.documents.html.linked_data import read_linked_data
from tuireader.compare.documents.html.tokens import Tag, Text
from tuireader.compare.documents.scrubbing import one_line

_LONGEST_NAME, _LONGEST_TITLE = 200, 500
# In the order of trust; the first that is there counts.
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dc.created",
    "dc.issued",
    "citation_publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "published_time",
    "date",
)
_LATER_DATES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_NUMBERS = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")
_RFC = re.compile(r"(?:[A-Z][a-z]{2}, )?(\d{1,2} [A-Z][a-z]{2} \d{4})\b")
_REFRESH = re.compile(r"\s*\d+[\d.]*\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_TITLE_MARKS = "|–—-·•»:"


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself.

    Attributes:
        title: Of the article, without the name of the site.
        author: One or several, parted by commas.
        publisher: The newspaper, agency or site.
        date: Of publication, in the page's own time zone; else of the last change.
        window: The page's `title` as it is.
        paid: Whether the article is only for those who pay.
        leads_to: The address that the page leads on to by itself, or "".
    """

    title: str
    author: str
    publisher: str
    date: dt.date | None
    window: str
    paid: bool
    leads_to: str = ""


class MetaCollector:
    """Is shown the tags of a page and the content of its scripts, and makes an `About` of them."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._fields: dict[str, str] = {}
        self._scripts: list[str] = []
        self._window = ""
        self._times: list[str] = []
        self._author = ""
        self._is_linked_data = False
        self._leads_to = ""

    def __call__(self, token: Tag | Text) -> None:
        """Take note of a token."""
        if isinstance(token, Text):
            content = self._page[token.start : token.end]
            if token.inside == "title" and not self._window:
                self._window = one_line(html.unescape(content[:_LONGEST_TITLE]))
            elif token.inside == "script" and self._is_linked_data:
                self._scripts.append(content)
        elif token.name == "meta":
            self._field(token)
        elif token.name == "script":
            self._is_linked_data = "ld+json" in token.get("type").lower()
        elif token.name == "time":
            self._time(token)
        elif token.written and not self._author:
            self._named_author(token)

    def about(self, heading: str) -> About:
        """What the page says of itself.

        Args:
            heading: Its one main heading, or "".
        """
        data = read_linked_data(self._scripts)
        publisher = _name(data.publisher) or _name(self._first(_PUBLISHERS))
        titles = (data.title, self._first(_TITLES), heading, self._window)
        title = next((one for one in map(_title, titles) if one), "")
        author = data.author or self._first(_AUTHORS) or self._author
        dates = (data.published, self._first(_DATES), *self._times)
        later = (data.modified, self._first(_LATER_DATES))
        days = filter(None, map(day_of, (*dates, *later)))
        return About(
            title=_without_site(title, publisher),
            author=_BY.sub("", _name(author), count=1),
            publisher=publisher,
            date=next(days, None),
            window=self._window,
            paid=data.paid or self._fields.get("article:content_tier", "") in ("locked", "metered"),
            leads_to=self._leads_to,
        )

    def _field(self, tag: Tag) -> None:
        content = tag.get("content").strip()
        if tag.get("http-equiv").lower() == "refresh":
            address = _REFRESH.match(content)
            self._leads_to = self._leads_to or (
                one_line(address[1][:_LONGEST_NAME]) if address else ""
            )
        for key in ("property", "name", "itemprop"):
            name = tag.get(key).strip().lower()
            if name and content:
                self._fields.setdefault(name.replace("dcterms.", "dc."), content)

    def _time(self, tag: Tag) -> None:
        """A time that is marked as that of publication goes before others."""
        written = tag.get("datetime")
        marked = "pubdate" in tag.attributes or "publish" in f"{tag.get('class')} " + tag.get(
            "itemprop"
        )
        if written and (marked or not self._times):
            self._times.insert(0 if marked else len(self._times), written)

    def _named_author(self, tag: Tag) -> None:
        if "author" in (tag.get("rel").lower(), tag.get("itemprop").lower()):
            end = self._page.find("<", tag.end)
            if 0 < end - tag.end <= _LONGEST_NAME:
                self._author = html.unescape(self._page[tag.end : end]).strip()

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self._fields[name] for name in names if name in self._fields), "")


def day_of(written: str) -> dt.date | None:
    """The day of a date as pages write them: ISO 8601, RFC 2822, or in words."""
    found = full_date(written[:80])
    if found is not None:
        return found
    numbers = _NUMBERS.match(written)
    if numbers:
        try:
            return dt.date(int(numbers[1]), int(numbers[2]), int(numbers[3]))
        except ValueError:
            return None
    mail = _RFC.match(written)
    return full_date(mail[1]) if mail else None


def _name(text: str) -> str:
    """A name on one line; an address or a whole sentence is none."""
    name = one_line(html.unescape(text[:_LONGEST_NAME]))
    return "" if "://" in name else name


def _title(text: str) -> str:
    return one_line(html.unescape(text[:_LONGEST_TITLE]))


def _without_site(title: str, publisher: str) -> str:
    """The title without " | The Herald" at its end."""
    bare = title.removesuffix(publisher).rstrip()
    if publisher and bare != title and bare[-1:] and bare[-1] in _TITLE_MARKS:
        return bare[:-1].rstrip() or title
    return title
