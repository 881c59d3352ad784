"""Dates and times in English text, as intervals from the day the text was written.

`tokens` cuts the stretch; `phrase` and `nested` read expressions from the productions of `days`,
`feasts`, `spans`, `years`, `counted`, `shifts` and `clock`; what these build (`periods`,
`distances`, `parts`) is resolved in `find` against the anchor and the `tense` of the clause.
"""

from tuireader.compare.claims.dates.find import find_dates

__all__ = ["find_dates"]
