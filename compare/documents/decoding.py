"""From bytes to text: the encoding is found from the bytes themselves."""

from __future__ import annotations

import codecs
from typing import NamedTuple

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
# What pages call ASCII or Latin-1 is Windows-1252, says https://encoding.spec.whatwg.org.
_REALLY = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_DAMAGED_AT_MOST = 1 / 200


class Decoded(NamedTuple):
    """A text and the encoding it was in; a byte order mark is no part of the text."""

    text: str
    encoding: str


def mark_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that the bytes begin with, and the encoding, or "".

    UTF-16 and UTF-32 of Western text are also known without a mark, by their zero bytes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", _wide_by_zeros(data)


def decode(data: bytes, source: str, *, declared: str = "") -> Decoded:
    """Decode by byte order mark, else UTF-8, else as declared, else by what the bytes look like.

    Args:
        data: The bytes.
        source: For messages.
        declared: The encoding that a page or a web server names. UTF-8 goes before it, since
            text in another encoding is hardly ever valid UTF-8. A few bytes that do not fit it
            become U+FFFD, as in a browser; without it nothing is guessed.

    Raises:
        DocumentError: The bytes are no text, or in an encoding that cannot be told; the line names
            the first byte that does not fit.
    """
    mark, encoding = mark_of(data)
    if encoding:
        return _strictly(data, encoding, source, skip=len(mark))
    _refuse_binary(data, source)
    known = _known(declared)
    stateful = known.startswith(("iso2022", "hz")) and b"\x1b" in data
    try:
        return Decoded(data.decode(known if stateful else "utf-8"), known or "utf-8")
    except UnicodeDecodeError as error:
        return _as_declared(data, known) or _single_byte(data, source, error)


def _known(declared: str) -> str:
    """The name that Python has for a declared encoding of text, or ""."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    # Of an ASCII page UTF-16 is declared by mistake; some codecs are not for text.
    unfit = name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw"))
    return "" if unfit or name in ("undefined", "mbcs", "oem") else _REALLY.get(name, name)


def _as_declared(data: bytes, known: str) -> Decoded | None:
    if not known:
        return None
    try:
        text = data.decode(known, "replace")
    except (UnicodeError, LookupError):  # a codec from bytes to bytes
        return None
    damaged = text.count("\ufffd") > max(1, len(text) * _DAMAGED_AT_MOST)
    return None if damaged else Decoded(text, known)


def _strictly(data: bytes, encoding: str, source: str, skip: int = 0) -> Decoded:
    try:
        return Decoded(data[skip:].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        problem = f"byte {skip + error.start} does not fit its encoding, {encoding.upper()}"
        raise trouble(source, problem, "the file is damaged: save it again as UTF-8") from error


def _wide_by_zeros(data: bytes) -> str:
    """UTF-16 without a mark: in Western text every other byte is zero, and only every other.

    A fifth is asked for and not all, since dashes and curly quotes have no zero byte. In UTF-32
    every fourth byte is always zero, and with it the one beside it.
    """
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return ""
    if half >= 8 and len(data) % 4 == 0 and sample.count(0) > half:
        whole = len(sample) // 4
        if sample[3::4].count(0) == whole and sample[2::4].count(0) > whole * 0.8:
            return "utf-32-le"
        if sample[0::4].count(0) == whole and sample[1::4].count(0) > whole * 0.8:
            return "utf-32-be"
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
        raise trouble(source, problem, "give a text, a page or a document")


def _single_byte(data: bytes, source: str, error: UnicodeDecodeError) -> Decoded:
    """A Western encoding, if the high bytes are few and make sense in one.

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
    from tuireader.compare.documents.western import western_encoding  # noqa: PLC0415 - rare

    encoding = western_encoding(data)
    if high * 10 > len(data) * 3 or b"\0" in data or not encoding:
        raise _unknown(source, at) from error
    return Decoded(data.decode(encoding), encoding)


def _unknown(source: str, at: str) -> DocumentError:
    return trouble(source, f"its encoding is not clear: {at} is not UTF-8", _ENCODINGS)
