"""The web server of `tuireader serve`: textual-serve's, closed to other sites and without logs."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Callable
from socket import socket
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

LOOPBACK = ("127.0.0.1", "::1", "localhost")
PATIENCE = 3.0  # seconds for the visits to end
_NO_STRANGERS = (
    "default-src 'self' data:; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self' ws://{host}; frame-ancestors 'none'"
)


class ReaderServer(Server):
    """Serves one comparison; each visit has a process of its own.

    A page of any other site may open a connection to this machine in the user's browser, and read
    what comes: so a visit must come from the page that is served here, under a name that is known.

    Args:
        command: What a visit runs, quoted for the shell.
        host: Where the socket listens.
        port: The port of the socket.
    """

    def __init__(self, command: str, host: str, port: int) -> None:
        self._is_open = host not in LOOPBACK
        shown = f"[{host}]" if ":" in host else host
        super().__init__(command, shown, port, "tuireader", public_url=f"http://{shown}:{port}")
        self._visits: weakref.WeakSet[asyncio.Task[Any]] = weakref.WeakSet()
        self._tell: Callable[[str], object] = print

    def run(self, listener: socket, tell: Callable[[str], object]) -> None:
        """Serve until ctrl+c or SIGTERM.

        Args:
            listener: The socket.
            tell: Called with the address once it answers.
        """
        self._tell = tell
        web.run_app(
            self._make_app(),
            sock=listener,
            print=None,
            access_log=None,
            shutdown_timeout=PATIENCE,
        )

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002
        """Tell the address, and nothing else."""
        self._tell(f"{self.public_url}/")

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """End the visits, and the processes of them."""
        visits = [visit for visit in self._visits if not visit.done()]
        for visit in visits:
            visit.cancel()
        await asyncio.wait(visits, timeout=PATIENCE) if visits else None

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, with addresses of the name that it was asked for by."""
        self._check_name(request)
        self.public_url = f"http://{request.host}"
        response: web.StreamResponse = await super().handle_index(request)
        # textual-serve's page asks Google for a font: nobody else is to hear of a visit.
        response.headers["Content-Security-Policy"] = _NO_STRANGERS.format(host=request.host)
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A visit."""
        self._check_name(request)
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Another site can't read here.")
        task = asyncio.current_task()
        if task:
            self._visits.add(task)
        return await super().handle_websocket(request)

    def _check_name(self, request: web.Request) -> None:
        """Where only this machine is to read, refuse names that an outsider has given it."""
        name = urlsplit(f"http://{request.host}").hostname
        if not self._is_open and name not in LOOPBACK:
            raise web.HTTPForbidden(text="This address is not served.")
