from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.tui.opening.dropping import dropped

NAMES = ["plain.txt", "with space.txt", "it's.txt", "[bold]é漢.txt", "100%.txt"]


@pytest.fixture(params=NAMES)
def file(request, tmp_path: Path) -> Path:
    path = tmp_path / "a folder" / request.param
    path.parent.mkdir()
    path.write_text("x")
    return path


def quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "'\\''") + "'"


def escaped(path: Path) -> str:
    return "".join(
        c if c.isalnum() or c in "/._-%" or ord(c) > 127 else f"\\{c}" for c in str(path)
    )


WRITTEN = [str, quoted, escaped, Path.as_uri, lambda path: f"{path} "]


@pytest.mark.parametrize("write", WRITTEN)
def test_one_path_however_the_terminal_writes_it(file, write):
    assert dropped(write(file)) == [str(file)]


@pytest.mark.parametrize("write", WRITTEN)
@pytest.mark.parametrize("gap", [" ", "\n", "\r\n"])
def test_two_paths(file, write, gap):
    other = file.with_name("other one.txt")
    other.write_text("x")
    assert dropped(f"{write(file)}{gap}{write(other)}\n") == [str(file), str(other)]


def test_web_addresses():
    first, second = "https://example.org/a?b=c%20d", "http://example.org/#x"
    assert dropped(f" {first}\n") == [first]
    assert dropped(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("/nowhere/at all.txt", ["/nowhere/at", "all.txt"]),
        ("/nowhere/a.txt", ["/nowhere/a.txt"]),
        ("'/nowhere/a b.txt'", ["/nowhere/a b.txt"]),
        ("file:///nowhere/a%20b.txt", ["/nowhere/a b.txt"]),
        ("/nowhere/a.txt /nowhere/b.txt", ["/nowhere/a.txt", "/nowhere/b.txt"]),
    ],
)
def test_what_looks_like_a_path_and_leads_nowhere(text, paths):
    assert dropped(text) in (paths, [])
    if " " not in text or "'" in text:
        assert dropped(text) == paths


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "The mill burnt down.", "It's", "a 'b", "\0", "/etc\0", "x" * 30_000,
     "The mill\n\n/etc", "[/]"],
)  # fmt: skip
def test_a_text_is_no_path(text):
    assert dropped(text) == []


def test_a_home_sign_is_the_home(monkeypatch, tmp_path):
    (tmp_path / "a b.txt").write_text("x")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert dropped(r"~/a\ b.txt") == [str(tmp_path / "a b.txt")]
    assert dropped("~/a b.txt") == [str(tmp_path / "a b.txt")]
