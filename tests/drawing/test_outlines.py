"""Marker shapes weigh the same, hold a glyph, and leave room for the second ring."""

from __future__ import annotations

import pytest

from app.drawing.bounds import bounds
from app.drawing.look import pen
from app.drawing.outlines import glyph_offset, outline, reach
from app.drawing.palette import MARKER_SHAPES, MarkerShape
from app.drawing.shapes import Circle, Path, Rect, Shape
from app.drawing.touch import polylines, touches


def area(shape: Shape) -> float:
    if isinstance(shape, Rect):
        return shape.width * shape.height
    if isinstance(shape, Circle):
        return 3.1416 * shape.radius**2
    assert isinstance(shape, Path)
    (line,) = polylines(shape.segments)
    return (
        abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(line, (*line[1:], line[0]), strict=True))) / 2
    )


@pytest.mark.parametrize("shape", MARKER_SHAPES)
def test_shapes_weigh_about_as_much_as_a_circle(shape: MarkerShape) -> None:
    circle = area(outline("circle", 13, "#FFFFFF", None))
    assert 0.8 < area(outline(shape, 13, "#FFFFFF", None)) / circle < 1.15


@pytest.mark.parametrize("shape", MARKER_SHAPES)
def test_an_envelope_fits_inside(shape: MarkerShape) -> None:
    drawn = outline(shape, 13, "#FFFFFF", None)
    y = glyph_offset(shape, 13)
    half_x, half_y = 17 / 24 * 14.5 / 2, 12 / 24 * 14.5 / 2
    for corner_x in (-half_x, half_x):
        for corner_y in (-half_y, half_y):
            assert touches(drawn, corner_x, y + corner_y)


@pytest.mark.parametrize("shape", MARKER_SHAPES)
def test_the_second_ring_lies_outside_by_the_same_gap(shape: MarkerShape) -> None:
    ring = outline(shape, 13, "", pen("#000000", 1.3), 3.6)
    inner, outer = bounds(outline(shape, 13, "#FFFFFF", None)), bounds(ring)
    assert inner is not None
    assert outer is not None
    assert outer.bottom - inner.bottom >= 3.5


@pytest.mark.parametrize("shape", MARKER_SHAPES)
def test_nothing_reaches_farther_than_is_said(shape: MarkerShape) -> None:
    box = bounds(outline(shape, 13, "#FFFFFF", None, 3.6))
    assert box is not None
    assert max(-box.x, box.right, -box.y, box.bottom) <= reach(shape, 13, 3.6) + 0.01
