"""Pages as sites make them: what of them is the article, and what they say of themselves."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tuireader.compare.documents import DocumentError, document_from_text, read_document, split_text
from tuireader.compare.documents.html import extractor
from tuireader.compare.model import Block, Document, Side

STORY = (
    "SENNFORD, May 3 — The old quay over the Senn fell into the river on Friday, and 12 people"
    " were hurt, the mayor’s office said.",
    "The quay was built in 1931 and repaired twice, records show. Repairs will cost 4 million"
    " euros in all.",
    "Nobody had looked at its cables for nine years, an engineer wrote in a report to the council.",
    "The council meets on Tuesday to talk about the repairs, which the town cannot pay alone.",
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "valleyherald.example"},
        {
            "@type": ["NewsArticle"],
            "headline": "Old quay falls into the Senn",
            "datePublished": "2024-05-04T23:10:00-05:00",
            "author": [{"@type": "Person", "name": "Jane Roe"}, {"@id": "#bob"}],
            "publisher": {"@id": "#herald"},
        },
        {"@type": "Person", "@id": "#bob", "name": "Bob Moe"},
        {"@type": "Organization", "@id": "#herald", "name": "The Valley Herald"},
    ],
}

NEWSPAPER = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Old quay falls into the Senn | The Valley Herald</title>
<script type="application/ld+json">{json.dumps(LINKED)}</script>
<style>p {{ color: red }}</style></head>
<body class="has-sidebar">
<header class="site-header"><a href="/">The Valley Herald</a>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="cookie-banner" id="consent"><p>We value your privacy. We and our partners store
information on a device for many purposes that are listed here.</p><button>Accept all</button></div>
<main><article>
<p class="kicker"><a href="/region">Region</a></p>
<h1>Old quay falls into the&nbsp;Senn</h1>
<figure><img src="quay.jpg" alt="A quay"><figcaption>The quay on Friday.</figcaption></figure>
<p>{STORY[0].replace("—", "&mdash;").replace("’", "&#8217;")}</p>
<div class="ad">Buy boots at the boot shop, where boots are sold to people with feet.</div>
<p>{STORY[1]}</p>
<blockquote>
  <p>{STORY[2]}</p>
</blockquote>
<h2>What comes <em>next</em></h2>
<ul><li>The road stays closed until June.</li><li><p>A ferry runs from Monday.</p></li></ul>
<table><tr><th>Year</th><th>Repairs</th></tr><tr><td>1968</td><td>2</td></tr></table>
<p>{STORY[3]}</p>
<aside class="related"><h3>Related</h3><a href="/x">Ferry to be painted blue next year</a></aside>
<div id="comments"><h3>Comments</h3><p>I always said that the quay would fall one day, but
nobody listened to me then and now it has fallen down.</p></div>
</article></main>
<footer><p>© 2024 The Valley Herald. All rights reserved.</p></footer>
<script>var page = "<p>This is not text.</p>";</script></body></html>"""

BLOG = f"""<html><head><title>What the Herald leaves out &#8211; Senn Watch</title>
<meta property="og:site_name" content="Senn Watch">
<meta property="article:published_time" content="2024-05-06T09:00:00+00:00">
<link rel="canonical" href="https://senn.example/quay"></head><body class="single-post">
<div id="page" class="hfeed site"><div id="masthead"><a href="/">Senn Watch</a></div>
<div class="post type-post"><h2 class="entry-title">What the Herald leaves out</h2>
<div class="post-meta">By <a rel="author" href="/ann">Ann Poe</a> on May 6</div>
<div class="entry-content">
<p>In part from the Herald:</p>
<blockquote><p>{STORY[0]}</p><p>{STORY[1]}</p></blockquote>
<p>The real truth?</p>
<p>Thirty people were hurt, and four of them died in the night. The quay was never repaired.</p>
<p>{STORY[2]}</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li></ul></div>
</div></div>
<div id="secondary" class="widget-area"><h2>Recent Posts</h2><ul><li><a href="/1">The ferry</a></li>
</ul></div></div></body></html>"""

