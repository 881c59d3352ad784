"""Round trips: every paragraph of a plain text is found in its source."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.documents import DocumentError, document_from_text, split_text
from tuireader.compare.documents.placed import TextBuilder, compose, cut, line_number
from tuireader.compare.model import Document, Side, Span

# Letters that look like nothing are cleaned away.
LETTERS = st.characters(categories=["L", "N"], exclude_characters="\u115f\u1160\u3164\uffa0")
WORD = st.text(LETTERS, min_size=1, max_size=12)
WORDS = st.lists(
    st.tuples(
        st.one_of(WORD, st.sampled_from(["The", "said.", "2,500", "-", ">", "•", "U.S.", "“No”"])),
        st.sampled_from([" ", "  ", "\t", "\u00a0", "\n", "\r\n", "\n\n", "\n \n", "\n    "]),
    ),
    min_size=1,
    max_size=40,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def blanks(text: str) -> str:
    """Every blank as a space: a line break or tab keeps its place and changes its form."""
    return "".join(" " if char.isspace() else char for char in text)


def assert_found(document: Document, source: str) -> None:
    assert document.origin is not None
    for paragraph in document.paragraphs:
        place = document.origin.locate(paragraph.span)
        assert place is not None
        words, found = paragraph.span.of(document.text), place.of(source)
        assert words.split() == [word for word in found.split() if word.strip(">") or word in words]
        start, end = paragraph.span.start, paragraph.span.end
        for edge in (Span(start, start + 1), Span(end - 1, end)):
            place = document.origin.locate(edge)
            assert place is not None
            assert blanks(place.of(source)) == edge.of(document.text)


@settings(deadline=None)
@given(WORDS)
def test_paragraphs_are_found_in_the_source(source: str) -> None:
    if any(map(str.isalnum, source)):
        assert_found(document_from_text(source, Side.A), source)


@settings(deadline=None)
@given(st.lists(WORD.map("{} went home today.".format), min_size=1, max_size=8))
def test_clean_paragraphs_come_through_unchanged(paragraphs: list[str]) -> None:
    source = "\n\n".join(paragraphs)
    assert document_from_text(source, Side.A).text == source


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_split_loses_no_word_and_keeps_places(first: str, second: str) -> None:
    source = (
        f"The agency said this much: {first}\n\nThe real truth?\n\nIt is quite different: {second}"
    )
    try:
        split = split_text(source)
    except DocumentError:
        return
    for document in (split.a, split.b):
        assert_found(document, source)
    assert 1 <= split.line <= line_number(source, len(source))


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=4), st.booleans()), max_size=8), st.data())
def test_places_of_a_part_are_places_of_the_whole(
    pieces: list[tuple[str, bool]], data: st.DataObject
) -> None:
    builder = TextBuilder()
    place = 0
    for text, kept in pieces:
        if kept:
            builder.take(text, place)
        else:
            builder.add(text)
        place += len(text) + 1
    start = data.draw(st.integers(0, builder.length))
    span = Span(start, data.draw(st.integers(start, builder.length)))
    whole = {s + i: p + i for s, p, n in builder.runs for i in range(n)}
    part = {s + i: p + i for s, p, n in cut(builder.runs, span) for i in range(n)}
    assert part == {at - start: whole[at] for at in whole if span.start <= at < span.end}
    identity = [(0, 0, builder.length)] if builder.length else []
    assert compose(identity, builder.runs) == builder.runs


def test_lines_are_counted_as_editors_count_them() -> None:
    assert [line_number("a\r\nb\rc\nd", at) for at in (0, 3, 5, 7)] == [1, 2, 3, 4]
