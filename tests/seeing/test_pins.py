from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.result import Box
from app.seeing.camera import LEAST_ZOOM, MOST_ZOOM, Camera
from app.seeing.pins import PAD_PX, Pins, header_zoom

PINS = Pins(column_box=Box(40, 232, 290, 900), band_box=Box(326, 132, 2000, 100))


def test_headers_are_at_their_natural_place_until_they_would_scroll_out() -> None:
    assert PINS.column(Camera(0, 0, 1.0)).start == 40
    assert not PINS.column(Camera(0, 0, 1.0)).is_stuck
    assert PINS.column(Camera(500, 0, 1.0)).start == PAD_PX
    assert PINS.column(Camera(500, 0, 1.0)).is_stuck
    assert PINS.band(Camera(0, 400, 1.0)).start == PAD_PX


@given(st.floats(LEAST_ZOOM, MOST_ZOOM))
def test_headers_meet_the_map_at_every_zoom(zoom: float) -> None:
    camera = Camera(-3000, -3000, zoom)
    assert PINS.column(camera).end == pytest.approx(camera.to_view(330, 0)[0])
    assert PINS.band(camera).end == pytest.approx(camera.to_view(0, 232)[1])


@given(st.floats(LEAST_ZOOM, MOST_ZOOM), st.floats(LEAST_ZOOM, MOST_ZOOM))
def test_headers_grow_with_the_zoom_but_within_bounds(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert header_zoom(low) <= header_zoom(high) + 1e-9
    assert header_zoom(high) <= 1.0
    if low > 0.4:
        assert header_zoom(low) >= 0.64


def test_a_point_on_a_stuck_header_is_the_header_at_its_natural_place() -> None:
    camera = Camera(500, 400, 1.0)
    assert PINS.to_map(camera, PAD_PX + 10, 300) == pytest.approx((50, 700))
    assert PINS.to_map(camera, 600, PAD_PX + 5) == pytest.approx((1100, 137))
    assert PINS.to_map(camera, 600, 300) == pytest.approx((1100, 700))
    assert PINS.is_header(camera, PAD_PX + 10, 300)
    assert not PINS.is_header(camera, 600, 300)


def test_what_is_clear_of_headers_is_where_the_map_is_seen() -> None:
    clear = PINS.clear(Camera(500, 400, 1.0), 1000, 700)
    assert clear == Box(298, 108, 702, 592)
    assert PINS.clear(Camera(-3000, -3000, 1.0), 1000, 700).width == 40


@given(st.floats(LEAST_ZOOM, MOST_ZOOM))
def test_with_its_overhang_the_whole_map_can_be_scrolled_into_sight(zoom: float) -> None:
    left, top = PINS.overhang(zoom)
    camera = Camera(-left, -top, zoom)
    assert not PINS.column(camera).is_stuck or PINS.column(camera).start == pytest.approx(PAD_PX)
    assert not PINS.band(camera).is_stuck


def test_nothing_is_lifted_where_the_band_is_no_larger_than_the_map() -> None:
    assert PINS.lift(1.0) == PINS.lift(3.0) == 0.0
    assert PINS.lift(0.4) == pytest.approx(100 * (header_zoom(0.4) / 0.4 - 1))
