"""Takes the words of a PDF file from pdfium, in a process of its own.

pdfium is a large C++ library that reads hostile files: should it crash, hang or fill the memory,
only this process does. So this file is run as a script, with the PDF on standard input, and imports
nothing of tuireader. It writes one JSON object to standard output:

    {"error": code, "count": number}, or
    {"meta": {…}, "pages": [[width, height, pieces, images, paths, unknown letters], …]}

A piece is [text, left, right, baseline, size, style, glued]: letters without a blank between them,
in points from the top left corner of the page turned so that most of its text is upright. Style is
1 for bold, 2 for italic, 3 for both; glued is 1 where a piece goes on the one before without a
blank, in another size or at another height.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

MAX_PAGES = 1000
MAX_LETTERS = 5_000_000
_MEMORY = 3 << 30
_SAMPLES = 200
_OBJECTS = 3000
_DEGREE = math.pi / 180
_HYPHENS = (0x2, 0xAD, 0x2010, 0x2011)
# pdfium's words for why a file does not open.
_PASSWORD, _SECURITY = 4, 5
_BOLD = ("bold", "black", "heavy", "semibd", "demi")
_ITALIC = ("italic", "oblique", "slanted")

Piece = list[Any]
Handle = Any
"""What pdfium gives and takes; none of it has a type."""


def main() -> None:
    """Read standard input and write what was found."""
    _limit_memory()
    try:
        outcome = _read(sys.stdin.buffer.read())
    except ImportError:
        outcome = {"error": "missing", "count": 0}
    except _StopError as stop:
        outcome = {"error": stop.code, "count": stop.count}
    sys.stdout.write(json.dumps(outcome))


class _StopError(Exception):
    """Why no more is read."""

    def __init__(self, code: str, count: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.count = count


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes) -> dict[str, Any]:
    library = import_module("pypdfium2")
    raw = library.raw
    try:
        document = library.PdfDocument(data)
        count = len(document)
    except library.PdfiumError as error:
        codes = {_PASSWORD: "password", _SECURITY: "security"}
        raise _StopError(codes.get(error.err_code, "damaged")) from error
    if count > MAX_PAGES:
        raise _StopError("pages", count)
    pages = []
    room = MAX_LETTERS
    for index in range(count):
        try:
            page = document[index]
            letters = page.get_textpage()
        except library.PdfiumError as error:
            raise _StopError("page", index + 1) from error
        number = letters.count_chars()
        room -= number
        if room < 0:
            raise _StopError("letters", index + 1)
        pages.append(_Page(raw, page, letters.raw, number).outcome())
        letters.close()
        page.close()
    return {"meta": document.get_metadata_dict(), "pages": pages}


class _Page:
    """One page, whose letters are asked for one by one."""

    def __init__(self, raw: Handle, page: Handle, letters: Handle, count: int) -> None:
        self._raw = raw
        self._page = page
        self._letters = letters
        self._count = count
        self._box = page.get_bbox()
        self._turn = self._dominant_turn()
        self._unknown = 0
        self._rect = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def outcome(self) -> list[Any]:
        """The page as `main` writes it."""
        pieces = [piece for piece in self._pieces() if piece[2] >= 0 and piece[1] <= self._width]
        kinds = Counter[int]() if pieces else self._kinds()
        images = kinds[self._raw.FPDF_PAGEOBJ_IMAGE]
        paths = kinds[self._raw.FPDF_PAGEOBJ_PATH]
        return [self._width, self._height, pieces, images, paths, self._unknown]

    @property
    def _width(self) -> float:
        left, bottom, right, top = self._box
        return float(top - bottom if self._turn % 2 else right - left)

    @property
    def _height(self) -> float:
        left, bottom, right, top = self._box
        return float(right - left if self._turn % 2 else top - bottom)

    def _angle(self, index: int) -> int | None:
        """Quarter turns of a letter, counter-clockwise; None for any other angle.

        pdfium counts clockwise.
        """
        quarters = -self._raw.FPDFText_GetCharAngle(self._letters, index) / (math.pi / 2)
        near = round(quarters)
        return near % 4 if abs(quarters - near) * 90 <= 5 else None

    def _dominant_turn(self) -> int:
        step = max(self._count // _SAMPLES, 1)
        turns = Counter(self._angle(index) for index in range(0, self._count, step))
        del turns[None]
        return max(turns, key=lambda turn: turns[turn], default=0) or 0

    def _upright(self) -> tuple[float, float, float, float, float, float]:
        """What makes places from the top left corner of the page turned upright.

        x is the first number, plus the second times the old x, plus the third times the old y;
        then the same for y.
        """
        left, bottom, right, top = self._box
        return (
            (-left, 1.0, 0.0, top, 0.0, -1.0),
            (-bottom, 0.0, 1.0, -left, 1.0, 0.0),
            (right, -1.0, 0.0, -bottom, 0.0, 1.0),
            (top, 0.0, -1.0, right, -1.0, 0.0),
        )[self._turn]

    def _pieces(self) -> Iterator[Piece]:
        raw, letters, rect = self._raw, self._letters, self._rect
        x, xx, xy, y, yx, yy = self._upright()
        text: list[str] = []
        first = 0
        left = right = last = low = high = 0.0
        glued, parted = False, True
        for index in range(self._count):
            code = raw.FPDFText_GetUnicode(letters, index)
            letter = "-" if code in _HYPHENS else chr(code) if 0 < code < 0x110000 else "\ufffd"
            if letter.isspace():
                if text:
                    yield from self._piece(text, first, left, right, glued=glued)
                # pdfium also makes a line of its own of a raised figure.
                text, parted = [], parted or letter not in "\r\n"
                continue
            if letter == "\ufffd" or 0xE000 <= code <= 0xF8FF:
                self._unknown += 1
            raw.FPDFText_GetLooseCharBox(letters, index, rect)
            west, south, east, north = rect.left, rect.bottom, rect.right, rect.top
            x0, x1 = x + xx * west + xy * south, x + xx * east + xy * north
            y0, y1 = y + yx * west + yy * north, y + yx * east + yy * south
            if x1 < x0:
                x0, x1 = x1, x0
            if y1 < y0:
                y0, y1 = y1, y0
            height, gap = high - low, x0 - right
            if text:
                slack = height * 0.05 + 0.1
                same = abs(x0 - last) < 0.1 and abs(x1 - right) < 0.1  # as the one of a ligature
                moved = abs(y0 - low) > slack or abs(y1 - high) > slack
                if not same and (moved or abs(gap) > height * 0.6):
                    yield from self._piece(text, first, left, right, glued=glued)
                    text = []
            if not text:
                beside = -height * 0.3 < gap < height * 0.2 and y0 < high and low < y1
                glued, parted = beside and not parted, False
                first, left, low, high = index, x0, y0, y1
            text.append(letter)
            last, right = x0, x1
        if text:
            yield from self._piece(text, first, left, right, glued=glued)

    def _piece(
        self, text: list[str], first: int, left: float, right: float, *, glued: bool
    ) -> Iterator[Piece]:
        raw, letters, matrix = self._raw, self._letters, self._matrix
        if self._angle(first) != self._turn:
            return
        raw.FPDFText_GetCharOrigin(letters, first, self._x, self._y)
        _, _, _, y, yx, yy = self._upright()
        baseline = y + yx * self._x.value + yy * self._y.value
        raw.FPDFText_GetMatrix(letters, first, matrix)
        size = abs(raw.FPDFText_GetFontSize(letters, first)) * math.hypot(matrix.c, matrix.d)
        if not (math.isfinite(size + baseline + left + right) and size > 0):
            return
        if not 0 <= baseline <= self._height + size:
            return
        numbers = [round(number, 2) for number in (left, right, baseline, size)]
        yield ["".join(text), *numbers, self._style(first), int(glued)]

    def _style(self, index: int) -> int:
        name, room = self._name, len(self._name)
        length = self._raw.FPDFText_GetFontInfo(self._letters, index, name, room, self._flags)
        shown = name.value.decode("latin-1").lower() if 0 < length <= room else ""
        bold = any(word in shown for word in _BOLD)
        bold = bold or self._raw.FPDFText_GetFontWeight(self._letters, index) >= 600
        return int(bold) + 2 * any(word in shown for word in _ITALIC)

    def _kinds(self) -> Counter[int]:
        """How many objects of each kind a page without text has."""
        raw = self._raw
        kinds: Counter[int] = Counter()
        for index in range(min(raw.FPDFPage_CountObjects(self._page.raw), _OBJECTS)):
            item = raw.FPDFPage_GetObject(self._page.raw, index)
            kind = raw.FPDFPageObj_GetType(item)
            kinds[kind] += 1
            if kind == raw.FPDF_PAGEOBJ_FORM:
                for inner in range(min(raw.FPDFFormObj_CountObjects(item), _OBJECTS)):
                    part = raw.FPDFFormObj_GetObject(item, inner)
                    kinds[raw.FPDFPageObj_GetType(part)] += 1
        return kinds


if __name__ == "__main__":
    main()
