"""themes: list, show, check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[bytes]]


def test_ones_own_themes_are_listed_after_the_shipped(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "themes"
    folder.mkdir(parents=True)
    shown = run("themes", "show", "paper").stdout.decode()
    (folder / "mine.toml").write_text(shown.replace('"paper"', '"mine"'))
    (folder / "broken.toml").write_text("name = 3")
    done = run("themes", TUIREADER_CONFIG_DIR=str(tmp_path / "config"))
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == f"mine         light, from {folder}"
    assert b"broken.toml: name must be" in done.stderr


def test_a_theme_is_checked(run: Run, tmp_path: Path) -> None:
    good, faint = tmp_path / "good.toml", tmp_path / "faint.toml"
    shown = run("themes", "show", "paper").stdout.decode()
    good.write_text(shown)
    faint.write_text(shown.replace('muted = "#5f6770"', 'muted = "#b0b0b0"'))
    done = run("themes", "check", good, faint, tmp_path / "missing.toml")
    assert done.returncode == 1
    first, second, *_, last = done.stdout.decode().splitlines()
    assert first == f"{good}: ok"
    assert second == (
        f"{faint}: colors.muted #b0b0b0 on colors.background #fbf9f4 has a contrast of 2.1, "
        "4.5 is wanted"
    )
    assert last == f"{tmp_path / 'missing.toml'}: can't be read: No such file or directory"
    assert run("themes", "check", good).returncode == 0


def test_an_unknown_theme_is_not_shown(run: Run) -> None:
    done = run("themes", "show", "nonesuch")
    assert done.returncode == 2
    assert b"no theme is called 'nonesuch'; there are ink" in done.stderr
