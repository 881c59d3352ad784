"""From bytes to text: the encoding is found from the bytes themselves."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from tuireader.compare.documents.errors import DocumentError, trouble
from tuireader.compare.ready import compiled

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_HIGH = bytes(range(0x80, 0x100))
_MULTIBYTE = compiled(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ENCODINGS = 'save it again as UTF-8 (for one: iconv -f ENCODING -t UTF-8 "FILE")'


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in; a byte order mark is no part of the text."""

    text: str
    encoding: str


def mark_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that the bytes begin with, and the encoding; UTF-16 also without one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", _utf16_by_zeros(data)


def decode(data: bytes, source: str) -> Decoded:
    """Decode by byte order mark, else UTF-8, else UTF-16 by its zero bytes, else Windows-1252.

    Raises:
        DocumentError: The bytes are no text, or in an encoding that cannot be told; the line names
            the first byte that does not fit.
    """
    mark, encoding = mark_of(data)
    if encoding:
        return _strictly(data, encoding, source, skip=len(mark))
    _refuse_binary(data, source)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _single_byte(data, source, error)


def _strictly(data: bytes, encoding: str, source: str, skip: int = 0) -> Decoded:
    try:
        return Decoded(data[skip:].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        problem = f"byte {skip + error.start} does not fit its encoding, {encoding.upper()}"
        raise trouble(source, problem, "the file is damaged: save it again as UTF-8") from error


def _utf16_by_zeros(data: bytes) -> str:
    """UTF-16 without a mark: in Western text every other byte is zero, and only every other.

    A fifth is asked for and not all, since dashes and curly quotes have no zero byte.
    """
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= half / 5 and even <= odd / 20:
        return "utf-16-le"
    if even >= half / 5 and odd <= even / 20:
        return "utf-16-be"
    return ""


def _refuse_binary(data: bytes, source: str) -> None:
    """One byte in fifty that no text has is too many; a stray one is cleaned away later."""
    sample = data[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _CONTROLS))
    if strange * 50 > len(sample):
        first = next(index for index, byte in enumerate(sample) if byte in _CONTROLS)
        problem = f"it is a binary file (byte {first} is 0x{sample[first]:02x}), not a text"
        raise trouble(source, problem, "give plain text or Markdown")


def _single_byte(data: bytes, source: str, error: UnicodeDecodeError) -> Decoded:
    """Windows-1252, which holds Latin-1's letters, if the high bytes are few and all defined.

    A file in which most high bytes form UTF-8 sequences is damaged UTF-8, not Western; one with
    more than three high bytes in ten is in the encoding of another script.
    """
    line = data.count(b"\n", 0, error.start) + 1
    at = f"byte {error.start} (line {line}, 0x{data[error.start]:02x})"
    high = len(data) - len(data.translate(None, _HIGH))
    in_sequences = sum(len(match[0]) for match in _MULTIBYTE.finditer(data))
    if in_sequences * 2 > high:
        problem = f"{at} is not UTF-8 as the rest of it is"
        raise trouble(
            source, problem, "mend that place, or save the file again as UTF-8"
        ) from error
    if high * 10 > len(data) * 3 or b"\0" in data:
        raise _unknown(source, at) from error
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        raise _unknown(source, at) from error


def _unknown(source: str, at: str) -> DocumentError:
    return trouble(source, f"its encoding is not clear: {at} is not UTF-8", _ENCODINGS)
