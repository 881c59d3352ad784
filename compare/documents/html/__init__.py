"""HTML: the article of a page, every character with its place in the page."""

from tuireader.compare.documents.html.page import read

__all__ = ["read"]
