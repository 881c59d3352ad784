"""The keys one may press now, in one row; a click is as good as the key."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tuireader.tui.look import Look


class KeyBar(Widget):
    """What Textual's footer does with a widget for each key, done by one: it starts sooner."""

    def __init__(self, look: Look) -> None:
        super().__init__(id="keys")
        self._look = look
        self.auto_links = False

    def on_mount(self) -> None:
        """Follow the bindings, which a user's configuration may change."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        """Keys that share a label stand together; what does not fit is left out."""
        entries: dict[str, tuple[list[str], str]] = {}
        seen: set[str | None] = set()
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            # A binding is listed once for each of its keys; the first is the one to show.
            if binding.show and enabled and binding.id not in seen:
                seen.add(binding.id)
                keys, _ = entries.setdefault(binding.description, ([], binding.action))
                keys.append(self.app.get_key_display(binding))
        palette = self._entry("^p", "More", "app.command_palette")
        room = self.size.width - len(palette) - 2
        line = Content("")
        for label, (keys, action) in entries.items():
            entry = self._entry(" ".join(keys), label, action)
            if len(line) + len(entry) + 2 > room:
                break
            line = Content.assemble(line, entry, "  ")
        return Content.assemble(line.pad_right(max(room + 2 - len(line), 0)), palette)

    def _entry(self, keys: str, label: str, action: str) -> Content:
        target = action if "." in action else f"screen.{action}"
        click = Style.from_meta({"@click": target})
        text = Content.assemble(
            self._look.write(keys, "key"), " ", self._look.write(label, "muted")
        )
        return text.stylize(click)
