"""How a claim stands to what it says: negation, certainty, the course of an event."""
