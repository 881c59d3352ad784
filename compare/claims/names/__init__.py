"""Names: found in one document, folded to keys, and held against those of another."""

from __future__ import annotations

from tuireader.compare.claims.names.find import find_names
from tuireader.compare.claims.names.resolve import link_names, same_name

__all__ = ["find_names", "link_names", "same_name"]
