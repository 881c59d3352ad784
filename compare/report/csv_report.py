"""A comparison as a table for spreadsheets: a row a pair, then a row a claim without counterpart.

RFC 4180 in UTF-8. The columns and their order are a promise, told in docs/formats.md. A
spreadsheet may take a cell for a formula, so text that begins like one gets an apostrophe in
front (https://owasp.org/www-community/attacks/CSV_Injection); numbers of our own stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from tuireader.compare.model import Claim, Comparison, Pair, Side, Span
from tuireader.compare.ready import compiled
from tuireader.compare.report.cells import printable
from tuireader.compare.report.passages import passages
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.standing import NO_RULINGS, standing
from tuireader.compare.review.model import Ruling

Cell = str | int | float

_OF_A_SIDE = ("source", "claims", "start", "end", "paragraph", "page", "text", "words")
COLUMNS = (
    "id",
    "relation",
    "machine",
    "score",
    "topic",
    "reasons",
    *(f"{side.value}_{name}" for side in Side for name in _OF_A_SIDE),
    "reviewer",
    "ruled",
    "note",
    "flagged",
    "tags",
)

# What begins a formula in Excel, LibreOffice or Google Sheets, in its full-width forms too, also
# behind blanks and quotes, which some programs strip; and behind a semicolon, at which programs
# of half of Europe part the columns.
_FORMULA = compiled(r"""(^|;)(?=[\s"'`“”‘’«»]*[=+\-@＝＋－＠])""")
_GUARD = "'"


def render(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """The report as `--format csv` prints it; `version` has no place in a table."""
    del version
    page = io.StringIO()
    writer = csv.DictWriter(
        page, COLUMNS, restval="", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n"
    )
    writer.writerow({name: name for name in COLUMNS})
    writer.writerows(_rows(comparison, selection, rulings))
    return page.getvalue()


def guarded(text: str) -> str:
    """Text as a cell may hold it: one line, nothing that steers a terminal, and no formula."""
    flat = " ".join(printable(text).split())
    return _FORMULA.sub(rf"\1{_GUARD}", flat)


def _rows(
    comparison: Comparison, selection: Selection, rulings: Mapping[str, Ruling]
) -> Iterator[dict[str, Cell]]:
    for pair in selection.pairs(comparison, rulings):
        yield {
            **_verdict(pair, rulings),
            **_side(comparison, Side.A, pair),
            **_side(comparison, Side.B, pair),
            **_ruling(rulings.get(pair.id)),
        }
    for side in Side:
        for claim in selection.only(comparison, side):
            row = {"id": claim.id, "relation": f"only in {side.name}"}
            yield {**row, **_claims(comparison, side, (claim,))}


def _verdict(pair: Pair, rulings: Mapping[str, Ruling]) -> dict[str, Cell]:
    return {
        "id": pair.id,
        "relation": standing(pair, rulings).label.value,
        "machine": pair.relation.value,
        "score": round(pair.score, 4),
        "topic": guarded(pair.topic),
        "reasons": guarded(
            " | ".join(f"{f.relation.value}, {f.kind.value}: {f.reason}" for f in pair.findings)
        ),
    }


def _side(comparison: Comparison, side: Side, pair: Pair) -> dict[str, Cell]:
    text = comparison.document(side).text
    claims = tuple(comparison.claim(identity) for identity in pair.claims(side))
    marked = [
        place.of(text)
        for passage in passages(comparison, pair, side)
        for place, relation in passage.marks
        if relation is pair.relation
    ]
    words = {f"{side.value}_words": guarded(" | ".join(marked))}
    return {**_claims(comparison, side, claims), **words}


def _claims(comparison: Comparison, side: Side, claims: tuple[Claim, ...]) -> dict[str, Cell]:
    document = comparison.document(side)
    place = Span(claims[0].span.start, max(claim.span.end for claim in claims))
    cells: dict[str, Cell] = {
        "source": guarded(document.source),
        "claims": " ".join(claim.id for claim in claims),
        "start": place.start,
        "end": place.end,
        "paragraph": claims[0].paragraph + 1,
        "page": document.page(place.start) or "",
        "text": guarded(" … ".join(claim.text for claim in claims)),
    }
    return {f"{side.value}_{name}": cell for name, cell in cells.items()}


def _ruling(ruling: Ruling | None) -> dict[str, Cell]:
    if ruling is None:
        return {}
    return {
        "reviewer": guarded(ruling.reviewer),
        "ruled": ruling.time.isoformat(timespec="seconds"),
        "note": guarded(ruling.note),
        "flagged": "yes" if ruling.flagged else "",
        "tags": guarded(" ".join(ruling.tags)),
    }
