from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tuireader.tui import paths

FOLDERS = [
    ("CONFIG", paths.config_folder),
    ("DATA", paths.data_folder),
    ("STATE", paths.state_folder),
]


@pytest.mark.parametrize(("name", "folder"), FOLDERS)
def test_our_own_variable_comes_first(name, folder, tmp_path):
    variable = f"TUIREADER_{name}_DIR"
    assert folder({variable: str(tmp_path)}) == tmp_path
    assert folder({variable: ""}) == folder({})


@pytest.mark.skipif(sys.platform != "linux", reason="where the XDG variables are at home")
@pytest.mark.parametrize(("name", "folder"), FOLDERS)
def test_then_that_of_the_desktop_then_the_usual_one(name, folder, tmp_path, monkeypatch):
    monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path))
    assert folder({}) == tmp_path / "tuireader"
    monkeypatch.delenv(f"XDG_{name}_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder({}).is_relative_to(tmp_path)
    assert folder({}).name == "tuireader"


def test_asking_makes_no_folder(tmp_path, monkeypatch):
    for name, folder in FOLDERS:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
        assert isinstance(folder({}), Path)
    assert not list(tmp_path.iterdir())
