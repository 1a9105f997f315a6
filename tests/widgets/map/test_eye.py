from __future__ import annotations

import pytest

from app.drawing.build import build
from app.drawing.tokens import LIGHT
from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.result import Box
from app.model.view import Spacing, View
from app.seeing.camera import Camera
from app.seeing.flight import SECONDS
from app.widgets.map.eye import SETTLE_SECONDS, Eye
from app.widgets.map.stage import Stage
from tests.widgets.map.conftest import buying


class Room:
    """A viewport without a screen, with a clock that is set by hand."""

    def __init__(self, width: int = 900, height: int = 600, is_animated: bool = True) -> None:
        journey = buying()
        placed = layout(journey, View(), fixed_measure)
        self.stage = Stage(journey, placed, build(journey, placed, LIGHT), LIGHT)
        self.size = (width, height)
        self.animated = is_animated
        self.now = 100.0
        self.moves = self.flights = 0
        self.eye = Eye(self, lambda: self.now, self._moved, self._flew)

    def _moved(self) -> None:
        self.moves += 1

    def _flew(self) -> None:
        self.flights += 1

    def size_px(self) -> tuple[int, int]:
        return self.size

    def is_animated(self) -> bool:
        return self.animated

    def fly(self) -> None:
        for _ in range(10):
            self.now += SECONDS / 5
            self.eye.tick(self.now)


def test_a_flight_goes_on_with_the_ticks_and_ends_at_its_goal() -> None:
    room = Room()
    room.eye.put(Camera(0, 0, 1.0))
    room.eye.fit_map()
    goal = room.eye.goal
    assert room.eye.is_flying
    assert room.eye.camera.zoom == 1.0
    room.now += SECONDS / 2
    room.eye.tick(room.now)
    assert goal.zoom < room.eye.camera.zoom < 1.0
    room.fly()
    assert room.eye.camera == goal
    assert not room.eye.is_flying


def test_without_animation_it_is_there_at_once() -> None:
    room = Room(is_animated=False)
    room.eye.fit_map()
    assert not room.eye.is_flying
    assert room.flights == 0


def test_steps_in_a_row_add_up_while_flying() -> None:
    room = Room()
    room.eye.put(Camera(200, 100, 1.0))
    room.eye.zoom_by(1)
    room.eye.zoom_by(1)
    room.fly()
    assert room.eye.camera.zoom == pytest.approx(1.5625)


def test_the_hand_ends_a_flight() -> None:
    room = Room()
    room.eye.put(Camera(200, 100, 1.0))
    room.eye.fit_map()
    room.eye.scroll(10, 0)
    assert not room.eye.is_flying


@pytest.mark.parametrize("size", [(900, 600), (2000, 1200), (500, 900), (320, 200)])
def test_the_whole_map_and_its_headers_fit(size: tuple[int, int]) -> None:
    room = Room(*size, is_animated=False)
    room.eye.fit_map()
    camera, pins = room.eye.camera, room.stage.pins
    right, bottom = camera.to_view(room.stage.box.right, room.stage.box.bottom)
    assert right <= size[0] + 1
    assert bottom <= size[1] + 1
    assert camera.to_view(0, -pins.lift(camera.zoom))[1] >= -1
    assert not pins.column(camera).is_stuck
    assert not pins.band(camera).is_stuck


def test_a_map_begins_readable_and_at_its_upper_left() -> None:
    room = Room(500, 400)
    room.eye.start()
    assert room.eye.camera.zoom >= 0.6
    assert room.eye.camera.to_view(0, 0)[1] >= 0
    assert room.eye.is_untouched


def test_zooming_on_and_on_is_told_so_that_nobody_paints_in_vain() -> None:
    room = Room()
    room.eye.put(Camera(200, 100, 1.0))
    room.now += 10
    room.eye.zoom_at(1.1, 100, 100)
    assert not room.eye.is_settling()
    room.now += 0.02
    room.eye.zoom_at(1.1, 100, 100)
    assert room.eye.is_settling()
    room.now += 1.1 * SETTLE_SECONDS
    assert not room.eye.is_settling()


