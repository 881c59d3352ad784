"""The command palette: every command of the reader, and every theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from tuireader.tui.dressing import TakeTheme
from tuireader.tui.keymap import READER, keys_of
from tuireader.tui.theming import offered


class ReaderCommands(Provider):
    """Offers what `keymap` lists, with its keys, and a command for each theme."""

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for name, help_text, run in self._entries():
            yield DiscoveryHit(name, run, help=help_text)

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for name, help_text, run in self._entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=help_text)

    def _entries(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        for command in getattr(self.screen, "OFFERS", READER):
            keys = ", ".join(keys_of(command, self.screen))
            run = partial(self.screen.run_action, command.action)
            yield command.tooltip.rstrip("."), keys, run
        for theme in offered(self.app):
            yield (
                f"Theme: {theme}",
                "Shown while highlighted; enter takes it.",
                TakeTheme(self.app, theme),
            )
