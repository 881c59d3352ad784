"""What the application wears: the theme to begin with, and every way to another.

The first that says something: the command line, the last reading of these texts, the settings, the
terminal, which may tell whether its ground is dark or light.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from textual import on
from textual.app import App
from textual.command import Command, CommandPalette
from textual.driver import Driver
from textual.theme import BUILTIN_THEMES, Theme

from tuireader.themes.loader import (
    DEFAULT,
    LIGHT,
    ThemeFile,
    bundled,
    bundled_names,
    load_folder,
)
from tuireader.tui.messages import GroundTold
from tuireader.tui.terminal.ground import can_be_asked
from tuireader.tui.theming import default_variables, shipped_theme, theme_of_terminal, to_textual

LOOK_AGAIN = 1.0  # seconds between two looks at the user's theme files
NOTICED = 12  # seconds that a notice stays

Stamps = dict[Path, tuple[int, int]]


class TakeTheme:
    """The command that takes a theme; one that is only highlighted in the palette is shown."""

    def __init__(self, app: App[object], name: str) -> None:
        self.app = app
        self.name = name

    def __call__(self) -> None:
        """Take it."""
        self.app.theme = self.name


class DressedApp(App[None]):
    """An application that chooses, previews, follows and reloads its themes.

    Attributes:
        note_ground: Called with whether the terminal says that its ground is light.
    """

    note_ground: Callable[[bool], None] | None = None
    _first = ""

    def dress(
        self,
        *,
        asked: str | None,
        kept: str,
        usual: str | None,
        ground: str = "",
        own: Iterable[ThemeFile],
        folder: Path | None,
    ) -> None:
        """Take the first theme; called once, before the application runs.

        Args:
            asked: The theme that the command line names.
            kept: The theme that was taken in the last reading of these texts; "" for none.
            usual: The theme that the settings name.
            ground: What this terminal's ground was last found to be: "dark", "light", or "".
            own: The user's own themes; one stands in place of a shipped one of its name.
            folder: Where their files lie; None if their changes are not followed.

        Raises:
            ThemeError: No theme has the name that is asked for.
        """
        self._own = {file.name: file for file in own}
        self._folder = folder
        self._asked = asked
        self._kept_theme = kept
        self._worn = ""  # while another is shown in the palette
        known = kept if kept in {*self._own, *bundled_names()} else ""
        # Native colours and NO_COLOR together leave no colour at all, as no-color.org asks;
        # Textual's own answer would be shades of grey.
        colorless = "NO_COLOR" in os.environ
        self._follows = not (colorless or asked or known or usual)
        fitting = _fitting(ground) or theme_of_terminal(os.environ)
        self._usual = "ansi" if colorless else usual or fitting
        name = self._usual if colorless else asked or known or self._usual
        first = self._own.get(name) or shipped_theme(name)
        self._first = first.name
        self._put_on(to_textual(first))
        for builtin in BUILTIN_THEMES:
            self.unregister_theme(builtin)
        self._stamps = _stamps(folder)

    def redress(self, kept: str) -> None:
        """Take the theme that was taken in the last reading of other texts, which open now.

        Args:
            kept: Its name; "" for none.
        """
        self._kept_theme = kept
        self._register_themes()
        if kept in self.available_themes and not self._asked and "NO_COLOR" not in os.environ:
            self.theme = kept
        self._first = self.theme

    def on_mount(self) -> None:
        """The other themes, and changes of their files, can wait for the first frame."""
        if self._follows and can_be_asked(os.environ):
            self._ask()
            self.app_resume_signal.subscribe(self, lambda _: self._ask())
        self.call_after_refresh(self._register_themes)
        if self._folder:
            self.set_interval(LOOK_AGAIN, self._look_again)

    @property
    def theme_to_keep(self) -> str:
        """What the next reading is to begin with; "" for what the settings will say then."""
        worn = self._worn or self.theme
        if worn == self._first:
            return self._kept_theme
        return "" if worn == self._usual else worn

    def get_driver_class(self) -> type[Driver]:
        """The reader's own where Textual would take the usual one of such systems."""
        usual = super().get_driver_class()
        if sys.platform != "win32":
            from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415 - not on Windows

            from tuireader.tui.terminal.driver import ReaderDriver  # noqa: PLC0415

            if usual is LinuxDriver:
                return ReaderDriver
        return usual

    def get_css_variables(self) -> dict[str, str]:
        """None until there is a theme: Textual asks for those of its own while it is made."""
        return super().get_css_variables() if self._first else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The reader's own variables."""
        return default_variables()

    @on(GroundTold)
    def _on_ground_told(self, message: GroundTold) -> None:
        """Fit the terminal's ground, as long as the user has chosen no theme."""
        fitting = LIGHT if message.light else DEFAULT
        if self.note_ground:
            self.note_ground(message.light)
        if (self._worn or self.theme) == self._usual != fitting:
            self._register_themes()
            self._first = self._usual = fitting
            self.theme = fitting

    @on(CommandPalette.OptionHighlighted)
    def _on_option_highlighted(self, message: CommandPalette.OptionHighlighted) -> None:
        """Show a theme as long as it is highlighted."""
        option = message.highlighted_event.option
        run = option.hit.command if isinstance(option, Command) else None
        if isinstance(run, TakeTheme):
            self._worn = self._worn or self.theme
            self.theme = run.name
        elif self._worn:
            self.theme, self._worn = self._worn, ""

    @on(CommandPalette.Closed)
    def _on_palette_closed(self, message: CommandPalette.Closed) -> None:
        """Escape goes back to the theme that was worn."""
        worn, self._worn = self._worn, ""
        if worn and not message.option_selected:
            self.theme = worn

    def _put_on(self, theme: Theme) -> None:
        """Wear the first theme: Textual's own way there reads all its style sheets once more."""
        self.register_theme(theme)
        self.set_reactive(DressedApp.theme, theme.name)
        worn = {
            f"-theme-{theme.name}": True,
            "-dark-mode": theme.dark,
            "-light-mode": not theme.dark,
        }
        self.update_classes(worn, update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def _ask(self) -> None:
        ask = getattr(self._driver, "ask_for_ground", None)
        if ask:
            ask()

    def _register_themes(self) -> None:
        for file in (*bundled(), *self._own.values()):
            self.register_theme(to_textual(file))

    def _look_again(self) -> None:
        """Read theme files that have changed; a broken one changes nothing and is told of."""
        stamps = _stamps(self._folder)
        if self._folder is None or stamps == self._stamps:
            return
        changed = {str(path) for path, _ in stamps.items() - self._stamps.items()}
        self._stamps = stamps
        files, errors = load_folder(self._folder)
        for error in errors:
            if any(str(error).startswith(f"{path}: ") for path in changed):
                self.notify(str(error), severity="warning", timeout=NOTICED, markup=False)
        self._own |= {file.name: file for file in files}
        self._register_themes()
        self.mutate_reactive(DressedApp.theme)


def _fitting(ground: str) -> str:
    """The theme for a ground that is "dark" or "light"; "" where nobody knows."""
    return {"dark": DEFAULT, "light": LIGHT}.get(ground, "")


def _stamps(folder: Path | None) -> Stamps:
    """Time and size of the theme files; what goes away meanwhile is left out."""
    found: Stamps = {}
    for path in folder.glob("*.toml") if folder else ():
        try:
            stat = path.stat()
        except OSError:
            continue
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
