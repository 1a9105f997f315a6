"""From key press to painted frame while a journey is edited, at 30, 1,000 and 10,000 touchpoints, and what memory it leaves."""

from __future__ import annotations

import gc
import random
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from app.files.catalogue import open_journey
from app.model.edits.touchpoints import move_touchpoints, retitle
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from app.widgets.picture import make
from bench.figure import Figure
from bench.worlds import B2B_SAMPLE, large

_SIZE = (1200, 800)
_WORDS = "Renewal!"
_PLACES = 12  # touchpoints that are edited
_FRAME_MS = 16.0
_MANY = 1_000  # edits and undos after which memory is looked at


@dataclass
class Times:
    """Seconds from an event to the painted frame, by gesture."""

    typing: list[float] = field(default_factory=list)
    moving: list[float] = field(default_factory=list)
    undoing: list[float] = field(default_factory=list)
    settling: list[float] = field(default_factory=list)  # once the hand rests


def opened(journey: Journey) -> MapCanvas:
    """Show a journey at 100 %, its picture made ahead as the window does with large ones."""
    document = Document(Journey.of(journey.records()))
    canvas = MapCanvas(document)
    canvas.picture.adopt(make(document.journey, document.view_state.view, document.view_state.theme))
    canvas.resize(*_SIZE)
    canvas.show()
    canvas.zoom_to(1.0)
    settled(canvas)
    return canvas


def _painted(canvas: MapCanvas, act: Callable[[], object]) -> float:
    """Return the seconds from an act until all in sight is painted as it should be."""
    begin = perf_counter()
    act()
    canvas.viewport().repaint()
    while not canvas.is_complete():
        canvas.viewport().repaint()
    seconds = perf_counter() - begin
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 8)
    return seconds


def _edited(canvas: MapCanvas, touchpoint: str, times: Times) -> None:
    """Type a title, move the touchpoint in time and take both back."""
    document = canvas.document
    journey = document.journey
    canvas.reveal(touchpoint)
    settled(canvas)
    for length in range(1, len(_WORDS) + 1):
        change = retitle(journey, touchpoint, _WORDS[:length])
        times.typing.append(_painted(canvas, lambda change=change: document.do(change)))  # type: ignore[misc]
    document.history.end_merging()
    canvas.settle()
    settled(canvas)
    for delta in (0.4, -0.7, 1.3):
        change = move_touchpoints(journey, [touchpoint], delta)
        times.moving.append(_painted(canvas, lambda change=change: document.do(change)))  # type: ignore[misc]
        document.history.end_merging()
        times.settling.append(_painted(canvas, canvas.settle))
        settled(canvas)
    for _ in range(4):
        times.undoing.append(_painted(canvas, document.undo))


def measured(canvas: MapCanvas, places: int = _PLACES) -> Times:
    """Edit touchpoints all over the map."""
    times = Times()
    dice = random.Random(1)
    ids = [touchpoint.id for touchpoint in canvas.document.journey.all(Touchpoint)]
    for touchpoint in dice.sample(ids, min(places, len(ids))):
        _edited(canvas, touchpoint, times)
    return times


def p50_and_p95(seconds: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds."""
    return statistics.median(seconds) * 1e3, statistics.quantiles(seconds, n=20)[-1] * 1e3


def _row(name: str, few: list[float], some: list[float], many: list[float]) -> Figure:
    figures = [p50_and_p95(seconds) for seconds in (few, some, many)]
    words = [f"{p50:.0f}/{p95:.0f}" for p50, p95 in figures]
    detail = f"p50/p95 ms at 30, 1,000, 10,000: {', '.join(words)}"
    return Figure(f"{name}, p95 at 10,000 touchpoints / 30", figures[2][1] / figures[0][1], 3, detail=detail)


def speed_figures() -> Iterator[Figure]:
    """Measure typing, moving and undoing on small and large maps."""
    times = []
    for touchpoints, roles in ((30, 8), (1_000, 50), (10_000, 50)):
        canvas = opened(large(touchpoints, roles))
        times.append(measured(canvas))
        canvas.close()
    few, some, many = times
    yield _row("key press to painted frame", few.typing, some.typing, many.typing)
    yield _row("touchpoint dropped to painted frame", few.moving, some.moving, many.moving)
    yield _row("undo to painted frame", few.undoing, some.undoing, many.undoing)
    for name, seconds in (
        ("key press", few.typing),
        ("touchpoint dropped", few.moving),
        ("undo", few.undoing),
    ):
        yield _within_a_frame(f"dense map of 30: {name}", seconds)
    p50, p95 = p50_and_p95(few.settling)
    detail = f"p95 {p95:.1f} ms, once nothing is done"
    yield Figure("dense map of 30: labels settle after a drop, p50", p50, 100.0, "ms", detail)


def sample_figures() -> Iterator[Figure]:
    """Measure the B2B sample, as large as a usual map."""
    canvas = opened(open_journey(Path(B2B_SAMPLE)))
    times = measured(canvas)
    canvas.close()
    for name, seconds in (
        ("key press", times.typing),
        ("touchpoint dropped", times.moving),
        ("undo", times.undoing),
    ):
        yield _within_a_frame(f"B2B sample: {name}", seconds)


def _within_a_frame(name: str, seconds: list[float]) -> Figure:
    p50, p95 = p50_and_p95(seconds)
    return Figure(f"{name} to painted frame, p50", p50, _FRAME_MS, "ms", f"p95 {p95:.1f} ms")


def _resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def memory_figures() -> Iterator[Figure]:
    """Compare memory before and after many edits and undos."""
    canvas = opened(large(1_000))
    document = canvas.document
    ids = [touchpoint.id for touchpoint in document.journey.all(Touchpoint)]

    def edit_and_undo(times: int) -> None:
        for turn in range(times):
            document.do(retitle(document.journey, ids[turn * 7 % len(ids)], f"Title {turn}"))
            document.history.end_merging()
            canvas.viewport().repaint()
        for _ in range(times):
            document.undo()
            canvas.viewport().repaint()
        gc.collect()

    edit_and_undo(100)  # caches are full
    before = _resident_mib()
    edit_and_undo(_MANY)
    after = _resident_mib()
    canvas.close()
    detail = f"{before:.0f} MiB, then {after:.0f} MiB"
    yield Figure("memory after 1,000 edits and undos / before", after / before, 1.1, detail=detail)


def figures() -> Iterator[Figure]:
    """Measure what a person who edits waits for."""
    _program = QApplication.instance() or QApplication([])
    yield from memory_figures()
    yield from sample_figures()
    yield from speed_figures()
