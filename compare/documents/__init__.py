"""Readers: one module a format, each from bytes to a Document with every place kept."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tuireader.compare.documents.errors import DocumentError
from tuireader.compare.documents.reading import document_from_text, read_document

if TYPE_CHECKING:
    from tuireader.compare.documents.dateline import find_dateline
    from tuireader.compare.documents.split import Split, split_document, split_text

__all__ = [
    "DocumentError",
    "Split",
    "document_from_text",
    "find_dateline",
    "read_document",
    "split_document",
    "split_text",
]

# Loaded when first asked for: most comparisons are of two files.
_LATER = {
    "Split": "split",
    "find_dateline": "dateline",
    "split_document": "split",
    "split_text": "split",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
