"""ZIP containers of office files, read from memory: nothing is unpacked to disk or swells."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from tuireader.compare.documents.errors import DocumentError, trouble

MAX_ENTRIES = 10_000
"""An office file with a thousand pictures has some two thousand."""

MAX_PART = 48 * 1024 * 1024
"""Bytes of one part when unpacked; the text of a thousand pages is about a quarter of it."""

_MAX_RATIO, _SMALL = 250, 1024 * 1024
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_AGAIN = "get it again from where it came, or open it in its program and save it anew"


@dataclass(frozen=True)
class Archive:
    """The parts of an office file, each read when asked for and never further than its limit."""

    source: str
    _file: zipfile.ZipFile

    def has(self, name: str) -> bool:
        """Whether it has a part of exactly this name."""
        return name in self._file.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a part; b"" where there is none.

        Raises:
            DocumentError: The part is damaged, encrypted, or swells beyond its limit.
        """
        if not self.has(name):
            return b""
        info = self._file.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise locked(self.source)
        if info.compress_type not in _METHODS:
            raise self._damaged(name)
        if info.file_size > MAX_PART:
            raise self._swells(name)
        try:
            with self._file.open(info) as part:
                data = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self._damaged(name) from error
        except (RuntimeError, NotImplementedError) as error:
            raise self._damaged(name) from error
        if len(data) > max(_SMALL, info.compress_size * _MAX_RATIO) or len(data) > MAX_PART:
            raise self._swells(name)
        return data

    def _damaged(self, name: str) -> DocumentError:
        return trouble(self.source, f"it is damaged: its part {name} cannot be unpacked", _AGAIN)

    def _swells(self, name: str) -> DocumentError:
        problem = f"its part {name} swells when unpacked as no text does, so it was left packed"
        return trouble(self.source, problem, "do not open it unless you trust who sent it")


def open_archive(data: bytes, source: str) -> Archive:
    """Open the container of an office file.

    Raises:
        DocumentError: It is no ZIP container, cut short, or has too many parts.
    """
    if data.count(_ENTRY) > MAX_ENTRIES:
        problem = f"it has more than {MAX_ENTRIES:,} parts, which no document has"
        raise trouble(source, problem, "do not open it unless you trust who sent it")
    try:
        return Archive(source, zipfile.ZipFile(io.BytesIO(data)))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        problem = "it is damaged or was cut short: its table of contents is missing"
        raise trouble(source, problem, _AGAIN) from error


def locked(source: str) -> DocumentError:
    """The error for a file that only its password opens."""
    remedy = "open it in its program, save it without a password, and give that"
    return trouble(source, "it is protected with a password", remedy)
