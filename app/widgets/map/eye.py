"""From where the map is looked at: the camera, its limits, and its smooth ways to what is asked for. No Qt, no clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec.structs import replace

from app.layout.places import around
from app.layout.result import Box
from app.seeing.camera import (
    MARGIN_PX,
    Camera,
    fitted,
    kept_near,
    revealing,
    scroll_range,
    scrolled,
    with_room,
)
from app.seeing.flight import SECONDS, Flight
from app.widgets.map.stage import Stage

SETTLE_SECONDS = 0.08  # while zooming goes on, the old tiles are shown scaled for so long
ZOOM_STEP = 1.25
FIT_ZOOM = 1.0  # a map is fitted no nearer than this
FIT_SELECTION_ZOOM = 1.5
START_ZOOM = 0.6  # a map begins no farther than this, even where it does not fit


class Viewport(Protocol):
    """What the eye must know of the viewport it looks through."""

    @property
    def stage(self) -> Stage:
        """What is looked at."""

    def size_px(self) -> tuple[int, int]:
        """Width and height of the viewport."""

    def is_animated(self) -> bool:
        """Tell whether the camera may move smoothly."""


class Eye:
    """Holds the camera; calls `on_move` when it looks elsewhere and `on_flight` when it needs ticks."""

    def __init__(
        self,
        viewport: Viewport,
        clock: Callable[[], float],
        on_move: Callable[[], None],
        on_flight: Callable[[], None],
    ) -> None:
        self.camera = Camera()
        self.flight_seconds = SECONDS  # how long a smooth way takes
        self.is_untouched = True  # nobody has moved the camera yet: it goes on fitting
        self._viewport = viewport
        self._clock = clock
        self._on_move = on_move
        self._on_flight = on_flight
        self._flight: Flight | None = None
        self._held: tuple[float, float] | None = None
        self._lingers: tuple[tuple[float, float], Camera] | None = (
            None  # what was held last, and from where seen
        )
        self._zoomed_at = -1.0
        self._is_zooming_on = False

    @property
    def is_flying(self) -> bool:
        """Tell whether the camera is on its way."""
        return self._flight is not None

    @property
    def goal(self) -> Camera:
        """Where the camera is going, or is."""
        return self._flight.end if self._flight is not None else self.camera

    def is_settling(self) -> bool:
        """Tell whether the zoom is changing so fast that it is too early to paint for it."""
        is_zooming = self._flight is not None and self._flight.start.zoom != self._flight.end.zoom
        return is_zooming or (self._is_zooming_on and self._clock() - self._zoomed_at < SETTLE_SECONDS)

    def content(self, zoom: float) -> Box:
        """What is scrolled over at a zoom: the drawing, and the room beside it for headers larger than the map."""
        stage = self._viewport.stage
        return with_room(stage.box, *stage.pins.overhang(zoom))

    def seen(self) -> Box:
        """The part of the drawing in sight, in map units."""
        return self.seen_at(self.camera)

    def seen_at(self, camera: Camera) -> Box:
        """The part of the drawing that would be in sight there, in map units."""
        return camera.box(*self._viewport.size_px())

    def look(self, camera: Camera) -> None:
        """Look there at once; a piece of the map always stays in sight."""
        self._flight = None
        self.is_untouched = False
        self.put(kept_near(camera, self.content(camera.zoom), *self._viewport.size_px()))

    def fly(self, camera: Camera) -> None:
        """Look there by a short smooth way, or at once where nothing may move."""
        if camera == self.goal:
            return
        if not self._viewport.is_animated():
            self.look(camera)
            return
        self.is_untouched = False
        self._flight = Flight(self.camera, camera, self._clock(), self.flight_seconds)
        self._on_flight()

    def tick(self, now: float) -> None:
        """Go on with the flight."""
        flight = self._flight
        if flight is not None:
            if flight.is_over(now):
                self._flight = None
            self.put(flight.at(now))

    def scroll(self, right_px: float, down_px: float) -> None:
        """Look further right and down, at most a margin beyond the map."""
        self._flight = None
        self.is_untouched = False
        content = self.content(self.camera.zoom)
        self.put(scrolled(self.camera, right_px, down_px, content, *self._viewport.size_px()))

    def zoom_at(self, factor: float, x_px: float, y_px: float) -> None:
        """Zoom at once about a point of the viewport."""
        camera = self.camera
        self.look(camera.zoomed(camera.zoom * factor, x_px, y_px))

    def zoom_to(self, zoom: float) -> None:
        """Zoom smoothly about the middle of the map in sight."""
        camera = self.goal
        clear = self._viewport.stage.pins.clear(camera, *self._viewport.size_px())
        x, y = clear.x + clear.width / 2, clear.y + clear.height / 2
        zoomed = camera.zoomed(zoom, x, y)
        self.fly(kept_near(zoomed, self.content(zoomed.zoom), *self._viewport.size_px()))

    def zoom_by(self, steps: int) -> None:
        """Zoom smoothly by steps, nearer or (below 0) farther."""
        self.zoom_to(self.goal.zoom * ZOOM_STEP**steps)

    def fit_map(self, most_zoom: float = FIT_ZOOM) -> None:
        """Look at the whole map."""
        self.fly(self._fitted(self._viewport.stage.box, most_zoom))

    def fit(self, records: Iterable[str], most_zoom: float = FIT_SELECTION_ZOOM, reach: float = 60.0) -> None:
        """Look at these records with so much around their markers; at the whole map where none of them is on it."""
        boxes = [self._viewport.stage.places.box(record, reach=reach) for record in records]
        known = [box for box in boxes if box is not None]
        if known:
            self.fly(self._fitted(around(known), most_zoom))
        else:
            self.fit_map()

    def reveal(self, box: Box | None, at_least: Box | None = None) -> None:
        """Move as little as possible so that a part of the map is in sight; where it is too large, a part of that."""
        if box is None:
            return
        camera, size = self.goal, self._viewport.size_px()
        clear = self._viewport.stage.pins.clear(camera, *size)
        is_large = (
            max(box.width * camera.zoom - clear.width, box.height * camera.zoom - clear.height)
            > -2 * MARGIN_PX
        )
        moved = revealing(camera, at_least if is_large and at_least else box, clear)
        if moved != camera:
            self.fly(kept_near(moved, self.content(moved.zoom), *size))

    def start(self) -> None:
        """Begin: the whole map where it can be read so, else its upper left part, as high as the viewport."""
        width, height = self._viewport.size_px()
        stage = self._viewport.stage
        whole = self._fitted(stage.box, FIT_ZOOM)
        if whole.zoom >= START_ZOOM:
            self.put(whole)
            return
        zoom = min(max(height / max(stage.box.height, 1), START_ZOOM), FIT_ZOOM)
        content = self.content(zoom)
        self.put(scrolled(Camera(content.x, content.y, zoom), 0, 0, content, width, height))

    def follow(self, before: Stage, stage: Stage) -> None:
        """Show the same time and lane when the layout is another one, at the place that is held or in the middle.

        The place that was held last counts until the camera moves: the settled layout and undo come later.
        """
        if self.is_untouched:
            self.start()
            return
        camera, (width, height) = self.camera, self._viewport.size_px()
        lingering = self._lingers[0] if self._lingers is not None and self._lingers[1] == camera else None
        x, y = camera.to_map(*(self._held or lingering or (width / 2, height / 2)))
        x_now, y_now = stage.x_of(before.time_at(x)), stage.y_like(before, y)
        moved = Camera(camera.x + (x_now - x), camera.y + (y_now - y), camera.zoom)
        if self._held is None:
            moved = self._pulled_in(moved, before, stage)
        if moved != camera:
            self._flight = None
            self.put(moved)
        if lingering is not None:
            self._lingers = (lingering, self.camera)

    def _pulled_in(self, moved: Camera, before: Stage, stage: Stage) -> Camera:
        """Return the camera over a map that has become shorter: no farther right than it can be scrolled."""
        zoom, width = moved.zoom, self._viewport.size_px()[0]
        ends = [
            scroll_range(box.x, box.right, width, zoom)[1]
            for box in (with_room(each.box, *each.pins.overhang(zoom)) for each in (before, stage))
        ]
        is_shorter = self.camera.x <= ends[0] and moved.x > ends[1]
        return replace(moved, x=ends[1]) if is_shorter else moved

    def hold(self, x_px: float, y_px: float) -> None:
        """Keep what is at this point of the viewport there, until `let_go`, when the layout becomes another one."""
        self._held = (x_px, y_px)

    def let_go(self) -> None:
        """Hold nothing any more."""
        self._lingers = (self._held, self.camera) if self._held is not None else None
        self._held = None

    def put(self, camera: Camera) -> None:
        """Look there, whatever is there."""
        if camera == self.camera:
            return
        if camera.zoom != self.camera.zoom:
            now = self._clock()
            self._is_zooming_on = now - self._zoomed_at < 2 * SETTLE_SECONDS
            self._zoomed_at = now
        self.camera = camera
        self._on_move()

    def _fitted(self, box: Box, most_zoom: float) -> Camera:
        """Look at a box with the headers beside it, and not over it."""
        width, height = self._viewport.size_px()
        pins = self._viewport.stage.pins
        camera = fitted(box, width, height, most_zoom)
        for _ in range(3):  # headers' sizes depend on the zoom, the zoom on their sizes
            clear = pins.room_beside(box, camera, width, height)
            inner = fitted(box, clear.width, clear.height, most_zoom)
            camera = inner.panned(-clear.x, -clear.y)
        return camera
