"""`tuireader sessions`: what was reviewed, and what can be made of it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuireader.cli import streams
from tuireader.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tuireader.compare.model import Comparison
    from tuireader.compare.review.session import Session

app = typer.Typer()

Name = Annotated[
    str,
    typer.Argument(
        metavar="SESSION", show_default=False, help="Its name, how the name begins, or its file."
    ),
]
Names = Annotated[
    list[str],
    typer.Argument(metavar="SESSION...", show_default=False, help="Names or files."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Print into a new file.")
]
Force = Annotated[bool, typer.Option("--force", help="Let --output replace a file.")]
Reviewer = Annotated[
    str | None,
    typer.Option(
        "--reviewer",
        metavar="NAME",
        envvar="TUIREADER_REVIEWER",
        help="Who settles; the login name if not given.",
    ),
]
Where = Annotated[
    Path | None,
    typer.Option(
        "--session", metavar="FILE", help="The new session's file, not one in the data folder."
    ),
]


class ExportFormat(StrEnum):
    """What a session is exported as."""

    JSONL = "jsonl"
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    ANNOTATION = "annotation"
    CLAIM_REVIEW = "claim-review"


@app.callback(invoke_without_command=True)
def front(context: typer.Context) -> int:
    """Stored reviews: list, show, resume, merge, export, import, delete, and how far they agree."""
    return Exit.SAME if context.invoked_subcommand else list_()


@app.command("list")
def list_(*, as_json: AsJson = False) -> int:
    """List the sessions, the last changed first."""
    from tuireader.cli.session_lines import as_row, listing  # noqa: PLC0415
    from tuireader.compare.review.folder import glance, session_files  # noqa: PLC0415

    glances = [glance(path) for path in session_files(_folder())]
    if as_json:
        streams.emit(_json([as_row(found) for found in glances]))
    elif glances:
        streams.emit(listing(glances, streams.page_width()))
    else:
        streams.narrate(f"no sessions in {_folder()}; `tuireader review A B` begins one")
    return Exit.SAME


@app.command()
def show(
    name: Name,
    *,
    events: Annotated[
        bool, typer.Option("--events", help="Print the log: a line a step, the undone included.")
    ] = False,
) -> int:
    """Tell all that is known of a session."""
    from tuireader.cli.session_lines import account, audit  # noqa: PLC0415
    from tuireader.compare.review.folder import glance_of  # noqa: PLC0415

    with _looked_at(name) as session:
        streams.emit(audit(session) if events else account(session, glance_of(session)))
    return Exit.SAME


@app.command()
def resume(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="SESSION", show_default=False, help="Which; the last changed if not given."
        ),
    ] = None,
    *,
    reviewer: Annotated[
        str | None,
        typer.Option("--reviewer", metavar="NAME", help="Who goes on, if it is somebody else."),
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="Hide the machine's verdicts.")] = False,
) -> int:
    """Go on with a review where it was left; the text files need not be there."""
    from tuireader.compare.review.folder import session_files  # noqa: PLC0415

    files = session_files(_folder())
    if name is None and not files:
        raise Trouble("there is no session to resume; `tuireader review A B` begins one")
    path = files[0] if name is None else _found(name)
    if not (streams.to_terminal() and sys.stdin is not None and sys.stdin.isatty()):
        raise Trouble(f"{path.stem}: a review needs a terminal; `tuireader sessions export` prints")
    from tuireader.cli.review import open_review  # noqa: PLC0415

    return int(open_review(path, reviewer=reviewer, blind=blind))


@app.command()
def merge(names: Names, *, reviewer: Reviewer = None, session: Where = None) -> int:
    """Make one session of several reviewers' for a third pass: where they part comes first."""
    from tuireader import __version__  # noqa: PLC0415
    from tuireader.compare.review.folder import free_path  # noqa: PLC0415
    from tuireader.compare.review.merging import merge_sessions  # noqa: PLC0415
    from tuireader.compare.review.order import disputed  # noqa: PLC0415
    from tuireader.tui.review.desk import login_name  # noqa: PLC0415

    with ExitStack() as opened:
        views = [opened.enter_context(_looked_at(name)) for name in names]
        title = views[0].facts.name
        path = session or free_path(_made(_folder()), f"merged {title}")
        who = reviewer or login_name()
        merged = opened.enter_context(
            merge_sessions(views, path, reviewer=who, tool_version=__version__, name=title)
        )
        open_ = sum(disputed(item.votes) for item in merged.items())
        agreed, total = merged.progress.decided, merged.progress.total
    streams.emit(f"{path}\n")
    streams.narrate(
        f"{agreed} of {total} pairs are settled, on {open_} the reviewers part;"
        f" `tuireader sessions resume {path.stem if session is None else path}` settles the rest"
    )
    return Exit.SAME


