"""Texts that change while they are read: noticed, compared again, everything kept in place."""
