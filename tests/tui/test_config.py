"""The settings files: what they may say, in what order they count, and what mistakes are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tuireader.tui.config import ConfigError, Settings, load_settings, parse, project_files, read
from tuireader.tui.keynames import IDS, keymap

MANUAL = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
FILE = Path("/etc/nowhere/config.toml")


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def load(tmp_path: Path, user: str = "", project: str = "", **environ: str) -> Settings:
    write(tmp_path / "config" / "config.toml", user)
    write(tmp_path / "work" / ".tuireader.toml", project)
    return load_settings(tmp_path / "config", tmp_path / "work", tmp_path, environ)


def test_nothing_is_needed(tmp_path):
    settings = load_settings(tmp_path / "none", tmp_path / "gone" / "too", tmp_path, {})
    assert settings == Settings()
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("user", "project", "environ", "field", "value"),
    [
        ('theme = "ink"', "", {}, "theme", "ink"),
        ('theme = "ink"', 'theme = "paper"', {}, "theme", "paper"),
        ("ascii = true", "", {}, "ascii_only", True),
        ("ascii = true", "ascii = false", {}, "ascii_only", False),
        ("link = false", "", {}, "link", False),
        ("link = false", "", {"TUIREADER_LINK": "1"}, "link", True),
        ("", "link = true", {"TUIREADER_LINK": "Off"}, "link", False),
        ("", "link = false", {"TUIREADER_LINK": ""}, "link", False),
        ("state = true", "state = false", {}, "state", False),
        ("state = false", "", {"TUIREADER_STATE": "yes"}, "state", True),
        ("", "", {"TUIREADER_STATE": "0"}, "state", False),
        ("first-paint = false", "", {}, "first_paint", False),
        ("first-paint = false", "", {"TUIREADER_FIRST_PAINT": "1"}, "first_paint", True),
        (
            '[keys]\nreader.quit = "x"\nreader.why = "e"',
            '[keys]\nreader.quit = "z"',
            {},
            "keys",
            {"reader.quit": "z", "reader.why": "e"},
        ),
    ],
)
def test_the_later_says_more(tmp_path, user, project, environ, field, value):
    assert getattr(load(tmp_path, user, project, **environ), field) == value


def test_it_is_told_where_a_setting_is_from(tmp_path):
    settings = load(tmp_path, 'theme = "ink"\nlink = true', "ascii = true", TUIREADER_LINK="0")
    assert settings.sources == {
        "theme": str(tmp_path / "config" / "config.toml"),
        "ascii": str(tmp_path / "work" / ".tuireader.toml"),
        "link": "TUIREADER_LINK",
    }


def test_paths_start_from_the_folder_of_their_file(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    absolute = tmp_path / "abs.toml"
    lenses = load(tmp_path, f"lenses = ['sub/a.toml', '~/b.toml', '{absolute}']").lenses
    assert lenses == (
        tmp_path / "config" / "sub" / "a.toml",
        tmp_path / "home" / "b.toml",
        absolute,
    )
    assert load(tmp_path, "lenses = ['a.toml']", "lenses = []").lenses == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('them = "ink"', "there is no setting 'them'; did you mean 'theme'?"),
        ("lens = []", "did you mean 'lenses'?"),
        ("zzz = 1", "there are theme, ascii, link, state, watch, first-paint, lenses"),
        ("theme = 3", "theme must be the name of a theme in quotes"),
        ('theme = ""', "theme must be the name of a theme in quotes"),
        ("ascii = 1", "ascii must be true or false"),
        ('link = "yes"', "link must be true or false, without quotes"),
        ("state = []", "state must be true or false"),
        ('lenses = "a.toml"', "lenses must be a list of files"),
        ("lenses = [1]", "lenses must be a list of files"),
        ('lenses = [""]', "lenses must be a list of files"),
        ('keys = "x"', "keys must be a table"),
        ('[keys]\nreader.quitt = "x"', "keys has no command 'reader.quitt'; did you mean"),
        ("theme = ink", "not TOML"),
        ("[keys", "not TOML"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_file_and_key(text, complaint):
    with pytest.raises(ConfigError) as caught:
        parse(text, FILE)
    message = str(caught.value)
    assert message.startswith(f"{FILE}: ")
    assert complaint in message
    assert "\n" not in message


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    file = tmp_path / "config.toml"
    file.write_bytes(b'theme = "\xff"')
    with pytest.raises(ConfigError, match="can't be read: not UTF-8"):
        read(file)
    with pytest.raises(ConfigError, match="can't be read: "):
        read(tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path):
    file = tmp_path / "config.toml"
    file.write_bytes(b'\xef\xbb\xbftheme = "ink"')
    assert read(file) == {"theme": "ink"}


def test_a_variable_that_is_neither_is_told(tmp_path):
    with pytest.raises(ConfigError, match="TUIREADER_LINK must be 1 or 0, not 'maybe'"):
        load(tmp_path, TUIREADER_LINK="maybe")


@pytest.mark.parametrize(
    ("files", "marks", "start", "found"),
    [
        (["w"], [], "home/w", None),
        (["home/w"], [], "home/w", "home/w"),
        (["home/w"], [], "home/w/x/y", "home/w"),
        (["home"], [], "home/w/x", "home"),
        (["home/w", "home/w/x"], [], "home/w/x/y", "home/w/x"),
        (["."], [], "home/w", None),
        (["home"], ["home/w/.git"], "home/w/x", None),
        (["home/w"], ["home/w/.git"], "home/w/x", "home/w"),
        (["srv/w"], [], "srv/w", "srv/w"),
        (["srv/w"], [], "srv/w/x", None),
        (["srv/w"], ["srv/w/.hg"], "srv/w/x", "srv/w"),
    ],
)
def test_the_projects_file_is_sought_up_to_the_root_or_the_home(
    tmp_path, files, marks, start, found
):
    for folder in files:
        write(tmp_path / folder / ".tuireader.toml", "")
    for mark in marks:
        (tmp_path / mark).mkdir(parents=True)
    expected = [] if found is None else [tmp_path / found / ".tuireader.toml"]
    assert project_files(tmp_path / start, tmp_path / "home") == expected


def test_the_example_of_the_manual_loads():
    (example,) = re.findall(r"^```toml\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)
    settings = parse(example, FILE)
    rows = re.findall(r"^\| `(?:\[(\w+)\]|([\w-]+))` \| .* \| .* \|$", MANUAL, re.MULTILINE)
    documented = {table or key for table, key in rows}
    assert (
        settings.keys()
        == documented
        == {"theme", "ascii", "link", "state", "watch", "first-paint", "lenses", "reviewer", "keys"}
    )


def test_the_commands_of_the_manual_are_those_there_are():
    rows = re.findall(r"^\| `([a-z]+\.[a-z-]+)` \| (.+?) \| ", MANUAL, re.MULTILINE)
    usual = {identity: re.findall("`(.+?)`", keys) for identity, keys in rows}
    assert keymap(usual).keys() == usual.keys() == set(IDS) - {"app.quit"}
