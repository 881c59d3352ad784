"""Fetches a page: within its limits, and from no machine that a page has no business with.

A host is resolved once, all its addresses are checked, and the connection goes to the very address
that was checked, with the name sent along for the certificate and the virtual host. So no second
answer of a name server can lead elsewhere. This is done anew after each redirect. Proxies of the
environment are not used, since through one nobody could check where the connection ends.
"""

from __future__ import annotations

import os
import ssl
import threading
import zlib
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException, IncompleteRead
from typing import TYPE_CHECKING

import certifi
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from tuireader.compare.documents import loading
from tuireader.compare.documents.errors import Unreadable
from tuireader.compare.documents.web.addresses import (
    Resolver,
    WebAddress,
    is_public,
    parse,
    resolve,
)
from tuireader.compare.documents.web.answers import refuse_status

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse  # not in urllib3 1, which may be installed

SECONDS, CONNECT_SECONDS, REDIRECTS = 30.0, 10.0, 10
_REDIRECT = frozenset((301, 302, 303, 307, 308))
_CHUNK = 65536
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; tuireader)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en,*;q=0.5",
    "Connection": "close",
}
_SAVE = "open it in a browser, save the page and give that"


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at an address.

    Attributes:
        data: Its bytes, decompressed.
        address: Where it was found in the end.
        media: Its type as the server names it, in lower case, or "".
        charset: The encoding that the server names, or "".
    """

    data: bytes
    address: WebAddress
    media: str = ""
    charset: str = ""


@dataclass(frozen=True)
class Fetcher:
    """Fetches pages.

    Attributes:
        allow_private: Whether addresses count that are not of the internet at large.
        seconds: For the whole of it, redirects included.
        resolver: Asks for the addresses of a host.
        context: Which certificates are trusted; those of the system and of Mozilla if None.
    """

    allow_private: bool = False
    seconds: float = SECONDS
    resolver: Resolver = resolve
    context: ssl.SSLContext | None = field(default=None, repr=False)

    def fetch(self, source: str) -> Page:
        """Fetch what stands at an address.

        Raises:
            Unreadable: There is nothing, or it is not given, or it would lead where it must not.
        """
        address = parse(source)
        found: list[Page | Exception] = []

        def work() -> None:
            try:
                found.append(self._follow(address))
            except Exception as error:  # noqa: BLE001 - raised again by who waits
                found.append(error)

        # A slow server can keep each single read short of its limit: only the clock outside counts.
        worker = threading.Thread(target=work, daemon=True)
        worker.start()
        worker.join(self.seconds)
        if not found:
            problem = f"it did not come in time, within {self.seconds:g} seconds"
            raise Unreadable(problem, f"try again later, or {_SAVE}")
        if isinstance(found[0], Exception):
            raise found[0]
        return found[0]

    def _follow(self, address: WebAddress) -> Page:
        seen = {address}
        for _ in range(REDIRECTS + 1):
            answer = self._ask(address)
            if isinstance(answer, Page):
                return answer
            address = address.joined(answer)
            if address in seen:
                problem = "it leads in a circle, as sites do that want cookies"
                raise Unreadable(problem, _SAVE)
            seen.add(address)
        raise Unreadable(f"it leads on and on, more than {REDIRECTS} times", _SAVE)

    def _ask(self, address: WebAddress) -> Page | str:
        """The page, or where the answer leads to."""
        error: Exception | None = None
        for number in self._numbers(address):
            pool = self._pool(address, number)
            try:
                response = pool.urlopen(
                    "GET",
                    address.target,
                    headers={**_HEADERS, "Host": address.authority},
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    decode_content=False,
                )
                try:
                    return _read(response, address)
                finally:
                    response.close()
            except (HTTPError, HTTPException, OSError) as caught:
                error = caught
                if isinstance(caught, SSLError | ReadTimeoutError):
                    break
            finally:
                pool.close()
        raise _explained(error, address) from error

    def _numbers(self, address: WebAddress) -> list[str]:
        """The addresses of the machine, each of them one that may be connected to."""
        try:
            numbers = self.resolver(address.host, address.port)
        except (OSError, UnicodeError) as error:
            problem = f"there is no host {address.host}, or no network"
            raise Unreadable(problem, "check the address and the connection") from error
        for number in numbers:
            if not self.allow_private and not is_public(number):
                where = number if number == address.host else f"{address.host} ({number})"
                problem = f"{where} is a private address, not one of the internet at large"
                raise Unreadable(problem, "if that is meant, add --allow-private")
        return numbers

    def _pool(self, address: WebAddress, number: str) -> HTTPConnectionPool:
        host = f"[{number}]" if ":" in number else number
        timeout = Timeout(connect=min(CONNECT_SECONDS, self.seconds), read=self.seconds)
        if address.scheme == "http":
            return HTTPConnectionPool(host, address.port, timeout=timeout, retries=False)
        return HTTPSConnectionPool(
            host,
            address.port,
            timeout=timeout,
            retries=False,
            ssl_context=self.context or _trusted(),
            server_hostname=address.host,
            assert_hostname=address.host,
        )


def _trusted() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _read(response: BaseHTTPResponse, address: WebAddress) -> Page | str:
    location = response.headers.get("Location", "")
    if response.status in _REDIRECT and location:
        return location
    refuse_status(response.status)
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length[:20]) > loading.MAX_BYTES:
        raise _too_large()
    head = Message()
    head["Content-Type"] = response.headers.get("Content-Type", "")
    media = head.get_content_type() if response.headers.get("Content-Type") else ""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    return Page(_body(response, encoding), address, media, head.get_content_charset("") or "")


def _body(response: BaseHTTPResponse, encoding: str) -> bytes:
    """The body, decompressed piece by piece, so that no more than the limit is ever unpacked."""
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Unreadable(f"the server packs it in a way that was not asked for ({encoding})", _SAVE)
    unpacker = zlib.decompressobj(47) if encoding not in ("", "identity") else None
    parts: list[bytes] = []
    length = 0
    for chunk in response.stream(_CHUNK, decode_content=False):
        rest = chunk
        while rest:
            part, rest = _unpacked(unpacker, rest)
            parts.append(part)
            length += len(part)
            if length > loading.MAX_BYTES:
                raise _too_large()
    if unpacker is not None and length and not unpacker.eof:
        raise _cut_off()
    return b"".join(parts)


def _unpacked(unpacker: zlib._Decompress | None, packed: bytes) -> tuple[bytes, bytes]:
    """The next piece, and what is still packed."""
    if unpacker is None:
        return packed, b""
    try:
        part = unpacker.decompress(packed, _CHUNK)
    except zlib.error as error:
        raise Unreadable("it came damaged", "try again") from error
    return part, unpacker.unconsumed_tail


def _too_large() -> Unreadable:
    size = loading.MAX_BYTES // (1024 * 1024)
    problem = f"it is larger than {size} MiB, the most that can be read"
    return Unreadable(problem, "save the part that tells of the event, and give that")


def _cut_off() -> Unreadable:
    return Unreadable("it broke off before its end", f"try again, or {_SAVE}")


def _explained(error: Exception | None, address: WebAddress) -> Unreadable:
    if isinstance(error, SSLError | ssl.SSLError):
        reason = getattr(error.args[0] if error.args else error, "verify_message", "") or "TLS"
        problem = f"the connection to {address.host} cannot be trusted ({reason})"
        return Unreadable(problem, f"check the address and the clock, or {_SAVE}")
    if isinstance(error, NewConnectionError):
        return Unreadable(f"{address.host} cannot be reached", _with_proxy_told())
    if isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError):
        return Unreadable(f"{address.host} does not answer in time", f"try again later, or {_SAVE}")
    if isinstance(error, ProtocolError) and isinstance(error.args[-1], IncompleteRead):
        return _cut_off()
    return Unreadable(f"{address.host} gives no answer that can be read", _with_proxy_told())


def _with_proxy_told() -> str:
    remedy = "check the address and the connection"
    if any(name.lower() in ("http_proxy", "https_proxy", "all_proxy") for name in os.environ):
        remedy += f"; proxies are not used: {_SAVE}"
    return remedy
