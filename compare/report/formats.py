"""The formats of a report in one table: what the command line, the store and the library offer.

Importing this imports no engine; a format's module is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from tuireader.compare.model import Comparison
    from tuireader.compare.report.selection import Selection
    from tuireader.compare.review.model import Ruling


class Format(StrEnum):
    """A format, by the name that the command line and the library call it."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    ANNOTATION = "annotation"
    CLAIM_REVIEW = "claim-review"


class Renderer(Protocol):
    """The function `render` that every format's module has."""

    def __call__(
        self,
        comparison: Comparison,
        *,
        version: str,
        selection: Selection = ...,
        rulings: Mapping[str, Ruling] = ...,
    ) -> str:
        """The whole report, ending in a newline.

        Args:
            comparison: What to tell.
            version: Of the program.
            selection: Which pairs and unmatched claims are listed.
            rulings: What a reviewer says of pairs, by the ids of the pairs.
        """


class Form(NamedTuple):
    """What is known of a format before its module is loaded.

    Attributes:
        suffixes: Those of its files; the first is the usual one.
        media_type: As in an HTTP header, without parameters.
        module: Below `tuireader.compare.report`.
        file_mark: What its files begin with and its streams don't: the mark by which
            spreadsheets know UTF-8.
        of_rulings: Whether it tells nothing but what a reviewer ruled.
    """

    suffixes: tuple[str, ...]
    media_type: str
    module: str
    file_mark: str = ""
    of_rulings: bool = False

    @property
    def suffix(self) -> str:
        """The usual suffix of its files, dot included."""
        return self.suffixes[0]

    def renderer(self) -> Renderer:
        """Load the module and give its `render`."""
        render: Renderer = import_module(f"tuireader.compare.report.{self.module}").render
        return render


FORMS: Mapping[Format, Form] = {
    Format.TEXT: Form((".txt",), "text/plain", "text"),
    Format.JSON: Form((".json",), "application/json", "json_report"),
    Format.MARKDOWN: Form((".md", ".markdown"), "text/markdown", "markdown"),
    Format.HTML: Form((".html", ".htm"), "text/html", "html_report"),
    Format.CSV: Form((".csv",), "text/csv", "csv_report", file_mark="\ufeff"),
    Format.ANNOTATION: Form((".jsonld",), "application/ld+json", "annotation"),
    Format.CLAIM_REVIEW: Form(
        (".claimreview.json",), "application/ld+json", "claim_review", of_rulings=True
    ),
}
COMPARED = tuple(format_ for format_, form in FORMS.items() if not form.of_rulings)
"""The formats of a comparison that nobody has reviewed."""


def by_suffix(name: str) -> Format | None:
    """The format that the name of a file implies, or None."""
    name = PurePath(name).name.lower()
    found = [
        (len(suffix), format_)
        for format_, form in FORMS.items()
        for suffix in form.suffixes
        if name.endswith(suffix)
    ]
    return max(found)[1] if found else None
