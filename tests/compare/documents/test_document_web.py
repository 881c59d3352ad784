"""Web addresses, from servers on this machine: limits, redirects, and where nothing may lead."""

from __future__ import annotations

import gzip
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fpdf import FPDF

from tuireader.compare.documents import DocumentError, loading, read_document, sources
from tuireader.compare.documents.errors import Unreadable
from tuireader.compare.documents.web import Fetcher, fetch
from tuireader.compare.documents.web.addresses import is_public, parse
from tuireader.compare.model import Side

PAGE = b"<!doctype html><title>The quay</title><p>The quay fell into the Senn on 3 May 2024.</p>"
HTML = "text/html; charset=utf-8"
CERTIFICATE = Path(__file__).parent / "quay.example.pem"


@dataclass
class Answer:
    """What the server says at a path."""

    body: bytes = PAGE
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": HTML})
    announced: int | None = None


@dataclass
class Server:
    """A server, what it says, and what it was asked: host and path."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    stalled: threading.Event = field(default_factory=threading.Event)

    def leads(self, path: str, location: str, status: int = 302) -> None:
        self.answers[path] = Answer(b"", status, {"Location": location})

    def url(self, path: str = "/", host: str = "quay.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


def serve(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            ours.asked.append((self.headers["Host"], self.path))
            if self.path == "/slow":
                ours.stalled.wait(20)
            answer = ours.answers.get(self.path, Answer(b"", 404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            length = len(answer.body) if answer.announced is None else answer.announced
            self.send_header("Content-Length", str(length))
            self.end_headers()
            while self.path == "/drip" and not ours.stalled.wait(0.05):
                self.wfile.write(b".")
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that leaves early is what some tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    ours = Server(server.server_address[1], {"/": Answer(), "/drip": Answer(b"", announced=10**6)})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield ours
    finally:
        ours.stalled.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    yield from serve()


@pytest.fixture
def safe() -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    yield from serve(context)


def here(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


def fetcher(**settings: object) -> Fetcher:
    return Fetcher(**{"allow_private": True, "resolver": here, **settings})  # type: ignore[arg-type]


def problem(source: str, **settings: object) -> str:
    with pytest.raises(Unreadable) as caught:
        fetcher(**settings).fetch(source)
    assert caught.value.remedy
    return caught.value.problem


def test_a_page_comes_with_its_type_and_the_name_of_its_host(server: Server) -> None:
    page = fetcher().fetch(server.url("/"))
    assert (page.data, page.media, page.charset) == (PAGE, "text/html", "utf-8")
    assert server.asked == [(f"quay.example:{server.port}", "/")]


def test_what_a_path_holds_is_escaped(server: Server) -> None:
    server.answers["/caf%C3%A9/a%20b?q=%22x%22&y=%41"] = Answer()
    assert fetcher().fetch(server.url('/café/a b?q="x"&y=%41#part')).data == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "identity"])
def test_a_packed_page_is_unpacked(server: Server, encoding: str) -> None:
    packed = {"gzip": gzip.compress(PAGE), "deflate": zlib.compress(PAGE), "identity": PAGE}
    server.answers["/"] = Answer(packed[encoding], headers={"Content-Encoding": encoding})
    assert fetcher().fetch(server.url()).data == PAGE


def test_redirects_are_followed(server: Server) -> None:
    server.leads("/old", "/older?x=1", 301)
    server.leads("/older?x=1", f"//other.example:{server.port}/", 308)
    page = fetcher().fetch(server.url("/old"))
    assert page.data == PAGE
    assert page.address.host == "other.example"


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("/here", "circle"),
        ("file:///etc/passwd", "kind file"),
        ("ftp://x.example/", "kind ftp"),
        ("http://[1", "no web address"),
        ("http://user:word@x.example/", "name or a password"),
    ],
)
def test_where_a_redirect_must_not_lead(server: Server, location: str, said: str) -> None:
    server.leads("/here", location)
    assert said in problem(server.url("/here"))


def test_too_many_redirects(server: Server) -> None:
    for number in range(12):
        server.leads(f"/{number}", f"/{number + 1}")
    assert "more than 10 times" in problem(server.url("/0"))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "log in"),
        (403, "refuses to give it to a program"),
        (404, "no such page"),
        (410, "gone"),
        (418, "no page (answer 418)"),
        (429, "too often"),
        (204, "no page"),
        (302, "no page"),
        (503, "trouble of its own (answer 503)"),
    ],
)
def test_other_answers_are_told_in_words(server: Server, status: int, said: str) -> None:
    server.answers["/"] = Answer(b"", status, {})
    assert said in problem(server.url())


def test_size_is_limited_as_announced_as_sent_and_as_unpacked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MAX_BYTES", 1024 * 1024)
    large = bytes(3 * 1024 * 1024)
    server.answers["/announced"] = Answer(b"", announced=len(large))
    server.answers["/sent"] = Answer(large)
    server.answers["/packed"] = Answer(gzip.compress(large), headers={"Content-Encoding": "gzip"})
    for path in ("/announced", "/sent", "/packed"):
        assert "larger than 1 MiB" in problem(server.url(path))


def test_what_breaks_off_is_not_taken_for_the_whole(server: Server) -> None:
    server.answers["/short"] = Answer(PAGE, announced=len(PAGE) + 5)
    packed = gzip.compress(PAGE * 50)
    server.answers["/packed"] = Answer(packed[:-12], headers={"Content-Encoding": "gzip"})
    server.answers["/damaged"] = Answer(b"no gzip", headers={"Content-Encoding": "gzip"})
    server.answers["/brotli"] = Answer(PAGE, headers={"Content-Encoding": "br"})
    assert "broke off" in problem(server.url("/short"))
    assert "broke off" in problem(server.url("/packed"))
    assert "damaged" in problem(server.url("/damaged"))
    assert "(br)" in problem(server.url("/brotli"))


def test_the_whole_time_is_limited(server: Server) -> None:
    for path in ("/slow", "/drip"):
        assert "in time" in problem(server.url(path), seconds=0.3)


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    with pytest.raises(Unreadable) as caught:
        fetcher().fetch("http://quay.example:1/")
    assert "cannot be reached" in caught.value.problem
    assert "proxies are not used" in caught.value.remedy


def test_a_host_that_there_is_not() -> None:
    def fail(host: str, port: int) -> list[str]:
        raise OSError(f"{host}:{port}")

    assert "no host" in problem("http://quay.example/", resolver=fail)


def test_a_certificate_must_be_trusted_and_name_the_host(safe: Server) -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    page = fetcher(context=trusting).fetch(safe.url(scheme="https"))
    assert page.data == PAGE
    other = safe.url(host="other.example", scheme="https")
    assert "cannot be trusted" in problem(other, context=trusting)
    assert "cannot be trusted" in problem(safe.url(scheme="https"))
    assert len(safe.asked) == 1


def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let 127.0.0.1 stand for the internet at large, since no test goes there."""
    monkeypatch.setattr(fetch, "is_public", lambda number: number == "127.0.0.1")


