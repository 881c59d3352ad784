"""Where a text comes from: a file, standard input, the clipboard or the web."""

from __future__ import annotations

from importlib.util import find_spec
from typing import BinaryIO, NamedTuple

from tuireader.compare.documents.errors import CLIPBOARD, Unreadable, trouble
from tuireader.compare.documents.loading import load
from tuireader.compare.ready import compiled

# A letter alone would be a drive of Windows.
_ADDRESS = compiled(r"[A-Za-z][A-Za-z0-9+.-]+://")


class Loaded(NamedTuple):
    """The bytes of a source, and what was said of them.

    Attributes:
        data: The bytes.
        name: What they are called: a path, or the one in the address that they were found at.
        media: Their type, as a web server names it, or "".
        charset: Their encoding, as a web server names it, or "".
    """

    data: bytes
    name: str
    media: str = ""
    charset: str = ""


def open_source(
    source: str, *, stdin: BinaryIO | None = None, allow_private: bool = False
) -> Loaded:
    """Get the bytes of a source.

    Args:
        source: A path, "-", "@clipboard", or an address that begins with http:// or https://. A
            file whose name looks like one of these is named with its folder: "./@clipboard".
        stdin: What to read for "-"; the process's own standard input unless given.
        allow_private: Whether web addresses count that are not of the internet at large.

    Raises:
        DocumentError: There is nothing to read.
    """
    if source == CLIPBOARD:
        # Few runs need what runs other programs.
        from tuireader.compare.documents.clipboard import read_clipboard  # noqa: PLC0415

        return Loaded(read_clipboard(), source)
    if _ADDRESS.match(source):
        return _from_web(source, allow_private=allow_private)
    return Loaded(load(source, stdin=stdin), source)


def _from_web(source: str, *, allow_private: bool) -> Loaded:
    if not (find_spec("urllib3") and find_spec("trafilatura")):
        problem = "web addresses are read by an extra that is not installed"
        remedy = "pip install 'tuireader[web]', or save the page and give that"
        raise trouble(source, problem, remedy)
    # A tenth of a second that only a web address is worth.
    from tuireader.compare.documents.web import Fetcher  # noqa: PLC0415

    try:
        page = Fetcher(allow_private=allow_private).fetch(source)
    except Unreadable as error:
        raise trouble(source, error.problem, error.remedy) from error
    if not page.data:
        raise trouble(source, "the server sends an empty page", "check the address")
    return Loaded(page.data, page.address.path, page.media, page.charset)
