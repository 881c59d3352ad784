"""tuireader: two accounts of one event, claim by claim.

    from tuireader import compare_texts

    for pair in compare_texts(report, answer).pairs:
        print(pair.relation, *(finding.reason for finding in pair.findings))

Every name here is loaded when it is first asked for, so that `import tuireader` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuireader.api import compare_files as compare_files
    from tuireader.api import compare_texts as compare_texts
    from tuireader.api import render as render
    from tuireader.compare.documents import DocumentError as DocumentError
    from tuireader.compare.lenses import LensError as LensError
    from tuireader.compare.model import Comparison as Comparison
    from tuireader.compare.model import Relation as Relation
    from tuireader.compare.model import Side as Side
    from tuireader.compare.report.selection import Selection as Selection
    from tuireader.compare.report.style import Style as Style
    from tuireader.compare.review.model import Label as Label
    from tuireader.compare.review.model import Ruling as Ruling

# A literal, since looking it up among the installed distributions takes as long as all else at
# start; a test holds it against pyproject.toml.
__version__ = "0.1.0"

_HOMES = {
    "Comparison": "tuireader.compare.model",
    "DocumentError": "tuireader.compare.documents",
    "Label": "tuireader.compare.review.model",
    "LensError": "tuireader.compare.lenses",
    "Relation": "tuireader.compare.model",
    "Ruling": "tuireader.compare.review.model",
    "Selection": "tuireader.compare.report.selection",
    "Side": "tuireader.compare.model",
    "Style": "tuireader.compare.report.style",
    "compare_files": "tuireader.api",
    "compare_texts": "tuireader.api",
    "render": "tuireader.api",
}

__all__ = [
    "Comparison",
    "DocumentError",
    "Label",
    "LensError",
    "Relation",
    "Ruling",
    "Selection",
    "Side",
    "Style",
    "__version__",
    "compare_files",
    "compare_texts",
    "render",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