def test_a_redirect_to_a_private_address_is_not_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_this_machine(monkeypatch)
    server.leads("/", server.url("/secret", host="inner.example"))
    numbers = {"quay.example": ["127.0.0.1"], "inner.example": ["127.0.0.2"]}
    resolver: Callable[[str, int], list[str]] = lambda host, _: numbers[host]  # noqa: E731
    said = problem(server.url(), allow_private=False, resolver=resolver)
    assert "inner.example (127.0.0.2) is a private address" in said
    assert [path for _, path in server.asked] == ["/"]


def test_a_host_of_which_one_address_is_private_is_refused(server: Server) -> None:
    def both(_host: str, _port: int) -> list[str]:
        return ["8.8.8.8", "127.0.0.1"]

    said = problem(server.url(), allow_private=False, resolver=both)
    assert "127.0.0.1" in said
    assert server.asked == []


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_this_machine(monkeypatch)
    answers = [["127.0.0.1"], ["10.0.0.1"]]

    def rebinding(_host: str, _port: int) -> list[str]:
        return answers.pop(0)

    page = fetcher(allow_private=False, resolver=rebinding).fetch(server.url())
    assert page.data == PAGE
    assert len(answers) == 1


def test_the_second_address_is_tried_where_the_first_is_deaf(server: Server) -> None:
    def two(_host: str, _port: int) -> list[str]:
        return ["127.0.0.3", "127.0.0.1"]

    assert fetcher(resolver=two).fetch(server.url()).data == PAGE


