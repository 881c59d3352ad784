"""PDF files: the order of columns, whole words and paragraphs, pages; and what cannot be read."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import DocumentError, pdf, read_document
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.pdf import process, worker
from tuireader.compare.model import Block, Document, Side

NOUNS = (
    "river valley council mayor bridge shelter school hospital government reservoir engineer"
    " ministry harbour cathedral agriculture transportation neighbourhood responsibility"
).split()
VERBS = "closed reported opened considered understood repaired inspected abandoned".split()


def story(seed: int, paragraphs: int) -> list[str]:
    """Paragraphs of sentences that make no sense but have the shape of a report."""
    choose = random.Random(seed)

    def sentence() -> str:
        return (
            f"The {choose.choice(NOUNS)} and the {choose.choice(NOUNS)} near the"
            f" {choose.choice(NOUNS)} {choose.choice(VERBS)} {choose.randint(2, 900)} cases in"
            f" mid-January, and the {choose.choice(NOUNS)} {choose.choice(VERBS)} the"
            f" {choose.choice(NOUNS)} for a well-known {choose.choice(NOUNS)}."
        )

    return [" ".join(sentence() for _ in range(choose.randint(1, 3))) for _ in range(paragraphs)]


class Newspaper:
    """Sets paragraphs in columns as a newspaper does: justified, hyphenated, indented."""

    def __init__(self, columns: int, *, stagger: float = 0.0, hyphens: bool = True) -> None:
        self.file = FPDF(format="A4")
        self.columns = columns
        self.size = 10.0
        self.hyphens = hyphens
        self.width = (170 - 6 * (columns - 1)) / columns
        self.stagger = stagger
        self.column = -1
        self.y = 1e9

    def set(self, paragraphs: Sequence[str], *, until: float = 276) -> bytes:
        for paragraph in paragraphs:
            words, indent = paragraph.split(), 4.0
            while words:
                if self.y > until:
                    self._next_column()
                words = self._line(words, indent)
                self.y += self.size * 0.42
                indent = 0.0
        return bytes(self.file.output())

    def _next_column(self) -> None:
        self.column += 1
        if self.column % self.columns == 0:
            self.file.add_page()
            self._furniture()
        self.file.set_font("Times", size=self.size)
        self.y = 48 + self.stagger * (self.column % self.columns)

    def _furniture(self) -> None:
        number = self.file.page_no()
        self.file.set_font("Times", size=8)
        name, place = (20, 180) if number % 2 else (150, 20)
        self.file.text(name, 12, "THE VALLEY HERALD")
        self.file.text(place, 12, str(number))
        self.file.text(85, 290, "Monday, 5 May 2014")
        with self.file.rotation(45, 100, 150):
            self.file.set_font("Times", size=40)
            self.file.text(60, 150, "DRAFT")
        if number == 1:
            self.file.set_font("Times", "B", 24)
            self.file.text(20, 27, "Flood takes forty houses in")
            self.file.text(20, 37, "the lower valley of the Senn")

    def _line(self, words: list[str], indent: float) -> list[str]:
        blank = self.file.get_string_width(" ")
        room, used, line = self.width - indent, 0.0, list[str]()
        while words:
            width = self.file.get_string_width(words[0]) + (blank if line else 0)
            if used + width > room:
                head = self._break(words[0], room - used - blank)
                if head:
                    line.append(f"{head}-")
                    used += self.file.get_string_width(f"{head}-") + blank
                    words = [words[0][len(head) :], *words[1:]]
                break
            line.append(words[0])
            used, words = used + width, words[1:]
        stretch = (room - used) / max(len(line) - 1, 1) if words else 0.0
        x = 20 + (self.column % self.columns) * (self.width + 6) + indent
        for word in line:
            self.file.text(x, self.y, word)
            x += self.file.get_string_width(word) + blank + stretch
        return words

    def _break(self, word: str, room: float) -> str:
        if not (self.hyphens and word.isalpha()):
            return ""
        heads = (word[:end] for end in range(len(word) - 3, 2, -1))
        return next((h for h in heads if self.file.get_string_width(f"{h}-") <= room), "")


def blocks(draft: Draft) -> list[tuple[Block, str]]:
    return [(paragraph.block, paragraph.span.of(draft.text)) for paragraph in draft.paragraphs]


def made(*draw: Callable[[FPDF], object], **fields: str) -> bytes:
    """A file of one page for each function that draws on it."""
    file = FPDF(format="A4")
    file.set_margins(25, 25)
    for page in draw:
        file.add_page()
        file.set_font("Times", size=11)
        page(file)
    for name, value in fields.items():
        getattr(file, f"set_{name}")(value)
    return bytes(file.output())


def written(text: str) -> Callable[[FPDF], object]:
    return lambda file: file.multi_cell(160, 5, text, align="L")


def texts(data: bytes) -> list[str]:
    return [text for _, text in blocks(pdf.read(data, "a.pdf"))]


def trouble(data: bytes) -> str:
    with pytest.raises(DocumentError, match=r"^a\.pdf: .*; ") as caught:
        pdf.read(data, "a.pdf")
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize(
    "newspaper",
    [
        Newspaper(1),
        Newspaper(2),
        Newspaper(3),
        Newspaper(2, stagger=1.7),
        Newspaper(3, stagger=2.3),
        Newspaper(3, hyphens=False),
    ],
)
def test_a_newspaper_of_several_pages(newspaper: Newspaper) -> None:
    paragraphs = story(newspaper.columns, 48)
    draft = pdf.read(newspaper.set(paragraphs), "a.pdf")
    title = "Flood takes forty houses in the lower valley of the Senn"
    assert blocks(draft) == [
        (Block.TITLE, title),
        *((Block.PROSE, paragraph) for paragraph in paragraphs),
    ]
    assert (draft.title, draft.date) == (title, dt.date(2014, 5, 5))
    assert len(draft.pages) >= 3
    assert list(draft.pages) == sorted(draft.pages)


def test_the_claims_of_a_newspaper_name_their_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(Newspaper(2).set(story(7, 40)))
    document = read_document(str(path), Side.A)
    found = process.extract(path.read_bytes(), "a.pdf")
    claims = extract_claims(document)
    assert len(claims) > 50
    for claim in claims:
        assert claim.span.of(document.text) == claim.text
        assert _stands_on(document, claim.span.start, claim.text, found)
    assert {document.page(claim.span.start) for claim in claims} == {1, 2, 3}


def _stands_on(document: Document, place: int, text: str, found: process.Extract) -> bool:
    """Whether the page that the document names holds the first figure of a claim, or a break."""
    page = found.pages[(document.page(place) or 0) - 1]
    first = text.split()[1]
    return any(word.text.startswith(first[:3]) for word in page.words)


def test_a_press_release() -> None:
    body = (
        "The ministry said on Monday that twelve houses were lost when the dam gave way in the"
        " night, and that nobody was hurt. Repairs would take four weeks."
    )

    def draw(file: FPDF) -> None:
        file.set_font("Helvetica", "B", 18)
        file.multi_cell(160, 9, "Ministry repairs the dam at Orsk and opens the northern road",
                        align="C", new_x="LMARGIN", new_y="NEXT")  # fmt: skip
        file.ln(5)
        file.set_font("Helvetica", size=11)
        for text in (body, body.replace("twelve", "thirteen")):
            file.multi_cell(160, 5, text, align="L", new_x="LMARGIN", new_y="NEXT")
            file.ln(3)
        file.set_font("Helvetica", "B", 11)
        file.multi_cell(160, 5, "What was done", new_x="LMARGIN", new_y="NEXT")
        file.set_font("Helvetica", size=11)
        for text in ("Walls were raised along the whole of the northern bank, and the sluices at"
                     " the gate were mended.", "Two gates were replaced."):  # fmt: skip
            file.cell(6, 5, "\x95")
            file.multi_cell(150, 5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        file.ln(3)
        file.set_x(40)
        file.multi_cell(130, 5, "We slept on the roof for two nights, and nobody came to help us"
                        " until the third morning, when boats arrived.", align="L")  # fmt: skip
        file.ln(8)
        with file.table(width=120) as table:
            for cells in ("Gate Cost Year", "North 4 2018", "South 8 2019", "East 1 2019"):
                table.row(cells.split())
        file.ln(3)
        file.cell(160, 5, "The gates cost 13.")
        file.set_y(-30)
        file.set_font("Helvetica", size=8)
        file.cell(160, 5, "Page 1 of 1", align="C")

    draft = pdf.read(made(draw, author="Mara Lind", title="Dam repairs in Orsk"), "a.pdf")
    assert [block for block, _ in blocks(draft)] == [
        Block.TITLE, Block.PROSE, Block.PROSE, Block.HEADING, Block.ITEM, Block.ITEM, Block.QUOTE,
        Block.TABLE, Block.TABLE, Block.TABLE, Block.TABLE, Block.PROSE,
    ]  # fmt: skip
    assert texts_of(draft)[0] == "Ministry repairs the dam at Orsk and opens the northern road"
    assert texts_of(draft)[1] == body
    assert texts_of(draft)[5] == "Two gates were replaced."
    assert texts_of(draft)[8] == "North | 4 | 2018"
    assert (draft.author, draft.pages) == ("Mara Lind", (0,))


def texts_of(draft: Draft) -> list[str]:
    return [text for _, text in blocks(draft)]


def test_a_drop_cap_a_superscript_and_ligatures() -> None:
    def draw(file: FPDF) -> None:
        file.set_font("Times", size=34)
        file.text(25, 39.5, "T")
        file.set_font("Times", size=11)
        file.text(33, 30, "he dam at Orsk held for a week and the river went back to its bed in")
        file.text(
            33, 34.7, "the night, the ministry said, and nobody was hurt when it rose again and"
        )
        file.text(33, 39.4, "the gates were opened")
        file.set_font("Times", size=7)
        file.text(33 + 33.6, 38, "3")
        file.set_font("Times", size=11)
        file.text(70, 39.4, "in the early hours of the day.")

    (text,) = texts(made(draw))
    assert text.startswith("The dam at Orsk held")
    assert "opened³ in the early" in text or "opened 3 in the early" not in text


def test_notes_at_the_foot_do_not_part_a_sentence() -> None:
    def page(text: str, note: str) -> Callable[[FPDF], object]:
        def draw(file: FPDF) -> None:
            file.multi_cell(160, 5, text, align="L")
            file.set_font("Times", size=8)
            file.text(25, 230, note)

        return draw

    line = "The ministry said that the dam at Orsk would hold until the end of the year, and "
    data = made(
        page(line * 4 + "that", "1 So the minister in a letter to the council of the town."),
        page("nobody would have to leave.\n\nThe council agreed.", "2 Minutes of 4 May."),
    )
    found = texts(data)
    assert found[0] == "1 So the minister in a letter to the council of the town."
    assert found[1] == line * 4 + "that nobody would have to leave."


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_pages_on_their_side_are_read_and_slanting_words_are_not(angle: int) -> None:
    def draw(file: FPDF) -> None:
        with file.rotation(angle, 105, 148):
            file.set_xy(45, 140)
            file.multi_cell(120, 6, "The river rose in the night and took the bridge at the mill.")
        with file.rotation(30, 105, 148):
            file.text(60, 100, "COPY")

    assert texts(made(draw)) == ["The river rose in the night and took the bridge at the mill."]


@pytest.mark.parametrize(
    ("fields", "title", "author"),
    [
        ({"title": "Microsoft Word - report.doc", "author": "user"}, "", ""),
        ({"title": "Dam report", "author": "Mara Lind"}, "Dam report", "Mara Lind"),
        ({"title": "report_final.indd", "author": "Adobe InDesign"}, "", ""),
    ],
)
def test_properties_are_taken_only_where_they_can_be_believed(
    fields: dict[str, str], title: str, author: str
) -> None:
    draft = pdf.read(made(written("It rained for a week in the valley."), **fields), "a.pdf")
    assert (draft.title, draft.author) == (title, author)


def test_the_day_of_a_stamp_wins_over_that_of_the_file() -> None:
    data = made(written("Published May 3, 2013\n\nIt rained for a week in the valley."))
    assert pdf.read(data, "a.pdf").date is None
    undated = pdf.read(made(written("It rained for a week.")), "a.pdf").date
    assert undated is not None


def test_empty_pages_are_counted() -> None:
    data = made(lambda _: None, written("It rained."), lambda _: None, written("It stopped."))
    draft = pdf.read(data, "a.pdf")
    assert draft.text == "It rained.\n\nIt stopped."
    assert draft.pages == (0, 0, 12, 12)


def picture(file: FPDF) -> None:
    file.image(Image.new("RGB", (60, 80), "white"), x=0, y=0, w=210)


def outlines(file: FPDF) -> None:
    for number in range(200):
        file.line(20, 20 + number, 25 + number % 7, 21 + number)


def locked() -> bytes:
    file = FPDF()
    file.set_encryption(owner_password="owner", user_password="user")
    file.add_page()
    file.set_font("Times", size=11)
    file.cell(text="Secret")
    return bytes(file.output())


WHOLE = made(written("The dam at Orsk held for a week. " * 20), written("It broke on Monday."))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (locked(), "protected with a password"),
        (WHOLE[: len(WHOLE) // 2], "cut short"),
        (WHOLE[:40], "cut short"),
        (WHOLE[: WHOLE.rfind(b"startxref")], "cut short"),
        (WHOLE + b"\n9 0 obj\n<<", "cut short"),
        (b"%PDF-1.4\n%%EOF", "damaged"),
        (b"%PDF-1.7\n" + b"nothing of it\n" * 50 + b"%%EOF\n", "damaged"),
        (made(picture, picture), "it is a scan"),
        (made(outlines), "drawn as outlines"),
        (made(lambda _: None), "holds no text"),
        (made(*[lambda _: None] * (worker.MAX_PAGES + 1)), "1,001 pages, and 1,000 can be read"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, said: str) -> None:
    assert said in trouble(data)


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    file = FPDF()
    file.set_encryption(owner_password="owner")
    file.add_page()
    file.set_font("Times", size=11)
    file.cell(text="The dam held.")
    assert texts(bytes(file.output())) == ["The dam held."]


def test_without_pdfium_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    assert "pip install 'tuireader[pdf]'" in trouble(WHOLE)


NAMELESS = json.dumps(
    {"meta": {}, "pages": [[600, 800, [["????", 20, 60, 50, 10, 0, 0]], 0, 0, 4]]}
)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("import os; os.abort()", "the PDF library gave up on it"),
        ("raise MemoryError", "needs too much memory"),
        ('print(\'{"error": "missing", "count": 0}\')', "tuireader[pdf]"),
        ('print(\'{"error": "page", "count": 3}\')', "page 3 cannot be read"),
        ('print(\'{"error": "security", "count": 0}\')', "encrypted"),
        ('print(\'{"error": "letters", "count": 9}\')', "by page 9"),
        (f"print('{NAMELESS}')", "its fonts do not say"),
        ("while True: pass", "longer than 1 seconds"),
    ],
)
def test_whatever_happens_to_the_other_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    path = tmp_path / "worker.py"
    path.write_text(script, "utf-8")
    monkeypatch.setattr(worker, "__file__", str(path))
    monkeypatch.setattr(process, "TIMEOUT", 1.0 if "while" in script else 60.0)
    assert said in trouble(WHOLE)


@pytest.mark.parametrize("seed", range(8))
def test_damage_is_told_or_read_over_but_never_crashes(seed: int) -> None:
    choose = random.Random(seed)
    broken = bytearray(WHOLE)
    for _ in range(choose.randint(1, 40)):
        broken[choose.randrange(len(broken))] = choose.randrange(256)
    if seed % 2:
        del broken[choose.randrange(len(broken)) :]
    try:
        draft = pdf.read(bytes(broken), "a.pdf")
    except DocumentError as error:
        message = str(error)
    else:
        message = "a.pdf: " + draft.text
    assert re.match(r"a\.pdf: ", message)
