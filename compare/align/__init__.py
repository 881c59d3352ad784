"""Which claims speak of the same matter: candidates, score, assignment."""
