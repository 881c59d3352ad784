"""Mails: the best body, decoded; quotations, signatures and headers told apart."""

from __future__ import annotations

import datetime as dt
from base64 import encodebytes
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path
from quopri import encodestring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.compare.claims.extract import extract_claims
from tuireader.compare.documents import DocumentError, split_document
from tuireader.compare.documents.draft import Draft
from tuireader.compare.documents.eml import read
from tuireader.compare.documents.eml.content import unflowed
from tuireader.compare.model import Block

HEAD = "From: Ada Brandt <ada@example.org>\nSubject: The dam\nMIME-Version: 1.0\n"
REPORT = (
    "PORT ALBA, March 4, 2019 - The ministry said on Monday that twelve houses\n"
    "were lost when the dam at Orsk gave way.\n"
    "\n"
    "Nobody was hurt, it added, and repairs would take four weeks.\n"
)
ANSWER = (
    "That is not what our people on the spot have seen. Forty houses were lost,\n"
    "and two persons died in the flood.\n"
)


def quoted(text: str) -> str:
    return "".join(f"> {line}".rstrip() + "\n" for line in text.splitlines())


def mail(body: str, **fields: str) -> bytes:
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    return (HEAD + head + "\n" + body).encode()


def blocks(data: bytes | Draft) -> list[tuple[Block, str]]:
    draft = read(data, "a.eml") if isinstance(data, bytes) else data
    return [(paragraph.block, paragraph.span.of(draft.text)) for paragraph in draft.paragraphs]


def texts(data: bytes) -> list[str]:
    return [text for _, text in blocks(data)]


def trouble(data: bytes) -> str:
    with pytest.raises(DocumentError, match=r"^a\.eml: .*; ") as caught:
        read(data, "a.eml")
    assert str(caught.value).isprintable()
    return str(caught.value)


def test_what_the_header_fields_tell() -> None:
    message = EmailMessage()
    message["Subject"] = "Re: Fwd: Überschwemmung im Süden des Landes, und was danach geschah " * 2
    message["From"] = "Jörg Müller <jm@example.org>"
    message["Date"] = "Mon, 04 Mar 2019 23:30:00 -0500"
    message["Organization"] = "Port Alba Herald"
    message.set_content("Der Damm hält — für's Erste.\n")
    draft = read(bytes(message), "a.eml")
    assert draft.title.startswith("Überschwemmung im Süden")
    assert draft.author == "Jörg Müller"
    assert draft.publisher == "Port Alba Herald"
    assert draft.date == dt.date(2019, 3, 4)
    assert draft.text == "Der Damm hält — für's Erste."
    assert draft.runs == ()


@pytest.mark.parametrize(
    ("fields", "author", "title", "date"),
    [
        ("From: ada@example.org\n", "ada@example.org", "", None),
        ("From: =?utf-8?B?SsO2cmc=?= <j@example.org>\n", "Jörg", "", None),
        ("From: =?nonsense?B?SsO2cmc=?=\nX: y\n", None, "", None),
        ("From: <<>>;;,\nDate: yesterday\n", None, "", None),
        ("From: a@b\nDate: Mon, 99 Foo 20190 99:99\nSubject: =?utf-8?Q?=E2=80=9CA=E2=80=9D?=\n",
         "a@b", "“A”", None),
        ("Subject: AW: Re[2]: FW: Dam\n", "", "Dam", None),
    ],
)  # fmt: skip
def test_odd_header_fields(
    fields: str, author: str | None, title: str, date: dt.date | None
) -> None:
    draft = read(f"{fields}\nIt rained.\n".encode(), "a.eml")
    assert author is None or draft.author == author
    assert (draft.title, draft.date, draft.text) == (title, date, "It rained.")


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("utf-8", "“naïve” – café".encode()),
        ("us-ascii", "“naïve” – café".encode()),
        ("iso-8859-1", "“naïve” – café".encode("cp1252")),
        ("iso-8859-1", "“naïve” – café".encode()),
        ("utf-8", "“naïve” – café".encode("cp1252")),
        ("no-such-charset", "“naïve” – café".encode()),
        ("unicode_escape", "“naïve” – café".encode()),
        ("utf-16", "“naïve” – café".encode("utf-16")),
        ("rot13", "“naïve” – café".encode()),
    ],
)
@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_charsets_that_lie(charset: str, data: bytes, encoding: str) -> None:
    if encoding == "8bit" and charset == "utf-16":
        return
    body = {"8bit": bytes, "base64": encodebytes, "quoted-printable": encodestring}[encoding](data)
    head = f'Content-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: {encoding}\n'
    assert texts(HEAD.encode() + head.encode() + b"\n" + body) == ["“naïve” – café"]


