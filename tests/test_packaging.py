"""What is installed is what is in the tree."""

from __future__ import annotations

import fnmatch
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import tuireader

ROOT = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SETUPTOOLS: dict[str, Any] = PROJECT["tool"]["setuptools"]
MAPPING: dict[str, str] = SETUPTOOLS["package-dir"]


def folder(package: str) -> Path:
    """Where a package's files lie, by the longest matching entry of package-dir."""
    home = max((name for name in MAPPING if f"{package}.".startswith(f"{name}.")), key=len)
    rest = package[len(home) :].strip(".")
    return ROOT / MAPPING[home] / rest.replace(".", "/")


def packages_in_the_tree() -> set[str]:
    found = set()
    for name, home in MAPPING.items():
        for init in (ROOT / home).rglob("__init__.py"):
            inside = init.parent.relative_to(ROOT / home)
            if name == "tuireader" and inside.parts and inside.parts[0] != "cli":
                continue  # the links to the folders beside it
            found.add(".".join((name, *inside.parts)))
    return found


def shipped_data() -> set[str]:
    """Every tracked file in a package that is no Python."""
    call = ["git", "ls-files", "--cached", "--", *sorted(set(MAPPING.values()))]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    files = {path for path in done.stdout.splitlines() if (ROOT / path).is_file()}
    return {path for path in files if not path.endswith(".py")}


def test_every_folder_with_an_init_is_a_package() -> None:
    named = SETUPTOOLS["packages"]
    assert set(named) == packages_in_the_tree()
    assert named == sorted(named)


def test_every_data_file_is_shipped() -> None:
    patterns = SETUPTOOLS["package-data"]["*"]
    homes = {folder(package) for package in SETUPTOOLS["packages"]}
    missed = [
        path
        for path in shipped_data()
        if (ROOT / path).parent not in homes
        or not any(fnmatch.fnmatch(Path(path).name, pattern) for pattern in patterns)
    ]
    assert missed == []


def test_the_version_is_told_once() -> None:
    assert tuireader.__version__ == PROJECT["project"]["version"]


@pytest.mark.skipif(
    sys.platform == "win32", reason="the links of a checkout without developer mode"
)
def test_the_links_lead_to_the_folders() -> None:
    for name, home in MAPPING.items():
        if name != "tuireader":
            link = ROOT / "tuireader" / name.removeprefix("tuireader.")
            assert link.resolve() == ROOT / home


def test_the_wheel_holds_each_package_once_and_its_data(tmp_path: Path) -> None:
    backend = pytest.importorskip("setuptools", minversion="77")
    assert backend
    source = tmp_path / "source"
    call = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    for path in filter(None, done.stdout.split("\0")):
        if (ROOT / path).is_file() and not (ROOT / path).is_symlink():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            (source / path).write_bytes((ROOT / path).read_bytes())
    build = (
        "from setuptools import build_meta; import sys; print(build_meta.build_wheel(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=source, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert len(names) == len(set(names))
    for package in SETUPTOOLS["packages"]:
        assert f"{package.replace('.', '/')}/__init__.py" in names
    for path in shipped_data():
        assert (path if path.startswith("tuireader/") else f"tuireader/{path}") in names
    assert all(name.startswith("tuireader") for name in names)
    assert any(name.endswith(".data/data/share/man/man1/tuireader.1") for name in names)
