"""OpenDocument texts (ODT), read with the standard library alone."""

from tuireader.compare.documents.odt.file import read

__all__ = ["read"]