@pytest.mark.parametrize(
    "number",
    "127.0.0.1 127.255.0.1 10.1.1.1 172.16.0.1 192.168.1.1 100.64.1.1 169.254.169.254 224.0.0.1"
    " 0.0.0.0 0.1.2.3 255.255.255.255 240.0.0.1 192.0.0.1 192.0.2.1 198.18.0.1 192.88.99.1 ::1 ::"
    " ::ffff:10.0.0.1 ::ffff:127.0.0.1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 64:ff9b::7f00:1"
    " 2002:7f00:1:: ::127.0.0.1 2001:0:1::1 fec0::1 ff02::1 2001:db8::1 localhost 127.1".split(),
)
def test_addresses_that_are_not_of_the_internet_at_large(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "93.184.215.14", "2001:4860:4860::8888", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_internet_at_large(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://quay.example/", "kind ftp"),
        ("file:///etc/passwd", "kind file"),
        ("gopher://quay.example/", "kind gopher"),
        ("http://", "no host"),
        ("http:///path", "no host"),
        ("http://quay.example:99999/", "no web address"),
        ("http://quay.example/\r\nHost: x", "no web address"),
        ("http://a:b@quay.example/", "password"),
        ("http://" + "a" * 9000, "no web address"),
        (f"http://{'a' * 64}.example/", "no web address"),
    ],
)
def test_what_is_no_address_of_the_web(address: str, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse(address)
    assert said in caught.value.problem


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("HTTP://Quay.Example", "http://quay.example/"),
        ("https://quay.example:443/a?b#c", "https://quay.example/a?b"),
        ("http://bücher.example/ü", "http://xn--bcher-kva.example/%C3%BC"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_an_address_is_written_in_one_way(address: str, whole: str) -> None:
    assert str(parse(address)) == whole


def test_a_document_from_the_web(server: Server) -> None:
    server.answers["/report.txt"] = Answer(
        "A café fell.".encode("latin-1"), headers={"Content-Type": "text/plain; charset=latin-1"}
    )
    server.answers["/picture"] = Answer(b"<svg/>", headers={"Content-Type": "image/svg+xml"})
    server.answers["/empty"] = Answer(b"")
    base = f"http://127.0.0.1:{server.port}"
    document = read_document(f"{base}/", Side.A, allow_private=True)
    assert document.text == "The quay fell into the Senn on 3 May 2024."
    assert document.title == "The quay"
    assert document.source == f"{base}/"
    assert read_document(f"{base}/report.txt", Side.A, allow_private=True).text == "A café fell."
    for path, said in (("picture", "image/svg"), ("empty", "empty page"), ("none", "no such page")):
        with pytest.raises(DocumentError, match=said) as caught:
            read_document(f"{base}/{path}", Side.A, allow_private=True)
        assert str(caught.value).startswith(f"{base}/{path}: ")
    with pytest.raises(DocumentError, match=r"127\.0\.0\.1 is a private address.*--allow-private"):
        read_document(f"{base}/", Side.A)


def test_a_pdf_file_from_the_web(server: Server) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.multi_cell(0, text="The quay fell into the Senn on 3 May 2024.")
    server.answers["/report"] = Answer(
        bytes(pdf.output()), headers={"Content-Type": "application/pdf"}
    )
    address = f"http://127.0.0.1:{server.port}/report"
    document = read_document(address, Side.A, allow_private=True)
    assert document.text == "The quay fell into the Senn on 3 May 2024."
    assert document.page(0) == 1


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "find_spec", lambda _name: None)
    with pytest.raises(DocumentError, match=r"pip install 'tuireader\[web\]'"):
        read_document("https://quay.example/", Side.A)
