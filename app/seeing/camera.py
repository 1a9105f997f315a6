"""Which part of the map is seen: a place and a zoom, and the ways to move them. No Qt."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from app.layout.result import Box

LEAST_ZOOM = 0.05
MOST_ZOOM = 8.0
MARGIN_PX = 48  # how far beyond the drawing one scrolls
KEPT_PX = 160  # how much of the drawing always stays in sight while zooming and dragging


class Camera(Struct, frozen=True):
    """The map unit at the viewport's upper left corner, and the zoom in px a map unit (1.0 = 100 %)."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def to_map(self, x_px: float, y_px: float) -> tuple[float, float]:
        """Return the map's point under a point of the viewport."""
        return self.x + x_px / self.zoom, self.y + y_px / self.zoom

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the map stands in the viewport, in px."""
        return (x - self.x) * self.zoom, (y - self.y) * self.zoom

    def box(self, width_px: float, height_px: float) -> Box:
        """Return what a viewport of this size shows, in map units."""
        return Box(self.x, self.y, width_px / self.zoom, height_px / self.zoom)

    def panned(self, right_px: float, down_px: float) -> Camera:
        """Look further right and down by so many px."""
        return replace(self, x=self.x + right_px / self.zoom, y=self.y + down_px / self.zoom)

    def zoomed(self, zoom: float, x_px: float, y_px: float) -> Camera:
        """Zoom so that the map's point under (x_px, y_px) stays there; the zoom is kept in its range."""
        zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        x, y = self.to_map(x_px, y_px)
        return Camera(x - x_px / zoom, y - y_px / zoom, zoom)


def kept_near(camera: Camera, drawing: Box, width_px: float, height_px: float) -> Camera:
    """Hold the camera so that a piece of the drawing stays in sight (zooming, dragging)."""
    x = _near(camera.x, width_px / camera.zoom, drawing.x, drawing.right, KEPT_PX / camera.zoom)
    y = _near(camera.y, height_px / camera.zoom, drawing.y, drawing.bottom, KEPT_PX / camera.zoom)
    return replace(camera, x=x, y=y)


def _near(start: float, length: float, first: float, last: float, kept: float) -> float:
    kept = min(kept, last - first, length)
    return min(max(start, first + kept - length), last - kept)


def scrolled(
    camera: Camera, right_px: float, down_px: float, drawing: Box, width_px: float, height_px: float
) -> Camera:
    """Scroll, and stop a margin beyond the drawing's edge; what lies further out already is not pulled in."""
    moved = camera.panned(right_px, down_px)
    low_x, high_x = scroll_range(drawing.x, drawing.right, width_px, camera.zoom)
    low_y, high_y = scroll_range(drawing.y, drawing.bottom, height_px, camera.zoom)
    x = min(max(moved.x, min(low_x, camera.x)), max(high_x, camera.x))
    y = min(max(moved.y, min(low_y, camera.y)), max(high_y, camera.y))
    return replace(moved, x=x, y=y)


def scroll_range(first: float, last: float, length_px: float, zoom: float) -> tuple[float, float]:
    """Return the least and the greatest start of a viewport this long; equal where all fits (then it is centred)."""
    margin, length = MARGIN_PX / zoom, length_px / zoom
    if last - first <= length:
        middle = (first + last - length) / 2
        return middle, middle
    return first - margin, last + margin - length


def with_room(box: Box, left: float, top: float) -> Box:
    """Return the box with so much room at its left and top."""
    return Box(box.x - left, box.y - top, box.width + left, box.height + top)


def fitted(box: Box, width_px: float, height_px: float, most_zoom: float, margin_px: float = 24) -> Camera:
    """Look at all of a box, centred, no nearer than `most_zoom`."""
    room_x, room_y = max(width_px - 2 * margin_px, 16), max(height_px - 2 * margin_px, 16)
    zoom = min(room_x / max(box.width, 1), room_y / max(box.height, 1), most_zoom)
    zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
    x = box.x + box.width / 2 - width_px / zoom / 2
    y = box.y + box.height / 2 - height_px / zoom / 2
    return Camera(x, y, zoom)


def revealing(camera: Camera, box: Box, clear: Box, margin_px: float = 24) -> Camera:
    """Move as little as possible so that the box stands in `clear`, a rectangle of the viewport in px, at this zoom."""
    left, top = camera.to_view(box.x, box.y)
    right_px = _least_move(left, left + box.width * camera.zoom, clear.x + margin_px, clear.right - margin_px)
    down_px = _least_move(top, top + box.height * camera.zoom, clear.y + margin_px, clear.bottom - margin_px)
    return camera.panned(right_px, down_px)


def _least_move(start: float, end: float, low: float, high: float) -> float:
    if end - start > high - low:
        return 0.0 if start <= low and end >= high else (start + end - low - high) / 2
    return min(start - low, 0.0) or max(end - high, 0.0)


def between(start: Camera, end: Camera, part: float) -> Camera:
    """Return the camera a part (0..1) of the way, zooming evenly about the one point that both show at the same place."""
    zoom = start.zoom * (end.zoom / start.zoom) ** part
    if math.isclose(start.zoom, end.zoom, rel_tol=1e-6):
        way = part
    else:
        way = (1 / start.zoom - 1 / zoom) / (1 / start.zoom - 1 / end.zoom)
    return Camera(start.x + (end.x - start.x) * way, start.y + (end.y - start.y) * way, zoom)


def eased(part: float) -> float:
    """Start fast and come softly to rest (cubic)."""
    return 1 - (1 - min(max(part, 0.0), 1.0)) ** 3
