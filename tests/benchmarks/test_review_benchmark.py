from __future__ import annotations

import re
from collections.abc import Callable

Run = Callable[..., str]


def test_review_tells_what_a_decision_costs_at_both_sizes(run: Run) -> None:
    printed = run("review.py", "--steps", 4)
    for task in ("decide", "undo", "next undecided"):
        assert re.search(rf"^{task} +(\d+\.\d+\s+){{5}}", printed, re.MULTILINE), printed
    assert "open 2000 pairs, " in printed
