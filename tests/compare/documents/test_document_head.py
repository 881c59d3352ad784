"""The beginning of a long text, read by itself: the beginning of what is read of the whole."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.documents import head as heads
from tuireader.compare.documents import read_document
from tuireader.compare.documents.head import read_head
from tuireader.compare.model import Side, Span

SENTENCE = "The mill of {} ground {} tonnes of rye, said its owner’s brother on Monday."
TALES = [SENTENCE.format(name, number) for number in range(60) for name in ("Abrovar", "Elgusk")]
WRAPPED = "\n\n".join(
    "\n".join(tale[start : start + 38].strip() for start in (0, 38)) for tale in TALES
)
REPORT = f"Of mills\n\nKARACHI, Pakistan, Oct. 5, 2023 — {TALES[0]}\n\n"


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "HEAD", 2_000)


def put(folder: Path, text: str, name: str = "a.txt", encoding: str = "utf-8") -> str:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(TALES),
        "\n".join(TALES),
        WRAPPED,
        REPORT + "\n\n".join(TALES),
        "\r\n\r\n".join(TALES),
        "\ufeff" + "\n\n".join(TALES),
        "\n\n".join(f"> {tale}" for tale in TALES),
        "\n".join(f"- {tale}" for tale in TALES),
        "\n\n".join(tale.replace(" of", "\u00a0of") for tale in TALES),
        "\n\n".join(TALES) + "\n\nShare this article\n",
    ],
    ids="blank lines wrapped report crlf bom quoted items spaces furniture".split(),
)
def test_it_is_the_beginning_of_the_whole(tmp_path: Path, text: str) -> None:
    source = put(tmp_path, text)
    head, whole = read_head(source, Side.A), read_document(source, Side.A)
    assert head is not None
    assert len(head.text) > 800
    assert whole.text.startswith(head.text)
    assert whole.paragraphs[: len(head.paragraphs)] == head.paragraphs
    assert (whole.title, whole.date, whole.dateline) == (head.title, head.date, head.dateline)
    assert whole.origin
    assert head.origin
    for paragraph in head.paragraphs:
        assert head.origin.locate(paragraph.span) == whole.origin.locate(paragraph.span)


@pytest.mark.parametrize(
    ("text", "name", "encoding"),
    [
        ("# Mills\n\n" + "\n\n".join(TALES), "a.md", "utf-8"),
        ("# Mills\n\n**Of** rye.\n\n" + "\n\n".join(TALES), "a", "utf-8"),
        ("<html><body>" + "\n".join(TALES), "a.txt", "utf-8"),
        ("%PDF-1.7\n" + "\n".join(TALES), "a.txt", "utf-8"),
        ("From: a@b.example\nMessage-ID: <1@b>\n\n" + "\n".join(TALES), "a.txt", "utf-8"),
        ("\n\n".join(TALES), "a.txt", "utf-16"),
        ("\n\n".join(TALES), "a.txt", "cp1252"),
        (" ".join(TALES), "a.txt", "utf-8"),
        ("Mills\n\n" + " ".join(TALES), "a.txt", "utf-8"),
        ("\x01\x02\x03" * 900, "a.txt", "utf-8"),
        ("\n" * 4_000, "a.txt", "utf-8"),
        ("", "a.txt", "utf-8"),
    ],
    ids="named marked page pdf mail utf-16 western line title binary blank empty".split(),
)
def test_only_the_whole_can_tell(tmp_path: Path, text: str, name: str, encoding: str) -> None:
    assert read_head(put(tmp_path, text, name, encoding), Side.A) is None


def test_what_can_not_be_read_has_no_head(tmp_path: Path) -> None:
    assert read_head(str(tmp_path), Side.A) is None
    assert read_head(str(tmp_path / "none.txt"), Side.A) is None
    assert read_head(str(tmp_path / "a\0b.txt"), Side.A) is None


def test_date_and_form_are_those_that_are_given(tmp_path: Path) -> None:
    day = dt.date(2024, 5, 3)
    source = put(tmp_path, "# Mills\n\n" + "\n\n".join(TALES), "a.md")
    head = read_head(source, Side.B, date=day, form="text")
    assert head is not None
    assert (head.side, head.date, head.source) == (Side.B, day, source)
    assert head.text.startswith("# Mills")
    assert read_head(source, Side.B, form="nonesuch") is None


@given(st.lists(st.text("abc’é .,\t", min_size=1), min_size=3), st.integers(20, 200))
def test_no_character_is_cut_in_two(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], size: int
) -> None:
    source = put(tmp_path_factory.mktemp("head"), "\n".join(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(heads, "HEAD", size)
        head = read_head(source, Side.A)
    if head:
        data = Path(source).read_bytes().decode()
        for paragraph in head.paragraphs:
            place = head.origin.locate(Span(paragraph.span.start, paragraph.span.start + 1))
            assert place
            assert place.of(data) == head.text[paragraph.span.start]
