"""Bundled pairs of texts, written for this project."""
