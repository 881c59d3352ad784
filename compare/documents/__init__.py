"""Readers: one module a format, each from bytes to a Document with every place kept."""

from tuireader.compare.documents.dateline import find_dateline
from tuireader.compare.documents.errors import DocumentError
from tuireader.compare.documents.reading import document_from_text, read_document
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
