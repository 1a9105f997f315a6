"""What the map does while something is dragged over it: it scrolls at its edges and keeps in sight what is dragged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPointF, QTimer

from app.layout.result import Box

if TYPE_CHECKING:
    from app.seeing.camera import Camera
    from app.tools.ghost import Ghost
    from app.widgets.map.eye import Eye
    from app.widgets.map.stage import Stage
    from app.widgets.map.tooling import Tooling

EDGE_PX = 32.0  # from here on the map scrolls, the faster the nearer the edge and beyond it
MOST_PX = 22.0  # a tick
BEYOND_PX = 3.0  # a tick, where the map has ended
TICK_MS = 16


class Autoscroll(QObject):
    """Calls `scroll` with px right and down, tick by tick, while the pointer is at an edge of `area`."""

    def __init__(self, scroll: Callable[[float, float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scroll = scroll
        self._speed = (0.0, 0.0)
        self.has_scrolled = False  # since the last stop
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
        self.has_scrolled = False

    def _tick(self) -> None:
        self.has_scrolled = True
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


class Page(Protocol):
    """What is asked of the map on which something is dragged."""

    eye: Eye

    @property
    def hand(self) -> Tooling | None: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def camera(self) -> Camera: ...
    def size_px(self) -> tuple[int, int]: ...


class Dragging:
    """Moves the map under what is dragged; all places are px of the viewport."""

    def __init__(self, page: Page, parent: QObject) -> None:
        self._page = page
        self.autoscroll = Autoscroll(self._scroll, parent)
        self._at = QPointF()
        self._began_at: Camera | None = None  # where the map was looked at
        self._began_on_headers = False

    def begin(self, at: QPointF) -> None:
        """A button goes down here."""
        self._began_at = self._page.camera
        self._began_on_headers = self._page.stage.pins.is_header(self._page.camera, at.x(), at.y())

    def point(self, at: QPointF) -> None:
        """The pointer is here now."""
        if self._ghost is not None:
            self._at = at
            self.autoscroll.point(at, self._area())

    def in_sight(self, at: QPointF) -> tuple[float, float]:
        """Return the place in sight that is meant: what is dragged out of the map stays at its edge."""
        area = self._area()
        return min(max(at.x(), area.x), area.right), min(max(at.y(), area.y), area.bottom)

    def go_on(self) -> None:
        """The map was scrolled or zoomed: what is dragged is at another place of it."""
        hand = self._page.hand
        if hand is not None and hand.ghost is not None:
            hand.again(*self._page.camera.to_map(*self.in_sight(self._at)))

    def end(self) -> None:
        """Nothing is dragged any more."""
        self.autoscroll.stop()

    def look_back(self) -> None:
        """It was let go of: where the map was scrolled at an edge, look again where the drag began."""
        if self.autoscroll.has_scrolled and self._began_at is not None:
            self._page.eye.look(self._began_at)
        self.autoscroll.stop()

    @property
    def _ghost(self) -> Ghost | None:
        return self._page.hand.ghost if self._page.hand is not None else None

    def _area(self) -> Box:
        """Return the part of the viewport in which things are dragged: not under headers, unless it began on them."""
        (width, height), page = self._page.size_px(), self._page
        if self._began_on_headers:
            return Box(0, 0, width, height)
        return page.stage.pins.clear(page.camera, width, height)

    def _scroll(self, right_px: float, down_px: float) -> None:
        """Scroll, to later times also beyond the end of the map."""
        eye, ghost = self._page.eye, self._ghost
        if ghost is None:
            self.autoscroll.stop()
            return
        before = self._page.camera
        eye.scroll(right_px, down_px)
        if ghost.goes_on and right_px > 0 and self._page.camera.x == before.x:
            eye.look(self._page.camera.panned(min(right_px, BEYOND_PX), 0))
