"""Sentences and clauses, and the facets of each: from a Document to its claims."""
