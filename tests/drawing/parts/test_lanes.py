"""What lies under everything."""

from __future__ import annotations

from app.drawing.look import look_at
from app.drawing.parts.lanes import NEUTRAL_DASH, lanes
from app.drawing.shapes import Group, Path, Rect
from app.drawing.tokens import LIGHT, PRINT, Theme
from tests.drawing.layouts import X, a_journey, a_layout
from tests.drawing.shapes_in import walk

LAYOUT = a_layout()


def drawn(theme: Theme) -> list[object]:
    return [shape for shape, _, _ in walk(lanes(LAYOUT, look_at(a_journey(), LAYOUT, theme)))]


def test_every_lane_has_its_band() -> None:
    bands = [shape for shape in drawn(LIGHT) if isinstance(shape, Group) and shape.record]
    assert [band.record for band in bands] == ["role-it", "role-cfo", "role-seller"]
    fills = [shape.fill for band in bands for shape in band.children if isinstance(shape, Rect)]
    assert fills == [LIGHT.lane, LIGHT.lane2, LIGHT.sup]


def test_print_has_rules_instead_of_bands() -> None:
    assert not [shape for shape in drawn(PRINT) if isinstance(shape, Rect)]
    widths = {shape.stroke.width for shape in drawn(PRINT) if isinstance(shape, Path) and shape.stroke}
    assert 0.67 in widths


def test_every_lane_has_a_neutral_line() -> None:
    neutral = [
        shape.segments[0][2]  # type: ignore[misc]
        for shape in drawn(LIGHT)
        if isinstance(shape, Path) and shape.stroke and shape.stroke.dash == NEUTRAL_DASH
    ]
    assert neutral == [lane.neutral_y for lane in LAYOUT.lanes]


def test_phase_borders_run_through_lanes_and_bottom_rows() -> None:
    (rules,) = [
        shape
        for shape in drawn(LIGHT)
        if isinstance(shape, Path) and shape.stroke and shape.stroke.width == 1.1
    ]
    xs = {segment[1] for segment in rules.segments}  # type: ignore[misc]
    ys = {segment[2] for segment in rules.segments}  # type: ignore[misc]
    assert X + 301 in xs
    assert X not in xs
    assert {LAYOUT.lanes[0].y, LAYOUT.bottom_rows[-1].y + LAYOUT.bottom_rows[-1].height} <= ys
