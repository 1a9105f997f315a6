"""The phase band and the ruler."""

from __future__ import annotations

from msgspec.structs import replace

from app.drawing.look import look_at
from app.drawing.parts.phases import phases, ruler
from app.drawing.shapes import Group, Path, Shape
from app.drawing.tokens import LIGHT
from app.layout.result import RulerTick
from tests.drawing.layouts import X, a_journey, a_layout
from tests.drawing.shapes_in import fills, texts

LAYOUT = a_layout()
LOOK = look_at(a_journey(), LAYOUT, LIGHT)


def arrow(shape: Shape) -> Path:
    assert isinstance(shape, Group)
    path = shape.children[0]
    assert isinstance(path, Path)
    return path


def test_arrows_alternate_and_say_number_and_name() -> None:
    need, buy = phases(LAYOUT, LOOK, {})
    assert (arrow(need).fill, arrow(buy).fill) == (LIGHT.phase, LIGHT.phase2)
    assert texts([need, buy]) == ["1", "Need", "Buy"]


def test_an_arrow_is_notched_where_it_follows_another() -> None:
    need, buy = phases(LAYOUT, LOOK, {})
    assert len(arrow(buy).segments) == len(arrow(need).segments) + 1
    parted = replace(LAYOUT, phases=(LAYOUT.phases[0], replace(LAYOUT.phases[1], x=X + 340)))
    assert len(arrow(phases(parted, LOOK, {})[1]).segments) == len(arrow(need).segments)


def test_a_narrow_phase_keeps_a_tip_in_proportion() -> None:
    narrow = replace(LAYOUT, phases=(replace(LAYOUT.phases[0], width=10, row=None, number_row=None),))
    xs = [segment[1] for segment in arrow(phases(narrow, LOOK, {})[0]).segments if len(segment) == 3]
    assert max(xs) == X + 14


def test_a_chosen_colour_only_tints() -> None:
    (tinted, _) = phases(LAYOUT, LOOK, {"phase-need": "#0000FF"})
    assert arrow(tinted).fill not in (LIGHT.phase, "#0000FF")


def test_major_ticks_are_longer_and_labelled() -> None:
    ticks = (RulerTick(0, None, False), RulerTick(10, LAYOUT.ruler[0].label, True))
    minor, major, label = ruler(ticks, 100, LOOK)
    assert isinstance(minor, Path)
    assert isinstance(major, Path)
    assert minor.segments[1][2] < major.segments[1][2]  # type: ignore[misc]
    assert fills([label]) == {LIGHT.muted}
    assert ruler((), 100, LOOK) == ()
