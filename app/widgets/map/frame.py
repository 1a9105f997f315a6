"""One frame of the map: which planes are seen where, tiles painted and shown, the overlay between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.layout.result import Box
from app.painters import qt
from app.widgets.map import overlay
from app.widgets.map.camera import LEAST_ZOOM, Camera, with_room
from app.widgets.map.damage import damage
from app.widgets.map.grounds import Grounds
from app.widgets.map.phase_words import words_in_sight
from app.widgets.map.pins import header_zoom
from app.widgets.map.places import Spot
from app.widgets.map.stage import Stage
from app.widgets.map.surface import Plane, Surface, Window
from app.widgets.map.tiles import Place, TileStore

TILE = 256  # device px; on dense screens twice as much
LEAST_BYTES = 96_000_000
MOST_SMOOTH_PX = 3_000_000  # smooth scaling of old tiles is too slow for more
SCREENS_KEPT = 8  # of pixels


@dataclass(frozen=True, slots=True)
class Glance:
    """How the stage is looked at in one frame."""

    camera: Camera
    width_px: float
    height_px: float
    lit: frozenset[str] = frozenset()  # roles lifted; everything else is veiled
    veil: float = 0.0  # its strength
    selection: frozenset[str] = frozenset()
    focus: Spot | None = None
    has_frame: bool = False  # the keyboard's focus is on the map as a whole


@dataclass(frozen=True, slots=True)
class _Shown:
    """A plane, the part of it that is seen, and where in the viewport; device px."""

    plane: Plane
    window: Window
    at: QPointF


class Frame:
    """Paints frames of a stage from tiles; `ratio` is device px a px."""

    def __init__(self, ratio: float) -> None:
        self.stage: Stage | None = None
        self.is_debugging = False
        self._surface = self._new_surface(ratio)
        self._fresh: list[Place] = []
        self._lifted: frozenset[str] = frozenset()  # roles whose tiles were all there once

    @property
    def surface(self) -> Surface:
        """The tiles."""
        return self._surface

    def _new_surface(self, ratio: float) -> Surface:
        return Surface(TileStore(LEAST_BYTES), TILE if ratio < 1.5 else 2 * TILE, ratio, qt.paint_shape)

    def use_ratio(self, ratio: float) -> None:
        """Paint for a screen of so many device px a px."""
        if ratio != self._surface.ratio:
            self._surface = self._new_surface(ratio)

    def take(self, stage: Stage, camera: Camera) -> None:
        """Show this stage from now on; tiles where nothing changed are kept."""
        surface, before = self._surface, self.stage
        self.stage = stage
        surface.forget_works()
        self._lifted = frozenset()
        boxes = damage(before.drawing, stage.drawing) if before is not None else None
        if boxes is None:
            surface.store.clear()
            return
        kept = surface.store.planes() if before is not None and before.headers is stage.headers else {"map"}
        surface.store.clear(
            name for name in surface.store.planes() if name not in kept or name.startswith("map ")
        )
        surface.store.spoil("map", _roomy(boxes, stage), surface.size, camera.zoom * surface.ratio)

    def paint(self, painter: QPainter, glance: Glance, seconds: float) -> None:
        """Paint a frame, and missing tiles of the map before it for at most so long.

        The painter is in px. Headers are always painted whole.
        """
        stage = self._staged()
        surface = self._surface
        surface.store.most_bytes = max(
            LEAST_BYTES, int(glance.width_px * glance.height_px * surface.ratio**2 * 4 * SCREENS_KEPT)
        )
        self._fresh = surface.work(self._wanted_headers(glance), float("inf"))
        self._fresh += self.work(glance, perf_counter() + seconds) if seconds > 0 else []
        painter.save()
        painter.scale(1 / surface.ratio, 1 / surface.ratio)
        width, height = _device_size(glance, surface.ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, width * height < MOST_SMOOTH_PX)
        self._paint_map(painter, stage, glance)
        self._paint_headers(painter, stage, glance)
        if self.is_debugging:
            self._paint_debug(painter, glance)
        painter.restore()

    def is_complete(self, glance: Glance) -> bool:
        """Tell whether no tile of the map in sight is missing or stale."""
        return next(self._wanted(glance), None) is None

    def work(self, glance: Glance, deadline: float) -> list[Place]:
        """Paint tiles of the map that are missing until the deadline, those in sight first."""
        return self._surface.work(self._wanted(glance), deadline)

    def prefetch(self, glance: Glance, deadline: float) -> bool:
        """Paint tiles just out of sight until the deadline; tell whether there is more."""
        shown = self._map(glance)
        wanted = [(shown.plane, place) for place in self._surface.wanted(shown.plane, shown.window, around=1)]
        return len(self._surface.work(wanted, deadline)) < len(wanted)

    def _staged(self) -> Stage:
        assert self.stage is not None
        return self.stage

    def _wanted(self, glance: Glance) -> Iterator[tuple[Plane, Place]]:
        planes = [self._map(glance)]
        if glance.lit:
            planes.append(self._map(glance, glance.lit))
        for shown in planes:
            for place in self._surface.wanted(shown.plane, shown.window):
                yield shown.plane, place

    def _wanted_headers(self, glance: Glance) -> Iterator[tuple[Plane, Place]]:
        for shown in (*self._headers(glance), *self._lit_headers(glance)):
            for place in self._surface.wanted(shown.plane, shown.window):
                yield shown.plane, place

    def _map(self, glance: Glance, lit: frozenset[str] = frozenset()) -> _Shown:
        ratio, camera = self._surface.ratio, glance.camera
        scale = camera.zoom * ratio
        window = Window(scale, round(camera.x * scale), round(camera.y * scale), *_device_size(glance, ratio))
        return _Shown(self._staged().map_plane(camera.zoom, lit), window, QPointF(0, 0))

    def _headers(self, glance: Glance) -> list[_Shown]:
        return [self._left(glance), self._top(glance), self._corner(glance)]

    def _lit_headers(self, glance: Glance) -> list[_Shown]:
        return [self._left(glance, glance.lit)] if glance.lit else []

    def _left(self, glance: Glance, lit: frozenset[str] = frozenset()) -> _Shown:
        camera, ratio, stage = glance.camera, self._surface.ratio, self._staged()
        zoom = header_zoom(camera.zoom)
        scale, box = zoom * ratio, stage.pins.column_box
        _width, height = _device_size(glance, ratio)
        window = Window(
            scale,
            round(box.x * scale),
            round(camera.y * camera.zoom * ratio),
            round(box.width * scale),
            height,
        )
        at = QPointF(round(stage.pins.column(camera).start * ratio), 0)
        return _Shown(stage.headers.plane("left", camera.zoom / zoom, lit), window, at)

    def _top(self, glance: Glance) -> _Shown:
        camera, ratio, stage = glance.camera, self._surface.ratio, self._staged()
        zoom = header_zoom(camera.zoom)
        scale, box = zoom * ratio, stage.pins.band_box
        width, _height = _device_size(glance, ratio)
        window = Window(
            scale,
            round(camera.x * camera.zoom * ratio),
            round(box.y * scale),
            width,
            round(box.height * scale),
        )
        at = QPointF(0, round(stage.pins.band(camera).start * ratio))
        return _Shown(stage.headers.plane("top", camera.zoom / zoom), window, at)

    def _corner(self, glance: Glance) -> _Shown:
        camera, ratio, stage = glance.camera, self._surface.ratio, self._staged()
        scale = header_zoom(camera.zoom) * ratio
        column, band = stage.pins.column_box, stage.pins.band_box
        window = Window(
            scale,
            round(column.x * scale),
            round(band.y * scale),
            round(column.width * scale),
            round(band.height * scale),
        )
        at = QPointF(
            round(stage.pins.column(camera).start * ratio), round(stage.pins.band(camera).start * ratio)
        )
        return _Shown(stage.headers.plane("corner", 1.0), window, at)

    def _show(self, painter: QPainter, shown: _Shown) -> None:
        self._surface.show(painter, shown.plane, shown.window, shown.at)

    def _paint_map(self, painter: QPainter, stage: Stage, glance: Glance) -> None:
        width, height = _device_size(glance, self._surface.ratio)
        everywhere = QRectF(0, 0, width, height)
        self._show(painter, self._map(glance))
        if self._is_veiled(glance):
            overlay.paint_veil(painter, everywhere, stage.drawing.background, glance.veil)
            self._show(painter, self._map(glance, glance.lit))
        with overlay.in_px(painter, self._surface.ratio):
            accent, camera = stage.theme.accent, glance.camera
            seen = camera.box(glance.width_px, glance.height_px)
            overlay.paint_selection(painter, camera, stage.places, glance.selection, accent, seen)
            if glance.focus is not None:
                overlay.paint_focus(painter, camera, glance.focus, accent)

    def _is_veiled(self, glance: Glance) -> bool:
        """Tell whether the rest fades: not before what is to stay lit is painted, or it would go out for a moment."""
        if not glance.lit or glance.veil <= 0:
            return False
        if self._lifted != glance.lit:
            lit = self._map(glance, glance.lit)
            if next(self._surface.wanted(lit.plane, lit.window), None) is not None:
                return False
            self._lifted = glance.lit
        return True

    def _paint_headers(self, painter: QPainter, stage: Stage, glance: Glance) -> None:
        camera, ratio = glance.camera, self._surface.ratio
        left, top, corner = self._headers(glance)
        grounds = Grounds(stage, camera, glance.width_px, glance.height_px)
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_column(painter)
        self._show(painter, left)
        if self._is_veiled(glance):
            with overlay.in_px(painter, ratio, is_smooth=False):
                overlay.paint_veil(painter, grounds.column, stage.drawing.background, glance.veil)
            for shown in self._lit_headers(glance):
                self._show(painter, shown)
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_band(painter)
        self._show(painter, top)
        with overlay.in_px(painter, ratio):
            self._paint_phase_words(painter, stage, glance)
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_corner(painter)
        self._show(painter, corner)
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_edges(painter)
        with overlay.in_px(painter, ratio):
            overlay.paint_header_selection(painter, camera, stage, glance.selection)
            if glance.has_frame:
                overlay.paint_frame(painter, glance.width_px, glance.height_px, stage.theme.accent)

    def _paint_phase_words(self, painter: QPainter, stage: Stage, glance: Glance) -> None:
        camera, pins = glance.camera, stage.pins
        zoom, band = header_zoom(camera.zoom), pins.band(camera)
        free = max(pins.column(camera).end, 0.0), glance.width_px
        for word, at in words_in_sight(stage.headers.phases, camera.zoom, zoom, camera.x, *free):
            painter.save()
            painter.translate(at, band.start)
            painter.scale(zoom, zoom)
            painter.translate(0, -pins.band_box.y)
            qt.paint_shape(painter, word, zoom)
            painter.restore()

    def _paint_debug(self, painter: QPainter, glance: Glance) -> None:
        shown = self._map(glance)
        size, window = self._surface.size, shown.window
        fresh = {(place.column, place.row) for place in self._fresh if place.plane == "map"}
        for column, row in self._surface.store.level("map", window.scale):
            rect = QRectF(column * size - window.x, row * size - window.y, size, size)
            colour = Qt.GlobalColor.red if (column, row) in fresh else Qt.GlobalColor.darkCyan
            overlay.paint_debug(painter, [rect], colour, f"{column}, {row}")


def _device_size(glance: Glance, ratio: float) -> tuple[int, int]:
    return ceil(glance.width_px * ratio), ceil(glance.height_px * ratio)


def _roomy(boxes: Iterable[Box], stage: Stage) -> list[Box]:
    """Return the boxes with room for strokes and the edges of pixels, and for being lifted by the band of phases."""
    lifted, band = stage.pins.lift(LEAST_ZOOM), stage.pins.band_box.y
    return [
        with_room(
            Box(box.x - 12, box.y - 12, box.width + 24, box.height + 24), 0, lifted if box.y < band else 0
        )
        for box in boxes
    ]
