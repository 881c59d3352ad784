from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jsonschema
import pytest

from tuireader.compare.report.json_report import schema

Run = Callable[..., CompletedProcess[bytes]]


def rows(*items: object) -> bytes:
    return b"".join(json.dumps(item).encode() + b"\n" for item in items)


def answers(done: CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


PAIRS = [
    {"id": f"row {n}", "a": f"Team {n} won {n} games.", "b": f"Team {n} won {n + 5} games."}
    for n in range(25)
]


@pytest.mark.parametrize("jobs", [[], ["--jobs", "1"], ["--jobs", "3"]])
def test_each_row_is_answered_in_its_place(launch: Run, jobs: list[str]) -> None:
    done = launch("batch", "-", "--format", "jsonl", *jobs, stdin=rows(*PAIRS))
    assert (done.returncode, done.stderr) == (0, b"")
    found = answers(done)
    assert [answer["id"] for answer in found] == [pair["id"] for pair in PAIRS]
    validator = jsonschema.Draft202012Validator(schema())
    for answer, pair in zip(found, PAIRS, strict=True):
        validator.validate(answer)
        assert answer["documents"]["a"]["text"] == pair["a"]


def test_the_number_of_processes_changes_nothing(run: Run, launch: Run) -> None:
    one, many = (
        call("batch", "-", "--jobs", jobs, stdin=rows(*PAIRS))
        for call, jobs in ((run, "1"), (launch, "3"))
    )
    assert one.stdout == many.stdout


def test_a_file_is_read_as_standard_input_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_bytes(rows(*PAIRS[:3]))
    one = run("batch", file, "--jobs", "1")
    assert one.stdout == run("batch", "-", "--jobs", "1", stdin=rows(*PAIRS[:3])).stdout


GOOD = {"id": "good", "a": "It rained on Monday.", "b": "It rained on Monday."}


@pytest.mark.parametrize(
    ("line", "identity", "message"),
    [
        (b"nonsense", 2, "not JSON"),
        (b'{"id": "x", "a": "y"', 2, "not JSON"),
        (b"[1, 2]", 2, "not an object"),
        (b'{"id": "x", "b": "z"}', "x", '"a" is missing'),
        (b'{"id": "x", "a": "y", "b": null}', "x", '"b" must be a text'),
        (b'{"id": ["x"], "a": "y", "b": "z"}', 2, '"id" must be'),
        (b'{"id": 7, "a": "y", "b": "z", "date_a": "May"}', 7, '"date_a" is no day'),
        (b'{"id": 7, "a": "y", "b": " "}', 7, "b: "),
        (b'{"a": "\xff", "b": "z"}', 2, "not UTF-8"),
        (b"[" * 100_000, 2, "not JSON"),
    ],
)
def test_a_bad_row_is_answered_by_an_error_and_the_rest_is_done(
    run: Run, line: bytes, identity: object, message: str
) -> None:
    done = run("batch", "-", "--jobs", "1", stdin=rows(GOOD) + line + b"\n\n" + rows(GOOD))
    first, bad, last = answers(done)
    assert first["id"] == last["id"] == "good"
    assert (bad["id"], bad["line"]) == (identity, 2)
    assert message in bad["error"]
    assert done.returncode == 2
    assert done.stderr == b"tuireader: 1 of 3 rows could not be compared; see their error lines\n"


def test_a_row_without_an_id_is_known_by_its_line(run: Run) -> None:
    row = {"a": GOOD["a"], "b": GOOD["b"]}
    assert [answer["id"] for answer in answers(run("batch", "-", "-j1", stdin=rows(row, row)))] == [
        1,
        2,
    ]


def test_dates_of_a_row(run: Run) -> None:
    row = {**GOOD, "date_a": "2024-05-06", "date_b": None}
    (answer,) = answers(run("batch", "-", "-j1", stdin=rows(row)))
    assert answer["documents"]["a"]["date"] == "2024-05-06"
    assert answer["documents"]["b"]["date"] is None


def test_no_row_is_no_trouble(run: Run) -> None:
    done = run("batch", "-", "-j1", stdin=b"\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("source", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_told(run: Run, source: str) -> None:
    done = run("batch", source)
    assert done.returncode == 2
    assert done.stderr.startswith(f"tuireader: {source}: ".encode())
    assert done.stderr.count(b"\n") == 1
