from __future__ import annotations

from msgspec.structs import replace

from app.drawing.shapes import Drawing, Group, Layer, Path, Rect, Stroke
from app.layout.result import Box
from app.seeing.damage import MOST_CELLS, damage


def cell(*places: float, dx: float = 0.0, title: str = "") -> Group:
    boxes = (Group((Rect(x, 0, 10, 10),), record=f"r{x}", title=title) for x in places)
    return Group(tuple(boxes), dx=dx)


def drawing(*cells: Group, background: str = "#ffffff") -> Drawing:
    return Drawing(1000, 100, background, (Layer("cards", "Cards", cells),), (0, 0, 1000, 100))


def test_the_same_cells_need_nothing() -> None:
    kept = cell(0, 50)
    assert damage(drawing(kept), drawing(kept)) == []


def test_of_a_changed_cell_only_the_children_that_differ_count() -> None:
    kept = cell(500)
    boxes = damage(drawing(cell(0, 50, 100), kept), drawing(cell(0, 60, 100), kept))
    assert sorted(boxes) == [Box(50, 0, 10, 10), Box(60, 0, 10, 10)]


def test_other_words_without_other_shapes_need_nothing() -> None:
    assert damage(drawing(cell(0, title="old")), drawing(cell(0, title="new"))) == []


def test_a_moved_cell_is_painted_where_it_was_and_where_it_is() -> None:
    before = cell(0, dx=100)
    assert sorted(damage(drawing(before), drawing(replace(before, dx=300)))) == [
        Box(100, 0, 10, 10),
        Box(300, 0, 10, 10),
    ]


def test_cells_that_came_and_went_are_painted() -> None:
    kept = cell(0)
    assert damage(drawing(kept), drawing(kept, cell(70))) == [Box(70, 0, 10, 10)]
    assert damage(drawing(kept, cell(70)), drawing(kept)) == [Box(70, 0, 10, 10)]


def test_another_background_needs_everything() -> None:
    kept = cell(0)
    assert damage(drawing(kept), drawing(kept, background="#000000")) is None


def test_of_more_cells_than_are_worth_looking_at_only_the_place_of_all_is_said() -> None:
    many = [cell(x) for x in range(MOST_CELLS)]
    above = replace(drawing(*many), layers=(Layer("lanes", "Lanes", (cell(5000),)), *drawing(*many).layers))
    after = replace(
        above, layers=(above.layers[0], *drawing(*[cell(x + 1) for x in range(MOST_CELLS)]).layers)
    )
    assert damage(above, after) == [Box(0, 0, MOST_CELLS + 10, 10)]
    asked: list[Group] = []
    assert damage(above, after, lambda one: asked.append(one) or Box(1, 2, 3, 4)) == [Box(1, 2, 3, 4)]
    assert len(asked) == 2 * MOST_CELLS


def line(*heights: float) -> Group:
    segments = (("M", 0.0, 50.0), *(("L", 100.0 * n, y) for n, y in enumerate(heights, 1)))
    return Group((Group((Path(segments, stroke=Stroke("#000000", 2.0)),), record="r", role="r"),))


def test_of_a_line_only_the_stretches_that_bend_otherwise_count() -> None:
    before, after = line(50, 50, 50, 50, 50, 50), line(50, 50, 20, 50, 50, 50)
    boxes = damage(drawing(before), drawing(after))
    assert boxes is not None
    assert min(box.x for box in boxes) >= 199
    assert max(box.right for box in boxes) <= 501
    assert min(box.y for box in boxes) <= 20


def test_of_a_long_curve_only_boxes_along_it_count() -> None:
    def bent(by: float) -> Group:
        arc = (("M", 0.0, 0.0), ("C", 0.0, 600.0, 900.0, 300.0 + by, 900.0, 900.0))
        halo, core = (Path(arc, stroke=Stroke("#000000", width)) for width in (5.5, 2.2))
        return Group((Group((halo, core), record="link"),))

    def on(one: Group) -> Drawing:
        return replace(drawing(one), width=3000, height=3000)

    boxes = damage(on(bent(0)), on(bent(10)))
    assert boxes is not None
    assert sum(box.width * box.height for box in boxes) < 900 * 900 / 2
    assert all(
        any(box.x <= x <= box.right and box.y <= y <= box.bottom for box in boxes)
        for x, y in ((0, 0), (900, 900))
    )


def test_a_layer_that_comes_or_goes_is_painted_where_it_stands() -> None:
    kept = cell(0)
    with_note = drawing(kept)
    with_note = replace(with_note, layers=(*with_note.layers, Layer("note", "Note", (cell(500),))))
    for before, after in ((drawing(kept), with_note), (with_note, drawing(kept))):
        assert damage(before, after) == [Box(500, 0, 10, 10)]


def test_where_nearly_all_is_other_it_is_said_at_once() -> None:
    ground = [
        Group(tuple(Rect(0, 0, 1000, 90 - n / 100, fill=fill) for n in range(400)))
        for fill in ("#111111", "#222222")
    ]
    assert damage(drawing(ground[0]), drawing(ground[1])) == [Box(0, 0, 1000, 100)]


def test_much_that_is_other_below_the_lanes_costs_no_lane() -> None:
    def rows(fill: str) -> Drawing:
        below = Group(tuple(Rect(0, 200 + n, 1000, 500, fill=fill) for n in range(400)))
        return replace(drawing(below), height=2000)

    boxes = damage(rows("#111111"), rows("#222222"))
    assert boxes
    assert min(box.y for box in boxes) >= 200


def test_a_grid_that_grows_is_painted_along_its_lines_and_not_between_them() -> None:
    def grid(end: float) -> Drawing:
        lines = tuple(part for x in (100.0, 900.0) for part in (("M", x, 0.0), ("L", x, end)))
        return replace(drawing(Group((Path(lines, stroke=Stroke("#cccccc", 2.0)),))), height=2000)

    boxes = damage(grid(1000), grid(1500))
    assert boxes
    assert not any(box.x < 500 < box.right for box in boxes)
    assert all(box.width < 10 for box in boxes)
