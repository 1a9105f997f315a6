"""Boxes are tight and hold all that is drawn."""

from __future__ import annotations

import pytest

from app.drawing.bounds import bounds, bounds_of
from app.drawing.look import pen
from app.drawing.shapes import Circle, Group, Path, Rect, Text
from app.layout.measure import Font
from app.layout.result import Box


def test_a_stroke_widens_the_box() -> None:
    assert bounds(Rect(0, 0, 10, 10, stroke=pen("#000000", 2))) == Box(-1, -1, 12, 12)
    assert bounds(Circle(5, 5, 3, "#000000")) == Box(2, 2, 6, 6)


def test_a_curve_is_as_wide_as_it_is_and_not_as_its_handles() -> None:
    box = bounds(Path((("M", 0, 0), ("C", 0, 40, 30, 40, 30, 0)), "#000000"))
    assert box is not None
    assert box.height == pytest.approx(30)
    assert box.width == pytest.approx(30)


def test_groups_add_their_offsets() -> None:
    inner = Group((Rect(0, 0, 2, 2, fill="#000000"),), 10, 20)
    assert bounds(Group((inner,), 1, 1)) == Box(11, 21, 2, 2)
    assert bounds_of(()) is None


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 80), ("end", 60)])
def test_a_text_stands_at_its_anchor(anchor: str, left: float) -> None:
    box = bounds(Text(100, 50, "abcd", Font(20), "#000000", 40, anchor))  # type: ignore[arg-type]
    assert box is not None
    assert (box.x, box.width) == (left, 40)
    assert box.y < 36 < 50 < box.bottom


def test_a_text_read_upwards_is_narrow_and_high() -> None:
    box = bounds(Text(100, 50, "abcd", Font(20), "#000000", 40, "middle", -90.0))
    assert box is not None
    assert box.height == pytest.approx(40)
    assert box.width < 30
