"""The map as an audience sees it: nothing to touch, one step lit and in the middle, smooth ways between steps."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.layout.result import Box
from app.model.records import Phase, Role
from app.seeing.camera import Camera, scroll_range
from app.seeing.clearing import cleared
from app.seeing.steps import WHOLE, Step
from app.widgets.document import Document
from app.widgets.map.hints import paint_hint
from app.widgets.map.view import MapView
from app.widgets.picture import Made

FLIGHT_SECONDS = 0.7
WHOLE_ZOOM = 3.0  # large screens show small maps large
POINT_ZOOM = 1.55  # of a touchpoint on a screen of 768 px, growing with the screen
MARKER_PX = 24.0  # around a marker that is not to be covered
AROUND = 150.0  # map units around a touchpoint's markers that are to be seen too


class AudienceDocument(Document):
    """The journey of another document, with a view and a selection of its own."""

    def __init__(self, original: Document, parent: QObject | None = None) -> None:
        super().__init__(original.journey, None, parent)
        self.original = original
        self._follow_view()
        original.changed.connect(self._follow)
        original.view_state.changed.connect(self._follow_view)

    def _follow(self, touched: frozenset[str]) -> None:
        self.journey = self.original.journey
        self.changed.emit(touched)

    def _follow_view(self) -> None:
        self.view_state.become(self.original.view_state.view, self.original.view_state.theme)


class ProjectedMap(MapView):
    """Shows one step at a time."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._step = WHOLE
        self._magnified = 1.0
        self._cover = QRect()
        self.eye.flight_seconds = FLIGHT_SECONDS
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def begin_with(self, made: Made | None) -> None:
        """Take over a picture that another map has of the journey as it is now, where it is looked at alike."""
        state = self.document.view_state
        if made is not None and (made.view.unfiltered, made.theme) == (state.view.unfiltered, state.theme):
            self.picture.adopt(made)

    def show_step(self, step: Step) -> None:
        """Light the step's records and go there."""
        self._step = step
        self.light(step.lit, step.roles)
        self._go()

    def magnification(self) -> float:
        return self._magnified

    def magnify(self, scale: float) -> None:
        """Show everything so much larger: a wall is as large as a wall, whatever it has of px."""
        scale = min(max(scale, 0.25), 10.0)
        if scale != self._magnified:
            self._magnified = scale
            self.viewport().update()
            self._go()

    def keep_clear(self, cover: QRect) -> None:
        """Keep what is shown from under this part of the widget; an empty one covers nothing."""
        if cover != self._cover:
            self._cover = cover
            self._go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._go()

    def paint_over(self, painter: QPainter) -> None:
        """Let the other phases' names fade and the phase of the step be framed."""
        stage, camera = self.stage, self.camera
        paint_hint(painter, camera, stage, "", self.size_px())
        box = stage.places.header(self._step.record) if self._step.record else None
        if box is None or not isinstance(self.document.journey.get(self._step.record), Phase):
            return
        band, left = stage.pins.band(camera), max(stage.pins.column(camera).end, 0.0)
        first = max(camera.to_view(box.x, 0)[0], left)
        last = max(camera.to_view(box.right, 0)[0], left)
        veil = QColor(stage.theme.bg)
        veil.setAlphaF(0.7)
        height = band.length + 1
        painter.fillRect(QRectF(left, band.start, first - left, height), veil)
        width_px, height_px = self.size_px()
        painter.fillRect(QRectF(last, band.start, width_px - last, height), veil)
        painter.setPen(QPen(QColor(stage.theme.ink2), 1.4, Qt.PenStyle.DotLine))
        for x in (first, last):
            painter.drawLine(QPointF(x, band.end), QPointF(x, height_px))

    def _go(self) -> None:
        step, journey = self._step, self.document.journey
        record = journey.get(step.record) if step.record else None
        width, height = self.size_px()
        scale = max(1.0, height / 560)
        if record is None:
            self.eye.fit_map(WHOLE_ZOOM)
        elif isinstance(record, Role | Phase):
            points = [each for each in step.lit or () if each != record.id]
            self.eye.fit(points or (record.id,), POINT_ZOOM * scale, 60.0)
        else:
            self.eye.fit((record.id,), POINT_ZOOM * scale, AROUND)
        goal = self.eye.goal
        content = self.eye.content(goal.zoom)
        low_x, high_x = scroll_range(content.x, content.right, width, goal.zoom)
        low_y, high_y = scroll_range(content.y, content.bottom, height, goal.zoom)
        x, y = min(max(goal.x, low_x), high_x), min(max(goal.y, low_y), high_y)
        # no more of the emptiness around the map than need be
        self.eye.fly(self._cleared(Camera(x, y, goal.zoom)))

    def _cleared(self, camera: Camera) -> Camera:
        """Return from where nothing of the step stands under what covers the map."""
        if self._cover.isEmpty():
            return camera
        width, height = self.size_px()
        clear = (
            self.stage.pins.clear(camera, width, height) if self._step.record else Box(0, 0, width, height)
        )
        return cleared(camera, self._lit(camera), self._in_px(self._cover), clear)

    def covered(self, place: QRect) -> float:
        """Return how much of the step would stand under this part of the widget, in square px of the map."""
        cover = self._in_px(place)
        boxes = self._lit(self.eye.goal) if self._step.record else []
        return sum(_overlap(box, cover) for box in boxes)

    def _lit(self, camera: Camera) -> list[Box]:
        """Return where the step's things, or the whole map, stand in the viewport."""
        step, places = self._step, self.stage.places
        if not step.record:
            return [_in_view(self.eye.content(camera.zoom), camera)]
        boxes: list[Box] = []
        for record in step.lit or ():
            if record not in places.lanes:
                header = places.header(record)
                spots = [
                    Box(spot.x - MARKER_PX, spot.y - MARKER_PX, 2 * MARKER_PX, 2 * MARKER_PX)
                    for spot in places.spots(record)
                ]
                boxes += [*places.outlines(record), *spots, *((header,) if header is not None else ())]
        return [_in_view(box, camera) for box in boxes]

    def _in_px(self, place: QRect) -> Box:
        """Return a part of the widget in px of the map."""
        scale = self._magnified
        return Box(place.x() / scale, place.y() / scale, place.width() / scale, place.height() / scale)


def _overlap(one: Box, other: Box) -> float:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(width, 0.0) * max(height, 0.0)


def _in_view(box: Box, camera: Camera) -> Box:
    return Box(*camera.to_view(box.x, box.y), box.width * camera.zoom, box.height * camera.zoom)
