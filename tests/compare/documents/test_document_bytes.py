"""From bytes: encodings, newlines, and what is turned away with one clear line."""

from __future__ import annotations

import codecs
import io
import os
import socket
import sys
from pathlib import Path

import pytest

from tuireader.compare.documents import DocumentError, loading, read_document
from tuireader.compare.model import Document, Side

TEXT = "The café said “no” – 3,000 naïve guests stayed away.\n\nThe mayor’s office agreed.\n"


def read(path: Path) -> Document:
    return read_document(str(path), Side.A)


def trouble(source: str, data: bytes | None = None) -> str:
    stdin = None if data is None else io.BytesIO(data)
    with pytest.raises(DocumentError) as caught:
        read_document(source, Side.A, stdin=stdin)
    message = str(caught.value)
    assert message.isprintable()
    assert message.startswith("standard input: " if source == "-" else f"{source}: ")
    assert "; " in message
    return message


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
        (b"", "cp1252"),
        (b"", "mac-roman"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_encodings_and_newlines(tmp_path: Path, mark: bytes, encoding: str, newline: str) -> None:
    if encoding in ("cp1252", "mac-roman") and newline not in "\r\n":
        newline = "\n"
    path = tmp_path / "a.txt"
    path.write_bytes(mark + TEXT.replace("\n", newline).encode(encoding))
    document = read(path)
    assert document.text == TEXT.rstrip("\n")
    assert document.source == str(path)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("latin-1", "Der Bürgermeister von Köln fühlte sich übergangen."),
        ("cp1252", "“It’s over”, said José – at 5 °C, for £3 or 4 €."),
        ("mac-roman", "“It’s over”, said José – at 5 °C, for £3."),
        ("mac-roman", "The naïve café didn’t pay."),
        ("iso8859-15", "It cost 5 € in the café, and €20 in the hotel."),
        ("cp850", "The naïve café of señor Müller à la carte."),
        ("cp437", "The naïve café of señor Müller à la carte."),
    ],
)
def test_western_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert read(path).text == text


def test_a_few_zero_bytes_in_a_text_are_cleaned_away(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode().replace(b"mayor", b"ma\0yor"))
    assert read(path).text == TEXT.rstrip("\n")


def test_standard_input() -> None:
    document = read_document("-", Side.B, stdin=io.BytesIO(TEXT.encode()))
    assert document.source == "-"
    assert document.side is Side.B
    assert document.text == TEXT.rstrip("\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "no words"),
        ("\ufeff\u200b\u00a0\x1b[0m".encode(), "no words"),
        (b"* * *\n---\n", "no words"),
        (bytes(range(256)) * 20, "binary file (byte 0 is 0x00)"),
        (b"\x7fELF\x02\x01\x01" + bytes(50), "binary"),
        (b"PK\x03\x04" + bytes(30) + b"data.csv", "ZIP"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"PK\x03\x04" + bytes(30) + b"mimetypeapplication/epub+zip", "EPUB"),
        (b"PK\x03\x04" + bytes(30) + b"xl/workbook.xml", "spreadsheet"),
        (b"PK\x03\x04" + bytes(30) + b"ppt/presentation.xml", "presentation"),
        (b"PK\x03\x04" + bytes(30) + b"Index/Document.iwa", "Pages file"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(30), "an archive"),
        (b"Rar!\x1a\x07\x01" + bytes(30), "an archive"),
        (b"bplist00" + bytes(30), "Safari"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(30), "it is an old"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        (b"\x1f\x8b\x08" + bytes(40), "gzip"),
        ("Straße, Fußgänger und Größe.\nMüll ".encode() + b"\xff", "byte 40 (line 2, 0xff)"),
        ("Жители города сообщили о взрыве".encode("koi8-r"), "encoding is not clear"),
        ("Жители города said so. ".encode("cp1251") + b"More. " * 9, "encoding is not clear"),
        (b"A word \x81 of no code page.", "byte 7 (line 1, 0x81)"),
        (codecs.BOM_UTF16_LE + b"a\0b", "UTF-16-LE"),
        (codecs.BOM_UTF8 + b"abc \xff def", "byte 7"),
        (("abc " * 9 + "\ud800").encode("utf-16-le", "surrogatepass"), "UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_named_with_its_remedy(data: bytes, said: str) -> None:
    assert said in trouble("-", data)


def test_a_missing_file_and_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("x", "utf-8")
    assert "check the path" in trouble(str(tmp_path / "other.md"))
    assert "did you mean" in trouble(str(tmp_path / "reprot.txt"))
    assert "no such file" in trouble(str(tmp_path / "none" / "report.txt"))


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in trouble(str(tmp_path))


def test_a_name_that_no_path_can_have(tmp_path: Path) -> None:
    trouble(str(tmp_path / ("x" * 5000)))


def test_a_name_with_control_characters_stays_one_line() -> None:
    with pytest.raises(DocumentError) as caught:
        read_document("no\x1b[31m\nsuch\0file\udc80", Side.A)
    assert str(caught.value).isprintable()


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "permission" in trouble(str(path))


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MAX_BYTES", 1024 * 1024)
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 300_000)
    assert "larger than 1 MiB" in trouble(str(path))
    assert "larger than 1 MiB" in trouble("-", path.read_bytes())


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_pipes_devices_and_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "named pipe" in trouble(str(pipe))
    assert "device" in trouble("/dev/null")
    with socket.socket(socket.AF_UNIX) as server:
        # The whole path may be longer than a socket's name can be.
        monkeypatch.chdir(tmp_path)
        server.bind("s")
        assert "socket" in trouble(str(tmp_path / "s"))


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="needs /dev/fd")
def test_what_the_shell_passes_as_a_pipe_is_read() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, TEXT.encode())
        os.close(writing)
        assert read_document(f"/dev/fd/{reading}", Side.A).text == TEXT.rstrip("\n")
    finally:
        os.close(reading)
