"""Ends the reader in good order when it is told to from outside: the terminal is given back."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

PATIENCE = 5.0  # seconds for an orderly end; a terminal that is gone may never take the last bytes
_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")


def heed_signals(leave: Callable[[int], object]) -> None:
    """Leave at a signal; called in the loop of the application.

    Args:
        leave: Ends the application with an exit code: 128 and the number of the signal.
    """
    loop = asyncio.get_running_loop()
    for name in _NAMES:
        number = getattr(signal, name, None)
        # Not on Windows, and only the main thread hears of signals.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            if number is not None:
                loop.add_signal_handler(number, partial(_leave, leave, 128 + number))


def _leave(leave: Callable[[int], object], code: int) -> None:
    last = threading.Timer(PATIENCE, os._exit, (code,))
    last.daemon = True
    last.start()  # first, so that it ends even where leaving fails
    leave(code)
