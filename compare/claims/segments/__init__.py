"""Where a text may be cut: words with their places, abbreviations, verbs, quotations, joints."""
