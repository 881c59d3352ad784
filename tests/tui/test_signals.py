"""A signal ends the reader, whatever goes wrong with leaving."""

from __future__ import annotations

import subprocess
import sys

import pytest

FAILING = """
import asyncio, os, signal
from tuireader.tui.terminal import signals

def fail(code):
    raise ImportError("the code is gone")

async def main():
    signals.PATIENCE = 0.1
    signals.heed_signals(fail)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
def test_a_signal_ends_a_reader_that_cannot_leave_in_order() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING], capture_output=True, timeout=30, check=False
    )
    assert done.returncode == 143
