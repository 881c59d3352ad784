"""Makes Textual's themes of theme files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.theme import Theme

from tuireader.compare.ready import kept
from tuireader.themes.loader import DEFAULT, LIGHT, ThemeFile, bundled_names, bundled_theme


def shipped_theme(name: str) -> ThemeFile:
    """What `bundled_theme` gives, without reading its file where that has been done before."""
    return ThemeFile(*_parts(name))


@kept("tuireader.themes.loader")
def _parts(name: str) -> tuple[Any, ...]:
    return tuple(bundled_theme(name))


def variables(file: ThemeFile) -> dict[str, str]:
    """The style variables of a theme: `$conflict`, `$conflict-text` and so on."""
    muted, primary, background = (file.colors[name] for name in ("muted", "primary", "background"))
    own = {
        "muted": muted,
        "rule": file.colors["border"],
        "border": file.colors["border"],
        "footer-key-foreground": primary,
        "footer-description-foreground": muted,
        "footer-background": background if file.ansi else file.colors["panel"],
        "text-muted": muted,
        "foreground-muted": muted,
        "scrollbar": file.colors["border"],
    }
    if file.ansi:
        # Textual's own styles refer to these under such a theme.
        own |= {"ansi-background": "ansi_black", "ansi-foreground": "ansi_white"}
    for relation, inks in file.relations.items():
        own[relation] = inks["sign"]
        own |= {f"{relation}-{ink}": color for ink, color in inks.items() if ink != "sign"}
    return own


def to_textual(file: ThemeFile) -> Theme:
    """The theme as Textual wants it."""
    colors = file.colors
    return Theme(
        name=file.name,
        primary=colors["primary"],
        secondary=colors["primary"],
        accent=colors["accent"],
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        success=file.relations["agree"]["sign"],
        warning=file.relations["diverge"]["sign"],
        error=file.relations["conflict"]["sign"],
        dark=file.dark,
        ansi=file.ansi,
        variables=variables(file),
    )


def theme_of_terminal(environ: Mapping[str, str]) -> str:
    """The theme to begin with: a light one where the terminal says that its ground is light.

    `COLORFGBG` ("15;0", or "15;default;0") ends in the number of the background among the sixteen
    colours; rxvt, Konsole and others set it.
    """
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in {"7", "15"} else DEFAULT


def default_variables() -> dict[str, str]:
    """What the variables are under a theme that is not ours."""
    return variables(shipped_theme(DEFAULT))


def offered(app: App[Any]) -> list[str]:
    """The names of the themes to choose from: those that come with tuireader, then the user's."""
    names = list(bundled_names())
    return names + sorted(app.available_themes.keys() - set(names))
