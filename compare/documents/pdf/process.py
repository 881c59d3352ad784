"""The way to pdfium: a process that may crash, hang or run out of memory without harm."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tuireader.compare.documents.errors import DocumentError, trouble
from tuireader.compare.documents.pdf import worker
from tuireader.compare.documents.pdf.words import Page, page_of

TIMEOUT = 180.0
"""Seconds; a thousand pages of a newspaper take some thirty of an idle machine."""

_TAIL = 2048
_OBJECT = re.compile(rb"\d+ \d+ obj\b")
_MISSING = "install the extra that reads PDF files (pip install 'tuireader[pdf]')"
_AGAIN = "get it again from where it came, or print it anew to PDF and give that"
_PART = "give only the pages that tell of the event (qpdf IN.pdf --pages . 3-9 -- OUT.pdf)"


@dataclass(frozen=True)
class Extract:
    """What pdfium found in a file.

    Attributes:
        meta: "Title", "Author", "CreationDate" and the like, as the file has them.
        pages: In order.
    """

    meta: dict[str, str]
    pages: tuple[Page, ...]


def extract(data: bytes, source: str) -> Extract:
    """Let another process read the words of a PDF file.

    Raises:
        DocumentError: pdfium is not installed; the file is locked, damaged, too long, or takes too
            much time or memory.
    """
    if find_spec("pypdfium2") is None:
        raise trouble(source, "PDF files need pypdfium2, which is not installed", _MISSING)
    if _is_cut(data):
        raise trouble(source, "it was cut short: its end is missing", _AGAIN)
    try:
        done = subprocess.run(  # noqa: S603 - this Python, and a file of this package
            [sys.executable, "-P", str(Path(worker.__file__))],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _path(), "PYTHONWARNINGS": "ignore"},
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        problem = f"reading it takes longer than {TIMEOUT:.0f} seconds"
        raise trouble(source, problem, _PART) from None
    except OSError as error:
        problem = f"no process can be started to read it ({error.strerror})"
        raise trouble(source, problem, "extract its text (pdftotext FILE.pdf) and give that") from (
            error
        )
    return _outcome(done.stdout, source)


def _is_cut(data: bytes) -> bool:
    """Whether the file ends before its table of contents, or goes on after the last one.

    pdfium reads what is left of such a file, and nobody would know what is missing.
    """
    end = data.rfind(b"%%EOF")
    if end < 0:
        return b"startxref" not in data[-_TAIL:]
    return _OBJECT.search(data, end) is not None


def _path() -> str:
    """The folders of modules, for the other process: the same, whatever this one has added."""
    return os.pathsep.join(folder for folder in sys.path if folder)


def _outcome(output: bytes, source: str) -> Extract:
    try:
        found: dict[str, Any] = json.loads(output)
    except ValueError:
        problem = "it is damaged, or needs too much memory: the PDF library gave up on it"
        raise trouble(source, problem, _AGAIN) from None
    if "error" in found:
        raise _failure(found["error"], found["count"], source)
    return Extract(found["meta"], tuple(map(page_of, found["pages"])))


def _failure(code: str, count: int, source: str) -> DocumentError:
    problem, remedy = {
        "missing": ("PDF files need pypdfium2, which cannot be loaded", _MISSING),
        "password": (
            "it is protected with a password",
            "open it with the password, print it to a new PDF and give that",
        ),
        "security": ("it is encrypted in a way that cannot be opened", _AGAIN),
        "pages": (f"it has {count:,} pages, and {worker.MAX_PAGES:,} can be read", _PART),
        "letters": (f"it is too long: more than can be read by page {count}", _PART),
        "page": (f"it is damaged: page {count} cannot be read", _AGAIN),
    }.get(code, ("it is damaged: it has no pages that can be found", _AGAIN))
    return trouble(source, problem, remedy)
