"""One frame of the map: tiles painted and shown plane by plane, the overlay between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.layout.result import Box
from app.painters import qt
from app.seeing.camera import LEAST_ZOOM, Camera, with_room
from app.seeing.damage import Extent, damage
from app.seeing.lighting import Light
from app.seeing.phase_words import words_in_sight
from app.seeing.pins import header_zoom
from app.widgets.map import overlay
from app.widgets.map.grounds import Grounds
from app.widgets.map.sight import Glance, Shown, Sight
from app.widgets.map.stage import Stage
from app.widgets.map.surface import Plane, Surface
from app.widgets.map.tiles import Place, TileStore

TILE = 256  # device px; on dense screens twice as much
DENSE = 1.5
LEAST_BYTES = 96_000_000
MOST_SMOOTH_PX = 3_000_000  # smooth scaling of old tiles is too slow for more
CHANGE_SECONDS = 0.05  # spent at most on showing another picture or an edit at once
SCREENS_KEPT = 8  # of pixels
ROOM = 12.0  # map units around what changed, for strokes and the edges of pixels

Wanted = Iterator[tuple[Plane, Place]]


class Frame:
    """Paints frames of a stage from tiles; `ratio` is device px a px."""

    def __init__(self, ratio: float) -> None:
        self.stage: Stage | None = None
        self.is_debugging = False
        self._surface = _surface(ratio)
        self._fresh: list[Place] = []
        self._is_changed = False  # since the last frame
        self._lifted: object = None  # roles or the light whose tiles were all there once

    @property
    def surface(self) -> Surface:
        """The tiles."""
        return self._surface

    def use_ratio(self, ratio: float) -> None:
        """Paint for a screen of so many device px a px."""
        if ratio != self._surface.ratio:
            self._surface = _surface(ratio)

    def take(self, stage: Stage, camera: Camera) -> None:
        """Show this stage from now on; tiles where nothing changed are kept."""
        surface, before = self._surface, self.stage
        self.stage = stage
        if not isinstance(self._lifted, Light):
            self._lifted = None
        surface.forget_works()
        self._is_changed = True
        boxes = damage(before.drawing, stage.drawing, _extents(before, stage)) if before is not None else None
        if before is None or boxes is None:
            surface.store.clear()
            return
        planes = surface.store.planes()
        scrolled = {name for name in planes if name == "map" or name.startswith("lit ")}
        kept = planes if before.headers is stage.headers else scrolled
        surface.store.clear(name for name in planes if name not in kept or name.startswith("map "))
        roomy = _roomy(boxes, stage)
        for name in scrolled:
            surface.store.spoil(name, roomy, surface.size, camera.zoom * surface.ratio)

    def forget(self, light: Light) -> None:
        """Drop what was painted of a light that is out."""
        self._surface.store.clear((light.name,))

    def paint(self, painter: QPainter, glance: Glance, seconds: float) -> None:
        """Paint a frame, and missing tiles of the map before it for at most so long; what is new is shown in one frame.

        The painter is in px. Headers are always painted whole.
        """
        surface, stage, sight = self._surface, self._staged(), self._sight(glance)
        surface.store.most_bytes = max(LEAST_BYTES, sight.width * sight.height * 4 * SCREENS_KEPT)
        self._fresh = surface.work(self._missing(sight.headers()), float("inf"))
        if seconds > 0:
            seconds = max(seconds, CHANGE_SECONDS if self._is_changed else 0.0)
            self._is_changed = False
            self._fresh += self.work(glance, perf_counter() + seconds)
        is_veiled = self._is_veiled(glance, sight)
        painter.save()
        painter.scale(1 / surface.ratio, 1 / surface.ratio)
        is_small = sight.width * sight.height < MOST_SMOOTH_PX
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_small)
        self._paint_map(painter, stage, glance, sight, is_veiled)
        self._paint_headers(painter, stage, glance, sight, is_veiled)
        if self.is_debugging:
            self._paint_debug(painter, sight)
        painter.restore()

    def is_complete(self, glance: Glance) -> bool:
        """Tell whether no tile of the map in sight is missing or stale."""
        return next(self._missing(self._maps(glance)), None) is None

    def work(self, glance: Glance, deadline: float) -> list[Place]:
        """Paint tiles of the map that are missing until the deadline, those in sight first."""
        return self._surface.work(self._missing(self._maps(glance)), deadline)

    def prefetch(self, glance: Glance, deadline: float) -> bool:
        """Paint tiles just out of sight until the deadline; tell whether there is more."""
        wanted = list(self._missing([self._sight(glance).map()], around=1))
        return len(self._surface.work(wanted, deadline)) < len(wanted)

    def _staged(self) -> Stage:
        assert self.stage is not None
        return self.stage

    def _sight(self, glance: Glance) -> Sight:
        return Sight(self._staged(), glance, self._surface.ratio)

    def _maps(self, glance: Glance) -> list[Shown]:
        sight = self._sight(glance)
        lit = sight.lit_map()
        return [sight.map()] if lit is None else [sight.map(), lit]

    def _missing(self, planes: Iterable[Shown], around: int = 0) -> Wanted:
        for shown in planes:
            for place in self._surface.wanted(shown.plane, shown.window, around):
                yield shown.plane, place

    def _is_veiled(self, glance: Glance, sight: Sight) -> bool:
        """Tell whether the rest fades: not before what is to stay lit is painted, or it would go out for a moment."""
        lit = sight.lit_map()
        if lit is None or glance.veil <= 0:
            return False
        if glance.light is not None and isinstance(self._lifted, Light):
            self._lifted = glance.light  # from one light to the next nothing flickers
        lifted = glance.light or glance.lit
        if self._lifted != lifted and next(self._missing([lit]), None) is not None:
            return False
        self._lifted = lifted
        return True

    def _show(self, painter: QPainter, shown: Shown | None) -> None:
        if shown is not None:
            self._surface.show(painter, shown.plane, shown.window, shown.at)

    def _paint_map(
        self, painter: QPainter, stage: Stage, glance: Glance, sight: Sight, is_veiled: bool
    ) -> None:
        self._show(painter, sight.map())
        if is_veiled:
            everywhere = QRectF(0, 0, sight.width, sight.height)
            overlay.paint_veil(painter, everywhere, stage.drawing.background, glance.veil)
            self._show(painter, sight.lit_map())
        with overlay.in_px(painter, self._surface.ratio):
            accent, camera = stage.theme.accent, glance.camera
            seen = camera.box(glance.width_px, glance.height_px)
            overlay.paint_selection(painter, camera, stage.places, glance.selection, accent, seen)
            if glance.focus is not None:
                overlay.paint_focus(painter, camera, glance.focus, accent)

    def _paint_headers(
        self, painter: QPainter, stage: Stage, glance: Glance, sight: Sight, is_veiled: bool
    ) -> None:
        camera, ratio = glance.camera, self._surface.ratio
        grounds = Grounds(stage, camera, glance.width_px, glance.height_px)
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_column(painter)
        self._show(painter, sight.left())
        if is_veiled:
            with overlay.in_px(painter, ratio, is_smooth=False):
                overlay.paint_veil(painter, grounds.column, stage.drawing.background, glance.veil)
            self._show(painter, sight.lit_left())
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_band(painter)
        self._show(painter, sight.top())
        with overlay.in_px(painter, ratio):
            _paint_phase_words(painter, stage, glance)
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_corner(painter)
        self._show(painter, sight.corner())
        with overlay.in_px(painter, ratio, is_smooth=False):
            grounds.paint_edges(painter)
        with overlay.in_px(painter, ratio):
            overlay.paint_header_selection(painter, camera, stage, glance.selection)
            if glance.has_frame:
                overlay.paint_frame(painter, glance.width_px, glance.height_px, stage.theme.accent)

    def _paint_debug(self, painter: QPainter, sight: Sight) -> None:
        size, window = self._surface.size, sight.map().window
        fresh = {(place.column, place.row) for place in self._fresh if place.plane == "map"}
        for column, row in self._surface.store.level("map", window.scale):
            rect = QRectF(column * size - window.x, row * size - window.y, size, size)
            colour = Qt.GlobalColor.red if (column, row) in fresh else Qt.GlobalColor.darkCyan
            overlay.paint_debug(painter, [rect], colour, f"{column}, {row}")


def _extents(before: Stage, after: Stage) -> Extent:
    """Return what tells where a cell of either stage stands, from what they have ready."""
    old, new = before.index.cells, after.index.cells
    return lambda cell: (new.get(id(cell)) or old[id(cell)]).box


def _surface(ratio: float) -> Surface:
    return Surface(TileStore(LEAST_BYTES), TILE if ratio < DENSE else 2 * TILE, ratio, qt.paint_shape)


def _paint_phase_words(painter: QPainter, stage: Stage, glance: Glance) -> None:
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


def _roomy(boxes: Iterable[Box], stage: Stage) -> list[Box]:
    """Return the boxes with room around them, and above them where the band of phases may lift what changed."""
    lift, band = stage.pins.lift(LEAST_ZOOM), stage.pins.band_box.y
    return [
        with_room(
            Box(box.x - ROOM, box.y - ROOM, box.width + 2 * ROOM, box.height + 2 * ROOM),
            left=0.0,
            top=lift if box.y < band else 0.0,
        )
        for box in boxes
    ]
