"""Whatever a document says, a report says it and does nothing else: one property a format."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tuireader import Comparison, Label, Ruling, render
from tuireader.compare.report.formats import FORMS, Format
from tuireader.compare.report.json_report import schema

Made = Callable[[str, int], Comparison]

PIECES = [
    *("<script>alert(1)</script>", "</style>", "</title>", "<!--", "-->", "]]>", "&lt;", "&#60;"),
    *('"', "'", "`", "``", "\\", "*", "**", "_", "__", "~~", "|", "\\|", "#", "> ", "- ", "+ "),
    *("1. ", "1) ", "===", "---", "[x](javascript:1)", "![x](y)", "[^1]", "[ ] ", "    ", "\t"),
    *("http://a.example", "https://b.example/?q=1", "www.c.example", "me@d.example", "@octocat"),
    *("@team/name", "#123", "GH-12", "a/b#1", "mailto:x@y.z", ":tada:", "$x$", "{{x}}", "{% x %}"),
    *("0123456789abcdef", "deadbeef1", "=1+1", "+1", "-2", "@SUM(1)", "\t=1", '"=1', ";=1", "＝1"),
    *("\u202e", "\u2066", "\u200f", "שלום", "مرحبا", "\x1b[31m", "\x07", "\x00", "\ud83d", "\r\n"),
    *(
        "\n",
        "\n\n",
        "\u2028",
        "\xa0",
        "漢字",
        "👩‍👩‍👧",
        "word",
        "Twelve people",
        " ",
        ".",
        "$policy",
        "${x}",
    ),
]
HOSTILE = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=7).map("".join)
CUTS = st.integers(0, 30)
AGAIN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
TIME = dt.datetime(2025, 3, 4, tzinfo=dt.UTC)


def rulings(words: str) -> dict[str, Ruling]:
    return {"p1": Ruling(Label.UNSURE, words, TIME, words, tags=(words,))}


def flat(text: str) -> str:
    """What is to be read of a text: no controls, one blank for many."""
    unsafe = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    return " ".join(re.sub(unsafe, "\ufffd", text).split())


@pytest.mark.parametrize("form", list(Format))
@AGAIN
@given(words=HOSTILE, cut=CUTS)
def test_no_report_steers_a_terminal_or_breaks_utf_8(
    made: Made, form: Format, words: str, cut: int
) -> None:
    text = render(made(words, cut), form, rulings=rulings(words))
    text.encode("utf-8")
    data = json.loads(text) if FORMS[form].suffix.endswith(("json", "jsonld")) else None
    told = text if data is None else ""
    kept = {"\n", "\r"} if form is Format.CSV else {"\n"}
    controls = {c for c in told if unicodedata.category(c) in ("Cc", "Cs")} - kept
    assert controls == set()
    assert not set(told) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2028\u2029")


class Page(HTMLParser):
    """The tags of a page and the text of the entries of its list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.handlers: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        links = [value or "" for name, value in attrs if name in ("href", "src")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.handlers += [link for link in links if not link.startswith(("#", "data:,"))]

    def handle_data(self, data: str) -> None:
        self.text += data


@AGAIN
@given(words=HOSTILE, cut=CUTS)
@example(words="</script><script>alert(1)</script>", cut=0)
def test_html_of_any_text_has_the_tags_of_a_harmless_one(made: Made, words: str, cut: int) -> None:
    page, plain = Page(), Page()
    page.feed(render(made(words, cut), "html", rulings=rulings(words)))
    plain.feed(render(made("word", cut), "html", rulings=rulings("word")))
    shape = [tag for tag in page.tags if tag[0] not in ("mark", "option", "span", "bdi")]
    assert set(shape) <= set(plain.tags)
    assert page.handlers == []
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert [tag for tag, _ in page.tags].count("style") == 1
    assert flat(words) in " ".join(page.text.split())


ALIVE = re.compile(
    r"(?<!\w)@\w|#\d|\bgh-\d|https?://|\bwww\.|\w@\w|mailto:|:[\w+-]+:|\$|\{\{|\{%", re.IGNORECASE
)


def shown(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in ("text", "text_special"))


@AGAIN
@given(words=HOSTILE, cut=CUTS)
@example(words="**bold** @octocat", cut=2)
@example(words='“a”b "=1', cut=0)
def test_markdown_shows_the_text_and_nothing_of_it_acts(made: Made, words: str, cut: int) -> None:
    source = render(made(words, cut), "markdown", rulings=rulings(words))
    tokens = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(source)
    )
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in [*tokens, *inline]}
    assert not kinds & {
        *("html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence"),
        *("em_open", "s_open", "ordered_list_open"),
    }
    lines = [shown(token.children or []) for token in tokens if token.type == "inline"]
    joined = [" ".join(line.replace("\u2060", "").split()) for line in lines]
    told = flat(words).replace("\u2060", "")
    assert sum(told in line for line in joined) >= 12, "sources, titles, quotes, reason, leftovers"
    assert f"A ¶1: {told}".strip() in joined
    raw = source.replace("&#8288;", "\u2060")
    assert not ALIVE.search(re.sub(r"&#\d+;|&\w+;", "", raw))
    assert source.count("\n## ") == 3


QUOTES = r"""[\s"'`“”‘’«»]*"""
SIGNS = "[=+\\-@＝＋－＠]"
NUMBERS = {"score", *(f"{side}_{name}" for side in "ab" for name in ("start", "end", "page"))}


@AGAIN
@given(words=HOSTILE, cut=CUTS)
def test_no_cell_of_a_table_is_a_formula(made: Made, words: str, cut: int) -> None:
    text = render(made(words, cut), "csv", rulings=rulings(words))
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == 1 + 4
    assert text.count("\n") == text.count("\r\n") == 1 + len(rows), "a row is a line"
    for row in rows:
        for name, cell in row.items():
            for part in cell.split(";"):  # at which some programs part the columns
                assert part.startswith("'") or not re.match(QUOTES + SIGNS, part)
            assert name not in NUMBERS or not cell or float(cell) >= 0
    whole = re.sub(f"(^|;)'(?={QUOTES}{SIGNS})", r"\1", rows[0]["a_text"])
    assert whole == flat(words), "nothing but the guards was added"


@AGAIN
@given(words=HOSTILE, cut=CUTS)
def test_annotations_quote_their_places(made: Made, words: str, cut: int) -> None:
    comparison = made(words, cut)
    data = json.loads(render(comparison, "annotation", rulings=rulings(words)))
    texts = [document.text for document in comparison.documents]
    for item in data["first"]["items"]:
        for target in item["target"]:
            quote, place = target["selector"]
            assert any(
                text[place["start"] : place["end"]] == quote["exact"]
                and text[: place["start"]].endswith(quote["prefix"])
                and text[place["end"] :].startswith(quote["suffix"])
                for text in texts
            )


@AGAIN
@given(words=HOSTILE, cut=CUTS)
def test_json_fulfils_its_schema(made: Made, words: str, cut: int) -> None:
    data = json.loads(render(made(words, cut), "json", rulings=rulings(words)))
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert data["pairs"][0]["ruling"]["note"] == words
