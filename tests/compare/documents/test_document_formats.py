"""Which reader a file goes to: its bytes first, then its name, then its text; a word overrules."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tuireader.compare.documents import DocumentError, formats, read_document, split_document
from tuireader.compare.documents.draft import Draft, DraftBuilder
from tuireader.compare.documents.recognition import format_of_text, recognise
from tuireader.compare.documents.scrubbing import scrub
from tuireader.compare.model import Block, Paragraph, Side, Span

PAGE = b"<!DOCTYPE html>\n<html><body><p>A quay fell.</p></body></html>"
MAIL = b"Received: from x\nFrom: a@example.org\nSubject: The quay\n\nIt fell.\n"
ZIP = b"PK\x03\x04" + bytes(30)


@pytest.mark.parametrize(
    ("name", "data", "known"),
    [
        ("a.txt", b"%PDF-1.7\n1 0 obj", "pdf"),
        ("a.txt", PAGE, "html"),
        ("-", b"\xef\xbb\xbf <html lang='en'>", "html"),
        ("-", "<!doctype html><p>Hi".encode("utf-16"), "html"),
        ("-", b"<?xml version='1.0'?>\n<!-- saved -->\n<html>", "html"),
        ("a.zip", ZIP + b"word/document.xml", "docx"),
        ("a", ZIP + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        ("a.docx", ZIP, "docx"),
        ("a.odt", ZIP, "odt"),
        ("-", MAIL, "eml"),
        ("-", b"From me\n" + MAIL, "eml"),
        ("a.eml", b"Subject: no more than that\n\nIt fell.", "eml"),
        ("-", b"From: Ann\nTo: Bob\n\nThe quay fell.", None),
        ("-", b"The quay fell.", None),
        ("a.HTML", b"<p>A quay fell.</p>", "html"),
        ("a.md", b"<p align=center>The quay</p>", "markdown"),
        ("a.pdf", PAGE, "html"),
        ("A.PDF", b"cut off", "pdf"),
        ("a.log", b"# The quay", "text"),
    ],
)
def test_recognition(name: str, data: bytes, known: str | None) -> None:
    found = recognise(data, name)
    assert (found.id if found else None) == known


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The quay fell.", "text"),
        ("# The quay\n\nIt **fell**.", "markdown"),
        ("<div align=center><p>Logo</p></div>\n\n# The quay\n\nIt **fell**.", "markdown"),
        ("<p>The quay</p><p>fell.</p>", "html"),
        ("<p>is the tag of a paragraph, and </p> ends it.", "text"),
        ("<quay> fell</a></b>", "text"),
    ],
)
def test_a_text_without_a_name_is_known_by_what_it_holds(text: str, known: str) -> None:
    assert format_of_text(text).id == known


@pytest.mark.parametrize(
    ("name", "media", "data", "known"),
    [
        ("/story", "text/html", b"The quay fell.", "html"),
        ("/story", "TEXT/HTML", b"The quay fell.", "html"),
        ("/story", "application/octet-stream", b"%PDF-1.7", "pdf"),
        ("/story", "text/html", b"%PDF-1.7", "pdf"),
        ("/story", "application/pdf", b"no PDF", "pdf"),
        ("/story.md", "text/plain", b"The quay fell.", "markdown"),
        ("/story", "text/plain", b"# The quay", None),
        ("/story.php", "", b"The quay fell.", None),
    ],
)
def test_what_a_web_server_says_of_a_page(
    name: str, media: str, data: bytes, known: str | None
) -> None:
    found = recognise(data, "https://senn.example/story", name=name, media=media)
    assert (found.id if found else None) == known


@pytest.mark.parametrize("media", ["image/svg+xml", "video/mp4", "application/json"])
def test_what_holds_no_article_is_refused_by_its_type(media: str) -> None:
    with pytest.raises(DocumentError, match=re.escape(f"of the type {media}")):
        recognise(b"{}", "https://senn.example", name="/", media=media)


def test_every_format_has_a_word_and_no_suffix_twice() -> None:
    words = [known.id for known in formats.FORMATS]
    assert words == ["text", "markdown", "html", "pdf", "docx", "odt", "eml"]
    suffixes = [suffix for known in formats.FORMATS for suffix in known.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert [formats.format_named(word).id for word in words] == words
    with pytest.raises(DocumentError, match="the formats are text, markdown"):
        formats.format_named("doc")


def test_a_word_overrules_name_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    assert read_document(str(path), Side.A).text == "A quay fell."
    assert read_document(str(path), Side.A, form="text").text.startswith("<!DOCTYPE")


def test_a_format_whose_module_is_missing_says_so() -> None:
    known = formats.ByteFormat("x", "a scroll", "no_such_reader", remedy="unroll it")
    with pytest.raises(DocumentError, match="a: it is a scroll, which cannot be read yet; unroll"):
        known.read(b"", "a")


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of a file in a made-up format, each line of which is a page."""

    def read(data: bytes, source: str) -> Draft:
        assert source.endswith("a.bin")
        builder = DraftBuilder()
        starts = []
        for line in data.decode().split("\n"):
            builder.begin()
            starts.append(0 if not starts else builder.length)
            builder.add(line)
            builder.end(Block.QUOTE if line.startswith("“") else Block.PROSE)
        draft = builder.draft("The \x1b[1mquay")
        return Draft(draft.text, draft.paragraphs, (), draft.title, pages=tuple(starts))

    module = ModuleType("tuireader.compare.documents.made_up")
    module.__dict__["read"] = read
    module.__spec__ = sys.__spec__
    monkeypatch.setitem(sys.modules, module.__name__, module)
    known = formats.ByteFormat("bin", "a made-up file", "made_up", (".bin",))
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, known))
    return "a.bin"


