"""Sessions, their logs and their agreement, as lines to read and as JSON."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tuireader.compare.report.cells import printable, width_of
from tuireader.compare.review.codec import stamp, to_plain
from tuireader.compare.review.model import Label
from tuireader.compare.review.words import describe

if TYPE_CHECKING:
    from tuireader.compare.model import Comparison
    from tuireader.compare.review.agreement import Figure
    from tuireader.compare.review.folder import Glance
    from tuireader.compare.review.raters import Agreement, Parting
    from tuireader.compare.review.view import View

Json = object
_WORDS = 60  # characters of a quotation
_NARROW = 20  # cells below which the titles of two texts tell nothing


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns, two blanks apart, as wide as their widest cell."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(width_of, column)) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(
            cell + " " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True)
        )
        for row in cells
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def listing(glances: Sequence[Glance], width: int) -> str:
    """A line a session; where the width leaves no room for the titles of the texts, without."""
    rows = [("DECIDED", "LAST CHANGE", "REVIEWER", "NAME")]
    rows += [
        ("-", local(None), "", found.path.stem)
        if found.trouble
        else (
            f"{found.decided}/{found.total}",
            local(found.changed),
            short(found.reviewer, 16),
            found.path.stem,
        )
        for found in glances
    ]
    used = sum(max(map(width_of, column)) + 2 for column in zip(*rows, strict=True))
    room = width - used
    if room < _NARROW and not any(found.trouble for found in glances):
        return table(rows)
    last = ["TEXTS"]
    for found in glances:
        titles = short(" / ".join(found.titles), max(room, _NARROW))
        last.append(f"can't be read: {found.trouble}" if found.trouble else titles)
    return table([(*row, text) for row, text in zip(rows, last, strict=True)])


def as_row(found: Glance) -> dict[str, Json]:
    """A session in the list, as JSON."""
    return {
        "name": found.path.stem,
        "path": str(found.path),
        "title": found.name,
        "texts": list(found.titles),
        "reviewer": found.reviewer,
        "decided": found.decided,
        "total": found.total,
        "orphans": found.orphans,
        "changed": stamp(found.changed) if found.changed else None,
        "trouble": found.trouble or None,
    }


def account(session: View, found: Glance) -> str:
    """All that is to be known of a session, without its log."""
    labels = Counter(ruling.label for ruling in session.rulings.values())
    counts = ", ".join(f"{labels[label]} {label.value}" for label in Label if labels[label])
    facts = session.facts
    lines = [
        ("session", facts.name),
        ("file", str(found.path)),
        ("A", _document(session.machine, 0)),
        ("B", _document(session.machine, 1)),
        ("reviewer", found.reviewer),
        ("made", f"{local(facts.created)} with tuireader {facts.tool}"),
        ("last change", local(found.changed)),
        ("decided", f"{found.decided} of {found.total}" + (f": {counts}" if counts else "")),
        ("flagged", str(sum(ruling.flagged for ruling in session.rulings.values()))),
        ("steps", f"{len(session.events)}, {session.progress.worked / 60:.0f} minutes at work"),
    ]
    lines += [("merged from", f"{part.name} ({part.reviewer})") for part in facts.merged]
    if facts.lost:
        lines.append(("lost", f"{len(facts.lost)} steps could not be salvaged"))
    if session.note_of_session:
        lines.append(("note", " ".join(session.note_of_session.split())))
    return table(lines) + "".join(_orphans(session))


def _orphans(session: View) -> Iterator[str]:
    for orphan in session.orphans:
        said = orphan.ruling.label.value if orphan.ruling.label else "no label"
        note = f"; note: {orphan.ruling.note}" if orphan.ruling.note else ""
        yield printable(f"{orphan.id}: {said} by {orphan.ruling.reviewer}{note}") + "\n"
        yield f"    {printable(orphan.why)}\n"
        for side, words in (("A", orphan.a), ("B", orphan.b)):
            yield f"    {side}: {printable(short(' '.join(words), 2 * _WORDS))}\n"


def _document(comparison: Comparison, side: int) -> str:
    document = comparison.documents[side]
    title = f" ({document.title})" if document.title else ""
    return f"{document.source}{title}, sha256 {document.sha256[:12]}"


def audit(session: View) -> str:
    """A line an event."""
    rows = [("STEP", "TIME", "REVIEWER", "VERSION", "WHAT")]
    rows += [
        (
            str(event.number),
            local(event.time, seconds=True),
            short(event.reviewer, 24),
            event.tool,
            describe(event),
        )
        for event in session.events
    ]
    return table(rows)


def figures(found: Agreement) -> str:
    """The agreement of two raters."""
    one, other = found.names
    rows = [
        ("same label", figure(found.share)),
        ("Cohen's kappa", figure(found.kappa)),
        ("  linear weights", figure(found.linear)),
        ("  quadratic weights", figure(found.quadratic)),
        ("Krippendorff's alpha", figure(found.alpha)),
        ("  ordinal", figure(found.alpha_ordinal)),
    ]
    return f"{printable(one)} and {printable(other)}\n{table(rows)}{_confusion(found)}"


def figure(found: Figure) -> str:
    """A measure with the pairs that it rests on, or why there is none."""
    if found.value is None:
        return f"not defined: {found.undefined}"
    return f"{found.value:6.3f}  ({found.units} pairs)"


def _confusion(found: Agreement) -> str:
    """Rows the first rater, columns the second; labels that nobody gave are left out."""
    size = range(len(Label))
    used = [i for i in size if any(found.table[i]) or any(row[i] for row in found.table)]
    if not used:
        return ""
    labels = [label.value for label in Label]
    rows = [(f"{found.names[0]} \\ {found.names[1]}", *(labels[j] for j in used))]
    rows += [(labels[i], *(str(found.table[i][j] or ".") for j in used)) for i in used]
    return table(rows)


def parted(partings: Sequence[Parting], names: Sequence[str], comparison: Comparison) -> str:
    """Where raters part, each with the words of both sides."""
    lines = [f"they part on {len(partings)} pair{'' if len(partings) == 1 else 's'}\n"]
    for parting in partings:
        said = ", ".join(
            f"{name}: {label.value}"
            for name, label in zip(names, parting.labels, strict=True)
            if label is not None
        )
        lines.append(f"  {printable(said)}\n")
        for side, words in zip("AB", quoted(parting, comparison), strict=True):
            lines.append(f"    {side}: {printable(short(words, 2 * _WORDS))}\n")
    return "".join(lines)


def quoted(parting: Parting, comparison: Comparison) -> list[str]:
    """The words of A and of B that raters part on."""
    texts = [document.text for document in comparison.documents]
    return [
        " … ".join(span.of(text) for span in spans)
        for text, spans in zip(texts, parting.matter, strict=True)
    ]


def agreement_json(found: Agreement) -> dict[str, Json]:
    """The agreement of two raters, as JSON."""
    measures = ("share", "kappa", "linear", "quadratic", "alpha", "alpha_ordinal")
    return {
        "raters": list(found.names),
        **{name: to_plain(getattr(found, name)) for name in measures},
        "labels": [label.value for label in Label],
        "confusion": to_plain(found.table),
    }


def local(time: dt.datetime | None, *, seconds: bool = False) -> str:
    """A time by the clock of whoever reads it."""
    if time is None:
        return ""
    return time.astimezone().strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")


def short(text: str, length: int = _WORDS) -> str:
    """Text on one line, of so many characters at most."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1].rstrip()}…"
