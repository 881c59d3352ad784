"""What a web server says instead of giving a page, in words."""

from __future__ import annotations

from tuireader.compare.documents.errors import Unreadable

_SAVE = "open it in a browser, save the page and give that"
_SAID = {
    401: ("asks to log in", f"log in with a browser: {_SAVE}"),
    402: ("asks to be paid", _SAVE),
    403: ("refuses to give it to a program", _SAVE),
    404: ("has no such page", "check the address"),
    406: ("refuses to give it to a program", _SAVE),
    407: ("asks to log in at a proxy", _SAVE),
    410: ("says that the page is gone", "look for it in a web archive"),
    429: ("is asked too often", "wait a while, then try again"),
    451: ("may not show it for legal reasons", "look for it elsewhere"),
}


def refuse_status(status: int) -> None:
    """Refuse every answer but one with a page.

    Raises:
        Unreadable: It has none.
    """
    if status in (200, 203):
        return
    said, remedy = _SAID.get(status, ("", ""))
    if not said and status >= 500:
        said, remedy = "has trouble of its own", "try again later"
    elif not said:
        said, remedy = "gives no page", "check the address"
    raise Unreadable(f"the server {said} (answer {status})", remedy)
