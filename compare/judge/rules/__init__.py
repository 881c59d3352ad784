"""One rule module a kind of finding."""
