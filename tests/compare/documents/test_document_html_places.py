"""Round trips: the words of each claim of a page are found again in the page."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import document_from_text
from tuireader.compare.documents.html import read
from tuireader.compare.model import Document, Side, Span

WORD = st.sampled_from(
    ["quay", "fell", "Senn", "4", "4,000", "café", "“No”", "U.S.", "R&D", "a<b", "1 > 0", "&amp"]
)
GAP = st.sampled_from([" ", "  ", "\n", "\t", "&nbsp;", " <b>", "</b> ", "<i>", "</a>", "<!-- -->"])
PARTS = st.lists(st.tuples(WORD, GAP), min_size=3, max_size=12).map(
    lambda pairs: "".join(html.escape(word, quote=False) + gap for word, gap in pairs)
)
TAG = re.compile(r"<!--.*?-->|<script>.*?</script>|</?[a-z](?:'[^']*'|[^'<>])*>", re.DOTALL)
SHELL = st.sampled_from(
    [
        "<p>{}</p>",
        "<p>{}",
        "<blockquote><p>{}</blockquote>",
        "<h2>{}</h2>",
        "<ul><li>{}<li>More of it here</ul>",
        "<table><tr><td>{}<td>Two</table>",
        "<div>{}<br>Then it went on.</div>",
        "<pre>{}</pre>",
        "<em>{}</em>",
        "<nav>{}</nav>",
        "<script>{}</script>",
        "<a href='{}'>x</a>",
    ]
)
PAGES = st.lists(st.tuples(SHELL, PARTS), min_size=1, max_size=6).map(
    lambda blocks: "<p>The quay fell down." + "".join(shell.format(text) for shell, text in blocks)
)


def assert_found(document: Document, page: str) -> None:
    """Each placed character is the page's own there, and what has none was an entity or a break."""
    assert document.origin is not None
    for start, place, length in document.origin.runs:
        there = "".join(" " if char.isspace() else char for char in page[place : place + length])
        assert there == document.text[start : start + length].replace("\n", " ")
    for claim in extract_claims(document):
        span = document.origin.locate(claim.span)
        assert span is not None
        written = TAG.sub("", span.of(page))
        shown = "".join(html.unescape(written).split())
        claimed = "".join(claim.text.replace(" | ", "").split())
        # Entities at the edges have no place.
        assert shown in claimed
        assert len(claimed) - len(shown) <= 4


@settings(deadline=None, max_examples=50)
@given(PAGES)
def test_claims_are_found_in_the_page(page: str) -> None:
    assert_found(document_from_text(page, Side.A, form="html"), page)


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/!-=\"'&;#x pabdivtrli \n"), max_size=300))
def test_whatever_stands_in_a_page_its_places_are_its_own(page: str) -> None:
    draft = read(page)
    end = 0
    for start, place, length in draft.runs:
        assert end <= start
        there = "".join(" " if char.isspace() else char for char in page[place : place + length])
        assert there == draft.text[start : start + length]
        end = start + length
    end = 0
    for paragraph in draft.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(draft.text)
        assert "\n" not in paragraph.span.of(draft.text)
        end = paragraph.span.end


def test_a_place_is_counted_in_the_decoded_page() -> None:
    page = "<p>Zuerst\u00a0 fiel der <b>K\u00e4i</b>\r\nin den&shy; Senn.</p>"
    document = document_from_text(page, Side.A, form="html")
    assert document.text == "Zuerst fiel der K\u00e4i in den Senn."
    assert document.origin is not None
    for word in ("Zuerst", "fiel", "K\u00e4i", "in", "Senn."):
        start = document.text.index(word)
        place = document.origin.locate(Span(start, start + len(word)))
        assert place is not None
        assert place.of(page) == word
