"""The inside of a Markdown paragraph as readable text, each character with its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from tuireader.compare.documents.cleaning import clean
from tuireader.compare.documents.placed import TextBuilder

BREAK = "\n"
"""Stands in the text for a hard line break."""

_SLACK = 64
_END = "tuireader_end"
_Rule = Callable[[StateInline, bool], bool]


def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough, whose links and images tell where they end.

    Escapes and entities stay tokens of their own, since they are longer in the source.
    """
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.core.ruler.disable("text_join")
    markdown.inline.ruler.at("link", _marking(link))
    markdown.inline.ruler.at("image", _marking(image))
    return markdown


def _marking(rule: _Rule) -> _Rule:
    def marked(state: StateInline, silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta[_END] = state.pos
        return found

    return marked


class InlineText(TextBuilder):
    """Readable text built from inline tokens; places are places in the paragraph's content."""

    def __init__(self, children: Sequence[Token], content: str) -> None:
        super().__init__()
        self._content = content
        self._cursor = 0
        self._in_address = False
        self._walk(children)

    def _walk(self, children: Sequence[Token]) -> None:
        for token in children:
            if token.type == "text":
                self._text(token.content)
            elif token.type == "text_special":
                self._special(token)
            elif token.type in ("softbreak", "hardbreak"):
                self._line_break(" " if token.type == "softbreak" else BREAK)
            elif token.type == "code_inline":
                self._code(token)
            elif token.type == "html_inline":
                self._tag(token.content)
            elif token.type == "image":
                self._image(token)
            elif token.type in ("link_open", "link_close"):
                self._link(token)
            else:
                self._cursor += len(token.markup)

    def _text(self, text: str) -> None:
        if self._in_address:
            # The parser decodes percent signs here; the source is what was written.
            text = self._content[self._cursor : self._content.index(">", self._cursor)]
        if not text:
            return
        place = self._cursor
        if not self._content.startswith(text, place):
            place = self._content.find(text, place, place + len(text) + _SLACK)
        if place < 0:
            self.add(text)
        else:
            self.take(text, place)
            self._cursor = place + len(text)

    def _special(self, token: Token) -> None:
        if token.markup.startswith("\\"):
            self.take(token.content, self._cursor + len(token.markup) - len(token.content))
        else:
            # An entity can name any character, also one that must not reach a terminal.
            self.add(clean(token.content)[0].replace("\n", " ").replace("\t", " "))
        self._cursor += len(token.markup)

    def _line_break(self, mark: str) -> None:
        place = self._content.index("\n", self._cursor)
        self.take(mark, place)
        end = place + 1
        while self._content[end : end + 1] in (" ", "\t"):
            end += 1
        self._cursor = end

    def _code(self, token: Token) -> None:
        start = self._cursor + len(token.markup)
        text = token.content
        padding = self._content[start : start + len(text)].replace("\n", " ") != text
        self.take(text, start + padding)
        self._cursor = start + len(text) + 2 * padding + len(token.markup)

    def _tag(self, tag: str) -> None:
        if tag[1:].lower().startswith("br") and not tag[3:4].isalnum():
            self.add(BREAK)
        self._cursor += len(tag)

    def _image(self, token: Token) -> None:
        inner = InlineText(token.children or [], token.content)
        start = self._cursor + len("![")
        self.append(inner.text, [(at, start + place, n) for at, place, n in inner.runs])
        self._cursor = token.meta[_END]

    def _link(self, token: Token) -> None:
        opens = token.type == "link_open"
        if token.markup == "autolink":
            self._in_address = opens
            self._cursor += 1
        else:
            self._cursor = self._cursor + 1 if opens else token.meta[_END]
