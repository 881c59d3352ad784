"""Which settings the reader gets, from options, variables and files; what of them is refused."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from tuireader.cli import compare, demo, reader, review
from tuireader.compare import lenses
from tuireader.themes.loader import bundled_names
from tuireader.tui import app as tui

Run = Callable[..., CompletedProcess[bytes]]
Pair = tuple[Path, Path]

THEME = (Path(tui.__file__).parents[1] / "themes" / "ink.toml").read_text("utf-8")
LENS = 'id = "bridges"\ntitle = "Bridges"\nabout = "Whether one stands."\nterms = ["bridge"]\n'


class Opened:
    """What the reader was opened with, instead of its screen."""

    def __init__(self) -> None:
        self.settings: dict[str, Any] = {}
        self.lenses: list[Path] = []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opened:
    seen = Opened()

    class Recording(tui.ReaderApp):
        def __init__(self, *sides: Any, **settings: Any) -> None:
            seen.settings = settings
            super().__init__(*sides, **settings)

    load = lenses.load_lenses

    def loading(paths: Any = ()) -> Any:
        seen.lenses = [Path(path) for path in paths]
        return load(paths)

    monkeypatch.setattr(tui, "ReaderApp", Recording)
    monkeypatch.setattr(tui, "run", lambda app: 0)
    monkeypatch.setattr(lenses, "load_lenses", loading)
    monkeypatch.setattr(reader, "take_keyboard", lambda: None)
    # All that take it by name: one imported while it is patched would keep the patch.
    for module in (compare, demo, reader, review):
        monkeypatch.setattr(module, "can_open", lambda inputs=None: True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    return seen


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def config(tmp_path: Path) -> dict[str, str]:
    """The variable that names the folder in which the tests write the user's file."""
    return {"TUIREADER_CONFIG_DIR": str(tmp_path / "config")}


@pytest.mark.parametrize(
    ("user", "project", "variables", "options", "setting", "value"),
    [
        ("", "", {}, [], "ascii_only", False),
        ("ascii = true", "", {}, [], "ascii_only", True),
        ("ascii = true", "ascii = false", {}, [], "ascii_only", False),
        ("", "ascii = true", {"TUIREADER_ASCII": "0"}, [], "ascii_only", False),
        ("", "ascii = false", {"TUIREADER_ASCII": "1"}, [], "ascii_only", True),
        ("ascii = true", "", {"TUIREADER_ASCII": "1"}, ["--no-ascii"], "ascii_only", False),
        ("", "", {"TUIREADER_ASCII": "0"}, ["--ascii"], "ascii_only", True),
        ('theme = "dusk"', "", {}, [], "usual_theme", "dusk"),
        ('theme = "dusk"', 'theme = "paper"', {}, [], "usual_theme", "paper"),
        ('theme = "dusk"', "", {"TUIREADER_THEME": "paper"}, [], "theme", "paper"),
        ("", "", {"TUIREADER_THEME": "paper"}, ["--theme", "dusk"], "theme", "dusk"),
        ("link = false", "", {}, [], "linked", False),
        ("link = false", "", {"TUIREADER_LINK": "1"}, [], "linked", True),
        ('[keys]\nreader.quit = "x"', "", {}, [], "keymap", {"reader.quit": "x"}),
        ("state = false", "", {}, [], "shelf", None),
        ("", "", {"TUIREADER_STATE": "0"}, [], "shelf", None),
        ("", "", {}, [], "watch", True),
        ("watch = false", "", {}, [], "watch", False),
        ("watch = true", "", {"TUIREADER_WATCH": "0"}, [], "watch", False),
        ("", "", {"TUIREADER_WATCH": "0"}, ["--watch"], "watch", True),
        ("", "", {"TUIREADER_WATCH": "1"}, ["--no-watch"], "watch", False),
    ],
)
@pytest.mark.parametrize("command", ["read", "compare"])
def test_options_before_variables_before_the_projects_file_before_the_users(
    run: Run,
    pair: Pair,
    tmp_path: Path,
    opened: Opened,
    config: dict[str, str],
    command: str,
    user: str,
    project: str,
    variables: dict[str, str],
    options: list[str],
    setting: str,
    value: object,
) -> None:
    write(tmp_path / "config" / "config.toml", user)
    write(tmp_path / ".tuireader.toml", project)
    done = run(command, *pair, *options, **config, **variables)
    assert (done.returncode, done.stderr) == (0, b"")
    assert opened.settings[setting] == value


