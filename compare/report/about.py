"""What every report says of a document before it quotes it."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.compare.model import Claim, Document


def facts(document: Document) -> list[tuple[str, str]]:
    """What is known of where a text comes from: (name of the fact, the fact), none of them empty.

    The name of the source is not among them.
    """
    known = (
        ("title", document.title),
        ("author", document.author),
        ("publisher", document.publisher),
        ("date", document.date.isoformat() if document.date else ""),
        ("pages", str(len(document.pages)) if document.pages else ""),
    )
    return [(name, fact) for name, fact in known if fact]


def where(document: Document, claims: Sequence[Claim], mark: str = "¶") -> str:
    """Paragraph, counted from 1, and page if there are any: "¶3", "¶3-4", "¶3, page 2"."""
    numbers = [claim.paragraph + 1 for claim in claims]
    first, last = min(numbers), max(numbers)
    paragraph = f"{mark}{first}" + (f"-{last}" if last > first else "")
    page = document.page(claims[0].span.start)
    return f"{paragraph}, page {page}" if page else paragraph
