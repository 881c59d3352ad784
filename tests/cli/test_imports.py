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
import json, sys
import tuireader.cli.reader, tuireader.cli.settings, tuireader.tui.app
from tuireader.tui.opening.request import Request
tuireader.cli.settings.gather()
tuireader.tui.app.ReaderApp(None, None, print, reading=Request({a!r}, {a!r}).read())
json.dump(sorted(sys.modules), sys.stdout)
"""


def test_the_texts_are_on_the_screen_before_the_engine_is_loaded(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The bridge over the Senn fell on 3 May.")
    modules = modules_after(READING.format(a=str(source)))
    engine = ("claims", "align", "judge", "lenses", "lexicon", "pipeline", "report.text")
    banned = {f"tuireader.compare.{part}" for part in engine}
    banned |= {"tuireader.api", "tuireader.compare.documents.split", "rapidfuzz", "markdown_it"}
    assert "tuireader.tui.screens.reader" in modules
    assert modules.isdisjoint(banned), sorted(modules & banned)


def test_importing_the_package_imports_nothing_of_it() -> None:
    modules = modules_after(
        "import json, sys, tuireader; json.dump(sorted(sys.modules), sys.stdout)"
    )
    assert {name for name in modules if name.startswith("tuireader")} == {"tuireader"}