def test_plain_text_is_preferred_and_a_stub_is_not() -> None:
    message = EmailMessage()
    message["From"] = "a@example.org"
    message.set_content("The dam held for a week.\n")
    message.add_alternative(
        "<html><body><p>The dam held for <b>a week</b>.</p></body></html>", "html"
    )
    assert texts(bytes(message)) == ["The dam held for a week."]
    stub = EmailMessage()
    stub["From"] = "a@example.org"
    stub.set_content("Your program cannot show this message.\n")
    words = "The ministry said that the dam at Orsk held for a week and a day. "
    stub.add_alternative(f"<html><body><p>{words * 6}</p></body></html>", "html")
    assert texts(bytes(stub)) == [(words * 6).strip()]


def test_html_alone_and_text_in_two_parts() -> None:
    html = EmailMessage()
    html["From"] = "a@example.org"
    words = "The ministry said that the dam at Orsk held for a week."
    html.set_content(f"<html><body><p>{words}</p></body></html>", subtype="html")
    assert texts(bytes(html)) == [words]
    mixed = EmailMessage()
    mixed["From"] = "a@example.org"
    mixed.set_content("Before the picture.\n")
    mixed.add_attachment(b"x", maintype="image", subtype="png", filename="p.png")
    mixed.add_attachment("After the picture.\n", disposition="inline")
    assert texts(bytes(mixed)) == ["Before the picture.", "After the picture."]


def test_attachments_are_left_out() -> None:
    message = EmailMessage()
    message["From"] = "a@example.org"
    message.set_content("See the file.\n")
    message.add_attachment("Not this.\n", filename="notes.txt")
    assert texts(bytes(message)) == ["See the file."]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("a line \nthat flows\nand ends", "a line that flows\nand ends"),
        ("> quoted \n> on\nown", "> quoted on\nown"),
        ("> one \n>> two \n>> on", "> one \n>> two on"),
        (" >no quote", ">no quote"),
        (" From here", "From here"),
        ("-- \nname", "-- \nname"),
    ],
)
def test_flowed_lines(lines: str, joined: str) -> None:
    assert unflowed(lines) == joined


def test_a_flowed_mail() -> None:
    body = "The dam \nheld for a \nweek.\n\n> It \n> broke.\n"
    data = mail(body, Content_Type='text/plain; format="flowed"; delsp=no')
    assert blocks(data) == [(Block.QUOTE, "It broke."), (Block.PROSE, "The dam held for a week.")]
    data = mail("auseinan \nder\n", Content_Type="text/plain; format=flowed; delsp=yes")
    assert texts(data) == ["auseinander"]


def test_signatures_are_no_part_of_the_account() -> None:
    body = "The dam held for a week.\n-- \nAda Brandt\nPress office, tel. 555 12 34\n"
    assert {block for block, _ in blocks(mail(body))[1:]} == {Block.BOILERPLATE}
    assert blocks(mail(body))[0] == (Block.PROSE, "The dam held for a week.")
    above = ANSWER + "\n-- \nAda\n\nOn Monday, Joe Doe wrote:\n" + quoted(REPORT)
    assert [block for block, _ in blocks(mail(above))][:3] == [
        Block.HEADING, Block.QUOTE, Block.QUOTE,
    ]  # fmt: skip
    assert blocks(mail(above))[-1][0] is Block.BOILERPLATE


def test_what_an_answer_quotes_below_comes_first_as_it_was_said_first() -> None:
    assert [block for block, _ in blocks(mail(REPLY_ABOVE))] == [
        Block.HEADING, Block.QUOTE, Block.QUOTE, Block.PROSE,
    ]  # fmt: skip
    assert [block for block, _ in blocks(mail(BETWEEN))] == [
        Block.HEADING, Block.QUOTE, Block.PROSE, Block.QUOTE, Block.PROSE,
    ]  # fmt: skip


REPLY_BELOW = (
    f"On Mon, 4 Mar 2019 at 10:00, Joe Doe\n<joe@example.org> wrote:\n\n{quoted(REPORT)}\n{ANSWER}"
)
REPLY_ABOVE = (
    f"{ANSWER}\nOn Mon, 4 Mar 2019 at 10:00, Joe Doe <joe@example.org> wrote:\n{quoted(REPORT)}"
)
OUTLOOK = (
    "From: Joe Doe [mailto:joe@example.org]\nSent: Monday, 4 March 2019 10:00\n"
    "To: Ada Brandt\nSubject: The dam\n\n"
)
OUTLOOK_REPLY = f"{ANSWER}\n-----Original Message-----\n{OUTLOOK}{REPORT}"
BETWEEN = (
    "Joe Doe wrote:\n> The ministry said on Monday that twelve houses were lost.\n\n"
    "Forty houses were lost.\n\n> Nobody was hurt, it added, and repairs take four weeks.\n\n"
    "Two persons died in the flood, and repairs will take a year.\n"
)


