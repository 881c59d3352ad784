"""The tree of folders and files to choose a text from."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from pathlib import Path

from rich.text import Text, TextType
from textual.message import Message
from textual.widgets import DirectoryTree
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from tuireader.tui.glyphs import ASCII
from tuireader.tui.look import Look
from tuireader.tui.opening.legible import legible

MOST = 2_000  # entries of a folder that are listed


class FolderTree(DirectoryTree, inherit_bindings=False):
    """Textual's tree, with names as data, without what is hidden, bounded for huge folders.

    Attributes:
        hidden: Whether names that begin with a dot are listed.
    """

    hidden = False

    class Cut(Message):
        """A folder holds more than is listed."""

    def __init__(self, path: Path, look: Look) -> None:
        super().__init__(path, id="folder")
        plain = look.glyphs is ASCII
        self.ICON_NODE, self.ICON_NODE_EXPANDED = ("+ ", "- ") if plain else ("▸ ", "▾ ")
        self.ICON_FILE = "  "
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self.auto_expand = False

    @property
    def current(self) -> Path | None:
        """What is under the cursor."""
        node = self.cursor_node
        return node.data.path if node and node.data else None

    def process_label(self, label: TextType) -> Text:
        """A name, whatever its characters."""
        return Text(legible(str(label)) or " ")

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Folders and files; called in a thread."""
        wanted = (path for path in paths if self.hidden or not path.name.startswith("."))
        first = heapq.nsmallest(MOST + 1, wanted, key=lambda path: path.name.lower())
        if len(first) > MOST:
            self.post_message(self.Cut())
        return [path for path in first[:MOST] if _is_text_or_folder(path)]

    def open(self) -> Path | None:
        """Open or close the folder under the cursor; a file is handed back."""
        node = self.cursor_node
        if node is None or node.data is None:
            return None
        if not node.allow_expand:
            return node.data.path
        node.toggle()
        return None

    def out(self) -> None:
        """Close the folder the cursor is in; from the outermost one go to the folder above."""
        node = self.cursor_node
        if node and node.allow_expand and node.is_expanded and not node.is_root:
            node.collapse()
        elif node and node.parent and not node.parent.is_root:
            node.parent.collapse()
            self.move_cursor(node.parent, animate=False)
        else:
            self.path = Path(self.path).absolute().parent

    def toggle_hidden(self) -> None:
        """List what begins with a dot, or no longer."""
        self.hidden = not self.hidden
        self.path = self.path

    def _populate_node(self, node: TreeNode[DirEntry], content: Iterable[Path]) -> None:
        super()._populate_node(node, content)
        if node.is_root and self.cursor_line < 0 and node.children:
            self.cursor_line = 0


def _is_text_or_folder(path: Path) -> bool:
    try:
        return path.is_file() or path.is_dir()
    except OSError:
        return False
