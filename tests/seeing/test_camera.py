from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.result import Box
from app.seeing.camera import (
    LEAST_ZOOM,
    MARGIN_PX,
    MOST_ZOOM,
    Camera,
    between,
    fitted,
    kept_near,
    revealing,
    scroll_range,
    scrolled,
)

DRAWING = Box(0, 0, 2400, 1400)
zooms = st.floats(LEAST_ZOOM, MOST_ZOOM)
places = st.floats(-5000, 5000)


@given(x=places, y=places, zoom=zooms, x_px=st.floats(0, 1600), y_px=st.floats(0, 1000), to=zooms)
def test_zooming_keeps_the_point_under_the_pointer(
    x: float, y: float, zoom: float, x_px: float, y_px: float, to: float
) -> None:
    camera = Camera(x, y, zoom)
    zoomed = camera.zoomed(to, x_px, y_px)
    assert zoomed.to_map(x_px, y_px) == pytest.approx(camera.to_map(x_px, y_px), abs=1e-6)
    assert zoomed.zoom == pytest.approx(to)


def test_the_zoom_stays_between_5_and_800_percent() -> None:
    assert Camera().zoomed(0.001, 0, 0).zoom == LEAST_ZOOM == 0.05
    assert Camera().zoomed(100, 0, 0).zoom == MOST_ZOOM == 8.0


def test_scrolling_stops_a_margin_beyond_the_map() -> None:
    moved = scrolled(Camera(0, 0, 2.0), 1e6, 1e6, DRAWING, 800, 600)
    assert moved.to_view(DRAWING.right, DRAWING.bottom) == pytest.approx((800 - MARGIN_PX, 600 - MARGIN_PX))
    back = scrolled(moved, -1e6, -1e6, DRAWING, 800, 600)
    assert back.to_view(0, 0) == pytest.approx((MARGIN_PX, MARGIN_PX))


def test_scrolling_does_not_pull_in_a_map_that_was_dragged_further_out() -> None:
    dragged = Camera(-400, 0, 1.0)
    assert scrolled(dragged, 0, 100, DRAWING, 800, 600).x == -400
    assert scrolled(dragged, -50, 0, DRAWING, 800, 600).x == -400
    assert scrolled(dragged, 50, 0, DRAWING, 800, 600).x == -350


def test_what_fits_is_not_scrolled_at_all() -> None:
    low, high = scroll_range(0, 500, 800, 1.0)
    assert low == high == -150


@given(x=st.floats(-1e5, 1e5), y=st.floats(-1e5, 1e5), zoom=zooms)
def test_a_piece_of_the_map_always_stays_in_sight(x: float, y: float, zoom: float) -> None:
    seen = kept_near(Camera(x, y, zoom), DRAWING, 800, 600).box(800, 600)
    assert seen.overlaps(DRAWING, gap=1e-6)


def test_a_box_is_fitted_whole_and_centred() -> None:
    camera = fitted(DRAWING, 800, 600, 1.0)
    left, top = camera.to_view(0, 0)
    right, bottom = camera.to_view(DRAWING.right, DRAWING.bottom)
    assert left >= 0
    assert top >= 0
    assert (left + right, top + bottom) == pytest.approx((800, 600))
    assert fitted(Box(0, 0, 10, 10), 800, 600, 1.5).zoom == 1.5


def test_revealing_moves_no_more_than_needed() -> None:
    camera, clear = Camera(0, 0, 1.0), Box(200, 100, 600, 500)
    assert revealing(camera, Box(300, 200, 50, 50), clear) == camera
    moved = revealing(camera, Box(900, 200, 50, 50), clear)
    assert moved.y == 0
    assert moved.to_view(950, 0)[0] == pytest.approx(800 - 24)


def test_what_is_larger_than_the_viewport_is_revealed_by_its_middle() -> None:
    moved = revealing(Camera(0, 0, 1.0), Box(1000, 0, 5000, 10), Box(0, 0, 800, 600))
    assert moved.to_view(3500, 0)[0] == pytest.approx(400)


def test_a_way_begins_and_ends_where_it_should() -> None:
    start, end = Camera(0, 0, 0.5), Camera(900, 300, 2.0)
    assert between(start, end, 0) == start
    last = between(start, end, 1)
    assert (last.x, last.y, last.zoom) == pytest.approx((900, 300, 2.0))


@given(part=st.floats(0, 1))
def test_on_the_way_of_a_zoom_the_fixed_point_stays(part: float) -> None:
    start = Camera(100, 50, 0.5)
    end = start.zoomed(3.0, 320, 200)
    assert between(start, end, part).to_view(*start.to_map(320, 200)) == pytest.approx((320, 200))
