from __future__ import annotations

import runpy
from pathlib import Path

# The hand-made comparisons are those of the behaviour tests.
_factory = runpy.run_path(str(Path(__file__).parents[1] / "tui" / "conftest.py"))

bridge = _factory["bridge"]
read = _factory["read"]
