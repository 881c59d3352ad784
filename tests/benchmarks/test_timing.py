"""The figures of a run, and that a run which was kept comes back and is held against another."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest
from runs import Ratio, Run, difference, finish, load, save, table
from timing import Measured, in_turn, quantile, run_once


@pytest.mark.parametrize(
    ("share", "wanted"), [(0.0, 1.0), (0.25, 2.0), (0.5, 3.0), (0.95, 4.0), (1.0, 4.0)]
)
def test_a_quantile_is_one_of_the_samples(share: float, wanted: float) -> None:
    assert quantile([3.0, 1.0, 4.0, 2.0], share) == wanted


def test_cases_are_run_in_turn_and_the_warm_up_is_left_out() -> None:
    order: list[str] = []

    def case(name: str) -> float:
        order.append(name)
        return float(len(order))

    got = in_turn({"a": lambda: case("a"), "b": lambda: case("b")}, 2, warm_up=1)
    assert order == ["a", "b"] * 3
    assert got["a"].samples == (3.0, 5.0)


def test_a_process_is_timed_to_its_end() -> None:
    done = run_once([sys.executable, "-c", "raise SystemExit(3)"])
    assert done.code == 3
    assert done.wall > 0
    assert done.peak > 1


def example(sample: float, ratio: float) -> Run:
    measured = {"page-down": Measured((sample,)), "memory": Measured((120.0,), "MB")}
    return Run("frames", measured, (Ratio("p95 by median", ratio, 3.0),), {"when": "2026-01-02"})


def test_a_run_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    run = example(0.004, 2.0)
    assert table(load(save(run, tmp_path))) == table(run)


def test_the_table_tells_a_missed_aim() -> None:
    assert "missed" in table(example(0.004, 3.5))
    assert "missed" not in table(example(0.004, 2.5))


def test_two_runs_are_held_against_each_other() -> None:
    printed = difference(example(0.004, 2.0), example(0.002, 1.5))
    assert "4.0 ms     2.0 ms   0.50 x" in printed
    assert "2.00       1.50" in printed


def test_a_file_that_is_no_run_is_told_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("[]", "utf-8")
    with pytest.raises(SystemExit, match=r"other\.json: is no run"):
        load(path)


def test_a_finished_run_is_printed_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = argparse.Namespace(against=None, results=tmp_path)
    finish("start", {"help": Measured((0.07,))}, [Ratio("help by typer", 1.2, 1.3)], given)
    (kept,) = tmp_path.iterdir()
    assert str(kept) in capsys.readouterr().out
    assert load(kept).about["cores"]
