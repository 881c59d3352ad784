"""A comparison as one web page that needs nothing else: two texts, and what joins them.

No script, style, font or picture comes from elsewhere, and a Content-Security-Policy in the page
holds it to that: only the one style and the one script whose hashes it names may act
(https://www.w3.org/TR/CSP3/). Without the script the page is still whole: the claims are links to
the list of reasons. All text of the documents goes through `html_text.safe`.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from string import Template

from tuireader.compare.model import Comparison, Pair, Side
from tuireader.compare.report.html_pairs import only_list, pair_entry
from tuireader.compare.report.html_text import marked, safe, text_section
from tuireader.compare.report.selection import EVERYTHING, Selection
from tuireader.compare.report.signs import ALWAYS_TOLD, UNICODE
from tuireader.compare.report.standing import (
    BY_GRAVITY,
    MEANING,
    NO_RULINGS,
    counts,
    standing,
)
from tuireader.compare.review.model import Label, Ruling

_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def render(
    comparison: Comparison,
    *,
    version: str,
    selection: Selection = EVERYTHING,
    rulings: Mapping[str, Ruling] = NO_RULINGS,
) -> str:
    """The report as `--format html` prints it."""
    pairs = selection.pairs(comparison, rulings)
    ranked = sorted(pairs, key=lambda pair: standing(pair, rulings).rank)
    style, script = _part("page.css"), _part("page.js")
    return Template(_part("page.html")).substitute(
        policy=_POLICY.format(script=_hash(script), style=_hash(style)),
        version=safe(version),
        title=safe(" / ".join(document.source for document in comparison.documents)),
        style=style,
        script=script,
        counts="\n".join(_counts(comparison, pairs, selection, rulings)),
        topics="".join(
            f'<option value="{safe(topic)}">{safe(topic)}</option>'
            for topic in sorted({pair.topic for pair in pairs} - {""})
        ),
        texts='\n<svg class="links" id="links" aria-hidden="true" focusable="false"></svg>\n'.join(
            _texts(comparison, pairs, selection, rulings)
        ),
        note=_note(comparison, pairs, selection),
        pairs="\n".join(pair_entry(comparison, pair, rulings) for pair in ranked),
        only="\n".join(
            line
            for side in Side
            for line in only_list(comparison, side, selection.only(comparison, side))
        ),
        meanings=_meanings(counts(pairs, rulings)),
    )


@cache
def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """The source expression by which a policy lets an inline element of this content act."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _texts(
    comparison: Comparison,
    pairs: Sequence[Pair],
    selection: Selection,
    rulings: Mapping[str, Ruling],
) -> Iterator[str]:
    for side in Side:
        only = selection.only(comparison, side)
        drawn = marked(comparison, side, pairs, only, rulings)
        yield text_section(comparison, side, drawn, rulings)


def _counts(
    comparison: Comparison,
    pairs: Sequence[Pair],
    selection: Selection,
    rulings: Mapping[str, Ruling],
) -> Iterator[str]:
    """A button a label; it shows the number and, with the script, hides or shows what it counts."""
    numbers = counts(pairs, rulings)
    for label in BY_GRAVITY:
        if numbers[label] or label in ALWAYS_TOLD:
            yield _count(label.value, label.value, UNICODE.label[label], numbers[label])
    for side in Side:
        number = len(selection.only(comparison, side))
        yield _count(f"only-{side.value}", f"only in {side.name}", UNICODE.only[side], number)


def _count(label: str, words: str, sign: str, number: int) -> str:
    return (
        f'<button type="button" class="count {label}" data-label="{label}" aria-pressed="true"'
        f' disabled><span class="sign" aria-hidden="true">{sign}</span>'
        f"<b>{number}</b> {words}</button>"
    )


def _note(comparison: Comparison, pairs: Sequence[Pair], selection: Selection) -> str:
    if not selection.partial:
        return ""
    return f"<p>Listed: {len(pairs)} of {len(comparison.pairs)} pairs, as selected.</p>"


def _meanings(numbers: Counter[Label]) -> str:
    told = "".join(
        f'<li class="{label.value}"><span class="sign" aria-hidden="true">{UNICODE.label[label]}'
        f"</span> {label.value}: {MEANING[label]}</li>"
        for label in BY_GRAVITY
        if numbers[label] or label in ALWAYS_TOLD
    )
    return f'<ul class="meanings">{told}</ul>'
