"""From aligned claims to verdicts with reasons."""