LIVE = (
    "<html><head><title>Quay: live</title></head><body><nav><a href='/'>Home</a></nav><main>"
    "<h1>Quay falls: what we know</h1>"
    + "".join(
        f"<article class='live-post'><time datetime='2024-05-03T1{hour}:00Z'>1{hour}:00</time>"
        f"<h2>Update number {hour}</h2><p>{text}</p></article>"
        for hour, text in enumerate(STORY)
    )
    + "</main><footer>Contact us</footer></body></html>"
)

AMP = f"""<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>Quay falls</title>
<script async src="https://cdn.ampproject.example/v0.js"></script></head><body>
<amp-sidebar id="s"><ul><li><a href="/">Home page of the paper</a></li></ul></amp-sidebar>
<article><h1>Quay falls</h1><amp-img src="q.jpg" width="1" height="1"></amp-img>
<p>{STORY[0]}</p><amp-ad width="300">An advertisement that nobody reads.</amp-ad><p>{STORY[1]}</p>
<amp-social-share type="email">Mail it</amp-social-share></article></body></html>"""

OLD = f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=windows-1252">
<TITLE>The quay</TITLE></HEAD><BODY bgcolor=white><TABLE width=600><TR><TD width=120>
<A href=index.html>Home</A><BR><A href=news.html>News</A></TD><TD>
<FONT size=4><B>The quay</B></FONT>
<P>{STORY[0]}<P>{STORY[1]}<BR><BR>{STORY[2]}
</TD></TR></TABLE></BODY></HTML>"""


@pytest.fixture(params=[True, False], ids=["trafilatura", "alone"], autouse=True)
def extra(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is read with the extra and without it."""
    monkeypatch.setattr(extractor, "is_installed", lambda: request.param)


def read(page: str) -> Document:
    return document_from_text(page, Side.A, form="html")


def words(document: Document, *blocks: Block) -> list[str]:
    return [
        paragraph.span.of(document.text)
        for paragraph in document.paragraphs
        if not blocks or paragraph.block in blocks
    ]


def test_a_newspaper_page() -> None:
    document = read(NEWSPAPER)
    assert words(document, Block.TITLE) == ["Old quay falls into the Senn"]
    assert words(document, Block.PROSE) == [STORY[0], STORY[1], STORY[3]]
    assert words(document, Block.QUOTE) == [STORY[2]]
    assert words(document, Block.HEADING) == ["What comes next"]
    assert words(document, Block.ITEM) == [
        "The road stays closed until June.",
        "A ferry runs from Monday.",
    ]
    assert words(document, Block.TABLE) == ["Year | Repairs", "1968 | 2"]
    assert words(document, Block.BOILERPLATE) == ["The quay on Friday."]
    assert document.title == "Old quay falls into the Senn"
    assert document.author == "Jane Roe, Bob Moe"
    assert document.publisher == "The Valley Herald"
    assert document.dateline is not None
    assert document.dateline.date == document.date == dt.date(2024, 5, 3)


def test_a_blog_that_quotes_a_report_is_split_in_two() -> None:
    document = read(BLOG)
    assert document.title == "What the Herald leaves out"
    assert (document.author, document.publisher) == ("Ann Poe", "Senn Watch")
    split = split_text(BLOG, form="html")
    assert words(split.a, Block.PROSE) == [STORY[0], STORY[1]]
    assert split.b.date == dt.date(2024, 5, 6)
    assert STORY[2] in words(split.b, Block.PROSE)
    assert (split.a.author, split.b.author) == ("", "Ann Poe")
    assert not any("Recent" in text or "Share" in text for text in words(document, Block.PROSE))
    assert BLOG.split("\n")[split.line - 1] == "<p>The real truth?</p>"


@pytest.mark.parametrize(
    "quoted",
    [
        "<p><em>{}</em></p><p><i>{}</i></p>",
        "<p style='margin-left: 40px'>{}</p><p style='padding-left:2em'>{}</p>",
        "<blockquote>{}<br><br>{}</blockquote>",
        "<ul><li><blockquote>{}</blockquote><blockquote>{}</blockquote></ul>",
    ],
)
def test_a_report_in_italics_or_set_in_is_quoted(quoted: str) -> None:
    page = (
        f"<h1>The quay</h1><p>In part from Reuters:</p>{quoted.format(*STORY[:2])}"
        "<p>Thirty people were hurt, and four of them died in the night of that Friday.</p>"
        "<p>The quay was never repaired, whatever the mayor says of it in the paper.</p>"
    )
    assert words(split_text(page, form="html").a, Block.PROSE) == [STORY[0], STORY[1]]


