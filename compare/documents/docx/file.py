"""The parts of a Word file: which one holds the text, the styles, the properties."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tuireader.compare.documents.archives import Archive, locked, open_archive
from tuireader.compare.documents.docx.body import passages_of_body
from tuireader.compare.documents.docx.styles import Styles
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.errors import DocumentError, trouble
from tuireader.compare.documents.passages import draft_of
from tuireader.compare.documents.properties import (
    Properties,
    believable_day,
    believable_name,
    believable_title,
    iso_day,
)
from tuireader.compare.documents.xml_trees import parse_xml

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONS = "_rels/.rels"
_MAIN = "word/document.xml"
# Each namespace of 2006 ("transitional") with its twin of 2008 ("strict").
_OPEN = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    f"{_OPEN}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OPEN}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OPEN}markup-compatibility/2006": "mc",
    f"{_OPEN}package/2006/relationships": "r",
    f"{_OPEN}package/2006/metadata/core-properties": "cp",
    f"{_OPEN}officeDocument/2006/extended-properties": "app",
    f"{_STRICT}officeDocument/extendedProperties": "app",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}


def read(data: bytes, source: str) -> Draft:
    """Read a Word file; headers, footers, notes, comments and deleted or hidden text are left out.

    Raises:
        DocumentError: It is locked, an old Word file, damaged, hostile, or holds no text.
    """
    if data.startswith(_OLE):
        raise _of_old_container(data, source)
    archive = open_archive(data, source)
    parts = _parts(archive)
    main = parts.get("officeDocument", _MAIN)
    if not archive.has(main):
        problem = "it is a ZIP archive without the text of a Word file"
        raise trouble(source, problem, "give the document itself")
    folder = posixpath.dirname(main)
    document = _tree(archive, main)
    body = None if document is None else document.find("w|body")
    if body is None:
        problem = f"its part {main} holds no text of Word"
        raise trouble(source, problem, "save it in Word as DOCX and give that")
    styles = Styles.of(_tree(archive, f"{folder}/styles.xml"))
    return draft_of(passages_of_body(body, styles), _properties(archive, parts))


def _of_old_container(data: bytes, source: str) -> DocumentError:
    """The container of Word before 2007 also holds a newer file that a password locks."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return locked(source)
    if "WordDocument".encode("utf-16-le") in data:
        remedy = "save it as DOCX (in Word or LibreOffice) and give that"
        return trouble(source, "it is an old Word file (DOC), which cannot be read", remedy)
    remedy = "save its text as a plain file and give that"
    return trouble(source, "it is an old office file, which cannot be read", remedy)


def _parts(archive: Archive) -> dict[str, str]:
    """The names of parts by the last word of their relation to the file."""
    tree = _tree(archive, _RELATIONS)
    found: dict[str, str] = {}
    for relation in () if tree is None else tree.iter("r|Relationship"):
        kind = relation.get("Type", "").rpartition("/")[2]
        name = posixpath.normpath(posixpath.join("/", relation.get("Target", ""))).lstrip("/")
        found.setdefault(kind, name)
    return found


def _tree(archive: Archive, name: str) -> Element | None:
    data = archive.read(name)
    return parse_xml(data, _PREFIXES, source=archive.source, part=name) if data else None


def _properties(archive: Archive, parts: dict[str, str]) -> Properties:
    core = _fields(_tree(archive, parts.get("core-properties", "docProps/core.xml")))
    extended = _fields(_tree(archive, parts.get("extended-properties", "docProps/app.xml")))
    return Properties(
        title=believable_title(core.get("dc|title")),
        author=believable_name(core.get("dc|creator")),
        publisher=believable_name(core.get("dc|publisher") or extended.get("app|Company")),
        date=believable_day(
            iso_day(core.get("dcterms|created")), iso_day(core.get("dcterms|modified"))
        ),
    )


def _fields(tree: Element | None) -> dict[str, str]:
    return dict(_texts(tree)) if tree is not None else {}


def _texts(tree: Element) -> Iterator[tuple[str, str]]:
    for field in tree:
        yield field.tag, field.text or ""
