"""Word files (DOCX), read with the standard library alone."""

from tuireader.compare.documents.docx.file import read

__all__ = ["read"]
