"""The reader in a browser: what the server answers, whom it refuses, how it ends."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

aiohttp = pytest.importorskip("aiohttp")
ReaderServer = pytest.importorskip("tuireader.cli.server").ReaderServer
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends by a POSIX signal")

Run = Callable[..., CompletedProcess[bytes]]
Pair = tuple[Path, Path]
PATIENCE = 60


class Served:
    """`tuireader serve` in a process of its own."""

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tuireader", "serve", "--port", "0", *map(str, arguments)],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def end(self) -> tuple[int, str]:
        """Press ctrl+c; the exit code and what was said."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    started: list[Served] = []

    def call(*arguments: object) -> Served:
        started.append(Served(tmp_path, *arguments))
        return started[-1]

    yield call
    for served in started:
        served.process.kill()
        served.process.communicate()


async def frame(address: str, **headers: str) -> str:
    """What a visit paints until the verdicts are there."""
    url = address.replace("http:", "ws:") + "ws?width=120&height=30"
    painted = ""
    async with (
        asyncio.timeout(PATIENCE),
        aiohttp.ClientSession() as session,
        session.ws_connect(url, headers=headers) as visit,
    ):
        async for message in visit:
            data = message.data
            painted += data.decode("utf-8") if isinstance(data, bytes) else str(data)
            if "conflict" in painted and "people were hurt" in painted:
                break
    return painted


async def answer(address: str, **headers: str) -> tuple[int, str, str]:
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as got:
        return got.status, await got.text(), got.headers.get("Content-Security-Policy", "")


def test_a_visit_gets_the_reader_and_ctrl_c_ends_all(
    serve: Callable[..., Served], tmp_path: Path, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    a = pair[0].rename(tmp_path / "it's; touch x $(id).txt")
    b = pair[1].rename(tmp_path / "-b.txt")
    served = serve("--theme", "paper", "--", a.name, b.name)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", served.address)
    status, page, policy = asyncio.run(answer(served.address))
    assert status == 200
    assert served.address.replace("http:", "ws:") + "ws" in page
    assert "connect-src 'self' ws://127.0.0.1" in policy
    painted = asyncio.run(frame(served.address, Origin=served.address.rstrip("/")))
    assert "Twelve people were hurt" in painted
    assert not (tmp_path / "x").exists()
    code, said = served.end()
    assert (code, said) == (0, "")


def test_a_visit_that_goes_on_is_ended(serve: Callable[..., Served], pair: Pair) -> None:
    served = serve(*pair)

    async def stay() -> int:
        url = served.address.replace("http:", "ws:") + "ws"
        async with aiohttp.ClientSession() as session, session.ws_connect(url) as visit:
            await visit.receive(PATIENCE)
            served.process.send_signal(signal.SIGINT)
            async with asyncio.timeout(PATIENCE):
                async for _ in visit:
                    pass
        return await asyncio.to_thread(served.process.wait, PATIENCE)

    assert asyncio.run(stay()) == 0


def test_no_other_site_can_read(serve: Callable[..., Served], pair: Pair) -> None:
    served = serve(*pair)
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        asyncio.run(frame(served.address, Origin="https://evil.example"))
    assert refused.value.status == 403
    status, _, _ = asyncio.run(answer(served.address, Host="evil.example"))
    assert status == 403
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        asyncio.run(frame(served.address, Host="evil.example", Origin="http://evil.example"))
    assert refused.value.status == 403


def test_a_warning_where_others_can_reach_it(serve: Callable[..., Served], pair: Pair) -> None:
    served = serve("--host", "0.0.0.0", *pair)
    port = re.search(r":(\d+)/", served.address)
    assert port
    status, page, _ = asyncio.run(answer(f"http://localhost:{port[1]}/"))
    assert status == 200
    assert f"ws://localhost:{port[1]}/ws" in page
    code, said = served.end()
    assert code == 0
    assert said == "tuireader: whoever reaches 0.0.0.0 can read both texts, unencrypted\n"


def test_without_the_extra_its_name_is_told(
    run: Run, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "tuireader.cli.server", raising=False)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    done = run("serve", *pair)
    assert done.returncode == 2
    assert done.stderr == b"tuireader: serve needs an extra: pip install 'tuireader[serve]'\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["-", "b.txt"], b"standard input can't be served"),
        (["a.txt", "@clipboard"], b"the clipboard can't be served"),
        (["a.txt", "nowhere.txt"], b"nowhere.txt: there is no such file"),
        (["a.txt", "b.txt", "--port", "{taken}"], b"try --port 0"),
        (["a.txt", "b.txt", "--host", "203.0.113.1"], b"can't listen on 203.0.113.1 port 8000"),
        (["a.txt", "b.txt", "--port", "99999"], b"(try: tuireader serve --help)"),
    ],
)
def test_what_can_not_be_served(
    run: Run, pair: Pair, arguments: list[str], complaint: bytes
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        words = [word.format(taken=taken.getsockname()[1]) for word in arguments]
        done = run("serve", *words)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert done.stdout == b""


def test_the_reader_below_gets_what_was_asked(
    run: Run, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = []
    monkeypatch.setattr(
        ReaderServer, "run", lambda self, *_: commands.append(shlex.split(self.command))
    )
    lens = tmp_path / "own lens.toml"
    lens.write_text('id = "x"\ntitle = "X"\nabout = "X."\nterms = ["bridge"]\n')
    options = ["--label-a", "--it's", "--date-b", "2024-05-03", "--lenses", str(lens)]
    options += ["--no-ascii", "--no-watch", "--theme", "paper", "--format-a", "text"]
    done = run("serve", "--port", "0", *options, *pair)
    assert done.returncode == 0, done.stderr
    (words,) = commands
    assert words[0] == sys.executable
    assert words[1:4] == ["-m", "tuireader", "read"]
    assert words[-3:] == ["--", *map(str, pair)]
    assert set(words[4:-3]) == {
        "--label-a=--it's", "--date-b=2024-05-03", f"--lenses={lens}", "--no-ascii",
        "--no-watch", "--theme=paper", "--format-a=text",
    }  # fmt: skip
    assert os.environ.get("TEXTUAL_DRIVER") is None
