"""Panning and zooming the map on the screen at 100 and at 10,000 touchpoints."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from app.model.journey import Journey
from app.widgets import application
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import pan_frames, settled, zoom_seconds
from bench.figure import Figure
from bench.worlds import large

_SIZE = (1200, 800)
_FRAMES = 200


def _canvas(touchpoints: int, roles: int) -> MapCanvas:
    canvas = MapCanvas(Document(Journey.of(large(touchpoints, roles).records())))
    canvas.resize(*_SIZE)
    canvas.show()
    canvas.zoom_to(1.0)
    settled(canvas)
    return canvas


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def figures() -> Iterator[Figure]:
    """Measure the 95th percentile of pan frames, and zoom steps to the first whole frame."""
    _program = QApplication.instance() or application.make_application()
    small, big = _canvas(100, 8), _canvas(10_000, 50)
    few: list[float] = []
    many: list[float] = []
    for _ in range(5):
        few += pan_frames(small, _FRAMES // 5)
        many += pan_frames(big, _FRAMES // 5)
    detail = f"{_p95(many) * 1e3:.1f} ms / {_p95(few) * 1e3:.1f} ms"
    yield Figure("pan frame p95, 10,000 touchpoints / 100", _p95(many) / _p95(few), 2, detail=detail)
    for name, canvas in (("100", small), ("10,000", big)):
        steps = [zoom_seconds(canvas, factor) for factor in (0.8, 0.8, 1.25, 1.25, 1.1)]
        first = statistics.median(step[0] for step in steps) * 1e3
        whole = statistics.median(step[1] for step in steps) * 1e3
        yield Figure(
            f"zoom step to the first whole frame, {name} touchpoints", whole, unit="ms",
            detail=f"first frame {first:.1f} ms",
        )  # fmt: skip
    small.close()
    big.close()