def test_lenses_from_option_variable_and_file(
    run: Run, pair: Pair, tmp_path: Path, opened: Opened, config: dict[str, str]
) -> None:
    write(tmp_path / "config" / "config.toml", 'lenses = ["user.toml"]')
    files = [write(tmp_path / name / "user.toml", LENS) for name in ("config", "v", "o")]
    variable = {"TUIREADER_LENSES": str(files[1])}
    for given, found in (
        (((), {}), files[0]),
        (((), variable), files[1]),
        ((("--lenses", files[2]), variable), files[2]),
    ):
        options, variables = given
        done = run("read", *pair, *options, **config, **variables)
        assert (done.returncode, done.stderr, opened.lenses) == (0, b"", [found])


@pytest.mark.skipif(sys.platform != "linux", reason="where the XDG variables are at home")
def test_the_folder_of_the_desktop_is_looked_into(
    run: Run, pair: Pair, tmp_path: Path, opened: Opened
) -> None:
    write(tmp_path / "xdg" / "tuireader" / "config.toml", 'theme = "dusk"')
    assert run("read", *pair).returncode == 0
    assert opened.settings["usual_theme"] == "dusk"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('them = "ink"', "there is no setting 'them'; did you mean 'theme'?"),
        ('theme = "nonesuch"', "theme: no theme is called 'nonesuch'; there are ink, "),
        ('ascii = "yes"', "ascii must be true or false"),
        ('[keys]\nreader.next-pare = "x"', "did you mean 'reader.next-pair'?"),
        ("theme = ", "not TOML: "),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(
    run: Run,
    pair: Pair,
    tmp_path: Path,
    opened: Opened,
    config: dict[str, str],
    text: str,
    complaint: str,
) -> None:
    file = write(tmp_path / "config" / "config.toml", text)
    done = run("compare", *pair, **config)
    line = done.stderr.decode()
    assert (done.returncode, done.stdout, opened.settings) == (2, b"", {})
    assert line.startswith(f"tuireader: {file}: ")
    assert complaint in line
    assert line.count("\n") == 1


def test_a_lens_file_of_the_settings_that_is_missing_is_told(
    run: Run, pair: Pair, tmp_path: Path, opened: Opened, config: dict[str, str]
) -> None:
    write(tmp_path / "config" / "config.toml", 'lenses = ["gone.toml"]')
    done = run("compare", *pair, **config)
    assert done.returncode == 2
    assert str(tmp_path / "config" / "gone.toml").encode() in done.stderr


def test_ones_own_themes_are_offered_and_a_broken_one_is_told(
    run: Run, pair: Pair, tmp_path: Path, opened: Opened, config: dict[str, str]
) -> None:
    folder = tmp_path / "config" / "themes"
    write(folder / "mine.toml", THEME.replace('name = "ink"', 'name = "mine"'))
    broken = write(folder / "broken.toml", 'name = "broken"')
    write(tmp_path / "config" / "config.toml", 'theme = "mine"')
    done = run("compare", *pair, **config)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [theme.name for theme in opened.settings["themes"]] == ["mine"]
    (notice,) = opened.settings["notices"]
    assert notice.startswith(f"{broken}: ")
    assert run("compare", *pair, "--theme", "mine", **config).returncode == 0
    done = run("compare", *pair, "--theme", "broken", **config)
    assert done.returncode == 2
    assert f"there are {', '.join(bundled_names())}, mine".encode() in done.stderr


def test_a_pair_is_remembered_and_the_demo_is_not(
    run: Run, pair: Pair, tmp_path: Path, opened: Opened, config: dict[str, str]
) -> None:
    folder = {**config, "TUIREADER_STATE_DIR": str(tmp_path / "state")}
    assert run("compare", *pair, **folder).returncode == 0
    assert opened.settings["shelf"].folder == tmp_path / "state"
    assert run("demo", **folder).returncode == 0
    assert opened.settings["shelf"] is None
    assert opened.settings["watch"] is False
    assert run(**folder).returncode == 0
    assert opened.settings["shelf"].folder == tmp_path / "state"
    assert opened.settings["reading"] is None


def test_a_printed_form_reads_no_settings_file(
    run: Run, pair: Pair, tmp_path: Path, config: dict[str, str]
) -> None:
    write(tmp_path / "config" / "config.toml", "not TOML")
    write(tmp_path / ".tuireader.toml", "not TOML")
    done = run("compare", *pair, "--format", "json", "--exit-zero", **config)
    assert (done.returncode, done.stderr) == (0, b"")
