"""How the command line is told what and where to read: formats, the clipboard, the web."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader import api
from tuireader.cli.options import Form
from tuireader.compare.documents import DocumentError, clipboard
from tuireader.compare.documents.formats import FORMATS
from tuireader.compare.model import Comparison

Run = Callable[..., subprocess.CompletedProcess[bytes]]

PAGE = "<title>A page</title><p>The quay fell on 3 May 2024.</p><p>Twelve people were hurt.</p>"
ANSWER = "The quay fell on 3 May 2024.\n\nThirty people were hurt.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    page, answer = tmp_path / "page.html", tmp_path / "answer.md"
    page.write_text(PAGE, "utf-8")
    answer.write_text(ANSWER, "utf-8")
    return page, answer


def test_every_format_has_its_word() -> None:
    assert [form.value for form in Form] == [known.id for known in FORMATS]


def test_a_page_is_compared_and_a_word_overrules_its_format(
    run: Run, files: tuple[Path, Path]
) -> None:
    done = run("compare", *files, "--format", "json")
    assert done.returncode == 1
    told = json.loads(done.stdout)["documents"]["a"]
    assert (told["title"], told["text"].split("\n")[0]) == (
        "A page",
        "The quay fell on 3 May 2024.",
    )
    done = run("compare", *files, "--format", "json", "--format-a", "text")
    assert json.loads(done.stdout)["documents"]["a"]["text"].startswith("<title>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt", "b.txt", "--format-b", "doc"], "'doc' is not one of"),
        (["a.txt", "--format-b", "text"], "--format-a is its format"),
        (["@clipboard", "@clipboard"], "the clipboard can be one side only"),
        (["http://127.0.0.1/", "b.txt"], "--allow-private"),
        (["http://127.0.0.1:1/", "b.txt", "--allow-private"], "cannot be reached"),
        (["ftp://quay.example/", "b.txt"], "begins with https://"),
    ],
)
def test_what_cannot_be_read_so_ends_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    done = run("compare", *arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_the_clipboard_can_be_one_side(
    run: Run, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "read_clipboard", ANSWER.encode)
    done = run("compare", files[0], "@clipboard", "--format", "json")
    assert json.loads(done.stdout)["documents"]["b"]["text"] == ANSWER.strip()


def test_one_page_with_both_sides_is_split(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "both.html"
    text = "<h1>Two tales</h1>\n<p>In part from Reuters:</p>\n<blockquote>The quay fell on 3 May."
    answer = "</blockquote>\n<p>The real truth?</p>\n<p>It fell on 4 May, in the night.</p>"
    page.write_text(text + answer, "utf-8")
    done = run("split", page)
    assert done.returncode == 0
    assert b"split at line 4: " in done.stdout
    assert run("split", page, "--format", "html").stdout == done.stdout


def test_rows_name_their_formats(run: Run) -> None:
    rows = [
        {"id": 1, "a": PAGE, "b": ANSWER, "format_a": "html"},
        {"id": 2, "a": PAGE, "b": ANSWER, "format_a": "pdf"},
        {"id": 3, "a": PAGE, "b": ANSWER, "format_b": 5},
    ]
    done = run("batch", "-", "--jobs", "1", stdin="\n".join(map(json.dumps, rows)).encode())
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert told[0]["documents"]["a"]["title"] == "A page"
    assert "not a PDF file" in told[1]["error"]
    assert "must be a text" in told[2]["error"]


def test_the_api_takes_the_same_words(files: tuple[Path, Path]) -> None:
    def text_of(comparison: Comparison) -> str:
        return comparison.documents[0].text

    assert text_of(api.compare_files(*files)).startswith("The quay")
    assert text_of(api.compare_files(*files, format_a="text")).startswith("<title>")
    assert text_of(api.compare_texts(PAGE, ANSWER, format_a="html")).startswith("The quay")
    with pytest.raises(DocumentError, match="an OpenDocument file"):
        api.compare_texts(PAGE, ANSWER, format_a="odt")
