"""Word files: what stands on the page is read, what does not is left out, hostile ones refused."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import DocumentError, read_document
from tuireader.compare.documents.docx import read
from tuireader.compare.documents.draft import Draft
from tuireader.compare.model import Block, Side

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="{main}" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
CORE = (
    "<cp:coreProperties xmlns:cp="
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "{fields}</cp:coreProperties>"
)
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/>
  <w:basedOn w:val="Gliederung"/></w:style>
<w:style w:type="paragraph" w:styleId="Gliederung"><w:name w:val="Gliederung"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Geheim"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Kreis"/>
  <w:basedOn w:val="Kreis"/></w:style>
</w:styles>"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inner: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    pieces = (piece if piece.startswith("<") else run(piece) for piece in inner)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(pieces)}</w:p>"


def docx(
    body: str,
    *,
    core: str = "",
    extra: Mapping[str, bytes | str] | None = None,
    main: str = "word/document.xml",
) -> bytes:
    document = f'<?xml version="1.0"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": RELATIONS.format(main=main),
        main: document,
        f"{main.rpartition('/')[0]}/styles.xml": STYLES,
        "docProps/core.xml": CORE.format(fields=core),
        **(extra or {}),
    }
    return zipped(parts)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def blocks(draft: Draft) -> list[tuple[Block, str]]:
    return [(paragraph.block, paragraph.span.of(draft.text)) for paragraph in draft.paragraphs]


def texts(body: str) -> list[str]:
    return [text for _, text in blocks(read(docx(body), "a.docx"))]


def trouble(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read(data, "a.docx")
    message = str(caught.value)
    assert message.startswith("a.docx: ")
    assert message.isprintable()
    assert "; " in message
    return message


PRESS_RELEASE = docx(
    para("Ministry repairs the dam at Orsk", style="Titel")
    + para("PORT ALBA, March 4, 2019 — ", "The ministry said ", run("1,200 "), "houses stand dry.")
    + para(
        "Repairs cost ",
        '<w:del w:author="x"><w:r><w:delText>9 million</w:delText></w:r></w:del>',
        f'<w:ins w:author="x">{run("12 million")}</w:ins>',
        " crowns.",
    )
    + para("What was done", style="berschrift1")
    + para("Walls were raised.", style="Liste")
    + para("Two gates were replaced.", properties='<w:numPr><w:numId w:val="3"/></w:numPr>')
    + para("We slept on the roof for a night.", style="Zitat")
    + "<w:tbl><w:tr><w:tc><w:p>" + run("Gate") + "</w:p></w:tc><w:tc><w:p>" + run("Cost")
    + "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" + run("North") + "</w:p></w:tc><w:tc><w:p>"
    + run("4 million") + "</w:p></w:tc></w:tr></w:tbl>",
    core="<dc:title>Dam repairs in Orsk</dc:title><dc:creator>Mara Lind</dc:creator>"
    "<dc:publisher>Ministry of Works</dc:publisher>"
    "<dcterms:created>2019-03-03T09:00:00Z</dcterms:created>"
    "<dcterms:modified>2019-03-04T08:00:00Z</dcterms:modified>",
)  # fmt: skip


def test_a_press_release() -> None:
    draft = read(PRESS_RELEASE, "a.docx")
    assert blocks(draft) == [
        (Block.TITLE, "Ministry repairs the dam at Orsk"),
        (Block.PROSE, "PORT ALBA, March 4, 2019 — The ministry said 1,200 houses stand dry."),
        (Block.PROSE, "Repairs cost 12 million crowns."),
        (Block.HEADING, "What was done"),
        (Block.ITEM, "Walls were raised."),
        (Block.ITEM, "Two gates were replaced."),
        (Block.QUOTE, "We slept on the roof for a night."),
        (Block.TABLE, "Gate | Cost"),
        (Block.TABLE, "North | 4 million"),
    ]
    assert draft.title == "Ministry repairs the dam at Orsk"
    assert (draft.author, draft.publisher) == ("Mara Lind", "Ministry of Works")
    assert draft.date == dt.date(2019, 3, 4)


def test_its_claims_stand_where_they_say(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(PRESS_RELEASE)
    document = read_document(str(path), Side.A)
    claims = extract_claims(document)
    assert "Repairs cost 12 million crowns." in [claim.text for claim in claims]
    assert all(claim.span.of(document.text) == claim.text for claim in claims)
    assert document.dateline is not None
    assert document.dateline.place == "PORT ALBA"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("Four<w:r/>", "Four"),
        (run("half-") + "<w:r><w:softHyphen/></w:r>" + run("way"), "half-way"),
        (run("al") + "<w:r><w:noBreakHyphen/></w:r>" + run("Kadhimi"), "al-Kadhimi"),
        (run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a b"),
        (run("shown ") + run("hidden ", "<w:vanish/>") + run("end"), "shown end"),
        (run("shown ", '<w:vanish w:val="0"/>') + run("end"), "shown end"),
        (run("a ") + run("hidden", '<w:rStyle w:val="Geheim"/>') + run("b"), "a b"),
        (run("said") + run("3", '<w:vertAlign w:val="superscript"/>'), "said³"),
        (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
        (run("noted") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "noted"),
        (f'<w:hyperlink w:anchor="x">{run("a link")}</w:hyperlink>', "a link"),
        (f'<w:smartTag w:element="place">{run("Paris")}</w:smartTag>', "Paris"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('filled in')}</w:sdtContent></w:sdt>", "filled in"),
        (f'<w:fldSimple w:instr="DATE">{run("4 March")}</w:fldSimple>', "4 March"),
        (f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>", "here"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>up</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t>"
         "</w:r></w:rubyBase></w:ruby></w:r>", "base"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
         '<w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
         + run("7") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" of 9"), "7 of 9"),
        (run("one\u202e two \x85three"), "one\u202e two three"),
    ],
)  # fmt: skip
def test_what_stands_in_a_line(inner: str, text: str) -> None:
    body = para(inner if inner.startswith("<") else inner.partition("<")[0])
    assert texts(body) == [text]


@pytest.mark.parametrize(
    ("style", "properties", "block"),
    [
        ("Kapitel", "", Block.HEADING),
        ("", '<w:outlineLvl w:val="0"/>', Block.HEADING),
        ("", '<w:outlineLvl w:val="9"/>', Block.PROSE),
        ("Verz1", "", Block.BOILERPLATE),
        ("Kreis", "", Block.PROSE),
        ("Unknown", "", Block.PROSE),
        ("Liste", '<w:numPr><w:numId w:val="0"/></w:numPr>', Block.PROSE),
    ],
)
def test_what_a_paragraph_is(style: str, properties: str, block: Block) -> None:
    body = para("It rained.") + para("Some words", style=style, properties=properties)
    assert blocks(read(docx(body), "a.docx"))[1] == (block, "Some words")


def test_a_bold_line_is_a_heading_and_a_bold_sentence_is_not() -> None:
    body = (
        para("It rained for a week.")
        + para(run("What the ", "<w:b/>"), run("mayor says", "<w:b/>"))
        + para(run("Nobody was hurt in the valley.", "<w:b/>"))
    )
    assert [block for block, _ in blocks(read(docx(body), "a.docx"))] == [
        Block.PROSE,
        Block.HEADING,
        Block.PROSE,
    ]


def test_a_passage_set_in_among_others_is_quoted() -> None:
    inset = '<w:ind w:left="720" w:right="720"/>'
    body = (
        para("The agency reported this.")
        + para("Ten ships sank.", properties=inset)
        + para("No ship sank.")
    )
    assert [b for b, _ in blocks(read(docx(body), "a.docx"))] == [
        Block.PROSE, Block.QUOTE, Block.PROSE,
    ]  # fmt: skip
    everywhere = para("One came.", properties=inset) + para("Two went.", properties=inset)
    assert {b for b, _ in blocks(read(docx(everywhere), "a.docx"))} == {Block.PROSE}


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = '<w:rPr><w:del w:author="x"/></w:rPr>'
    body = para("The dam held ", properties=mark) + para("for a week.")
    assert texts(body) == ["The dam held for a week."]
    assert texts(para("Left at the end.", properties=mark)) == ["Left at the end."]


def test_a_deleted_row_is_left_out() -> None:
    def row(mark: str, *cells: str) -> str:
        inside = "".join(f"<w:tc>{para(cell)}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{mark}</w:trPr>{inside}</w:tr>"

    body = (
        f"<w:tbl>{row('', 'a', 'b')}{row('<w:del/>', 'c', 'd')}{row('<w:ins/>', 'e', '')}</w:tbl>"
    )
    assert texts(body) == ["a | b", "e"]


def test_a_table_that_lays_out_the_page_is_read_as_text() -> None:
    long = "The mayor of the town said that the bridge would be closed. " * 5
    body = f"<w:tbl><w:tr><w:tc>{para(long)}</w:tc><w:tc>{para('Contact')}</w:tc></w:tr></w:tbl>"
    assert blocks(read(docx(body), "a.docx")) == [
        (Block.PROSE, long.strip()),
        (Block.PROSE, "Contact"),
    ]


def test_breaks_inside_a_paragraph() -> None:
    br = "<w:r><w:br/></w:r>"
    body = para("Ministry of Works", br, "Press office", br, br, "The dam", br, "held.")
    assert texts(body) == ["Ministry of Works", "Press office", "The dam held."]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{para('In the box.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(para("Around it ", both, "goes on.")) == ["Around it goes on.", "In the box."]
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    assert texts(para("Beside.", old)) == ["Beside.", "In the box."]


def test_the_main_part_may_have_another_name_and_the_strict_namespace() -> None:
    data = docx(para("Found."), main="word/document2.xml")
    assert read(data, "a.docx").text == "Found."
    strict = f'<w:document xmlns:w="{STRICT}"><w:body>{para("Strict.")}</w:body></w:document>'
    assert read(docx("", extra={"word/document.xml": strict}), "a.docx").text == "Strict."
    wide = strict.replace("Strict", "Wide").encode("utf-16")
    assert read(docx("", extra={"word/document.xml": wide}), "a.docx").text == "Wide."


@pytest.mark.parametrize(
    ("core", "title", "author", "date"),
    [
        ("<dc:title>Microsoft Word - a1.doc</dc:title>", "", "", None),
        ("<dc:title>Untitled 1</dc:title><dc:creator>Windows User</dc:creator>", "", "", None),
        ("<dc:title>Two words.docx</dc:title><dc:creator>admin</dc:creator>", "", "", None),
        ("<dc:title>Dam  holds</dc:title><dc:creator>Reuters</dc:creator>", "Dam holds", "Reuters",
         None),
        ("<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
         "<dcterms:modified>2020-01-02T00:00:00Z</dcterms:modified>", "", "", None),
        ("<dcterms:created>2020-01-02T00:00:00Z</dcterms:created>", "", "", dt.date(2020, 1, 2)),
        ("<dcterms:created>2020-13-42</dcterms:created>", "", "", None),
    ],
)  # fmt: skip
def test_properties_are_taken_only_where_they_can_be_believed(
    core: str, title: str, author: str, date: dt.date | None
) -> None:
    draft = read(docx(para("It rained."), core=core), "a.docx")
    assert (draft.title, draft.author, draft.date) == (title, author, date)


def test_the_day_of_a_stamp_wins_over_that_of_the_file() -> None:
    core = "<dcterms:created>2020-01-02T00:00:00Z</dcterms:created>"
    body = para("Published May 3, 2013") + para("It rained for a week in the valley.")
    assert read(docx(body, core=core), "a.docx").date is None


BOMB = b"<a>" + b" " * 60_000_000
ENTITIES = (
    f'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="{W}">'
    "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}">'
    "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx("", extra={"word/document.xml": BOMB}), "swells"),
        (docx("", extra={"word/document.xml": b"<a>" + b" " * 5_000_000}), "swells"),
        (docx("", extra={"word/document.xml": ENTITIES}), "document type"),
        (docx("", extra={"word/document.xml": ENTITIES.encode("utf-16")}), "document type"),
        (docx("", extra={"word/document.xml": ENTITIES.encode("utf-16-be")}), "document type"),
        (docx("", extra={"word/document.xml": OUTSIDE}), "document type"),
        (docx("", extra={"word/styles.xml": OUTSIDE}), "word/styles.xml declares"),
        (docx("<w:p>" * 5000 + "</w:p>" * 5000), "nests deeper"),
        (docx("<w:p>"), "no XML (line 1)"),
        (docx("", extra={"word/document.xml": "<?xml version='1.0' encoding='x-no'?><a/>"}), "XML"),
        (docx("", extra={"word/document.xml": "<w:document xmlns:w='x'/>"}), "no text of Word"),
        (zipped({"[Content_Types].xml": "", "word/media/a.png": "x"}), "without the text"),
        (zipped({f"word/{number}": "" for number in range(10_001)}), "10,000 parts"),
        (PRESS_RELEASE[: len(PRESS_RELEASE) // 2], "cut short"),
        (b"PK\x03\x04", "cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "(DOC)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old office file"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, said: str) -> None:
    assert said in trouble(data)


def test_a_part_encrypted_by_the_archive_is_locked() -> None:
    data = bytearray(PRESS_RELEASE)
    for match in re.finditer(b"PK\x01\x02", PRESS_RELEASE):
        data[match.start() + 8] |= 1
    assert "password" in trouble(bytes(data))


def test_a_path_that_leads_out_of_the_archive_leads_nowhere() -> None:
    data = docx(para("Inside."), extra={"_rels/.rels": RELATIONS.format(main="../../etc/passwd")})
    assert "without the text" in trouble(data)
    data = docx(para("Inside."), extra={"_rels/.rels": RELATIONS.format(main="/word/document.xml")})
    assert read(data, "a.docx").text == "Inside."


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_is_told_or_read_over_but_never_crashes(data: st.DataObject) -> None:
    broken = bytearray(PRESS_RELEASE)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(broken)))
    for damaged in (bytes(broken), bytes(broken[:end])):
        with suppress(DocumentError):
            assert all(len(p.span) for p in read(damaged, "a.docx").paragraphs)
