from __future__ import annotations

import itertools

import pytest

from app.drawing.bounds import bounds
from app.drawing.shapes import Circle, Group, Layer, Path, Rect, Shape, Stroke, Text
from app.layout.measure import Font
from app.layout.result import Box
from app.seeing.stretch import stretched
from app.widgets.map.strip import Strip, natural_box

INTER = Font(17.5, 600)
WHOLE = Box(-1e6, -1e6, 2e6, 2e6)


def header(y: float, height: float = 100) -> Group:
    ground = Rect(58, y, 272, height, fill="#ffffff")
    name = Text(130, y + height / 2, "CFO", INTER, "#000000", 40)
    return Group(
        (ground, Circle(100, y + height / 2, 27, "#254b00"), name), record="cfo", role="cfo", title="CFO"
    )


def arrow(x: float, width: float) -> Group:
    ground = Path(
        (("M", x, 0.0), ("L", x + width, 0.0), ("L", x + width, 50.0), ("L", x, 50.0), ("Z",)), "#eeeeee"
    )
    number = Text(x + width / 2 - 40, 30, "1", INTER, "#000000", 8)
    name = Text(x + width / 2 - 25, 30, "Need", INTER, "#000000", 60)
    return Group((ground, number, name), record="need", title="Need")


def words(shapes: list[Shape]) -> list[str]:
    found: list[str] = []
    for shape in shapes:
        if isinstance(shape, Group):
            found += words(list(shape.children))
        elif isinstance(shape, Text):
            found.append(shape.text)
    return found


def strip(*shapes: Shape, axis: str = "x") -> Strip:
    return Strip([Layer("l", "L", (Group(shapes),))], axis)


def test_at_the_zoom_of_the_map_headers_are_the_drawings_own_shapes() -> None:
    shape = header(200)
    assert strip(shape, axis="y").shapes_in(WHOLE, 1.0) == [shape]


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_a_header_is_as_high_as_its_lane_and_what_is_in_it_keeps_its_shape(factor: float) -> None:
    (shape,) = strip(header(200), axis="y").shapes_in(WHOLE, factor)
    ground, disc, name = shape.children
    assert (ground.y, ground.height) == (200 * factor, 100 * factor)
    assert disc.radius == 27
    assert disc.y == 250 * factor
    assert name.font == INTER
    assert name.y == 250 * factor


def test_the_faces_of_the_feeling_scale_stay_at_their_heights_in_the_lane() -> None:
    face = Group((Circle(0, 0, 7.5),), 318, 217, min_zoom=0.4)
    lane = Group((*header(200).children, face), record="cfo", title="CFO")
    (shape,) = strip(lane, axis="y").shapes_in(WHOLE, 2.0)
    assert shape.children[-1].dy == 434
    assert shape.children[-1].children == face.children


def test_a_phase_keeps_its_words_while_they_fit_and_then_its_name_and_then_its_number() -> None:
    phase = arrow(100, 200)
    for factor, kept in (
        (1.5, ["1", "Need"]),
        (0.5, ["1", "Need"]),
        (0.4, ["Need"]),
        (0.2, ["1"]),
        (0.05, []),
    ):
        (shape,) = strip(phase).shapes_in(WHOLE, factor)
        assert words([shape]) == kept, factor
        texts = [child for child in shape.children if isinstance(child, Text)]
        for text in texts:
            assert 100 * factor <= text.x
            assert text.x + text.width <= 300 * factor


def test_labels_of_a_ruler_thin_out_evenly_instead_of_overlapping() -> None:
    labels = [Text(100 * week, 70, f"week {week}", INTER, "#000000", 60) for week in range(16)]
    ruler = strip(*labels)
    assert len(words(ruler.shapes_in(WHOLE, 1.0))) == 16
    assert words(ruler.shapes_in(WHOLE, 0.5)) == [f"week {week}" for week in range(0, 16, 2)]
    assert words(ruler.shapes_in(WHOLE, 0.2)) == [f"week {week}" for week in range(0, 16, 4)]
    for factor in (0.9, 0.5, 0.3, 0.1):
        boxes = [bounds(shape) for shape in ruler.shapes_in(WHOLE, factor)]
        assert all(one.right <= other.x for one, other in itertools.pairwise(boxes))


def test_which_labels_are_kept_does_not_depend_on_what_is_in_sight() -> None:
    labels = [Text(100 * week, 70, f"week {week}", INTER, "#000000", 60) for week in range(64)]
    ruler = strip(*labels)
    whole = set(words(ruler.shapes_in(WHOLE, 0.25)))
    part = set(words(ruler.shapes_in(Box(500, 0, 300, 100), 0.25)))
    assert part < whole


def test_only_what_is_near_the_box_is_drawn() -> None:
    lanes = strip(*[header(100 * lane) for lane in range(50)], axis="y")
    assert 2 <= len(lanes.shapes_in(Box(0, 1000, 300, 200), 1.0)) <= 4
    assert len(lanes.shapes_in(Box(0, 1000, 300, 200), 2.0)) < 10


def test_headers_of_one_role_are_found() -> None:
    other = Group(header(300).children, record="it", role="it", title="IT")
    both = strip(header(200), other, axis="y")
    assert both.shapes_in(WHOLE, 1.0, frozenset({"it"})) == [other]


def test_the_ticks_of_a_long_ruler_are_cut_and_none_is_lost() -> None:
    ticks = tuple(step for x in range(500) for step in (("M", x, 0.0), ("L", x, 6.0)))
    ruler = strip(Path(ticks, stroke=Stroke("#000000", 1.2)))
    pieces = ruler.shapes_in(WHOLE, 1.0)
    assert sum(len(piece.segments) for piece in pieces) == 1000
    assert len(ruler.shapes_in(Box(100, 0, 20, 10), 1.0)) <= 2


def test_grounds_for_simple_painters_are_left_out() -> None:
    ground = Group((Rect(0, 0, 1e5, 1e5, fill="#ffffff"),), max_zoom=1e9)
    layer = Layer("l", "L", (Group((ground, header(200))),), "left")
    assert natural_box([layer]) == Box(58, 200, 272, 100)
    assert len(Strip([layer], "y").shapes_in(WHOLE, 1.0)) == 1


def test_a_moved_cell_is_where_it_belongs() -> None:
    layer = Layer("l", "L", (Group((Rect(0, 0, 10, 10),), dx=100),), "top")
    (shape,) = Strip([layer], "x").shapes_in(WHOLE, 2.0)
    assert bounds(shape).x == 200


def test_a_factor_of_one_changes_nothing() -> None:
    shape = header(10)
    assert stretched(shape, 1.0, "y") is shape


def test_a_phase_without_room_for_its_name_shows_its_number() -> None:
    ground = arrow(0, 100).children[0]
    name = Text(20, 30, "Reaction", INTER, "#000000", 80)
    phase = Group((ground, name), record="reaction", title="9 Reaction\nJudge it")
    assert words([stretched(phase, 0.95, "x")]) == ["Reaction"]
    narrow = stretched(phase, 0.45, "x")
    assert words([narrow]) == ["9"]
    (number,) = (shape for shape in narrow.children if isinstance(shape, Text))
    assert number.x + number.width / 2 == pytest.approx(22.5)
    assert words([stretched(phase, 0.1, "x")]) == []
