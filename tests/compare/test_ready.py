"""Tables, patterns and code are the same when ready as when made anew; made anew when stale."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tuireader.compare import ready
from tuireader.compare.align import scorer

MAKER = """
from tuireader.compare import ready

made = []

@ready.kept()
def forms(name):
    made.append(name)
    text = ready.read(__name__, name + ".txt")
    return {word: frozenset(rest) for word, *rest in map(str.split, text.splitlines())}
"""
ASK = """
import json, sys
sys.path.insert(0, {folder!r})
import maker
found = {{word: sorted(rest) for word, rest in maker.forms("verbs").items()}}
json.dump([maker.made, found], sys.stdout)
"""
PROBE = """
import json, re, sys
made = []
def compiling(text, flags=0, real=re.compile):
    if len(text) < 30:  # not those of tomllib
        made.append(repr(text))
    return real(text, flags)
re.compile = compiling
sys.path.insert(0, {folder!r})
import beside
{more}
from tuireader.compare import ready
word = ready.compiled(r"(?P<word>[a-zé]+)(\\d)?", re.I)
line = ready.compiled(rb"^x+$", re.M)
table = ready.table("beside", "words.toml")
groups = word.groupindex, word.groups, word.flags, word.pattern
json.dump([made, table, word.fullmatch("Été7").groups(), bool(line.search(b"a\\nxx")),
           "tomllib" in sys.modules, repr(groups)], sys.stdout)
"""

DOUBLING = """
import builtins, json, sys
made = []
def compiling(text, name, *rest, real=compile, **more):
    if name == "<ready>":
        made.append(text)
    return real(text, name, *rest, **more)
builtins.compile = compiling
from tuireader.compare import ready
space = {{}}
exec(ready.code("def doubled(number):\\n    return 2 * number"), space)
json.dump([made, space["doubled"](4)], sys.stdout)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "beside.py").write_text("", "utf-8")
    (tmp_path / "words.toml").write_text('sea = ["boat", "Hafen"]\n', "utf-8")
    return tmp_path


def probe(folder: Path, *options: str, code: str = PROBE, more: str = "") -> list[object]:
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, *options, "-c", code.format(folder=str(folder), more=more)],
        env={**kept, "PYTHONPYCACHEPREFIX": str(folder / "cache"), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    found: list[object] = json.loads(done.stdout)
    return found


def kept_file(folder: Path) -> Path:
    (file,) = (folder / "cache").rglob("*.ready")
    return file


def test_the_second_process_neither_compiles_nor_parses(folder: Path) -> None:
    first, second = probe(folder), probe(folder)
    assert len(first[0]) == 2  # type: ignore[arg-type]
    assert first[4] is True
    assert second[0] == []
    assert second[4] is False
    assert [*first[1:4], first[5]] == [*second[1:4], second[5]]


def test_the_second_process_compiles_no_code(folder: Path) -> None:
    first, second = probe(folder, code=DOUBLING), probe(folder, code=DOUBLING)
    assert first == [["def doubled(number):\n    return 2 * number"], 8]
    assert second == [[], 8]


def test_a_changed_table_is_read_anew(folder: Path) -> None:
    probe(folder)
    (folder / "words.toml").write_text('land = ["road"]\n', "utf-8")
    assert probe(folder)[1] == {"land": ["road"]}


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_file_is_replaced(folder: Path, damage: bytes | None) -> None:
    wanted = probe(folder)[1:4]
    file = kept_file(folder)
    file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    assert probe(folder)[1:4] == wanted
    assert probe(folder)[0] == []


def test_what_another_python_has_kept_is_not_used(folder: Path) -> None:
    other = "import sys; sys.version = 'another'"
    probe(folder, more=other)
    assert len(probe(folder)[0]) == 2  # type: ignore[arg-type]


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path) -> None:
    assert probe(folder, "-B")[1:4] == probe(folder)[1:4]
    kept_file(folder).unlink()
    probe(folder, "-B")
    assert not [*(folder / "cache").rglob("*.ready*")]


@pytest.mark.parametrize(
    ("text", "flags", "sample"),
    [
        (r"(?P<year>\d{4})-(?P<month>\d\d)", 0, "on 2024-05-03"),
        (r"^\s*(?:a|b)+?$", re.MULTILINE | re.VERBOSE, "x\n abab"),
        (r"(?<=§)[^\W\d_]{2,}(?!x)", re.IGNORECASE, "§Ärger"),
        (r"(a)|b(?P<c>c)?", 0, "b"),
    ],
)
def test_a_pattern_finds_what_re_finds(text: str, flags: int, sample: str) -> None:
    ours, plain = ready.compiled(text, flags), re.compile(text, flags)
    assert ours == plain
    found, wanted = ours.search(sample), plain.search(sample)
    assert (found and found.groupdict(), found and found.span()) == (
        wanted and wanted.groupdict(),
        wanted and wanted.span(),
    )


def test_a_table_and_a_text_are_those_beside_the_module() -> None:
    name = scorer.__name__
    assert "bias" in ready.table(name, "weights.toml")["first"]
    assert ready.read(name, "weights.toml").startswith("#")
    assert "weights.toml" in ready.names(name, ".toml")


@pytest.fixture
def maker(folder: Path) -> Path:
    (folder / "maker.py").write_text(MAKER, "utf-8")
    (folder / "verbs.txt").write_text("go goes went\nrise rose\n", "utf-8")
    return folder


VERBS = {"go": ["goes", "went"], "rise": ["rose"]}


def test_what_a_function_makes_of_tables_is_made_once(maker: Path) -> None:
    assert probe(maker, code=ASK) == [["verbs"], VERBS]
    assert probe(maker, code=ASK) == [[], VERBS]


def test_it_is_made_anew_when_a_table_or_the_code_has_changed(maker: Path) -> None:
    probe(maker, code=ASK)
    (maker / "verbs.txt").write_text("come came\n", "utf-8")
    assert probe(maker, code=ASK) == [["verbs"], {"come": ["came"]}]
    (maker / "maker.py").write_text(MAKER.replace("rest)", "rest + ['x'])"), "utf-8")
    assert probe(maker, code=ASK) == [["verbs"], {"come": ["came", "x"]}]


def test_it_is_made_anew_where_what_was_kept_is_damaged_or_may_not_be(maker: Path) -> None:
    probe(maker, code=ASK)
    (file,) = (maker / "cache").rglob("*.verbs.ready")
    file.write_bytes(file.read_bytes()[:-5])
    assert probe(maker, "-B", code=ASK) == [["verbs"], VERBS]
    assert probe(maker, "-B", code=ASK) == [["verbs"], VERBS]
