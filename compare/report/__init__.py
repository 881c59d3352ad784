"""A comparison on paper: one module a format."""
