"""Where the content of Markdown's tokens stands in the lines that they were parsed from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from tuireader.compare.documents.placed import Run
from tuireader.compare.ready import compiled

# What stands before a row inside a quotation or a list.
_CONTAINERS = compiled(r"[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*")


class SourceLines:
    """The lines of a Markdown body, numbered as the parser numbers them, from 0."""

    def __init__(self, text: str, body: int) -> None:
        self._text = text
        self._starts = [body]
        while (end := text.find("\n", self._starts[-1])) >= 0:
            self._starts.append(end + 1)

    def start(self, number: int) -> int:
        """The place of a line's first character; after the last line, the end of the text."""
        return self._starts[number] if number < len(self._starts) else len(self._text)

    def line(self, number: int) -> str:
        """A line without its break."""
        return self._text[self.start(number) : self.start(number + 1)].removesuffix("\n")

    def part(self, first: int, last: int) -> str:
        """The lines from `first` to before `last`, breaks included."""
        return self._text[self.start(first) : self.start(last)]

    def words(self, words: str, number: int) -> list[Run]:
        """The place of `words` where they end a line, or nothing where they do not."""
        line = self.line(number).rstrip()
        if not words or not line.endswith(words):
            return []
        return [(0, self.start(number) + len(line) - len(words), len(words))]

    def content(self, token: Token, marks: str) -> list[Run]:
        """Places of a block's content.

        Args:
            token: The inline token: each line of its content ends a line of the source, but for
                the blanks at its edges.
            marks: The "##" of a heading, which stand before its content and may stand behind.
        """
        runs: list[Run] = []
        start = 0
        for number, line in enumerate(token.content.split("\n"), token.map[0] if token.map else 0):
            words = line.strip()
            margin = len(line) - len(line.lstrip())
            if marks.startswith("#"):
                placed = self._after_marks(words, number, marks)
            else:
                placed = self.words(words, number)
            runs.extend((start + margin, place, length) for _, place, length in placed)
            start += len(line)
            end = self.start(number) + len(self.line(number))
            runs.append((start, end, 1))
            start += 1
        return runs

    def cells(
        self, cells: Sequence[Token], number: int, *, contained: bool
    ) -> Iterator[tuple[Token, list[Run]]]:
        """The cells of a table's row, none of them empty, each with its places.

        They stand in the row in their order, with nothing but bars and blanks between; the
        backslash of an escaped bar is not in their content.
        """
        line, start = self.line(number), self.start(number)
        container = _CONTAINERS.match(line) if contained else None
        cursor = container.end() if container else 0
        for cell in cells:
            written = cell.content.replace("|", "\\|")
            place = line.find(written, cursor)
            runs: list[Run] = []
            if place >= 0:
                cursor = place + len(written)
                length = 0
                for piece in _bars_first(cell.content):
                    runs.append((length, start + place, len(piece)))
                    length += len(piece)
                    place += len(piece) + 1
            yield cell, runs

    def _after_marks(self, words: str, number: int, marks: str) -> list[Run]:
        line = self.line(number)
        place = line.find(words, line.find(marks) + len(marks))
        return [(0, self.start(number) + place, len(words))] if place >= 0 else []


def _bars_first(content: str) -> list[str]:
    """A content cut before each bar: between two pieces the source has a backslash."""
    first, *rest = content.split("|")
    return [first, *("|" + piece for piece in rest)]
