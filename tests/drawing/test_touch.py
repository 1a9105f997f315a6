"""A point touches what is drawn there and nothing beside it."""

from __future__ import annotations

from app.drawing.look import pen
from app.drawing.shapes import Circle, Group, Path, Rect, Text
from app.drawing.touch import touches
from app.layout.measure import Font

RING = Circle(0, 0, 10, stroke=pen("#000000", 2))
TRIANGLE = Path((("M", 0, 0), ("L", 10, 0), ("L", 0, 10), ("Z",)), "#000000")
CURVE = Path((("M", 0, 0), ("C", 0, 40, 30, 40, 30, 0)), stroke=pen("#000000", 2))


def test_a_ring_is_touched_on_its_line_only() -> None:
    assert touches(RING, 10.5, 0)
    assert not touches(RING, 5, 0)
    assert touches(RING, 5, 0, reach=4.5)


def test_a_filled_path_is_touched_inside() -> None:
    assert touches(TRIANGLE, 3, 3)
    assert not touches(TRIANGLE, 7, 7)


def test_a_curve_is_touched_along_itself() -> None:
    assert touches(CURVE, 15, 30)
    assert not touches(CURVE, 15, 15)
    assert not touches(CURVE, 15, 0)


def test_a_text_is_touched_over_its_line() -> None:
    text = Text(0, 20, "word", Font(20), "#000000", 40, "middle")
    assert touches(text, -15, 15)
    assert not touches(text, 25, 15)


def test_a_frame_without_fill_is_not_touched_inside() -> None:
    assert not touches(Rect(0, 0, 10, 10, stroke=pen("#000000", 1)), 5, 5)
    assert touches(Group((Rect(0, 0, 10, 10, fill="#000000"),), 100, 0), 105, 5)