@app.command()
def delete(
    names: Names,
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> int:
    """Delete sessions for good, after a question that names them."""
    from tuireader.compare.review import folder  # noqa: PLC0415

    for path in [_found(name) for name in names]:
        found = folder.glance(path)
        told = f"{path}: {found.decided} of {found.total} pairs decided by {found.reviewer}"
        line = f"{path}: can't be read" if found.trouble else told
        if not yes:
            if sys.stdin is None or not sys.stdin.isatty():
                raise Trouble(f"{line}; nobody is there to be asked: --yes deletes it")
            if not typer.confirm(f"{line}. Delete it for good?", err=True):
                streams.narrate(f"{path}: kept")
                continue
        folder.delete(path)
        streams.narrate(f"deleted {line}")
    return Exit.SAME


@app.command()
def export(
    name: Name,
    *,
    form: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help=f"{', '.join(ExportFormat)}; without it by the name of --output, else jsonl.",
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    salvaged: Annotated[
        bool, typer.Option("--salvage", help="Of a damaged session, what can be read, as jsonl.")
    ] = False,
) -> int:
    """Write a session's log as JSON Lines, or the comparison with the reviewer's word in it."""
    from tuireader.cli.saving import check_target  # noqa: PLC0415

    path = _found(name)
    if output is not None:
        check_target(output, force=force, sources=(str(path),))
    form = form or _by_name(output)
    if salvaged:
        if form is not ExportFormat.JSONL:
            raise Trouble("--salvage writes jsonl; `tuireader sessions import` takes it")
        text = _salvage(path)
    elif form is ExportFormat.JSONL:
        from tuireader.compare.review.log import lines_of  # noqa: PLC0415

        text = "".join(lines_of(path))
    else:
        text = _report(name, form, to_file=output is not None)
    _deliver(text, output, force=force)
    return Exit.SAME


@app.command("import")
def import_(
    log: Annotated[
        str, typer.Argument(metavar="LOG.jsonl", show_default=False, help="'-' is standard input.")
    ],
    a: Annotated[
        str | None,
        typer.Argument(metavar="A", show_default=False, help="Texts that a salvage has lost."),
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", show_default=False)] = None,
    *,
    session: Where = None,
) -> int:
    """Make a session of an exported log: the same one, step by step."""
    from tuireader.compare.review.folder import free_path  # noqa: PLC0415
    from tuireader.compare.review.log import read_log  # noqa: PLC0415

    stem = "imported" if log == "-" else Path(log).name.removesuffix(".jsonl")
    path = session or free_path(_made(_folder()), stem)
    comparison = None if a is None else _compared(a, b)
    read_log(_lines(log), path, comparison)
    streams.emit(f"{path}\n")
    return Exit.SAME


@app.command()
def agreement(names: Names, *, as_json: AsJson = False) -> int:
    """Tell how far reviewers agree with one another and with the machine, and where they part."""
    from tuireader.cli import session_lines as lines  # noqa: PLC0415
    from tuireader.compare.review import raters  # noqa: PLC0415
    from tuireader.compare.review.codec import to_plain  # noqa: PLC0415

    with ExitStack() as opened:
        views = [opened.enter_context(_looked_at(name)) for name in names]
        raters.check_same_texts(views)
        people = [raters.reviewer(view) for view in views]
        machine, comparison = raters.machine(views[0].machine), views[0].machine
    found = raters.agreements([*people, machine])
    together = {"nominal": False, "ordinal": True}
    all_ = {word: raters.alpha_of_all(people, ordinal=rank) for word, rank in together.items()}
    partings = raters.partings(people)
    if as_json:
        report = {
            "agreements": [lines.agreement_json(one) for one in found],
            "alpha of all reviewers": to_plain(all_),
            "partings": [
                {"a": a, "b": b, "labels": to_plain(parting.labels)}
                for parting in partings
                for a, b in [lines.quoted(parting, comparison)]
            ],
        }
        streams.emit(_json(report))
        return Exit.SAME
    streams.emit("\n".join(lines.figures(one) for one in found))
    if len(people) > 2:
        rows = [(f"alpha of all, {word}", lines.figure(one)) for word, one in all_.items()]
        streams.emit("\n" + lines.table(rows))
    if len(people) > 1:
        names_ = [one.name for one in people]
        streams.emit("\n" + lines.parted(partings, names_, comparison))
    return Exit.SAME


def _folder() -> Path:
    from tuireader.tui.review.desk import sessions_folder  # noqa: PLC0415

    return sessions_folder()


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(
            f"{folder}: {error.strerror or error}; --session FILE keeps it elsewhere"
        ) from error
    return folder


def _found(name: str) -> Path:
    from tuireader.compare.review.folder import find  # noqa: PLC0415

    return find(_folder(), name)


def _looked_at(name: str) -> Session:
    from tuireader import __version__  # noqa: PLC0415
    from tuireader.compare.review.session import Session  # noqa: PLC0415

    return Session.open(_found(name), tool_version=__version__, writing=False)


def _by_name(output: Path | None) -> ExportFormat:
    from tuireader.compare.report.formats import by_suffix  # noqa: PLC0415

    format_ = by_suffix(output.name) if output is not None else None
    return ExportFormat(format_.value) if format_ is not None else ExportFormat.JSONL


def _report(name: str, form: ExportFormat, *, to_file: bool) -> str:
    from tuireader import __version__  # noqa: PLC0415
    from tuireader.compare.report.formats import FORMS, Format  # noqa: PLC0415

    kind = FORMS[Format(form.value)]
    with _looked_at(name) as session:
        if session.orphans:
            streams.narrate(
                f"{len(session.orphans)} rulings are on claims no longer in the texts: they are not"
                f" in this form; `tuireader sessions show {name}` lists them"
            )
        text = kind.renderer()(session.comparison, version=__version__, rulings=session.rulings)
    return (kind.file_mark if to_file else "") + text


def _salvage(path: Path) -> str:
    from tuireader.compare.review.salvage import salvage  # noqa: PLC0415

    found = salvage(path)
    told = [f"{found.events} steps read"]
    for what, numbers in (("lost", found.lost), ("altered", found.altered)):
        if numbers:
            told.append(f"{what}: {', '.join(map(str, numbers))}")
    if found.texts_lost:
        told.append("the texts are lost: name both files to `tuireader sessions import`")
    streams.narrate(f"{path}: {'; '.join(told)}")
    return "".join(found.lines)


def _deliver(text: str, output: Path | None, *, force: bool) -> None:
    from tuireader.cli.saving import save  # noqa: PLC0415

    if output is None:
        streams.emit(text)
    else:
        save(output, text, force=force)


def _lines(log: str) -> Iterator[str]:
    if log == "-":
        if sys.stdin is None:
            raise Trouble("standard input is closed")
        yield from io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")
        return
    try:
        with Path(log).open(encoding="utf-8") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(f"{log}: {getattr(error, 'strerror', None) or error}") from error


def _compared(a: str, b: str | None) -> Comparison:
    from tuireader import api  # noqa: PLC0415

    return api.compare_files(a, b)


def _json(data: object) -> str:
    import json  # noqa: PLC0415

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