def test_what_is_revealed_stands_clear_of_headers() -> None:
    room = Room(is_animated=False)
    room.eye.put(Camera(900, 300, 1.0))
    spot = room.stage.places.spots("touch-tickets-get-lost")[0]
    room.eye.reveal(Box(spot.x - 20, spot.y - 20, 40, 40))
    x, y = room.eye.camera.to_view(spot.x, spot.y)
    clear = room.stage.pins.clear(room.eye.camera, *room.size)
    assert clear.x + 20 <= x <= clear.right - 20
    assert clear.y + 20 <= y <= clear.bottom - 20


def test_what_is_in_sight_is_not_moved() -> None:
    room = Room(is_animated=False)
    room.eye.put(Camera(400, 100, 1.0))
    moves = room.moves
    spot = room.stage.places.spots("touch-budget-request")[0]
    room.eye.reveal(Box(spot.x - 5, spot.y - 5, 10, 10))
    assert room.moves == moves


def test_fitting_what_is_not_on_the_map_fits_the_map() -> None:
    room, other = Room(is_animated=False), Room(is_animated=False)
    room.eye.fit(["nobody"])
    other.eye.fit_map()
    assert room.eye.camera == other.eye.camera


@pytest.mark.parametrize("record", ["touch-kick-off", "touch-review", "touch-tickets-get-lost"])
@pytest.mark.parametrize("size", [(900, 600), (1600, 400), (600, 900)])
def test_a_fitted_touchpoint_is_not_under_headers(record: str, size: tuple[int, int]) -> None:
    room = Room(*size, is_animated=False)
    room.eye.put(Camera(500, 200, 1.0))
    room.eye.fit([record])
    camera, pins = room.eye.camera, room.stage.pins
    clear = pins.clear(camera, *size)
    for spot in room.stage.places.spots(record):
        x, y = camera.to_view(spot.x, spot.y)
        assert clear.x <= x <= clear.right
        assert clear.y <= y <= clear.bottom


def test_what_was_held_last_is_held_on_until_the_camera_moves() -> None:
    room = Room()
    narrow, wide = room.stage, _spaced(room.stage, "even")
    room.eye.look(Camera(300, 60, 0.7))
    began = room.eye.camera
    at = (700.0, 120.0)
    time = narrow.time_at(began.to_map(*at)[0])

    def follow(stage: Stage) -> None:
        before, room.stage = room.stage, stage
        room.eye.follow(before, stage)

    room.eye.hold(*at)
    follow(wide)
    room.eye.let_go()
    at_drop = room.eye.camera
    assert at_drop != began
    for stage, camera in ((narrow, began), (wide, at_drop), (narrow, began)):
        follow(stage)
        assert room.eye.camera.x == pytest.approx(camera.x)
        assert room.eye.camera.y == pytest.approx(camera.y)
    room.eye.scroll(40, 0)
    follow(wide)
    assert wide.time_at(room.eye.camera.to_map(*at)[0]) != pytest.approx(time, abs=0.2)


def test_over_a_map_that_became_shorter_the_camera_is_pulled_in() -> None:
    room = Room()
    short, long = sorted((room.stage, _spaced(room.stage, "even")), key=lambda stage: stage.box.right)
    assert long.box.right > short.box.right + 200
    room.stage = long
    room.eye.look(Camera(300, 60, 2.0))
    room.eye.scroll(100_000, 0)
    room.stage = short
    room.eye.follow(long, short)
    pulled_in = room.eye.camera
    room.eye.scroll(100_000, 0)
    assert pulled_in.x <= room.eye.camera.x + 0.01


def _spaced(stage: Stage, spacing: Spacing) -> Stage:
    placed = layout(stage.journey, View(spacing=spacing), fixed_measure)
    return Stage(stage.journey, placed, build(stage.journey, placed, LIGHT), LIGHT)
