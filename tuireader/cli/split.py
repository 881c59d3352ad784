"""`tuireader split`: one text that quotes an account and answers it, taken apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuireader.cli import options, streams
from tuireader.cli.inputs import CLIPBOARD, STDIN
from tuireader.cli.saving import check_target, save
from tuireader.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tuireader.compare.documents import Split
    from tuireader.compare.model import Document


def split(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="A file, a web address, '-' for standard input, '@clipboard'.",
        ),
    ],
    *,
    at: options.At = None,
    form: Annotated[
        options.Form | None,
        typer.Option("--format", metavar="FORM", help=f"Read it as {', '.join(options.Form)}."),
    ] = None,
    allow_private: options.AllowPrivate = False,
    folder: Annotated[
        Path | None,
        typer.Option("--output-dir", metavar="FOLDER", help="Write two files into this folder."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let --output-dir replace files.")] = False,
) -> int:
    """Take apart a text that quotes an account and answers it.

    Says where it was cut, and why. Exit code 2 where nothing in it shows where the answer begins.
    """
    if force and folder is None:
        raise Trouble("--force is for --output-dir FOLDER")
    from tuireader.compare.documents import split_document  # noqa: PLC0415

    found = split_document(file, at=at, form=form, allow_private=allow_private)
    where = f"{file}: split at {found.where}: {found.reason}"
    if folder is None:
        streams.emit(f"{where}\n\n{_side(found.a, 'report')}\n{_side(found.b, 'answer', found)}")
    else:
        stem = {STDIN: "stdin", CLIPBOARD: "clipboard"}.get(file) or Path(file).stem
        _write(found, folder, stem, force=force)
        streams.narrate(where)
    return Exit.SAME


def _side(document: Document, name: str, found: Split | None = None) -> str:
    """One side as it is compared; a marked tail, which is not, is told and left out."""
    tail = found.tail if found else None
    text = document.text[: tail.start].rstrip() if tail else document.text
    left_out = (
        f"\n\n[left out: {len(tail)} characters of links, buttons and credits]" if tail else ""
    )
    return f"--- {document.side.name}: {name} ---\n\n{text}{left_out}\n"


def _write(found: Split, folder: Path, stem: str, *, force: bool) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"{folder}: {error.strerror or error}") from error
    targets = {folder / f"{stem}.{doc.side.value}.txt": doc for doc in (found.a, found.b)}
    for target in targets:
        check_target(target, force=force)
    for target, document in targets.items():
        save(target, f"{document.text}\n", force=force)
        streams.emit(f"{target}\n")
