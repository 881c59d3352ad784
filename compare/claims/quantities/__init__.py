"""Quantities: numbers in words or digits, as intervals with unit, what is counted and role."""

from tuireader.compare.claims.quantities.finder import find_quantities

__all__ = ["find_quantities"]
