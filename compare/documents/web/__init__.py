"""Web addresses: from an address to the bytes that stand there, and nowhere else."""

from tuireader.compare.documents.web.fetch import Fetcher, Page

__all__ = ["Fetcher", "Page"]
