"""OpenDocument texts: what stands on the page is read, what does not is left out."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.documents import DocumentError
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.odt import read
from tuireader.compare.model import Block

OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{OPEN}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
)
STYLES = f"""<office:document-styles {NAMESPACES}><office:styles>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>
<style:style style:name="Quotations" style:family="paragraph"/>
</office:styles></office:document-styles>"""
AUTOMATIC = """<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard">
  <style:paragraph-properties fo:margin-left="1.27cm" fo:text-indent="0cm"/></style:style>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="P3"/>
<style:style style:name="P4" style:family="paragraph">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="T1" style:family="text">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="T3" style:family="text">
  <style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T4" style:family="text">
  <style:text-properties style:text-position="-33% 58%"/></style:style>
</office:automatic-styles>"""
META = (
    f"<office:document-meta {NAMESPACES} "
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{}</office:meta>'
    "</office:document-meta>"
)


def odt(body: str, *, meta: str = "", manifest: str = "", content: bytes | None = None) -> bytes:
    whole = (
        f"<office:document-content {NAMESPACES}>{AUTOMATIC}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", whole if content is None else content)
        archive.writestr("styles.xml", STYLES)
        archive.writestr("meta.xml", META.format(meta))
        archive.writestr(
            "META-INF/manifest.xml",
            f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>",
        )
    return out.getvalue()


def para(inner: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def blocks(draft: Draft) -> list[tuple[Block, str]]:
    return [(paragraph.block, paragraph.span.of(draft.text)) for paragraph in draft.paragraphs]


def texts(body: str) -> list[str]:
    return [text for _, text in blocks(read(odt(body), "a.odt"))]


LETTER = odt(
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Nobody left.</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
    + para("The harbour stays open", "Title")
    + para('Work <text:change text:change-id="c1"/>went on<text:s text:c="2"/>until noon.')
    + '<text:h text:style-name="Heading_20_1" text:outline-level="1">The figures</text:h>'
    + "<text:list><text:list-item>"
    + para("Four cranes run.")
    + "</text:list-item><text:list-item>"
    + para("Two stand still.")
    + "</text:list-item></text:list>"
    + para("“We lost a day,” the master wrote.", "P1")
    + "<table:table><table:table-columns/><table:table-header-rows><table:table-row>"
    + f"<table:table-cell>{para('Pier')}</table:table-cell>"
    + f"<table:table-cell>{para('Ships')}</table:table-cell></table:table-row>"
    + "</table:table-header-rows><table:table-row>"
    + f"<table:table-cell>{para('East')}</table:table-cell><table:covered-table-cell/>"
    + f"<table:table-cell>{para('12')}</table:table-cell></table:table-row></table:table>",
    meta="<dc:title>The harbour stays open</dc:title>"
    "<meta:initial-creator>Ada Brandt</meta:initial-creator>"
    "<meta:creation-date>2021-06-01T08:00:00</meta:creation-date>"
    "<dc:date>2021-06-02T09:30:00</dc:date>",
)


def test_a_letter() -> None:
    draft = read(LETTER, "a.odt")
    assert blocks(draft) == [
        (Block.TITLE, "The harbour stays open"),
        (Block.PROSE, "Work went on until noon."),
        (Block.HEADING, "The figures"),
        (Block.ITEM, "Four cranes run."),
        (Block.ITEM, "Two stand still."),
        (Block.QUOTE, "“We lost a day,” the master wrote."),
        (Block.TABLE, "Pier | Ships"),
        (Block.TABLE, "East | 12"),
    ]
    assert (draft.title, draft.author) == ("The harbour stays open", "Ada Brandt")
    assert draft.date == dt.date(2021, 6, 2)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("a<text:tab/>b", "a b"),
        ("a<text:s text:c='999999999'/>b", "a b"),
        ("a\n   b", "a b"),
        ("half\u00adway", "half\u00adway"),
        ("noted<text:note><text:note-citation>1</text:note-citation><text:note-body>"
         f"{para('Below.')}</text:note-body></text:note> here", "noted here"),
        (f"told<office:annotation>{para('Really?')}</office:annotation>", "told"),
        ('<text:a>a <text:span text:style-name="T1">link</text:span></text:a>', "a link"),
        ('seen <text:span text:style-name="T2">unseen</text:span>', "seen"),
        ('said<text:span text:style-name="T3">3</text:span>', "said³"),
        ('CO<text:span text:style-name="T4">2</text:span>', "CO₂"),
        ("<text:hidden-text text:is-hidden='true'>unseen</text:hidden-text>seen", "seen"),
        ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>up</text:ruby-text>"
         "</text:ruby>", "base"),
        ("on <text:date>4 March</text:date>", "on 4 March"),
    ],
)  # fmt: skip
def test_what_stands_in_a_line(inner: str, text: str) -> None:
    assert texts(para(inner)) == [text]


def test_hidden_paragraphs_and_sections_are_left_out() -> None:
    hidden = f'<text:section text:display="none">{para("Not this.")}</text:section>'
    assert texts(para("Nor this.", "P4") + hidden + para("But this.")) == ["But this."]


def test_a_text_box_comes_after_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{para('In the box.')}</draw:text-box></draw:frame>"
    assert texts(para(f"Around {box}it.") + box) == ["Around it.", "In the box.", "In the box."]


def test_contents_and_indexes_are_no_part_of_the_account() -> None:
    index = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>"
        "Contents</text:index-title-template></text:table-of-content-source><text:index-body>"
        f"{para('The figures 2')}</text:index-body></text:table-of-content>"
    )
    assert blocks(read(odt(index + para("It rained.")), "a.odt")) == [
        (Block.BOILERPLATE, "The figures 2"),
        (Block.PROSE, "It rained."),
    ]


def test_bold_lines_and_inset_passages() -> None:
    body = (
        para("It rained for a week.")
        + para('<text:span text:style-name="T1">What was lost</text:span>')
        + para('<text:span text:style-name="T1">Nobody was hurt.</text:span>')
        + para("Ten ships sank.", "P2")
    )
    assert [block for block, _ in blocks(read(odt(body), "a.odt"))] == [
        Block.PROSE,
        Block.HEADING,
        Block.PROSE,
        Block.QUOTE,
    ]


def test_a_style_based_on_itself_ends() -> None:
    assert texts(para("Round.", "P3")) == ["Round."]


ENCRYPTED = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
SHEET = (
    f"<office:document-content {NAMESPACES}><office:body><office:spreadsheet/></office:body>"
    "</office:document-content>"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (odt("", manifest=ENCRYPTED), "password"),
        (odt("", manifest=ENCRYPTED, content=b"\x93\x01 not XML"), "password"),
        (odt("", content=SHEET.encode()), "no text of LibreOffice Writer"),
        (odt("", content=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "document type"),
        (odt("", content=b" " * 9_000_000), "swells"),
        (odt("<text:p>" * 400 + "</text:p>" * 400), "nests deeper"),
        (odt("<text:p>"), "no XML"),
        (odt("", content=b""), "no text of LibreOffice Writer"),
        (LETTER[:900], "cut short"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=r"^a\.odt: .*; ") as caught:
        read(data, "a.odt")
    assert said in str(caught.value)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_is_told_or_read_over_but_never_crashes(data: st.DataObject) -> None:
    broken = bytearray(LETTER)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(broken)))
    for damaged in (bytes(broken), bytes(broken[:end])):
        with suppress(DocumentError):
            assert all(len(p.span) for p in read(damaged, "a.odt").paragraphs)
