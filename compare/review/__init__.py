"""A person's rulings on the pairs of a comparison."""
