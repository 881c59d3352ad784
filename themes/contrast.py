"""How well the texts of a theme stand out from what lies behind them, after WCAG 2.1."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.themes.loader import ThemeFile

LEAST = 4.5  # WCAG 2.1, success criterion 1.4.3, for text of the usual size

_GROUNDS = ("background", "surface", "panel")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours "#rrggbb": from 1, no difference, to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(theme: ThemeFile) -> list[str]:
    """A line for each ink that is hard to read on a ground it is written on.

    The terminal's own colours are left out: what they look like only the terminal knows.
    """
    return [
        f"{ink} {front} on {ground} {back} has a contrast of {ratio:.1f}, {LEAST} is wanted"
        for ink, front, ground, back in _written(theme)
        if front.startswith("#")
        and back.startswith("#")
        and (ratio := contrast(front, back)) < LEAST
    ]


def _written(theme: ThemeFile) -> Iterator[tuple[str, str, str, str]]:
    """What is written on what: name and colour of the ink, name and colour of the ground."""
    colors = theme.colors
    for ink in ("foreground", "muted", "primary"):
        for ground in _GROUNDS:
            yield f"colors.{ink}", colors[ink], f"colors.{ground}", colors[ground]
    for ground in ("primary", "accent"):  # what a search has found
        yield "colors.background", colors["background"], f"colors.{ground}", colors[ground]
    for name, inks in theme.relations.items():
        place = f"relations.{name}"
        for ground in _GROUNDS:
            yield f"{place}.sign", inks["sign"], f"colors.{ground}", colors[ground]
        yield f"{place}.text", inks["text"], f"{place}.surface", inks["surface"]
        yield f"{place}.selected-text", inks["selected-text"], f"{place}.selected", inks["selected"]


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    linear: float = channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
    return linear
