"""Grounds under what stays in sight: for the screen alone."""

from __future__ import annotations

from msgspec.structs import replace

from app.drawing.bounds import bounds
from app.drawing.look import look_at
from app.drawing.parts.backing import corner_backing, left_backing, top_backing
from app.drawing.shapes import Group
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout

LAYOUT = a_layout()
LOOK = look_at(a_journey(), LAYOUT, LIGHT)


def test_files_leave_the_grounds_out() -> None:
    for shapes in (top_backing(LAYOUT, LOOK), left_backing(LAYOUT, LOOK), corner_backing(LAYOUT, LOOK)):
        ground = shapes[0]
        assert isinstance(ground, Group)
        assert ground.max_zoom != float("inf")


def test_the_left_ground_covers_all_headers() -> None:
    box = bounds(left_backing(LAYOUT, LOOK)[0])
    assert box is not None
    last = LAYOUT.bottom_rows[-1]
    assert (box.y, box.bottom) == (LAYOUT.map_box.y, last.y + last.height)
    assert box.right == LAYOUT.sizes.header_x + LAYOUT.sizes.header


def test_without_lanes_there_is_no_left_ground() -> None:
    assert left_backing(replace(LAYOUT, lanes=()), LOOK) == ()
