"""Where the two texts come from: chosen, dropped, pasted, or opened of late."""
