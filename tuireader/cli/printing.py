"""The printed face of a comparison: what was asked for, where it goes, what the exit code is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tuireader.cli import streams
from tuireader.cli.inputs import Inputs
from tuireader.cli.options import When
from tuireader.cli.progress import meter
from tuireader.cli.saving import check_target, save
from tuireader.cli.trouble import Exit, Trouble
from tuireader.compare.report.formats import FORMS, Format, by_suffix

if TYPE_CHECKING:
    from tuireader.compare.model import Comparison
    from tuireader.compare.report.selection import Selection
    from tuireader.compare.report.style import Style

UNMATCHED = "unmatched"
LISTED = ("conflict", "diverge", "agree", UNMATCHED)


NAMED = (Format.TEXT, Format.MARKDOWN, Format.HTML)
"""Written for eyes: these call a source by its label; the others keep what can be opened."""


class Order(StrEnum):
    """In what order pairs are printed as text."""

    GRAVITY = "gravity"
    PLACE = "place"


class Print(NamedTuple):
    """What the options ask of a printed form; None, empty or False where they are not given.

    Attributes:
        only: Words of `LISTED`.
        told: Whether standard error says where one file was split.
        jobs: How many processes share the work.
    """

    format: Format | None = None
    output: Path | None = None
    force: bool = False
    only: tuple[str, ...] = ()
    topic: str | None = None
    order: Order | None = None
    stat: bool = False
    quiet: bool = False
    width: int | None = None
    colour: When = When.AUTO
    ascii_only: bool = False
    exit_zero: bool = False
    told: bool = True
    jobs: int | None = None

    @property
    def form(self) -> Format:
        """What is printed: as asked, else as the name of the file implies, else text."""
        implied = by_suffix(self.output.name) if self.output and not self.stat else None
        return self.format or implied or Format.TEXT

    @property
    def asked(self) -> bool:
        """Whether an option was given that only a printed form can heed."""
        shaped = (self.format, self.output, self.topic, self.order, self.width, self.jobs)
        flags = (self.only, self.stat, self.quiet, self.exit_zero, self.colour is not When.AUTO)
        return any(flags) or any(option is not None for option in shaped)

    def selection(self) -> Selection:
        """What is listed."""
        from tuireader.compare.model import Relation  # noqa: PLC0415
        from tuireader.compare.report.selection import Selection  # noqa: PLC0415

        words = self.only or LISTED
        relations = frozenset(relation for relation in Relation if relation.value in words)
        return Selection(relations, UNMATCHED in words, self.topic or "")


def deliver(inputs: Inputs, how: Print) -> Exit:
    """Compare, and print the result, save it or just judge it.

    Returns:
        Whether a listed pair diverges or conflicts, unless that is not to be told.
    """
    from tuireader import api, collector  # noqa: PLC0415
    from tuireader.compare.lenses import load_lenses  # noqa: PLC0415

    collector.resume(collector.NEW_UNSEEN)
    lenses = load_lenses(inputs.lenses)
    _check_topic(how.topic, [lens.id for lens in lenses])
    sides = inputs.read()
    if sides.split is not None and how.told and not how.quiet:
        streams.narrate(f"{inputs.a}: split at {sides.split.where}: {sides.split.reason}")
    with meter(quiet=how.quiet) as progress:
        found = api.compare(sides.a, sides.b, lenses=lenses, progress=progress, jobs=how.jobs or 1)
    comparison = _named(found, inputs, how)
    if not how.quiet:
        style = _style(how) if how.form is Format.TEXT else None
        text = api.render(comparison, how.form, selection=how.selection(), style=style)
        if how.output is not None:
            save(how.output, FORMS[how.form].file_mark + text, force=how.force)
        elif how.form is Format.TEXT and streams.to_terminal():
            from tuireader.cli.pager import page  # noqa: PLC0415 - quick start

            page(text)
        else:
            streams.emit(text)
    differs = how.selection().differs(comparison) and not how.exit_zero
    return Exit.DIFFERENT if differs else Exit.SAME


def check(how: Print, inputs: Inputs) -> None:
    """Refuse, before the work, what cannot be printed as asked.

    Raises:
        Trouble: Options contradict each other, or the output can't go where it is to go.
    """
    if how.quiet and how.output is not None:
        raise Trouble("--quiet writes nothing: leave out --output")
    if how.stat and how.form is not Format.TEXT:
        raise Trouble(f"--stat is text: leave out --format {how.form.value}")
    if FORMS[how.form].of_rulings:
        raise Trouble(
            f"{how.output}: {how.form.value} tells what a reviewer ruled; "
            "`tuireader sessions export` writes it"
        )
    if how.output is not None:
        check_target(how.output, force=how.force, sources=(inputs.a, inputs.b))
    elif how.force:
        raise Trouble("--force is for --output FILE")


def _check_topic(topic: str | None, known: Sequence[str]) -> None:
    if topic is not None and topic not in known:
        raise Trouble(f"no lens is called '{topic}'; there are {', '.join(known)}")


def _named(comparison: Comparison, inputs: Inputs, how: Print) -> Comparison:
    """With labels for sources; what programs read keeps the path that has no label."""
    a, b = comparison.documents
    if how.form in NAMED:
        names = inputs.names(a.source, b.source)
    else:
        names = (inputs.labels[0] or a.source, inputs.labels[1] or b.source)
    documents = (replace(a, source=names[0]), replace(b, source=names[1]))
    return replace(comparison, documents=documents)


def _style(how: Print) -> Style:
    from tuireader.compare.report import signs, style  # noqa: PLC0415

    to_file = how.output is not None
    return style.Style(
        width=how.width or (streams.DEFAULT_WIDTH if to_file else streams.page_width()),
        colour=how.colour is When.ALWAYS if to_file else streams.colour_wanted(how.colour),
        order=style.Order((how.order or Order.GRAVITY).value),
        signs=signs.ASCII if how.ascii_only else signs.UNICODE,
        stat=how.stat,
    )
