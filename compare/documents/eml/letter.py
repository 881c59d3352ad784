"""The words of a mail: its own, what it quotes, what it forwards, and how it is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.compare.documents.cleaning import clean
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.formats import HTML, PLAIN
from tuireader.compare.model import Block, Origin, Paragraph, Span

_SIGNATURE = re.compile(r"^-- ?$")
# "On Mon, 4 Mar 2019 at 10:00, Ada Brandt <ada@example.org> wrote:", also broken over two lines.
_ATTRIBUTION = re.compile(r"^(?:On|Am|Le|El|Op|Il) .{4,200}:$|^.{2,100} (?:wrote|writes|said):$")
_ATTRIBUTION_OPENS = re.compile(r"^On .{4,120}$")
_ATTRIBUTION_ENDS = re.compile(r"^.{0,100}(?:wrote|writes):$")
_MARKER = re.compile(
    r"(?:-{2,} ?(?:original message|forwarded message|original appointment|forwarded by .{1,80})"
    r" ?-{2,}|begin forwarded message:|_{20,})",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^\*?(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance)\*?:", re.IGNORECASE
)
_FEWEST_FIELDS = 3
_LONGEST_SIGNATURE = 15
_SOME_WORDS = 5
_PGP_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+: [^\n]*\n)*", re.MULTILINE
)
_PGP_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"


def read_letter(kind: str, text: str) -> Draft:
    """Read one part of a mail, "text/plain" or "text/html"; the draft has no places."""
    words = clean(text)[0]
    if kind == "text/html":
        return HTML.read(words)._replace(runs=())
    opened = _PGP_SIGNED.search(words)
    if opened:
        words = words[opened.end() :].partition(_PGP_SIGNATURE)[0]
    marked = _mark(words.split("\n"))
    draft = PLAIN.read("\n".join(line for line, _ in marked))
    return draft._replace(paragraphs=_named(draft, marked), runs=())


def belongs_to_header(line: str) -> bool:
    """Whether a line is one that a program writes above what it forwards or answers."""
    return _MARKER.match(line) is not None or _FIELD.match(line) is not None


Marked = tuple[str, Block | None]
"""A line, and what it is known to be."""


def _mark(lines: Sequence[str]) -> list[Marked]:
    """Name signatures, attributions and forwarded headers; quote what follows such a header."""
    marked: list[Marked] = []
    index = 0
    quoting = ""
    while index < len(lines):
        line = lines[index]
        header = _header_length(lines, index)
        signed = _signature_length(lines, index)
        if header:
            if _said_something(marked):
                quoting = "> "
            marked += [(words, Block.BOILERPLATE) for words in lines[index : index + header]]
            marked.append(("", None))
        elif signed:
            marked += [("", None)]
            marked += [(words, Block.BOILERPLATE) for words in lines[index : index + signed]]
        elif _attribution_length(lines, index) == 2:
            marked.append((f"{line} {lines[index + 1]}", Block.HEADING))
        elif _attribution_length(lines, index) == 1:
            marked.append((line, Block.HEADING))
        else:
            marked.append((quoting + line if line.strip() else line, None))
        index += header or signed or _attribution_length(lines, index) or 1
    return marked


def _header_length(lines: Sequence[str], start: int) -> int:
    """Lines of the header that a program writes above what it forwards or answers; else 0."""
    index = start
    if _MARKER.fullmatch(lines[index].strip()):
        index += 1
        while index < len(lines) and not lines[index].strip():
            index += 1
    fields = index
    while index < len(lines) and _FIELD.match(lines[index].strip()):
        index += 1
    enough = index - fields >= _FEWEST_FIELDS or (index > fields > start)
    return index - start if enough else 0


def _signature_length(lines: Sequence[str], start: int) -> int:
    """Lines from "-- " to the end of the message's own words; else 0."""
    if not _SIGNATURE.match(lines[start]):
        return 0
    index = start + 1
    while index < len(lines) and index - start <= _LONGEST_SIGNATURE:
        if lines[index].startswith(">") or _attribution_length(lines, index):
            break
        if _header_length(lines, index):
            break
        index += 1
    return index - start


def _attribution_length(lines: Sequence[str], start: int) -> int:
    """1 or 2 if a line, or two, say who wrote what is quoted right below; else 0."""
    line = lines[start].strip()
    if _ATTRIBUTION.match(line) and _quotes_after(lines, start + 1):
        return 1
    if start + 1 < len(lines) and _ATTRIBUTION_OPENS.match(line):
        following = lines[start + 1].strip()
        if _ATTRIBUTION_ENDS.match(following) and _quotes_after(lines, start + 2):
            return 2
    return 0


def _quotes_after(lines: Sequence[str], start: int) -> bool:
    following = (line for line in lines[start : start + 3] if line.strip())
    return next(following, "").startswith(">")


def _said_something(marked: Sequence[Marked]) -> bool:
    own = " ".join(line for line, block in marked if block is None)
    return len(own.split(None, _SOME_WORDS)) >= _SOME_WORDS


def _named(draft: Draft, marked: Sequence[Marked]) -> tuple[Paragraph, ...]:
    """The paragraphs with what their lines are known to be."""
    known: list[tuple[Span, Block]] = []
    place = 0
    for line, block in marked:
        if block is not None:
            known.append((Span(place, place + len(line)), block))
        place += len(line) + 1
    origin = Origin(draft.runs)
    return tuple(_as_known(paragraph, origin, known) for paragraph in draft.paragraphs)


def _as_known(
    paragraph: Paragraph, origin: Origin, known: Sequence[tuple[Span, Block]]
) -> Paragraph:
    span = origin.locate(paragraph.span)
    blocks = (block for place, block in known if span is not None and place.overlaps(span))
    return replace(paragraph, block=next(blocks, paragraph.block))
