"""The English that every part shares, as data: word forms, concepts, names of countries."""
