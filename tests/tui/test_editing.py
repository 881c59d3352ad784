from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tuireader.compare.documents import document_from_text, read_document
from tuireader.compare.model import Side, Span
from tuireader.tui.terminal import leaving
from tuireader.tui.terminal.editing import EditingError, command, edit, source_line

HERE = Path("/tmp/one two.md")  # never opened


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("vi", ["vi", "+7", str(HERE)]),
        ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+7", str(HERE)]),
        *((name, [name, "+7", str(HERE)]) for name in ("nano", "emacs", "less", "micro", "hx")),
        ("emacsclient -nw", ["emacsclient", "-nw", "+7", str(HERE)]),
        ("code --wait", ["code", "--wait", "--goto", f"{HERE}:7"]),
        ("codium", ["codium", "--goto", f"{HERE}:7"]),
        ("subl -w", ["subl", "-w", f"{HERE}:7"]),
        ("'my editor' -x", ["my editor", "-x", str(HERE)]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor, expected):
    assert command(HERE, 7, {"EDITOR": editor}) == expected


def test_visual_comes_before_editor():
    assert command(HERE, 1, {"EDITOR": "ed", "VISUAL": "vim"})[0] == "vim"
    assert command(HERE, 1, {"EDITOR": "ed", "VISUAL": ""})[0] == "ed"


@pytest.mark.parametrize("environ", [{}, {"EDITOR": " "}, {"VISUAL": "vi 'half"}])
def test_no_editor_is_said_clearly(environ):
    with pytest.raises(EditingError, match=r"VISUAL|can't be understood"):
        command(HERE, 1, environ)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_line_is_the_one_in_the_file(tmp_path, newline, mark):
    text = (
        "---\ntitle: One\n---\n\n# One\n\nThe bridge is\nopen. The *old* ferry runs.\n\n"
        "- An item.\n"
    )
    path = tmp_path / "one.md"
    path.write_bytes((mark + text.replace("\n", newline)).encode())
    document = read_document(str(path), Side.A)
    for words, line in [("The bridge", 7), ("ferry", 8), ("An item", 10)]:
        start = document.text.index(words)
        assert source_line(document, Span(start, start + 3)) == (path, line)


@pytest.mark.parametrize("source", ["-", "demo", "/no/such/file.txt"])
def test_a_text_without_a_file_is_said_clearly(source):
    document = document_from_text("Some words.", Side.A, source=source)
    with pytest.raises(EditingError, match="no file"):
        source_line(document, Span(0, 4))


def test_a_file_that_no_longer_reads_is_said_clearly(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text("Some words.")
    document = read_document(str(path), Side.A)
    path.write_bytes(b"")
    with pytest.raises(EditingError, match="can't be read"):
        source_line(document, Span(0, 4))


class Suspendable:
    """Stands for an application that can leave the screen."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    @contextmanager
    def suspend(self):
        self.steps.append("left")
        yield
        self.steps.append("back")


@pytest.fixture
def editor(tmp_path) -> Path:
    """A vi that writes down what it is asked to open, and ends with the code in its first word."""
    script = tmp_path / "bin" / "vi"
    script.parent.mkdir()
    script.write_text(
        f"#!{sys.executable}\nimport sys\n"
        f"open({str(tmp_path / 'asked')!r}, 'w').write(repr(sys.argv[1:]))\n"
        "sys.exit(3 if '--fail' in sys.argv else 0)\n"
    )
    script.chmod(0o755)
    return script


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_the_screen_is_left_to_the_editor_and_taken_back(tmp_path, editor):
    path = tmp_path / "one.txt"
    path.write_text("First line.\n\nSecond claim here.\n")
    document = read_document(str(path), Side.A)
    app = Suspendable()
    place = Span(document.text.index("Second"), len(document.text))
    edit(app, document, place, {"EDITOR": str(editor)})
    assert (tmp_path / "asked").read_text() == repr(["+3", str(path)])
    assert app.steps == ["left", "back"]
    for words in (f"{editor} --fail", str(tmp_path / "none")):
        with pytest.raises(EditingError, match=r"code 3|can't be started"):
            edit(app, document, place, {"EDITOR": words})
    assert app.steps[-1] == "back"


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_e_opens_the_selected_claim_of_this_side(bridge, read, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(leaving, "run", lambda words, *_: asked.append(words) or "")
    monkeypatch.setenv("VISUAL", "nano")
    documents = []
    for document in bridge.documents:
        path = tmp_path / document.source
        path.write_text(document.text)
        documents.append(replace(document, source=str(path)))
    comparison = replace(bridge, documents=tuple(documents))
    app = read(comparison)
    monkeypatch.setattr(app, "suspend", Suspendable().suspend)
    async with app.run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press("e", "c", "c", "e", "tab", "e")
        assert [words[1] for words in asked] == ["+1", "+3", "+5"]
        assert [Path(words[2]).name for words in asked] == ["a.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize("size", [(140, 40), (20, 5)])
async def test_e_without_a_file_tells_why(bridge, read, size):
    app = read(bridge)
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("j", "e")
        assert "no file" in [note.message for note in app._notifications][-1]


async def test_where_the_screen_cannot_be_left_that_is_said(bridge, read, tmp_path, monkeypatch):
    monkeypatch.setenv("VISUAL", "nano")
    path = tmp_path / "a.txt"
    path.write_text(bridge.documents[0].text)
    documents = (replace(bridge.documents[0], source=str(path)), bridge.documents[1])
    app = read(replace(bridge, documents=documents))
    async with app.run_test() as pilot:
        await ready(pilot)
        await pilot.press("e")
        assert "can't be opened from here" in [note.message for note in app._notifications][-1]
