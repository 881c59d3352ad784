from __future__ import annotations

import base64
import csv
import datetime as dt
import hashlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tuireader import Comparison, Label, Relation, Ruling, Selection, render
from tuireader.compare.report.csv_report import COLUMNS, guarded
from tuireader.compare.report.formats import COMPARED, FORMS, Format, by_suffix
from tuireader.compare.report.standing import BY_GRAVITY, standing

ROOT = Path(__file__).parents[3]
TIME = dt.datetime(2025, 3, 4, tzinfo=dt.UTC)
UNRELATED = {"p1": Ruling(Label.UNRELATED, "Ana Ruiz", TIME, "another bridge")}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("x.html", Format.HTML),
        ("dir.csv/X.HTM", Format.HTML),
        ("x.csv", Format.CSV),
        ("x.md", Format.MARKDOWN),
        ("x.tar.markdown", Format.MARKDOWN),
        ("x.json", Format.JSON),
        ("x.jsonld", Format.ANNOTATION),
        ("x.claimreview.json", Format.CLAIM_REVIEW),
        ("x.txt", Format.TEXT),
        ("x.log", None),
        ("html", None),
        ("", None),
    ],
)
def test_a_name_implies_a_format(name: str, form: Format | None) -> None:
    assert by_suffix(name) is form


def test_every_format_has_a_row_and_is_told_in_the_docs() -> None:
    assert set(FORMS) == set(Format)
    assert set(Format) - set(COMPARED) == {Format.CLAIM_REVIEW}
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    for form in Format:
        assert f"`{form.value}`" in page
        assert f"`{FORMS[form].suffix}`" in page


@pytest.mark.parametrize("form", list(Format))
def test_every_format_has_the_one_signature(comparison: Comparison, form: Format) -> None:
    text = FORMS[form].renderer()(comparison, version="9.8", selection=Selection(), rulings={})
    assert text.endswith("\n")
    assert text == FORMS[form].renderer()(comparison, version="9.8")


def test_no_such_format(comparison: Comparison) -> None:
    with pytest.raises(ValueError, match="xml"):
        render(comparison, "xml")


@pytest.mark.parametrize("form", COMPARED)
def test_a_ruling_is_told_with_its_reviewer_and_the_machines_verdict(
    comparison: Comparison, form: Format
) -> None:
    text = render(comparison, form, rulings=UNRELATED)
    for told in ("unrelated", "Ana Ruiz", "another bridge", "conflict"):
        assert re.search(told, text, re.IGNORECASE)


@pytest.mark.parametrize("label", list(Label))
def test_a_label_stands_and_a_note_alone_leaves_the_verdict(
    comparison: Comparison, label: Label
) -> None:
    pair = comparison.pairs[0]
    ruled = standing(pair, {"p1": Ruling(label, "Ana", TIME)})
    assert (ruled.label, ruled.machine, ruled.ruled) == (label, Relation.CONFLICT, True)
    assert ruled.rank == BY_GRAVITY.index(label)
    noted = standing(pair, {"p1": Ruling(None, "Ana", TIME, "hm")})
    assert (noted.label, noted.ruled) == (Label.CONFLICT, False)


def test_a_selection_goes_by_what_stands(comparison: Comparison) -> None:
    conflicts = Selection(frozenset({Relation.CONFLICT}))
    agreed = {"p1": Ruling(Label.AGREE, "Ana", TIME), "p3": Ruling(Label.CONFLICT, "Ana", TIME)}
    assert [pair.id for pair in conflicts.pairs(comparison, agreed)] == ["p3"]
    assert [pair.id for pair in conflicts.pairs(comparison, UNRELATED)] == ["p1"]


def test_the_columns_are_those_of_the_docs(comparison: Comparison) -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    header = next(csv.reader(io.StringIO(render(comparison, "csv"))))
    assert tuple(header) == COLUMNS
    for name in COLUMNS:
        assert f"`{name.replace('b_', 'a_', 1)}`" in page


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-2 degrees", "'-2 degrees"),
        ("+1", "'+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "\ufffd=1"),
        (' "=1', "'\"=1"),
        ("“=1", "'“=1"),
        ("a;=1", "a;'=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("a - b", "a - b"),
        ("two\nlines", "two lines"),
    ],
)
def test_text_is_guarded(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_numbers_are_numbers(comparison: Comparison) -> None:
    rows = list(csv.reader(io.StringIO(render(comparison, "csv")), quoting=csv.QUOTE_NONNUMERIC))
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["score"], first["a_start"], first["a_end"]) == (0.75, 0.0, 47.0)


