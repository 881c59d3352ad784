"""The parts of an OpenDocument text: content, styles, properties, and whether it is encrypted."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tuireader.compare.documents.archives import Archive, locked, open_archive
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.errors import trouble
from tuireader.compare.documents.odt.body import passages_of_body
from tuireader.compare.documents.odt.styles import Styles
from tuireader.compare.documents.passages import draft_of
from tuireader.compare.documents.properties import (
    Properties,
    believable_day,
    believable_name,
    believable_title,
    iso_day,
)
from tuireader.compare.documents.xml_trees import parse_xml

_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OPEN}office:1.0": "office",
    f"{_OPEN}text:1.0": "text",
    f"{_OPEN}table:1.0": "table",
    f"{_OPEN}drawing:1.0": "draw",
    f"{_OPEN}style:1.0": "style",
    f"{_OPEN}xsl-fo-compatible:1.0": "fo",
    f"{_OPEN}svg-compatible:1.0": "svg",
    f"{_OPEN}meta:1.0": "meta",
    f"{_OPEN}manifest:1.0": "manifest",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def read(data: bytes, source: str) -> Draft:
    """Read an OpenDocument text; headers, footers, notes, comments, deleted text are left out.

    Raises:
        DocumentError: It is locked, no text document, damaged, hostile, or holds no text.
    """
    archive = open_archive(data, source)
    manifest = _tree(archive, "META-INF/manifest.xml")
    if archive.has("encrypted-package") or (
        manifest is not None and manifest.find(".//manifest|encryption-data") is not None
    ):
        raise locked(source)
    content = _tree(archive, "content.xml")
    body = None if content is None else content.find("office|body/office|text")
    if content is None or body is None:
        problem = "it is an OpenDocument file, but holds no text of LibreOffice Writer"
        raise trouble(source, problem, "give a text document (ODT), or save its text as a file")
    styles = Styles.of(_tree(archive, "styles.xml"), content)
    return draft_of(passages_of_body(body, styles), _properties(_tree(archive, "meta.xml")))


def _tree(archive: Archive, name: str) -> Element | None:
    data = archive.read(name)
    return parse_xml(data, _PREFIXES, source=archive.source, part=name) if data else None


def _properties(tree: Element | None) -> Properties:
    meta = None if tree is None else tree.find("office|meta")
    if meta is None:
        return Properties()
    fields = {field.tag: field.text or "" for field in meta}
    return Properties(
        title=believable_title(fields.get("dc|title")),
        author=believable_name(fields.get("meta|initial-creator") or fields.get("dc|creator")),
        publisher=believable_name(fields.get("dc|publisher")),
        date=believable_day(
            iso_day(fields.get("meta|creation-date")), iso_day(fields.get("dc|date"))
        ),
    )
