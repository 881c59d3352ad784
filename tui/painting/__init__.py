"""The first frame before Textual is there: what is kept of it, and what is painted by that."""
