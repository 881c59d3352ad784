"""The engine: documents in, a comparison out. Knows no terminal."""
