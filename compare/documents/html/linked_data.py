"""What a page says of its article in JSON-LD, the form that search engines ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_LONGEST = 2_000_000
_MOST_NODES = 2000
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Story)$")
_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*\Z")
_FREE = ("false", "no", "0")

_Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The fields of an article, each "" where the page does not give it."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    paid: bool = False


def read_linked_data(scripts: list[str]) -> LinkedData:
    """Read the article among what the scripts describe; an empty one where there is none."""
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    by_id = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _is(node, _ARTICLE)]
    sites = [node for node in nodes if _is(node, re.compile(r"^(?:WebSite|NewsMedia\w*)$"))]
    article: _Node = articles[0] if articles else {}
    page: _Node = next((node for node in nodes if _is(node, re.compile(r"WebPage$"))), {})
    publishers = _names(article.get("publisher"), by_id) or _names(sites, by_id)
    return LinkedData(
        title=_text(article.get("headline")) or _text(article.get("name")),
        author=", ".join(dict.fromkeys(_names(article.get("author"), by_id))),
        publisher=publishers[0] if publishers else "",
        published=_text(article.get("datePublished")) or _text(page.get("datePublished")),
        modified=_text(article.get("dateModified")),
        paid=str(article.get("isAccessibleForFree", True)).lower() in _FREE,
    )


def _parsed(script: str) -> object:
    if len(script) > _LONGEST:
        return None
    try:
        return json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: object) -> Iterator[_Node]:
    """The descriptions at the top and in graphs and lists, the outer ones first."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        found = waiting.pop(0)
        if isinstance(found, list):
            waiting[:0] = found[:_MOST_NODES]
        elif isinstance(found, dict):
            yield found
            waiting += [found[key] for key in ("@graph", "mainEntity") if key in found]


def _is(node: _Node, kind: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(name, str) and kind.search(name)
        for name in (kinds if isinstance(kinds, list) else [kinds])
    )


def _names(value: object, by_id: Mapping[str, _Node]) -> list[str]:
    """The names of people or organisations, given as text, as a description or by its id."""
    found = []
    for one in value[:20] if isinstance(value, list) else [value]:
        name: object = one
        if isinstance(one, dict):
            name = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")
        text = ", ".join(filter(None, map(_text, name))) if isinstance(name, list) else _text(name)
        if text and "://" not in text:
            found.append(text)
    return found


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
