"""The keys one may press now, in one row; a click is as good as the key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from textual.binding import Binding
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input

from tuireader.tui.keymap import PLACES
from tuireader.tui.look import Look

_PLACES: Mapping[str | None, int] = {
    command.id: number for number, command in enumerate(chain.from_iterable(PLACES.values()))
}


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
        """Keys that share a label stand together; what has no room is left out."""
        entries: dict[str, tuple[list[str], str]] = {}
        for binding in self._offered():
            keys, _ = entries.setdefault(binding.description, ([], binding.action))
            keys.append(self.app.get_key_display(binding))
        last = self._entry("^p", "More", "app.command_palette")
        for label, (keys, action) in list(entries.items()):
            if action == "help":
                last = Content.assemble(self._entry(" ".join(keys), label, action), "  ", last)
                del entries[label]
        room = self.size.width - len(last) - 2
        line = Content("")
        for label, (keys, action) in entries.items():
            entry = self._entry(" ".join(keys), label, action)
            if len(line) + len(entry) > room:
                break
            line = Content.assemble(line, entry, "  ")
        return Content.assemble(line.pad_right(max(room + 2 - len(line), 0)), last)

    def _offered(self) -> Iterable[Binding]:
        """One a command, in the order of the table: of its keys the first that needs no other."""
        found: dict[str | None, Binding] = {}
        typing = isinstance(self.screen.focused, Input)  # it takes the keys of the place itself
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled and not (typing and node is self.screen):
                held = found.setdefault(binding.id, binding)
                if "+" in held.key and "+" not in binding.key:
                    found[binding.id] = binding
        return sorted(found.values(), key=lambda binding: _PLACES.get(binding.id, len(_PLACES)))

    def _entry(self, keys: str, label: str, action: str) -> Content:
        target = action if "." in action else f"screen.{action}"
        click = Style.from_meta({"@click": target})
        text = Content.assemble(
            self._look.write(keys, "key"), " ", self._look.write(label, "muted")
        )
        return text.stylize(click)
