"""Pages made to hurt: each is read in one pass, whatever is left open or nested in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.documents import DocumentError, document_from_text
from tuireader.compare.documents.html.tokens import Tag, Text, tokens
from tuireader.compare.model import Side

LARGE = 30_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * LARGE,
        "<div><b>" + "<i>" * LARGE + "</b>" * LARGE,
        "<span>" * LARGE + "</div>" * LARGE,
        "<ul><li>" * LARGE,
        "<blockquote>" * LARGE,
        "<table><tr><td>" * (LARGE // 2),
        "<article>" * LARGE,
        "<p>x" * LARGE,
        "<br>x" * LARGE,
        "<q>" * LARGE,
        "&amp;" * LARGE,
        "&#0;" * LARGE,
        "&" * LARGE,
        "<" * LARGE,
        "< " * LARGE,
        "<p " + "a=b " * LARGE + ">",
        "<p class='" + "a " * LARGE + "'>",
        "<p style='" + "display" * LARGE + "'>",
        "<pre>" + "a\n" * (LARGE // 10) + "</pre>",
        "<meta name=a content=b>" * LARGE,
        "<script type=application/ld+json>" + '{"@graph":[' * LARGE + "</script>",
        "<script type=application/ld+json>" + "9" * LARGE + "</script>",
    ],
    ids=lambda page: page[:20].split("\n")[0],
)
def test_a_page_made_to_hurt_is_read(page: str) -> None:
    document = document_from_text(f"<p>The quay fell.</p>{page}", Side.A, form="html")
    assert document.text.startswith("The quay fell.")


@pytest.mark.parametrize(
    "page",
    [
        "<a " * LARGE,
        '<a b="' * LARGE,
        "<a b='>\"" * LARGE,
        "<a =" + "=" * LARGE,
        "<!--" * LARGE,
        "<!" * LARGE,
        "<?" * LARGE,
        "</" * LARGE,
        "<script>" * LARGE,
        "<title>" * LARGE,
        "<textarea></text" * LARGE,
    ],
    ids=lambda page: page[:10],
)
def test_what_is_never_closed_swallows_the_rest_once(page: str) -> None:
    """Were each of them looked for anew to the end of the page, this would take minutes."""
    found = list(tokens(f"<p>The quay fell.</p>{page}"))
    assert len(found) <= LARGE + 4
    assert isinstance(found[0], Tag)
    assert isinstance(found[1], Text)


@settings(deadline=None)
@given(st.text(st.one_of(st.sampled_from("\x1b\x9b[]8;m\x07\u202e\u200b<>&#x27;pb/ "))))
def test_nothing_that_steers_a_terminal_comes_out_of_a_page(text: str) -> None:
    try:
        document = document_from_text(f"<title>{text}</title><p>Word {text}", Side.A, form="html")
    except DocumentError:
        return
    for shown in (document.text, document.title, document.author, document.publisher):
        assert not any(
            unicodedata.category(char) in ("Cc", "Cf") and char != "\n" for char in shown
        )
