"""What a benchmark run came to: printed as a table, kept as JSON, held against an earlier one."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timing import Measured

SCHEMA = "tuireader.benchmark/1"
RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Ratio:
    """What one figure is in proportion to another of the same run, and what it should be.

    Attributes:
        name: What is told.
        value: The proportion.
        limit: The most it should be; None where there is no aim.
    """

    name: str
    value: float
    limit: float | None = None


@dataclass(frozen=True)
class Run:
    """One run of a benchmark.

    Attributes:
        benchmark: Which.
        measured: By name, in the order of the table.
        ratios: The proportions that matter.
        about: Machine, versions, command, time.
    """

    benchmark: str
    measured: Mapping[str, Measured]
    ratios: Sequence[Ratio]
    about: Mapping[str, str]


def options(about: str, rounds: int) -> argparse.ArgumentParser:
    """The options that every benchmark of time has."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=rounds, help="samples of each case")
    parser.add_argument("--against", type=Path, metavar="FILE", help="JSON of an earlier run")
    parser.add_argument(
        "--results", type=Path, default=RESULTS, metavar="FOLDER", help="where the JSON is kept"
    )
    return parser


def finish(
    benchmark: str,
    measured: Mapping[str, Measured],
    ratios: Iterable[Ratio],
    given: argparse.Namespace,
) -> None:
    """Print the run, keep it, and hold it against another where that was asked for."""
    run = Run(benchmark, measured, tuple(ratios), about())
    print(table(run))
    if given.against:
        print(f"\nagainst {given.against}:\n{difference(load(given.against), run)}")
    print(f"\nkept as {save(run, given.results)}")


def about() -> dict[str, str]:
    """Where, when and by what command a run is made."""
    return {
        "when": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "command": shlex.join(["python", *sys.argv]),
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
    }


def _processor() -> str:
    """The processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def table(run: Run) -> str:
    """A line a measurement, then a line a ratio."""
    width = max(map(len, (*run.measured, *(ratio.name for ratio in run.ratios))), default=0)
    lines = [f"{'':{width}}       best        low     median        p95    n"]
    for name, got in run.measured.items():
        cells = (got.best, got.low, got.median, got.p95)
        figures = "".join(f" {_shown(cell, got.unit):>10}" for cell in cells)
        lines.append(f"{name:{width}}{figures} {len(got.samples):>4}")
    lines.append("")
    for ratio in run.ratios:
        aim = "" if ratio.limit is None else f"  aim {ratio.limit:g}{_missed(ratio)}"
        lines.append(f"{ratio.name:{width}} {ratio.value:>10.2f}{aim}")
    return "\n".join(lines)


def _missed(ratio: Ratio) -> str:
    return "" if ratio.limit is None or ratio.value <= ratio.limit else ", missed"


def _shown(value: float, unit: str) -> str:
    """A figure in a unit of a handy size."""
    if unit != "s":
        return f"{value:.1f} {unit}"
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def difference(old: Run, new: Run) -> str:
    """What has become of each figure that both runs have: old, new, new by old."""
    shared = [name for name in new.measured if name in old.measured]
    width = max(map(len, (*shared, *(ratio.name for ratio in new.ratios))), default=0)
    lines = []
    for name in shared:
        was, now = old.measured[name], new.measured[name]
        cells = f" {_shown(was.low, was.unit):>10} {_shown(now.low, now.unit):>10}"
        lines.append(f"{name:{width}}{cells} {now.low / was.low if was.low else 0:>6.2f} x")
    before = {ratio.name: ratio.value for ratio in old.ratios}
    for ratio in new.ratios:
        if ratio.name in before:
            was_ratio = before[ratio.name]
            lines.append(f"{ratio.name:{width}} {was_ratio:>10.2f} {ratio.value:>10.2f}")
    return "\n".join(lines)


def save(run: Run, folder: Path) -> Path:
    """Keep a run as JSON under a name of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = run.about["when"].replace(":", "").replace("+0000", "Z")
    path = folder / f"{run.benchmark}-{stamp}.json"
    data = {
        "schema": SCHEMA,
        "benchmark": run.benchmark,
        "about": dict(run.about),
        "measured": {
            name: {"unit": got.unit, "samples": got.samples} for name, got in run.measured.items()
        },
        "ratios": [vars(ratio) for ratio in run.ratios],
    }
    path.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    return path


def load(path: Path) -> Run:
    """A run that was kept.

    Raises:
        SystemExit: It is none; the message says so.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["schema"] != SCHEMA:
            raise ValueError(f"its schema is {data['schema']}")
        measured = {
            name: Measured(tuple(got["samples"]), got["unit"])
            for name, got in data["measured"].items()
        }
        ratios = [Ratio(**ratio) for ratio in data["ratios"]]
        return Run(data["benchmark"], measured, ratios, data["about"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"{path}: is no run of a benchmark: {error}") from error
