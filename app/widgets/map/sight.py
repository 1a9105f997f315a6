"""How a stage is looked at in one frame, and which part of which plane is to be seen where."""

from __future__ import annotations

from math import ceil

from msgspec import Struct
from PySide6.QtCore import QPointF

from app.layout.places import Spot
from app.seeing.camera import Camera
from app.seeing.lighting import Light
from app.seeing.pins import header_zoom
from app.widgets.map.stage import Stage
from app.widgets.map.surface import Plane, Window


class Glance(Struct, frozen=True):
    """How the stage is looked at in one frame."""

    camera: Camera
    width_px: float
    height_px: float
    lit: frozenset[str] = frozenset()  # roles lifted; everything else is veiled
    veil: float = 0.0  # its strength
    light: Light | None = None  # records that stay lit, in place of all of the roles' things
    selection: frozenset[str] = frozenset()
    focus: Spot | None = None
    has_frame: bool = False  # the keyboard's focus is on the map as a whole


class Shown(Struct, frozen=True):
    """A plane, the part of it that is seen, and where in the viewport; device px."""

    plane: Plane
    window: Window
    at: QPointF


class Sight:
    """The planes of a stage under a glance; `ratio` is device px a px."""

    def __init__(self, stage: Stage, glance: Glance, ratio: float) -> None:
        self._stage = stage
        self._glance = glance
        self._ratio = ratio
        self.width = ceil(glance.width_px * ratio)  # device px
        self.height = ceil(glance.height_px * ratio)

    def map(self) -> Shown:
        """All that scrolls."""
        return self._map(frozenset())

    def lit_map(self) -> Shown | None:
        """Of it what is lifted, none where nothing is."""
        light = self._glance.light
        if light is not None:
            return self._shown(self._stage.light_plane(light))
        return self._map(self._glance.lit) if self._glance.lit else None

    def left(self) -> Shown:
        """The column of role headers."""
        return self._left(frozenset())

    def lit_left(self) -> Shown | None:
        """Of it what is lifted, none where nothing is."""
        return self._left(self._glance.lit) if self._glance.lit else None

    def headers(self) -> list[Shown]:
        """All that stays in sight."""
        lit = self.lit_left()
        shown = [self.left(), self.top(), self.corner()]
        return shown if lit is None else [*shown, lit]

    def _map(self, lit: frozenset[str]) -> Shown:
        return self._shown(self._stage.map_plane(self._glance.camera.zoom, lit))

    def _shown(self, plane: Plane) -> Shown:
        camera = self._glance.camera
        scale = camera.zoom * self._ratio
        window = Window(scale, round(camera.x * scale), round(camera.y * scale), self.width, self.height)
        return Shown(plane, window, QPointF(0, 0))

    def _left(self, lit: frozenset[str]) -> Shown:
        camera, box = self._glance.camera, self._stage.pins.column_box
        zoom = header_zoom(camera.zoom)
        scale, down = zoom * self._ratio, round(camera.y * camera.zoom * self._ratio)
        window = Window(scale, round(box.x * scale), down, round(box.width * scale), self.height)
        at = QPointF(round(self._stage.pins.column(camera).start * self._ratio), 0)
        return Shown(self._stage.headers.plane("left", camera.zoom / zoom, lit), window, at)

    def top(self) -> Shown:
        """The band of phases and the ruler."""
        camera, box = self._glance.camera, self._stage.pins.band_box
        zoom = header_zoom(camera.zoom)
        scale, right = zoom * self._ratio, round(camera.x * camera.zoom * self._ratio)
        window = Window(scale, right, round(box.y * scale), self.width, round(box.height * scale))
        at = QPointF(0, round(self._stage.pins.band(camera).start * self._ratio))
        return Shown(self._stage.headers.plane("top", camera.zoom / zoom), window, at)

    def corner(self) -> Shown:
        """What stands beside the band and above the column."""
        camera, pins = self._glance.camera, self._stage.pins
        scale = header_zoom(camera.zoom) * self._ratio
        column, band = pins.column_box, pins.band_box
        places = (round(number * scale) for number in (column.x, band.y, column.width, band.height))
        at = QPointF(
            round(pins.column(camera).start * self._ratio), round(pins.band(camera).start * self._ratio)
        )
        return Shown(self._stage.headers.plane("corner", 1.0), Window(scale, *places), at)
