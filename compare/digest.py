"""SHA-256 of short texts without OpenSSL, which takes longer to load than a short text to compare.

`hashlib` always loads it. Python has the same digest in a module of its own, made for builds
without OpenSSL, under another name from 3.12 on; where neither is there, `hashlib` it is.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

_OWN = ("_sha2", "_sha256")
# Bytes from which OpenSSL, seven times as fast, has made up for being loaded.
_LONG = 1 << 20


def sha256_of(text: str) -> str:
    """The digest of a text in UTF-8, as hexadecimal digits; lone surrogates count as they are."""
    data = text.encode("utf-8", "surrogatepass")
    module = import_module("hashlib") if len(data) >= _LONG else _own()
    digest: str = module.sha256(data).hexdigest()
    return digest


@cache
def _own() -> Any:  # noqa: ANN401 - a module
    for name in _OWN:
        with suppress(ImportError):
            return import_module(name)
    return import_module("hashlib")
