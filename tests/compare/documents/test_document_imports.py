"""Reading one format does not load what only the others need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROBE = """
import json, sys
from tuireader.compare.documents import read_document
from tuireader.compare.model import Side
read_document(sys.argv[1], Side.A)
json.dump(sorted(sys.modules), sys.stdout)
"""
FOREIGN = {"email", "lxml", "pypdfium2", "subprocess", "trafilatura", "xml", "zipfile"}


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_needs_no_reader_of_containers(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("It rained for a week.\n", "utf-8")
    done = subprocess.run([sys.executable, "-c", PROBE, str(path)], capture_output=True, check=True)
    loaded = {module.partition(".")[0] for module in json.loads(done.stdout)}
    assert loaded.isdisjoint(FOREIGN)
