"""Markers on the lines."""

from __future__ import annotations

from app.drawing.look import FAR, NEAR, look_at
from app.drawing.parts.markers import marker, marker_shapes
from app.drawing.shapes import Circle, Group
from app.drawing.tokens import LIGHT
from tests.drawing.layouts import a_journey, a_layout, block
from tests.drawing.shapes_in import strokes, texts, walk

LOOK = look_at(a_journey(), a_layout(), LIGHT)


def drawn() -> tuple[Group, ...]:
    return tuple(marker(one, LOOK, "Search") for one in block().markers)


def test_markers_stand_where_layout_put_them() -> None:
    assert [(group.record, group.dx, group.dy) for group in drawn()] == [
        (marker.touchpoint, marker.x, marker.y) for marker in block().markers
    ]


def test_a_marker_is_named() -> None:
    assert drawn()[0].title == "Search"


def test_equal_markers_share_their_shapes() -> None:
    assert drawn()[0].children is drawn()[0].children


def test_from_far_a_marker_is_a_dot_and_a_shared_one_is_its_rod_alone() -> None:
    single, shared = drawn()[0], drawn()[1]
    assert [child.max_zoom for child in single.children if isinstance(child, Group) and child.max_zoom == FAR]
    assert all(isinstance(child, Group) and child.min_zoom == FAR for child in shared.children)


def test_the_glyph_shows_from_near() -> None:
    zooms = [shape.min_zoom for shape, _, _ in walk(drawn()[:1]) if isinstance(shape, Group)]
    assert NEAR in zooms


def test_a_new_person_has_a_badge() -> None:
    assert LIGHT.pain in strokes(drawn()[2:3])
    assert LIGHT.pain not in strokes(drawn()[1:2])


def test_a_label_below_the_map_leaves_its_number() -> None:
    assert texts(drawn()) == ["3"]


def test_a_marker_without_feeling_is_hollow() -> None:
    role = LOOK.of("role-cfo")
    known = marker_shapes(role, 13.0, "email", LIGHT, LIGHT.lane, False, False, False)
    hollow = marker_shapes(role, 13.0, "email", LIGHT, LIGHT.lane, False, False, True)
    widths = [
        {shape.stroke.width for shape, _, _ in walk(shapes) if getattr(shape, "stroke", None)}  # type: ignore[union-attr]
        for shapes in (known, hollow)
    ]
    assert 3.2 in widths[0]
    assert 3.2 not in widths[1]


def test_the_supplier_has_a_second_ring() -> None:
    role = LOOK.of("role-it")._replace(shape="circle")
    mine = marker_shapes(role, 13.0, "", LIGHT, LIGHT.lane, True, False, False)
    theirs = marker_shapes(role, 13.0, "", LIGHT, LIGHT.lane, True, True, False)
    rings = [
        [shape.radius for shape, _, _ in walk(shapes) if isinstance(shape, Circle)]
        for shapes in (mine, theirs)
    ]
    assert rings == [[13.0], [13.0, 16.6]]
