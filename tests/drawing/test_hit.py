"""Things are found where they are seen."""

from __future__ import annotations

from app.drawing.build import build
from app.drawing.hit import Hit, Index
from app.drawing.shapes import Drawing, Group, Layer, Rect
from app.drawing.tokens import LIGHT
from app.layout.result import Box
from tests.drawing.layouts import LANES, X, a_journey, a_layout, moved

IT_Y = LANES[0][0] + 76


def index() -> Index:
    return Index(build(a_journey(), a_layout(), LIGHT))


def test_a_marker_is_hit_for_its_role() -> None:
    assert index().at(X + 100, IT_Y - 23) == Hit("touch-search", "role-it", "markers")
    assert index().at(X + 260, LANES[2][0] + 53) == Hit("touch-demo", "role-seller", "markers")


def test_a_card_lies_over_the_line() -> None:
    assert index().at(X + 350, IT_Y - 40) == Hit("touch-demo", "role-it", "cards")


def test_a_pin_is_hit_before_its_card() -> None:
    assert index().at(X + 130, IT_Y + 44) == Hit("insight-pain-nobody-answers", "", "cards")


def test_a_line_is_hit_on_itself_and_not_in_its_box() -> None:
    assert index().at(X + 180, IT_Y - 37.6) == Hit("role-it", "role-it", "lines")
    hit = index().at(X + 180, IT_Y - 20)
    assert hit is None or hit.layer == "lanes"


def test_a_link_is_hit_along_its_curve() -> None:
    hit = index().at(X + 449, LANES[1][0] + 40, reach=3)
    assert hit is not None
    assert hit.record == "link-search-handoff-budget"


def test_a_lane_is_hit_where_nothing_else_is() -> None:
    assert index().at(X + 500, LANES[1][0] + 140) == Hit("role-cfo", "role-cfo", "lanes")


def test_headers_and_phases_are_hit() -> None:
    found = index()
    assert found.at(200, LANES[1][0] + 60) == Hit("role-cfo", "role-cfo", "headers")
    assert found.at(X + 120, 160) == Hit("phase-need", "", "phases")
    assert found.at(2, 2) is None


def test_what_the_zoom_hides_is_not_hit() -> None:
    hit = index().at(X + 350, IT_Y - 55, zoom=0.3)
    assert hit is None or hit.layer != "cards" or hit.record == "touch-demo"
    far = index().at(X + 60, IT_Y + 30, zoom=0.3)
    assert far is None or far.layer == "lanes"


def test_bounds_cover_marker_card_and_list() -> None:
    box = index().bounds("touch-demo")
    assert box is not None
    assert box.x < X + 260 - 13
    assert box.right > X + 429
    assert box.bottom > LANES[2][0] + 53
    assert index().bounds("nobody") is None


def test_a_rectangle_shows_what_is_in_it_in_paint_order() -> None:
    found = index()
    near = found.items(Box(X + 80, IT_Y - 60, 60, 60))
    layers = [item.layer.name for item in near]
    assert layers == sorted(layers, key=[one.name for one in found.drawing.layers].index)
    assert "markers" in layers
    assert "callouts" not in layers
    whole = found.items(Box(0, 0, 2000, 2000))
    assert len(whole) == sum(len(cell.children) for one in found.drawing.layers for cell in one.cells)


def test_a_record_inside_a_moved_group_is_found_where_it_stands() -> None:
    pin = Group((Rect(0, 0, 10, 10, fill="#000000"),), 5, 5, "pin")
    card = Group((Group((pin,), min_zoom=0.4),), 100, 50, "card")
    drawing = Drawing(500, 500, "#FFFFFF", (Layer("a", "A", (Group((card, card), 1000),)),), (0, 0, 500, 500))
    assert Index(drawing).bounds("pin") == Index(drawing).bounds("card") == Box(1105, 55, 10, 10)


def test_an_index_takes_over_cells_that_only_moved() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    before = Index(first)
    second = build(journey, moved(layout, 300), LIGHT, previous=first)
    after = Index(second, before)
    former, now = ({id(row.cell) for row in index.cells.values()} for index in (before, after))
    assert former == now
    assert after.at(X + 400, IT_Y - 23) == Hit("touch-search", "role-it", "markers")