def test_what_is_read_from_bytes_is_cleaned_and_keeps_its_pages(tmp_path: Path, pages: str) -> None:
    path = tmp_path / pages
    path.write_text("The \u202equay\u200b fell.\n\x1b[2J\nNobody\x07 was\thurt.", "utf-8")
    document = read_document(str(path), Side.A, form="bin")
    words = [paragraph.span.of(document.text) for paragraph in document.paragraphs]
    assert words == ["The quay fell.", "Nobody was hurt."]
    assert [document.page(p.span.start) for p in document.paragraphs] == [1, 3]
    assert document.title == "The quay"
    assert document.origin is not None
    assert document.origin.locate(document.paragraphs[0].span) is None


def test_a_split_keeps_the_pages_of_each_side(tmp_path: Path, pages: str) -> None:
    lines = (
        "In part from the Herald:",
        "“The quay fell into the river on Monday, the mayor said.”",
        "The real truth?",
        "It had been falling for nine years before that day.",
    )
    path = tmp_path / pages
    path.write_text("\n".join(lines), "utf-8")
    found = split_document(str(path), form="bin")
    pages_of = {
        line: document.page(paragraph.span.start)
        for document in (found.a, found.b)
        for paragraph in document.paragraphs
        for line in [paragraph.span.of(document.text)]
    }
    assert pages_of == {line: number for number, line in enumerate(lines, 1)}
    assert (found.line, found.page, found.where) == (5, 3, "page 3")


def test_scrubbing_moves_spans_and_pages_with_the_text() -> None:
    text = "\u200bOne\n\n\u200bTwo\r\nlines\n\n\u200b"
    spans = (Span(1, 4), Span(7, 17), Span(19, 20))
    draft = scrub(Draft(text, tuple(map(Paragraph, spans)), ((0, 0, 3),), pages=(0, 6, 19)))
    assert [p.span.of(draft.text) for p in draft.paragraphs] == ["One", "Two lines"]
    assert [draft.text[start : start + 3] for start in draft.pages] == ["One", "Two", ""]
    assert draft.runs == ()