def test_several_quotations_are_one_side_in_pieces() -> None:
    page = "".join(
        f"<blockquote>{text}</blockquote><p>That is not so at all.</p>" for text in STORY
    )
    split = split_text(page, form="html")
    assert words(split.a, Block.PROSE) == list(STORY)
    assert words(split.b, Block.PROSE) == ["That is not so at all."] * len(STORY)


def test_a_live_page_has_all_of_its_posts() -> None:
    document = read(LIVE)
    assert words(document, Block.PROSE) == list(STORY)
    assert words(document, Block.HEADING)[-1] == "Update number 3"
    assert document.dateline is not None
    assert document.date == dt.date(2024, 5, 3)


def test_an_amp_page() -> None:
    assert words(read(AMP), Block.PROSE) == [STORY[0], STORY[1]]


def test_an_old_page_laid_out_in_a_table(tmp_path: Path) -> None:
    path = tmp_path / "quay.htm"
    path.write_bytes(OLD.encode("cp1252"))
    document = read_document(str(path), Side.A)
    prose = words(document, Block.PROSE)
    assert prose[-3:] == list(STORY[:3])
    assert document.title == "The quay"
    assert not any("Home" in text for text in prose)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>The quay fell.", "The quay fell."),
        ("The quay<br>fell<br>down.<br>Nobody was hurt.", "The quay fell down.\nNobody was hurt."),
        ("One word<br><br>Two words", "One word\n\nTwo words"),
        ("<p>A &amp; B &lt;c&gt; R&D 4&nbsp;000 &hellip;", "A & B <c> R&D 4 000 …"),
        ("<p>Sharp &#8220;quotes&#8221; &#x2019; &bogus; &#0;", "Sharp “quotes” ’ &bogus; �"),
        ("<p>She said <q>no</q>.", "She said “no”."),
        ("<p>It cost <del>5</del> <ins>3</ins> euros.", "It cost 3 euros."),
        (
            "<p>Said he.<sup><a href='#n1'>[1]</a></sup> On the 5<sup>th</sup>.",
            "Said he. On the 5th.",
        ),
        ("<ol start=3><li>One<li>Two<ul><li>Inner</ul></ol>", "3. One\n4. Two\n  • Inner"),
        ("<dl><dt>Quay</dt><dd>A wall.</dd></dl>", "Quay\n\nA wall."),
        ("<p hidden>No</p><p style='display:none'>No</p><p>Yes, it did.", "Yes, it did."),
        ("<p>a<!-- <p>b --> c <![CDATA[x]]> d<?php echo ?> e", "a c d e"),
        ("<p>5 < 6 and 7 > 3, a <3 b", "5 < 6 and 7 > 3, a <3 b"),
        ("<p title='a > b' data-x=\"<p>\">Words</p>", "Words"),
        ("<pre>The quay\nfell  down.\n\n  Nobody was hurt.</pre>", None),
        ("<p>Above the rule.<hr><p>Below the rule.", "Above the rule.\n\n* * *\n\nBelow the rule."),
        ("<p>One<p>Two</div></section></p>Three", "One\n\nTwo\n\nThree"),
        ("<noscript>Turn scripts on.</noscript><p>The quay fell.</p>", "The quay fell."),
        ("<p>be&#8238;fore &#x1b;[31mred&zwnj;", "before [31mred"),
        ("<svg><title>Logo</title><text>Logo</text></svg><p>The quay fell.", "The quay fell."),
    ],
)
def test_what_becomes_of_markup(page: str, text: str | None) -> None:
    document = read(page)
    if text is None:
        assert document.text.split() == "The quay fell down. Nobody was hurt.".split()
    else:
        assert document.text == text


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("<meta property='article:published_time' content='2024-05-04T10:00Z'>", "2024-05-04"),
        ("<meta itemprop=datePublished content=2024-05-04>", "2024-05-04"),
        ("<meta name=date content='20240504'>", "2024-05-04"),
        ("<meta name=pubdate content='Sat, 04 May 2024 10:00:00 GMT'>", "2024-05-04"),
        ("<meta name=DC.date content='May 4, 2024'>", "2024-05-04"),
        (
            "<time datetime=2024-05-01></time><time pubdate datetime=2024-05-04>x</time>",
            "2024-05-04",
        ),
        ("<meta property='article:modified_time' content='2024-05-04'>", "2024-05-04"),
        ("<meta name=date content='2024-99-99'>", None),
        ("<script type=application/ld+json>{not json</script>", None),
        ("<script type=application/ld+json>" + "[" * 100_000 + "</script>", None),
        ("<script type=application/ld+json>[[{'@type': 5}, 3, null]]</script>", None),
    ],
)
def test_the_date_of_a_page(head: str, date: str | None) -> None:
    document = read(f"{head}<p>{STORY[1]}</p>")
    assert document.date == (dt.date.fromisoformat(date) if date else None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "<title>The quay - The Herald</title><meta property=og:site_name content='The Herald'>",
            1,
        ),
        ("<title>The quay | The Herald</title><meta property=og:title content='The quay'>", 1),
        ("<title>The Herald</title><h1>The quay</h1>", 1),
        ("<title>  The\n quay </title>", 1),
        ("", 0),
    ],
)
def test_the_title_of_a_page(head: str, title: int) -> None:
    assert read(f"{head}<p>{STORY[1]}</p>").title == ("The quay" if title else "")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<title>App</title><div id=root></div><script src=a.js></script>", "filled in by scripts"),
        (
            "<noscript>You need to enable JavaScript.</noscript><div id=root></div>",
            "filled in by scripts",
        ),
        (
            '<script type=application/ld+json>{"@type": "Article", "isAccessibleForFree": false}'
            f"</script><h1>Q</h1><p>{STORY[0]}</p><div class=fade></div>",
            "paywall",
        ),
        (
            f"<h1>Quay</h1><p>{STORY[1]}</p><p>Subscribe to continue reading this article.</p>",
            "paywall",
        ),
        ("<form><p>Please log in to read this.</p><input type=password></form>", "log in"),
        ("<p>We value your privacy.</p><button>Accept all cookies</button>"
         "<p>We and our 120 partners store information on a device.</p>", "cookies"),
        ("<meta http-equiv=refresh content='0; URL=/new'><p>Moved.</p>", "leads on to /new"),
        ("<title>Just a moment...</title><p>Verify you are human.</p>", "a person"),
        ("<nav><a href=/>Home</a></nav>", "no words"),
    ],
)  # fmt: skip
def test_a_page_that_gives_no_text_says_what_stands_before_it(page: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said) as caught:
        read(page)
    assert "; " in str(caught.value)


