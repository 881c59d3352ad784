"""What a command must not import: each of these costs more than the command itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN = ("textual", "rich", "tuireader.tui", "platformdirs")
ENGINE = ("rapidfuzz", "markdown_it", "tuireader.compare.pipeline", "tuireader.compare.model")
NEVER = ("pydantic", "numpy", "asyncio")

PROBE = """
import io, json, sys
sys.stdout = io.StringIO()
from tuireader.cli.run import run
run({arguments!r})
json.dump(sorted(sys.modules), sys.__stdout__)
"""


def modules_after(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("arguments", "banned"),
    [
        (["--help"], SCREEN + ENGINE + NEVER),
        (["--version"], SCREEN + ENGINE + NEVER),
        (["compare", "--help"], SCREEN + ENGINE + NEVER),
        (["completion", "words", "--", "compare", "--format", ""], SCREEN + ENGINE + NEVER),
        (["completion", "words", "--", "compare", "--theme", ""], SCREEN + ENGINE + NEVER),
        (["themes"], ("textual", "rich", *ENGINE, *NEVER)),
        (["compare", "{a}", "{a}", "--format", "json"], (*SCREEN, "markdown_it", *NEVER)),
        (["compare", "{a}", "{a}"], (*SCREEN, "markdown_it", *NEVER)),
    ],
)
def test_a_command_imports_only_what_it_needs(
    tmp_path: Path, arguments: list[str], banned: tuple[str, ...]
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The bridge over the Senn fell on 3 May.")
    given = [argument.format(a=source) for argument in arguments]
    modules = modules_after(PROBE.format(arguments=given))
    assert "tuireader.cli.app" in modules
    assert modules.isdisjoint(banned), sorted(modules & set(banned))


READING = """
import sys
import tuireader.cli.reader, tuireader.cli.settings, tuireader.tui.app
from tuireader.tui.opening.request import Request
tuireader.cli.settings.gather()
tuireader.tui.app.ReaderApp(None, None, print, reading=Request({a!r}, {a!r}).read())
print(repr(sorted(sys.modules)).replace("'", '"'))
"""


def test_the_texts_are_on_the_screen_before_the_engine_is_loaded(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The bridge over the Senn fell on 3 May.")
    modules = modules_after(READING.format(a=str(source)))
    engine = ("claims", "align", "judge", "lenses", "lexicon", "pipeline", "report.text")
    banned = {f"tuireader.compare.{part}" for part in engine}
    banned |= {"tuireader.apart", "tuireader.engine", "multiprocessing"}
    banned |= {"tuireader.api", "tuireader.compare.documents.split", "rapidfuzz", "markdown_it"}
    banned |= {"tuireader.compare.values", "tuireader.tui.keynames", "json.decoder"}
    banned |= {f"tuireader.tui.finding.{part}" for part in ("jumping", "worker")}
    assert "tuireader.tui.screens.reader" in modules
    assert modules.isdisjoint(banned), sorted(modules & banned)


NOUNS = """
import dataclasses, json, sys
made, make = [], dataclasses._process_class
def process(cls, *rest):
    made.append(cls.__module__)
    return make(cls, *rest)
dataclasses._process_class = process
"""


@pytest.mark.parametrize(
    ("code", "most"),
    [
        (READING.partition("print(repr")[0], 0),
        ("from tuireader import api; api.compare_texts('It fell.', 'It rose.')", 12),
    ],
)
def test_beyond_the_model_hardly_a_noun_is_a_dataclass(
    tmp_path: Path, code: str, most: int
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The bridge over the Senn fell on 3 May.")
    tell = "json.dump([each for each in made if each.startswith('tuireader')], sys.stdout)"
    done = subprocess.run(
        [sys.executable, "-c", f"{NOUNS}{code.format(a=str(source))}\n{tell}"],
        capture_output=True,
        check=True,
    )
    shared = {"tuireader.compare.model", "tuireader.compare.values"}
    found = [each for each in json.loads(done.stdout) if each not in shared]
    assert len(found) <= most, found


def test_importing_the_package_imports_nothing_of_it() -> None:
    modules = modules_after(
        "import json, sys, tuireader; json.dump(sorted(sys.modules), sys.stdout)"
    )
    assert {name for name in modules if name.startswith("tuireader")} == {"tuireader"}
