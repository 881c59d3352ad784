from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tuireader.cli.manual import page
from tuireader.cli.outline import outline

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "tuireader.1"


def test_the_manual_page_is_that_of_this_command_line() -> None:
    made_by = "python -m tuireader.cli.manual > docs/tuireader.1"
    assert FILE.read_text("utf-8") == page(), f"make it anew: {made_by}"


def test_every_command_and_option_is_in_it() -> None:
    plain = page().replace("\\-", "-")
    for command in outline().walk():
        assert command.path[-1] in plain.lower()
        assert command.help, f"{command.path} has no help"
        for parameter in command.parameters:
            assert all(name in plain for name in parameter.names)


def test_no_line_of_text_is_taken_for_a_request() -> None:
    requests = {line.split()[0] for line in page().splitlines() if re.match("[.']", line)}
    assert requests <= {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I", ".br", ".nf", ".fi"}


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff")
def test_groff_has_nothing_to_complain_of() -> None:
    call = ["groff", "-man", "-Tutf8", "-ww", str(FILE)]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "tuireader compare" in done.stdout