@pytest.mark.parametrize(
    "page",
    [
        f"<div class=paywall>Log in or subscribe</div><p>{' '.join(STORY)}</p>",
        f"<form>Log in: <input type=password></form><p>{STORY[0]} {STORY[1]}</p>",
        "<p>The quay fell.</p><script src=statistics.js></script>",
    ],
)
def test_a_wall_that_stands_before_nothing_is_no_wall(page: str) -> None:
    assert "quay" in read(page).text


def test_a_page_whose_names_mean_something_else_is_read() -> None:
    page = f"<div class=sidebar><p>{STORY[0]}</p><p>{STORY[1]}</p></div>"
    assert words(read(page), Block.PROSE) == [STORY[0], STORY[1]]


def test_the_encoding_that_a_page_declares(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    text = "<p>Жители города сообщили о взрыве на мосту.</p>"
    path.write_bytes(f"<meta charset=koi8-r>{text}".encode("koi8-r"))
    assert read_document(str(path), Side.A).text == "Жители города сообщили о взрыве на мосту."
    path.write_bytes(f"<meta charset=iso-8859-1>{text}".encode())
    assert read_document(str(path), Side.A).text.startswith("Жители")
    path.write_bytes(f"<meta charset=no-such-thing>{text}".encode())
    assert read_document(str(path), Side.A).text.startswith("Жители")
    path.write_bytes(b"<meta charset=utf-8><p>One byte \xff is damaged in this page.</p>")
    assert read_document(str(path), Side.A).text == "One byte � is damaged in this page."