@pytest.mark.parametrize("body", [REPLY_BELOW, REPLY_ABOVE, BETWEEN, OUTLOOK_REPLY])
def test_a_mail_that_answers_a_report_splits(tmp_path: Path, body: str) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(mail(body, Message_ID="<1@example.org>"))
    split = split_document(str(path))
    assert "twelve houses" in split.a.text
    assert "Forty houses" not in split.a.text
    assert "Forty houses" in split.b.text
    assert "twelve houses" not in split.b.text
    for side in (split.a, split.b):
        claims = extract_claims(side)
        assert claims
        assert all(claim.span.of(side.text) == claim.text for claim in claims)


@pytest.mark.parametrize(
    "header",
    [
        OUTLOOK,
        "-----Original Message-----\n" + OUTLOOK,
        "---------- Forwarded message ---------\n" + OUTLOOK,
        "Begin forwarded message:\n\n" + OUTLOOK,
        "________________________________\n" + OUTLOOK,
    ],
)
def test_what_is_forwarded_below_own_words_is_quoted(header: str) -> None:
    found = blocks(mail(f"{ANSWER}\n{header}{REPORT}"))
    assert found[-1][0] is Block.PROSE
    assert [block for block, _ in found[-3:-1]] == [Block.QUOTE, Block.QUOTE]
    assert {block for block, _ in found[:-3]} == {Block.BOILERPLATE}
    alone = blocks(mail(f"FYI\n\n{header}{REPORT}"))
    assert [block for block, _ in alone[-2:]] == [Block.PROSE, Block.PROSE]


def test_a_message_attached_whole_is_read_where_there_is_nothing_else() -> None:
    inner = EmailMessage()
    inner["From"] = "Joe Doe <joe@example.org>"
    inner["Subject"] = "Dam broken"
    inner["Date"] = "Mon, 04 Mar 2019 10:00:00 +0000"
    inner.set_content("Twelve houses were lost.\n")
    outer = EmailMessage()
    outer["From"] = "Ada <ada@example.org>"
    outer.set_content("\n")
    outer.add_attachment(inner)
    draft = read(bytes(outer), "a.eml")
    assert (draft.text, draft.author, draft.title) == (
        "Twelve houses were lost.", "Joe Doe", "Dam broken",
    )  # fmt: skip
    outer = EmailMessage()
    outer["From"] = "Ada <ada@example.org>"
    outer.set_content("My own words are these.\n")
    outer.add_attachment(inner)
    assert texts(bytes(outer)) == ["My own words are these."]


def test_words_signed_with_pgp() -> None:
    body = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe dam held.\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----\n"
    )
    assert texts(mail(body)) == ["The dam held."]


def nested(depth: int) -> bytes:
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n"
        for number in range(depth)
    )
    return (HEAD + head + "Content-Type: text/plain\n\nWords.\n").encode()


ONE = "From ada@example.org Mon Mar  4 10:00:00 2019\n" + HEAD + "\nThe first message.\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mail("x", Content_Type="application/pkcs7-mime; smime-type=enveloped-data"), "S/MIME"),
        (mail("x", Content_Type="application/x-pkcs7-mime; smime-type=signed-data"), "signature"),
        (mail("x", Content_Type='multipart/encrypted; boundary="b"'), "OpenPGP"),
        (mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"), "OpenPGP"),
        ((ONE + "\n" + ONE + "\n" + ONE).encode(), "mailbox of 3 messages"),
        ((ONE + "\n" + ONE).replace("\n", "\r\n").encode(), "mailbox of 2 messages"),
        (b"It rained for a week.\n", "no header fields"),
        (mail(""), "holds no text"),
        (mail("JVBERi0=", Content_Type='application/pdf; name="a.pdf"'), "attachments (a.pdf)"),
        (nested(3000), "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, said: str) -> None:
    assert said in trouble(data)


def test_one_message_of_a_mailbox_is_a_mail() -> None:
    assert texts(ONE.encode()) == ["The first message."]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_is_told_or_read_over_but_never_crashes(data: st.DataObject) -> None:
    message = EmailMessage()
    message["From"] = "Jörg <joe@example.org>"
    message["Date"] = "Mon, 04 Mar 2019 10:00:00 +0000"
    message.set_content(REPLY_ABOVE)
    message.add_alternative(f"<p>{REPORT}</p>", "html")
    broken = bytearray(bytes(message))
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(broken)))
    for damaged in (bytes(broken), bytes(broken[:end])):
        with suppress(DocumentError):
            assert all(len(p.span) for p in read(damaged, "a.eml").paragraphs)
