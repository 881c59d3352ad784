"""Who says it: sources of statements, and what stands in quotation marks."""

from __future__ import annotations

from tuireader.compare.claims.attribution.find import find_attributions

__all__ = ["find_attributions"]
