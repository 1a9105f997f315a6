"""Rods of shared touchpoints."""

from __future__ import annotations

from app.drawing.bounds import bounds
from app.drawing.look import look_at
from app.drawing.parts.rods import rod as drawn_rod
from app.drawing.shapes import Path
from app.drawing.tokens import LIGHT
from app.layout.result import Block
from tests.drawing.layouts import LANES, a_journey, a_layout, block


def drawn(one: Block) -> tuple[Path, ...]:
    group = drawn_rod(one.rods[0], look_at(a_journey(), a_layout(), LIGHT))
    return tuple(shape for shape in group.children if isinstance(shape, Path))


def test_dots_keep_clear_of_the_rods_ends() -> None:
    dots, rod, core = drawn(block())
    (first, last) = (segment[2] for segment in dots.segments)  # type: ignore[misc]
    assert first > LANES[0][0] + 152 + 4.5
    assert last < LANES[2][0] - 4.5
    assert dots.stroke is not None
    assert dots.stroke.dash
    assert rod.stroke is not None
    assert core.stroke is not None
    assert (rod.stroke.width, core.stroke.width) == (9, 5.4)
    assert rod.segments == core.segments


def test_a_rod_reaches_from_marker_to_marker() -> None:
    box = bounds(drawn(block())[1])
    assert box is not None
    assert box.y < LANES[0][0] + 31
    assert box.bottom > LANES[2][0] + 52
