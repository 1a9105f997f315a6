"""Scrolling while something is dragged near the edges of the map."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer

from app.layout.result import Box

EDGE_PX = 32.0  # from here on the map scrolls, the faster the nearer the edge and beyond it
MOST_PX = 22.0  # a tick
TICK_MS = 16


class Autoscroll(QObject):
    """Calls `scroll` with px right and down, tick by tick, while the pointer is at an edge of `area`."""

    def __init__(self, scroll: Callable[[float, float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scroll = scroll
        self._speed = (0.0, 0.0)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def is_scrolling(self) -> bool:
        """Tell whether the map moves."""
        return self._timer.isActive()

    def point(self, at: QPointF, area: Box) -> None:
        """Something is dragged over this point of the viewport; the map is in sight in `area`, all in px."""
        self._speed = _speed(at.x(), area.x, area.right), _speed(at.y(), area.y, area.bottom)
        if self._speed == (0.0, 0.0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()

    def _tick(self) -> None:
        self._scroll(*self._speed)


def _speed(at: float, first: float, last: float) -> float:
    """Return px a tick, below 0 towards the first edge."""
    edge = min(EDGE_PX, (last - first) / 4)
    if edge <= 0:
        return 0.0
    if at < first + edge:
        return -MOST_PX * min((first + edge - at) / edge, 1.0) ** 2
    if at > last - edge:
        return MOST_PX * min((at - last + edge) / edge, 1.0) ** 2
    return 0.0
