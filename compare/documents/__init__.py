"""Readers: one module a format, each from bytes to a Document with every place kept."""
