from __future__ import annotations

import pytest

from tuireader.themes.loader import (
    COLORS,
    INKS,
    RELATIONS,
    ThemeError,
    bundled,
    bundled_names,
    bundled_theme,
    load,
    load_folder,
    parse,
)
from tuireader.tui.theming import theme_of_terminal

GOOD = "\n".join(
    ['name = "good"', "[colors]"]
    + [f'{name} = "#102030"' for name in COLORS]
    + [
        line
        for relation in RELATIONS
        for line in (f"[relations.{relation}]", *(f'{ink} = "ansi_red"' for ink in INKS))
    ]
)


def test_the_default_comes_first_and_files_bear_their_names():
    assert bundled_names()[0] == "ink"
    assert len(bundled_names()) >= 6
    assert tuple(theme.name for theme in bundled()) == bundled_names()


def test_there_is_a_theme_of_each_kind():
    themes = bundled()
    assert {theme.dark for theme in themes if not theme.ansi} == {True, False}
    assert any(theme.ansi for theme in themes)


def test_a_good_theme_is_read():
    theme = parse(GOOD, "good.toml")
    assert (theme.name, theme.dark, theme.ansi) == ("good", True, False)
    assert theme.colors["muted"] == "#102030"
    assert theme.relations["conflict"]["selected-text"] == "ansi_red"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('name = "good"', "", "name must be"),
        ('name = "good"', "name = 3", "name must be"),
        ('name = "good"', 'name = "Very Good"', "name must be"),
        ('name = "good"', 'name = "good"\ndark = "yes"', "dark must be true or false"),
        ('name = "good"', 'name = "good"\ncolour = 1', "colour is not known here"),
        ("[colors]", "[colours]", "colours is not known here"),
        ('muted = "#102030"', "", "colors.muted is missing"),
        ('muted = "#102030"', 'muted = "blue"', "colors.muted is 'blue', not a colour"),
        ('muted = "#102030"', "muted = 7", "colors.muted is 7, not a colour"),
        ('muted = "#102030"', 'muted = "#102030"\nglow = "#102030"', "colors.glow is not known"),
        ("[relations.agree]", "[relations.harmony]", "relations.harmony is not known here"),
        ('[relations.agree]\nsign = "ansi_red"', "[relations.agree]", "agree.sign is missing"),
        ("[colors]", "[colors", "not TOML"),
    ],
)
def test_a_broken_theme_is_reported_in_one_line(old, new, complaint):
    with pytest.raises(ThemeError) as caught:
        parse(GOOD.replace(old, new, 1), "mine.toml")
    message = str(caught.value)
    assert message.startswith("mine.toml: ")
    assert complaint in message
    assert "\n" not in message


def test_a_folder_gives_the_good_ones_and_the_faults(tmp_path):
    (tmp_path / "a.toml").write_text(GOOD, "utf-8")
    (tmp_path / "b.toml").write_text("name = ", "utf-8")
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "d.txt").write_text("no theme", "utf-8")
    themes, errors = load_folder(tmp_path)
    assert [theme.name for theme in themes] == ["good"]
    assert [str(error).split(":")[0][-6:] for error in errors] == ["b.toml", "c.toml"]


def test_a_missing_file_is_reported(tmp_path):
    with pytest.raises(ThemeError, match="No such file"):
        load(tmp_path / "none.toml")


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(ThemeError, match="no theme is called 'inc'; there are ink, "):
        bundled_theme("inc")


@pytest.mark.parametrize(
    ("value", "theme"),
    [(None, "ink"), ("15;0", "ink"), ("0;15", "paper"), ("0;default;7", "paper"), ("?", "ink")],
)
def test_the_terminal_decides_between_dark_and_light(value, theme):
    environ = {} if value is None else {"COLORFGBG": value}
    assert theme_of_terminal(environ) == theme
