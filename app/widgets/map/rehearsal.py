"""Panning and zooming a shown canvas by program, frame by frame, to measure it."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop

from app.widgets.map.canvas import MapCanvas


def pan_frames(canvas: MapCanvas, frames: int, right_px: float = 24.0, down_px: float = 0.0) -> list[float]:
    """Pan by so many px a frame, turning back at the ends; return the seconds each frame took to paint.

    Between two frames the event loop runs for a moment, as it does on a screen.
    """
    seconds = []
    for _ in range(frames):
        before = canvas.camera
        begin = perf_counter()
        canvas.eye.scroll(right_px, down_px)
        canvas.viewport().repaint()
        seconds.append(perf_counter() - begin)
        if canvas.camera == before:
            right_px, down_px = -right_px, -down_px
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 8)
    return seconds


def zoom_seconds(canvas: MapCanvas, factor: float) -> tuple[float, float]:
    """Zoom a step about the middle; return the seconds to the first frame and to the first frame with nothing missing."""
    width, height = canvas.size_px()
    begin = perf_counter()
    canvas.eye.zoom_at(factor, width / 2, height / 2)
    canvas.viewport().repaint()
    first = perf_counter() - begin
    settled(canvas)
    canvas.viewport().repaint()
    return first, perf_counter() - begin


def settled(canvas: MapCanvas, most_seconds: float = 30.0) -> bool:
    """Run the event loop until all in sight is painted and stands where it stays; tell whether it came to that."""
    end = perf_counter() + most_seconds
    while not canvas.is_settled() and perf_counter() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    return canvas.is_settled()
