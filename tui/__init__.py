"""The reader: a Textual application over the engine."""
