"""Where a reader was and has been."""
