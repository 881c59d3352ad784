"""Contrast after WCAG 2.1, and colour vision deficiency after Machado, Oliveira and Fernandes,
"A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009),
whose matrices for severity 1.0 work on linear RGB.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from tuireader.themes.loader import RELATIONS, ThemeFile, bundled

THEMES = [theme for theme in bundled() if not theme.ansi]
MACHADO = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color: str) -> tuple[float, ...]:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def luminance(color: str) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(color: str, vision: str) -> tuple[float, ...]:
    rgb = linear(color)
    return tuple(
        min(max(sum(weight * c for weight, c in zip(row, rgb, strict=True)), 0), 1)
        for row in MACHADO[vision]
    )


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = rgb
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, vision: str) -> float:
    pairs = zip(lab(seen(one, vision)), lab(seen(other, vision)), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def texts(theme: ThemeFile) -> list[tuple[str, str, str]]:
    """What is written in the theme on what: (name, ink, ground)."""
    colors = theme.colors
    found = [
        (f"{ink} on {ground}", colors[ink], colors[ground])
        for ink in ("foreground", "muted", "primary")
        for ground in ("background", "surface", "panel")
    ]
    found.append(("accent on panel", colors["accent"], colors["panel"]))
    found += [  # places found, and labels
        (f"background on {ground}", colors["background"], colors[ground])
        for ground in ("accent", "primary")
    ]
    for name, inks in theme.relations.items():
        found += [(f"{name} sign on {g}", inks["sign"], colors[g]) for g in COLORS_BEHIND_SIGNS]
        found.append((f"{name} text", inks["text"], inks["surface"]))
        found.append((f"{name} selected", inks["selected-text"], inks["selected"]))
    return found


COLORS_BEHIND_SIGNS = ("background", "surface", "panel")
CASES = [(theme, *case) for theme in THEMES for case in texts(theme)]


@pytest.mark.parametrize(
    ("theme", "ink", "ground"),
    [(theme, ink, ground) for theme, _, ink, ground in CASES],
    ids=[f"{theme.name}: {name}" for theme, name, _, _ in CASES],
)
def test_text_stands_out(theme, ink, ground):
    least = 7.0 if theme.name == "contrast" else 4.5
    assert contrast(ink, ground) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_selected_claim_stands_out_from_the_others(theme):
    for name in RELATIONS:
        inks = theme.relations[name]
        assert distance(inks["selected"], inks["surface"], "normal") >= 12


@pytest.mark.parametrize("vision", MACHADO)
@pytest.mark.parametrize("name", ["clear-dark", "clear-light"])
def test_relations_tell_apart_for_colour_blind_readers(name, vision):
    (theme,) = (theme for theme in THEMES if theme.name == name)
    for one, other in combinations(("agree", "diverge", "conflict"), 2):
        for ink, least in (("sign", 25), ("selected", 20)):
            a, b = theme.relations[one][ink], theme.relations[other][ink]
            assert distance(a, b, vision) >= least, (one, other, ink)


def test_distance_is_that_of_known_pairs():
    assert distance("#000000", "#ffffff", "normal") == pytest.approx(100, abs=0.1)
    assert distance("#808080", "#808080", "deuteranopia") == 0
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


async def test_native_colours_stand_on_the_terminals_own_ground(bridge, read):
    app = read(bridge, theme="ansi")
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        inks = app.screen._look.inks
        for name in ("text", "bar", "track", "agree-claim", "conflict-claim"):
            assert inks.rich(name).bgcolor.is_default, name
        for strip in app.screen._compositor.render_strips():
            grounds = {each.style.bgcolor for each in strip if each.style and each.style.bgcolor}
            assert not [ground for ground in grounds if ground.name.startswith("#")]
