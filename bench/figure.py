"""One measured figure with its bar, and the ways to measure."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; `bar` is the most it may be, none where it is only reported."""

    name: str
    figure: float
    bar: float | None = None
    unit: str = "x"
    detail: str = ""

    @property
    def ok(self) -> bool:
        """Tell whether the figure keeps its bar."""
        return self.bar is None or self.figure <= self.bar

    def as_json(self) -> dict[str, object]:
        """Return {name, figure, bar, ok, unit, detail}."""
        return asdict(self) | {"figure": round(self.figure, 3), "ok": self.ok}


def seconds(work: Callable[[], object]) -> float:
    """Time one call, with the collector quiet."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def medians(*works: Callable[[], object], times: int = 5) -> list[float]:
    """Time several works in turn, so that a busy machine slows all of them alike; return the median of each."""
    runs = [[seconds(work) for work in works] for _ in range(times)]
    return [statistics.median(column) for column in zip(*runs, strict=True)]


def python(code: str, *arguments: str) -> Callable[[], object]:
    """Return a work that runs the code in a fresh interpreter and fails if that fails."""
    return process([sys.executable, "-c", code, *arguments])


def process(command: Sequence[str], **variables: str) -> Callable[[], object]:
    """Return a work that runs the command and fails if that fails; byte code is kept, as on a person's machine."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= variables

    def work() -> object:
        return subprocess.run(command, check=True, capture_output=True, env=environment)

    work()
    return work