def annotations(comparison: Comparison, **more: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render(comparison, "annotation", **more))
    return loaded


def test_an_annotation_collection_has_what_the_model_asks(comparison: Comparison) -> None:
    data = annotations(comparison)
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    page = data["first"]
    assert (data["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert page["partOf"] == data["id"]
    assert data["total"] == len(page["items"]) == 3 + 5 + 2
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in {"assessing", "describing", "classifying"}
        assert re.fullmatch("urn:uuid:[0-9a-f-]{36}", item["id"])
        assert all(body["purpose"] for body in item["body"])
        for target in item["target"]:
            assert target["source"]["id"].startswith("ni:///sha-256;")
            quote, place = (selector["type"] for selector in target["selector"])
            assert (quote, place) == ("TextQuoteSelector", "TextPositionSelector")


def test_ids_of_annotations_follow_from_the_content(comparison: Comparison) -> None:
    a, b = comparison.documents
    moved = Comparison((replace(a, source="x"), b), comparison.claims, comparison.pairs)
    other = Comparison((replace(a, text=a.text + "."), b), comparison.claims, comparison.pairs)
    ids = [
        [item["id"] for item in annotations(c, **more)["first"]["items"]]
        for c, more in ((comparison, {"rulings": UNRELATED}), (moved, {}), (other, {}))
    ]
    assert ids[0] == ids[1]
    assert set(ids[0]).isdisjoint(ids[2])


def test_a_web_address_is_the_source(comparison: Comparison) -> None:
    a, b = comparison.documents
    address = "https://news.example/a b?q=<1>"
    web = Comparison((replace(a, source=address), b), comparison.claims, comparison.pairs)
    source = annotations(web)["first"]["items"][0]["target"][0]["source"]
    assert source["id"] == "https://news.example/a%20b?q=%3C1%3E"


def test_claim_reviews_are_of_verdicts_reached(comparison: Comparison) -> None:
    rulings = {
        "p1": Ruling(Label.DIVERGE, "Ana", TIME, "later count"),
        "p2": Ruling(Label.UNSURE, "Ana", TIME),
    }
    graph = json.loads(render(comparison, "claim-review", rulings=rulings))["@graph"]
    assert [review["@type"] for review in graph] == ["ClaimReview"] * 2
    first, second = graph
    assert first["claimReviewed"] == "The bridge over the Senn fell at dawn on 3 May."
    assert second["claimReviewed"] == "The bridge stands, engineers insist."
    assert second["claimReviewed"] in first["reviewBody"]
    assert first["reviewRating"]["alternateName"] == "The other account tells it differently"
    assert (first["author"]["name"], first["datePublished"]) == ("Ana", "2025-03-04")
    assert "later count" in first["reviewBody"]
    assert json.loads(render(comparison, "claim-review"))["@graph"] == []


def test_the_policy_of_a_page_lets_its_own_code_act_and_nothing_else(
    comparison: Comparison,
) -> None:
    page = render(comparison, "html")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        (code,) = re.findall(f"(?s)<{tag}>(.*?)</{tag}>", page)
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert "style=" not in re.sub(r"(?s)<(style|script)>.*?</\1>", "", page)


def test_every_link_of_a_page_leads_to_a_place_in_it(comparison: Comparison) -> None:
    page = render(comparison, "html")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_text_of_a_page_is_the_text(comparison: Comparison) -> None:
    page = render(comparison, "html")
    (section,) = re.findall(r'(?s)id="text-a".*?</section>', page)
    bare = re.sub(r'<span class="(sign|unseen)".*?</span>|<sup.*?</sup>|<div.*?</div>', "", section)
    told = re.sub(r"<[^>]+>", "", bare.partition(">")[2])
    assert " ".join(told.split()) == " ".join(comparison.documents[0].text.split())
