"""The map on the screen: a scroll area that shows a document's picture from tiles."""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import perf_counter

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.collector import catch_up, put_off_rounds
from app.drawing.tokens import THEMES
from app.i18n import tr
from app.layout.places import Spot
from app.layout.result import Box
from app.seeing.camera import Camera, scroll_range
from app.seeing.lighting import Lighting
from app.widgets.document import Document
from app.widgets.map import accessible, catalogue, overlay
from app.widgets.map.eye import Eye
from app.widgets.map.frame import Frame
from app.widgets.map.hover import Hover
from app.widgets.map.selecting import REVEALED, Selecting
from app.widgets.map.sight import Glance
from app.widgets.map.stage import Stage
from app.widgets.picture import Picture

TICK_MS = 4
REST_MS = 150  # after an edit before all is put where it stands best
PAINT_SECONDS = 0.006  # spent on missing tiles within a frame
WORK_SECONDS = 0.008  # and between two frames
DEBUG_VARIABLE = "JOURNEYLINES_DEBUG_DRAWING"


class MapView(QAbstractScrollArea):
    """Shows the picture of a document. What is selected and which time is in sight are the document's."""

    activated = Signal(str)  # the id of a record that is to be looked at closely
    moved = Signal()  # the camera looks elsewhere, or the picture is another

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.picture = Picture(document, document.view_state)
        self.frame = Frame(self.devicePixelRatioF())
        self.frame.is_debugging = bool(os.environ.get(DEBUG_VARIABLE))
        self.eye = Eye(self, perf_counter, self._on_move, self._tick_soon)
        self.hover = Hover()
        self.lighting = Lighting()
        self.selecting = Selecting(self, document)
        self._clock = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._is_syncing = False
        self._is_painting = False
        self._is_told = True  # the camera's place, to scroll bars and followers
        self._has_keyboard = False  # the focus came by a key
        self._set_up()
        self._clock.timeout.connect(self._tick)
        self._rest.timeout.connect(self._settle)
        document.changed.connect(self._on_edit)
        document.selection_changed.connect(self._on_selection)
        document.view_state.changed.connect(self._on_change)

    def _set_up(self) -> None:
        accessible.install()
        self.setViewport(QWidget())  # to find out what Qt's own is, PySide would wrap every kind of widget
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Journey map"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def camera(self) -> Camera:
        """Where the map is looked at now."""
        return self.eye.camera

    @property
    def stage(self) -> Stage:
        """The picture as it is now, ready to be shown and touched."""
        drawing, before = self.picture.drawing, self.frame.stage
        if before is not None and before.drawing is drawing:
            return before
        theme = THEMES[self.document.view_state.theme]
        stage = Stage(
            self.document.journey,
            self.picture.layout,
            drawing,
            theme,
            before,
            self.picture.index,
            self.picture.places,
        )
        self.frame.take(stage, self.eye.camera)
        self._is_told = False
        if before is not None:
            self.eye.follow(before, stage)
        if not self.picture.is_settled:
            self._rest.start()
        return stage

    def size_px(self) -> tuple[int, int]:
        """Width and height of the viewport, in px of the map."""
        scale = self.magnification()
        return round(self.viewport().width() / scale), round(self.viewport().height() / scale)

    def magnification(self) -> float:
        """How many px of the window a px of the map is."""
        return 1.0

    def is_animated(self) -> bool:
        """Tell whether the camera may move smoothly: the system's wish, and somebody sees it."""
        return self.isVisible() and catalogue.wants_motion(self)

    def zoom_in(self) -> None:
        """Look nearer by a step."""
        self.eye.zoom_by(1)

    def zoom_out(self) -> None:
        """Look from farther by a step."""
        self.eye.zoom_by(-1)

    def zoom_to(self, zoom: float) -> None:
        """Zoom about the middle; 1.0 is 100 %."""
        self.eye.zoom_to(zoom)

    def fit_map(self) -> None:
        """Look at the whole map."""
        self.eye.fit_map()

    def fit_selection(self) -> None:
        """Look at what is selected, at the whole map where nothing is."""
        self.eye.fit(self.document.selection)

    def reveal(self, record: str) -> None:
        """Move as little as possible so that the record is in sight; nothing happens where it is not on the map.

        Headers stay in sight along one axis, so that for a role the map moves up or down only, for a phase sideways.
        """
        places, box = self.stage.places, self.stage.places.box(record)
        if box is not None and places.header(record) is not None:
            seen, pins = self.eye.seen_at(self.eye.goal), self.stage.pins
            is_role = record in places.lanes
            x, y = seen.x + seen.width / 2, seen.y + seen.height / 2
            bare = Box(pins.column_box.right, pins.band_box.bottom, 0, 0)
            box = (
                Box(max(x, bare.x), box.y, 0, box.height)
                if is_role
                else Box(box.x, max(y, bare.y), box.width, 0)
            )
        spots = places.spots(record)
        at_least = (
            Box(spots[0].x - REVEALED, spots[0].y - REVEALED, 2 * REVEALED, 2 * REVEALED) if spots else None
        )
        self.eye.reveal(box, at_least)

    def reveal_one(self, records: Sequence[str]) -> None:
        """Bring the first of these records that is on the map into sight, unless one of them is in sight."""
        places, pins, camera = self.stage.places, self.stage.pins, self.eye.goal
        clear = pins.clear(camera, *self.size_px())
        seen = Box(*camera.to_map(clear.x, clear.y), clear.width / camera.zoom, clear.height / camera.zoom)
        boxes = {record: box for record in records if (box := places.box(record)) is not None}
        headers = [record for record in boxes if places.header(record) is not None]
        if boxes and not headers and not any(box.overlaps(seen) for box in boxes.values()):
            self.reveal(next(iter(boxes)))

    def shows(self, record: str) -> bool:
        """Tell whether the record has a place on the map."""
        return self.stage.places.box(record) is not None

    def light(self, records: frozenset[str] | None, roles: frozenset[str] = frozenset()) -> None:
        """Let these records and these roles' headers stay lit and all else fade; none: nothing fades."""
        before = self.lighting.shown
        if self.lighting.want(records, roles):
            if before is not None and records is None:
                self.frame.forget(before)
            self.viewport().update()
            self._tick_soon()

    def is_complete(self) -> bool:
        """Tell whether all that is in sight is painted as it should be."""
        is_still = not self.eye.is_flying and not self.lighting.is_waiting
        return is_still and self.frame.is_complete(self.glance())

    def is_settled(self) -> bool:
        """Tell whether nothing will move by itself: all stands where it stands best, or the hand holds something."""
        return self.is_complete() and (self.picture.is_settled or self.is_held())

    def is_held(self) -> bool:
        """Tell whether the hand is in the middle of something."""
        return False

    def glance(self) -> Glance:
        """How the stage is looked at now."""
        stage = self.stage  # may move the camera
        width, height = self.size_px()
        focus = self.selecting.spot(stage.places) if self.shows_keyboard() else None
        light = self.lighting.shown
        hovered = self.hover.roles.intersection(stage.places.lanes)  # a role may go under the pointer
        lit, veil = (
            (hovered, self.hover.strength if hovered else 0.0) if light is None else (light.roles, 1.0)
        )
        selection = overlay.in_sight(stage, self.document.selection, self.eye.seen())
        return Glance(
            self.camera, width, height, lit, veil, light, selection, focus,
            self.shows_keyboard() and focus is None,
        )  # fmt: skip

    def set_debug_drawing(self, is_on: bool) -> None:
        """Outline tiles (those just painted in red), or stop it."""
        self.frame.is_debugging = is_on
        self.viewport().update()

    def keyboard_spot(self) -> Spot | None:
        """Return the marker at which the keyboard is, if it is at one."""
        return self.selecting.spot(self.stage.places)

    def shows_keyboard(self) -> bool:
        """Tell whether the place of the keyboard is to be seen."""
        return self._has_keyboard and self.hasFocus()

    def show_keyboard(self, is_shown: bool) -> None:
        """Show where the keyboard is (after a key), or no longer (after a click)."""
        self._has_keyboard = is_shown
        self.viewport().update()

    def _on_move(self) -> None:
        self._is_told = False
        if self._is_painting:  # scroll bars may come or go only afterwards
            return
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        """Bring scroll bars, the document's visible time and whoever follows up to date with the camera."""
        stage = self.stage
        if self._is_told:
            return
        self._is_told = True
        self._sync_scroll_bars()
        left = self.camera.to_map(max(stage.pins.column(self.camera).end, 0.0), 0)[0]
        scale = stage.layout.scale
        self.document.view_state.show(self.camera.zoom, scale.time(left), scale.time(self.eye.seen().right))
        self.moved.emit()

    def _sync_scroll_bars(self) -> None:
        self._is_syncing = True
        (width, height), camera = self.size_px(), self.camera
        content = self.eye.content(camera.zoom)
        rows = (
            (self.horizontalScrollBar(), content.x, content.right, width, camera.x),
            (self.verticalScrollBar(), content.y, content.bottom, height, camera.y),
        )
        for bar, first, last, length, start in rows:
            low, high = scroll_range(first, last, length, camera.zoom)
            bar.setRange(round(low * camera.zoom), round(high * camera.zoom))
            bar.setPageStep(length)
            bar.setSingleStep(40)
            bar.setValue(round(start * camera.zoom))
        self._is_syncing = False

    def _on_change(self) -> None:
        self.viewport().update()
        self._tick_soon()

    def _on_edit(self) -> None:
        """An edited map stays where it is looked at, however much it would fit anew."""
        put_off_rounds()
        self.eye.is_untouched = False
        self._on_change()

    def settle(self) -> None:
        """Put everything where it stands best, as the map does by itself soon after an edit."""
        if not self.picture.is_settled:
            self.picture.settle()
            self._on_change()

    def _settle(self) -> None:
        if self.is_held():  # nothing moves under the hand
            self._rest.start()
        else:
            self.settle()

    def _on_selection(self) -> None:
        self.selecting.follow()
        accessible.announce(self)
        self.viewport().update()

    def _tick_soon(self) -> None:
        if not self._clock.isActive():
            self._clock.start()

    def _tick(self) -> None:
        now = perf_counter()
        self._tell()
        self.eye.tick(now)
        if self.hover.tick(now):
            self.viewport().update()
        if not self._work(now) and not self.eye.is_flying and not self.hover.is_busy:
            self._clock.stop()
        catch_up()

    def _work(self, now: float) -> bool:
        """Paint tiles for a while; tell whether there is more to do."""
        if not self.isVisible():
            return False
        if self.eye.is_settling():
            return True
        glance = self.glance()
        if self.lighting.is_waiting:
            return self._paint_light(glance, now)
        if self.frame.is_complete(glance):
            return self.frame.prefetch(glance, now + WORK_SECONDS)
        if self.frame.work(glance, now + WORK_SECONDS):
            self.viewport().update()
        return True

    def _paint_light(self, glance: Glance, now: float) -> bool:
        """Paint what is to stay lit, and show it when all of it in sight is there."""
        wanted, shown = self.lighting.wanted, self.lighting.shown
        assert wanted is not None
        glance = replace(glance, lit=wanted.roles, veil=1.0, light=wanted)
        if not self.frame.is_complete(glance):
            self.frame.work(glance, now + WORK_SECONDS)
        if self.frame.is_complete(glance):
            self.lighting.switch()
            if shown is not None:
                self.frame.forget(shown)
            self.viewport().update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        scale = self.magnification()
        self.frame.use_ratio(self.viewport().devicePixelRatioF() * scale)
        self._is_painting = True
        glance = self.glance()
        self._is_painting = False
        painter = QPainter(self.viewport())
        painter.scale(scale, scale)
        try:
            self.frame.paint(painter, glance, 0.0 if self.eye.is_settling() else PAINT_SECONDS)
            self.paint_over(painter)
        finally:
            painter.end()  # a painter left open at an error would end the program
        self._tick_soon()

    def type_in(self, record: str, field: str = "", role: str = "", *, is_new: bool = False) -> None:
        """Let words be typed; a map that is only looked at opens the record."""
        self.activated.emit(record)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over everything else; the painter is in px."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.eye.is_untouched:
            self.eye.start()
        self._is_told = False
        self._tick_soon()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._is_syncing:
            return
        camera = self.camera
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        x_moved = x != round(camera.x * camera.zoom)
        y_moved = y != round(camera.y * camera.zoom)
        self.eye.look(
            Camera(
                x / camera.zoom if x_moved else camera.x,
                y / camera.zoom if y_moved else camera.y,
                camera.zoom,
            )
        )
