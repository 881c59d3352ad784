"""PDF files, through pdfium (extra `pdf`): columns, hyphens, running heads, paragraphs, pages."""

from tuireader.compare.documents.pdf.file import read

__all__ = ["read"]
