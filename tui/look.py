"""How everything looks: the glyphs, and the inks that a theme gives.

The widgets take their styles from here and not from component classes of the style sheet: Textual
matches every rule against every component class of every widget at each change, which cost a
third of the time to the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style as RichStyle
from textual.color import Color
from textual.content import Content
from textual.style import Style

from tuireader.themes.loader import RELATIONS
from tuireader.tui.glyphs import Glyphs

# What each ink takes from the theme: the variables of foreground and background, and attributes.
_INKS: dict[str, tuple[str, str, str]] = {
    "text": ("foreground", "background", ""),
    "bar": ("foreground", "surface", ""),
    "panel-text": ("foreground", "", ""),
    "title": ("foreground", "", "bold"),
    "heading": ("primary", "", "bold"),
    "quote": ("", "", "italic"),
    "boilerplate": ("muted", "", ""),
    "rule": ("muted", "", ""),
    "muted": ("muted", "", ""),
    "kind": ("", "", "bold"),
    "key": ("primary", "", "bold"),
    "track": ("rule", "background", ""),
    "window": ("muted", "", ""),
    "evidence": ("", "", "underline"),
    "evidence-selected": ("", "", "bold underline"),
    "found": ("background", "accent", ""),
    "found-here": ("background", "primary", "bold"),
    "dragged": ("", "", "reverse"),
    "label": ("background", "primary", "bold"),
} | {
    name: ink
    for relation in RELATIONS
    for name, ink in {
        relation: (relation, "", "bold"),
        f"{relation}-line": (relation, "", ""),
        f"{relation}-claim": (f"{relation}-text", f"{relation}-surface", ""),
        f"{relation}-selected": (f"{relation}-selected-text", f"{relation}-selected", ""),
    }.items()
}

# What carries the meaning where there is no colour at all.
_PLAIN = {
    "boilerplate": "dim",
    "rule": "dim",
    "track": "dim",
    "found": "reverse",
    "label": "bold reverse",
    "found-here": "bold reverse",
    "conflict-claim": "bold",
    "diverge-claim": "italic",
    "unmatched-claim": "dim",
    **{f"{relation}-selected": "reverse" for relation in RELATIONS},
}


class Inks:
    """The styles of one theme, by name: "conflict-claim", "evidence", "muted" and so on.

    Args:
        variables: The theme's variables.
        plain: Whether there is no colour, so that attributes must carry the meaning.
    """

    def __init__(self, variables: Mapping[str, str], *, plain: bool = False) -> None:
        self._variables = variables
        self._plain = plain
        self._styles: dict[str, Style] = {}
        self._rich: dict[str, RichStyle] = {}

    def __getitem__(self, name: str) -> Style:
        """The style for Textual's content; KeyError if there is no such ink."""
        if name not in self._styles:
            ink, ground, words = self._parts(name)
            self._styles[name] = Style(
                ground,
                ink,
                bold=("bold" in words) or None,
                dim=("dim" in words) or None,
                italic=("italic" in words) or None,
                underline=("underline" in words) or None,
                reverse=("reverse" in words) or None,
            )
        return self._styles[name]

    def rich(self, name: str) -> RichStyle:
        """The style for segments of strips."""
        if name not in self._rich:
            ink, ground, words = self._parts(name)
            self._rich[name] = RichStyle.parse(words) + RichStyle(
                color=ink.rich_color if ink else None,
                bgcolor=ground.rich_color if ground else None,
            )
        return self._rich[name]

    def _parts(self, name: str) -> tuple[Color | None, Color | None, str]:
        """Foreground, background and attributes; made when they are first asked for."""
        front, back, attributes = _INKS[name]
        plain = _PLAIN.get(name, "") if self._plain else ""
        ink, ground = _color(self._variables, front), _color(self._variables, back)
        return ink, ground, f"{attributes} {plain}"


def _color(variables: Mapping[str, str], name: str) -> Color | None:
    """A variable's colour, None if there is none."""
    if name not in variables:
        return None
    color = Color.parse(variables[name])
    # Textual lets some grounds of a theme of native colours shine through; as a style it is black.
    return color if color.a else Color.parse("ansi_default")


class Look:
    """What all widgets of a reader share.

    Attributes:
        glyphs: The characters to draw with.
        inks: The styles of the present theme; replaced when the theme changes.
    """

    def __init__(self, glyphs: Glyphs, inks: Inks | None = None) -> None:
        self.glyphs = glyphs
        self.inks = inks or Inks({})

    def write(self, text: str, ink: str) -> Content:
        """Text in an ink, never read as markup."""
        return Content(text).stylize(self.inks[ink])
