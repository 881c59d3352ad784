"""Regular expressions looked for in a process of their own, which can be ended.

Python's `re` can't be interrupted, holds all threads up while it matches, and may take for ever:
`(a+)+b` in a row of thirty letters does. No check of the expression tells all such from the others,
so each is given a process and a second. Starting one takes about 20 ms.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

from tuireader.compare.model import Span
from tuireader.tui.finding.search import LIMIT, Hits, Query, SearchError

PATIENCE = 1.0  # seconds

# Reads a line of JSON (expression, flags, limit, bytes of each text), then the texts; writes the
# places. It runs without site-packages and this package, so that it starts at once.
_CHILD = """
import json, re, sys
source, flags, limit, sizes = json.loads(sys.stdin.buffer.readline())
pattern = re.compile(source, flags)
found = []
for size in sizes:
    text = sys.stdin.buffer.read(size).decode("utf-8", "surrogatepass")
    spans = []
    for match in pattern.finditer(text):
        if match.end() > match.start():
            spans.append(match.span())
            if len(spans) == limit:
                break
    found.append(spans)
json.dump(found, sys.stdout)
"""


class Finding:
    """One search for an expression in some texts.

    Args:
        query: What to look for; its expression is sound.
        texts: Where.
        patience: Seconds after which it is given up.
    """

    def __init__(self, query: Query, texts: Sequence[str], patience: float = PATIENCE) -> None:
        self._query = query
        self._texts = texts
        self._patience = patience
        self._stopped = False
        self._process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """End the search; `run` then finds nothing."""
        self._stopped = True
        if self._process:
            with suppress(OSError):
                self._process.kill()

    def run(self) -> list[Hits]:
        """The places in each text; called in a thread.

        Raises:
            SearchError: It took too long, or could not be done.
        """
        texts = [text.encode("utf-8", "surrogatepass") for text in self._texts]
        pattern = self._query.pattern
        head = json.dumps([pattern.pattern, pattern.flags, LIMIT, [len(text) for text in texts]])
        answer = self._ask(b"".join([head.encode(), b"\n", *texts]))
        return [Hits(Span(*place) for place in places) for places in answer]

    def _ask(self, question: bytes) -> list[list[tuple[int, int]]]:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very Python
                [sys.executable, "-I", "-S", "-c", _CHILD],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise SearchError(f"expressions can't be looked for here: {error.strerror}") from error
        with self._process as process:
            if self._stopped:  # before there was a process
                process.kill()
            try:
                answer, _ = process.communicate(question, timeout=self._patience)
                found: list[list[tuple[int, int]]] = json.loads(answer)
            except subprocess.TimeoutExpired as error:
                raise SearchError(
                    f"the expression took longer than {self._patience:g} s; make it simpler"
                ) from error
            except ValueError as error:
                word = "stopped" if self._stopped else "the search broke down; try another way"
                raise SearchError(word) from error
            finally:
                process.kill()
        return found
