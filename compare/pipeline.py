"""The whole way once: two documents in, a comparison out."""
