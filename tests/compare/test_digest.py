from __future__ import annotations

import hashlib

import pytest

from tuireader.compare import digest
from tuireader.compare.digest import sha256_of


@pytest.mark.parametrize("text", ["", "abc", "naïve – 日本", "x" * (1 << 20)])
def test_it_is_the_digest_of_the_text(text: str) -> None:
    assert sha256_of(text) == hashlib.sha256(text.encode()).hexdigest()


def test_a_lone_surrogate_counts() -> None:
    assert sha256_of("\ud800") not in {sha256_of(""), sha256_of("?")}


def test_without_the_module_of_python_it_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    digest._own.cache_clear()
    monkeypatch.setattr(digest, "_OWN", ("no_such_module",))
    assert sha256_of("abc") == hashlib.sha256(b"abc").hexdigest()
    digest._own.cache_clear()
