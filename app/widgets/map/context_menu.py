"""What a context menu on the map is about: the thing under the pointer, or where the keyboard is."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.layout.places import Spot
from app.layout.result import Layout
from app.model.record import Record
from app.model.records import Insight, JourneyInfo, Link, Phase, Role, Touchpoint
from app.seeing.camera import Camera
from app.widgets.document import Document
from app.widgets.map.stage import Stage
from app.widgets.map.tooling import Tooling

_THINGS: dict[type[Record], str] = {
    Touchpoint: "touchpoint",
    Link: "link",
    Role: "role",
    Phase: "phase",
    Insight: "insight",
    JourneyInfo: "title",
}


class Asked(NamedTuple):
    """The kind of thing, the map's point that is meant, and where on the screen the menu opens."""

    thing: str
    pointed: tuple[float, float]
    at: QPoint


class Asker(Protocol):
    """What is asked of the map."""

    document: Document

    @property
    def stage(self) -> Stage: ...
    @property
    def camera(self) -> Camera: ...
    @property
    def tooling(self) -> Tooling: ...
    def viewport(self) -> QWidget: ...
    def size_px(self) -> tuple[int, int]: ...
    def keyboard_spot(self) -> Spot | None: ...
    def reveal(self, record: str) -> None: ...


def asked(canvas: Asker, at: QPoint | None) -> Asked | None:
    """Tell what a menu at a point of the viewport is about, or one for the keyboard; none in the middle of a drag."""
    if canvas.tooling.tool.is_busy:
        return None
    if at is None:
        return _by_keyboard(canvas)
    point = canvas.stage.pins.to_map(canvas.camera, at.x(), at.y())
    hit = canvas.stage.hit(*point, canvas.camera.zoom)
    record = canvas.document.journey.get(hit.record) if hit is not None else None
    thing = _thing_of(canvas.document, record) or _ground_at(canvas, *point)
    if thing == "role" and canvas.tooling.ground().is_on_lanes(*point):
        thing = "lane"  # its line, not its header
    return Asked(thing, point, canvas.viewport().mapToGlobal(at))


def _by_keyboard(canvas: Asker) -> Asked:
    selection, width, height = canvas.document.selection, *canvas.size_px()
    spot = canvas.keyboard_spot()
    first = (
        spot.touchpoint if spot is not None and spot.touchpoint in selection else min(selection, default="")
    )
    if first:
        canvas.reveal(first)
    x_px, y_px = _place(canvas, first, spot) or (width / 2, height / 2)
    x_px, y_px = min(max(x_px, 0.0), width - 1.0), min(max(y_px, 0.0), height - 1.0)
    point = canvas.stage.pins.to_map(canvas.camera, x_px, y_px)
    record = canvas.document.journey.get(first)
    thing = _thing_of(canvas.document, record) or _ground_at(canvas, *point)
    if spot is not None and spot.touchpoint == first:
        point = (spot.x, spot.y)
    return Asked(thing, point, canvas.viewport().mapToGlobal(QPoint(round(x_px), round(y_px))))


def _place(canvas: Asker, record: str, spot: Spot | None) -> tuple[float, float] | None:
    """Return where a record is shown, in px of the viewport; headers where they are now."""
    stage, camera = canvas.stage, canvas.camera
    if spot is not None and spot.touchpoint == record:
        return camera.to_view(spot.x, spot.y)
    header, box = stage.places.header(record), stage.places.box(record)
    if header is not None and record in stage.places.lanes:
        return stage.pins.column(camera).end - 40, camera.to_view(0, header.y + header.height / 2)[1]
    if header is not None:
        band = stage.pins.band(camera)
        return camera.to_view(header.x + header.width / 2, 0)[0], band.start + 20
    return None if box is None else camera.to_view(box.x + box.width / 2, box.y + box.height / 2)


def _thing_of(document: Document, record: Record | None) -> str:
    if record is None:
        return ""
    thing = _THINGS.get(type(record), "")
    if thing == "touchpoint" and len(document.selection) > 1 and record.id in document.selection:
        return "several"
    return thing


def _ground_at(canvas: Asker, x: float, y: float) -> str:
    ground, layout = canvas.tooling.ground(), canvas.stage.layout
    if ground.is_on_band(y) and x >= layout.map_box.x:
        return "band"
    if ground.is_on_ruler(x, y):
        return "ruler"
    if ground.is_on_lanes(x, y):
        return "lane"
    if layout.lanes and y < layout.phase_y:
        return "title"
    return "legend" if y > _foot(layout) else "empty"


def _foot(layout: Layout) -> float:
    """Return where the legend begins."""
    return min((item.y for item in layout.legend), default=layout.height) - 20
