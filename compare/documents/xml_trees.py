"""XML that may be hostile, made into a tree: no document type, no entity, no bottomless nesting."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from tuireader.compare.documents.errors import DocumentError, trouble

MAX_DEPTH = 150
"""Nested tables in text boxes reach a depth of fifty."""

MAX_ELEMENTS = 2_000_000
"""About ten a line of a document full of formatting: more than four thousand pages."""

_AGAIN = "open it in its program and save it anew"


class _RefusedError(Exception):
    """Why the parser stopped."""


class _Parser:
    """Feeds a tree from expat, which tells of a document type before it reads any of it."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._tree = TreeBuilder()
        self._depth = 0
        self._count = 0

    def parse(self, data: bytes) -> Element:
        """The tree of a file; what expat or a limit does not let pass is raised."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._tree.data
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.Parse(data, True)
        return self._tree.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise _RefusedError(f"nests deeper than {MAX_DEPTH} levels")
        if self._count > MAX_ELEMENTS:
            raise _RefusedError(f"has more than {MAX_ELEMENTS:,} elements")
        named = {self._name(name): value for name, value in attributes.items()}
        self._tree.start(self._name(tag), named)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._tree.end(self._name(tag))

    def _name(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            space, _, local = name.rpartition("}")
            prefix = self._prefixes.get(space, "?") if space else ""
            short = self._names[name] = f"{prefix}|{local}" if prefix else local
        return short

    def _refuse(self, *_: object) -> None:
        raise _RefusedError("declares a document type, as no office program does")


def parse_xml(data: bytes, prefixes: Mapping[str, str], *, source: str, part: str) -> Element:
    """Parse one part of an office file.

    Args:
        data: In any encoding that expat knows.
        prefixes: Namespace to prefix: tags and attributes become "w|p"; those of a namespace that
            is not named here become "?|p".
        source: For messages.
        part: For messages.

    Raises:
        DocumentError: It is not well-formed, declares a document type or entities, nests too deep
            or has too many elements.
    """
    try:
        return _Parser(prefixes).parse(data)
    except _RefusedError as refusal:
        remedy = "do not open it unless you trust who sent it"
        raise trouble(source, f"its part {part} {refusal}", remedy) from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _damaged(source, part, error) from error


def _damaged(source: str, part: str, error: Exception) -> DocumentError:
    place = f" (line {error.lineno})" if isinstance(error, expat.ExpatError) else ""
    return trouble(source, f"it is damaged: its part {part} is no XML{place}", _AGAIN)
