"""`tuireader serve`: the reader in a browser."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from tuireader.cli import options, streams
from tuireader.cli.inputs import CLIPBOARD, STDIN, Inputs
from tuireader.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from socket import socket

LOOPBACK = ("127.0.0.1", "::1", "localhost")

Host = Annotated[
    str,
    typer.Option(
        "--host", metavar="ADDRESS", help="Where to listen; others can reach any but 127.0.0.1."
    ),
]
Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes a free one.")
]


def serve(
    a: options.SideA,
    b: options.SideB = None,
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    at: options.At = None,
    label_a: options.LabelA = None,
    label_b: options.LabelB = None,
    date_a: options.DateA = None,
    date_b: options.DateB = None,
    format_a: options.FormatA = None,
    format_b: options.FormatB = None,
    allow_private: options.AllowPrivate = False,
    lenses: options.Lenses = None,
    theme: options.Theme = None,
    ascii_only: options.Ascii = None,
    watch: options.Watch = None,
) -> int:
    """Read two accounts in a browser, on this machine unless --host says otherwise.

    Prints the address and goes on until ctrl+c. Needs the extra `serve`.
    """
    inputs = Inputs(
        a,
        b,
        at,
        dates=(date_a, date_b),
        labels=(label_a, label_b),
        lenses=lenses or (),
        forms=(format_a, format_b),
        allow_private=allow_private,
    )
    for source, name in ((STDIN, "standard input"), (CLIPBOARD, "the clipboard")):
        if source in (a, b):
            raise Trouble(f"{name} can't be served: every visitor needs it anew; save it in a file")
    try:
        from tuireader.cli.server import ReaderServer  # noqa: PLC0415
    except ImportError as error:
        raise Trouble("serve needs an extra: pip install 'tuireader[serve]'") from error
    inputs.read()
    flags = {"--theme": theme, "--ascii": ascii_only, "--watch": watch}
    with _listen(host, port) as listener:
        server = ReaderServer(_command(inputs, flags), *listener.getsockname()[:2])
        if host not in LOOPBACK:
            streams.narrate(f"tuireader: whoever reaches {host} can read both texts, unencrypted")
        server.run(listener, lambda address: streams.emit(f"{address}\n"))
    return Exit.SAME


def _listen(host: str, port: int) -> socket:
    import socket  # noqa: PLC0415 - quick start

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Trouble(f"can't listen on {host} port {port}: {reason}; try --port 0") from error


def _command(inputs: Inputs, flags: dict[str, str | bool | None]) -> str:
    """What a visit runs, as the system's shell reads it."""
    words = [sys.executable, "-m", "tuireader", "read", *_words(inputs, flags), "--", inputs.a]
    if inputs.b is not None:
        words.append(inputs.b)
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _words(inputs: Inputs, flags: dict[str, str | bool | None]) -> Iterable[str]:
    given: list[tuple[str, object]] = [
        ("--at", inputs.at),
        ("--label-a", inputs.labels[0]),
        ("--label-b", inputs.labels[1]),
        ("--date-a", inputs.dates[0]),
        ("--date-b", inputs.dates[1]),
        ("--format-a", inputs.forms[0]),
        ("--format-b", inputs.forms[1]),
        *(("--lenses", path) for path in inputs.lenses),
        *flags.items(),
    ]
    for name, value in given:
        if isinstance(value, bool):
            yield name if value else f"--no-{name[2:]}"
        elif value is not None:
            yield f"{name}={value}"
    if inputs.allow_private:
        yield "--allow-private"
