"""Headers beside the lanes."""

from __future__ import annotations

from base64 import b64encode

import pytest
from msgspec.structs import replace

from app.drawing.bounds import bounds
from app.drawing.look import look_at
from app.drawing.parts.headers import bottom_header, bracket, header
from app.drawing.shapes import Circle, Group, Image, Rect, Text
from app.drawing.tokens import LIGHT
from app.layout.result import Lane
from app.model.records import Attachment
from tests.drawing.layouts import a_journey, a_layout, lane
from tests.drawing.shapes_in import texts, walk

LAYOUT = a_layout()
LOOK = look_at(a_journey(), LAYOUT, LIGHT)
PICTURE = Attachment(id="a", media_type="image/png", data=b64encode(b"png").decode())


def drawn(one: Lane, picture: Attachment | None = None) -> Group:
    return header(one, LAYOUT, LOOK, "IT\nNorthwind", picture)


def test_a_header_says_name_organisation_remit_and_initials() -> None:
    assert texts([drawn(lane(0))]) == ["IT", "IT", "Northwind", "Decider"]


def test_initials_are_centred_in_the_avatar() -> None:
    (initials,) = [
        shape
        for shape, _, _ in walk([drawn(lane(1))])
        if isinstance(shape, Text) and shape.anchor == "middle"
    ]
    avatar = next(shape for shape, _, _ in walk([drawn(lane(1))]) if isinstance(shape, Circle))
    assert initials.x == avatar.x
    assert initials.y - initials.font.size * 0.727 / 2 == pytest.approx(avatar.y)


@pytest.mark.parametrize("initials", ["I", "WM", "MWW", "MWMW"])
def test_initials_fit_into_the_avatar(initials: str) -> None:
    one = replace(lane(0), header=replace(lane(0).header, initials=initials))
    text = next(
        shape for shape, _, _ in walk([drawn(one)]) if isinstance(shape, Text) and shape.anchor == "middle"
    )
    assert len(initials) * 0.9 * text.font.size < 2 * LAYOUT.sizes.avatar


def test_a_picture_takes_the_place_of_initials() -> None:
    shapes = [shape for shape, _, _ in walk([drawn(lane(0), PICTURE)])]
    (image,) = [shape for shape in shapes if isinstance(shape, Image)]
    assert image.data == b"png"
    assert texts([drawn(lane(0), PICTURE)]) == ["IT", "Northwind", "Decider"]


@pytest.mark.parametrize("broken", [{"media_type": "image/svg+xml"}, {"data": ""}, {"data": "abc"}])
def test_a_picture_that_cannot_be_shown_leaves_the_initials(broken: dict[str, str]) -> None:
    values = {"id": "a", "media_type": "image/png", "data": PICTURE.data, **broken}
    assert texts([drawn(lane(0), Attachment(**values))])[0] == "IT"


def test_faces_stand_at_both_ends_of_the_scale() -> None:
    one = lane(0)
    ys = {shape.dy for shape, _, _ in walk([drawn(one)]) if isinstance(shape, Group) and shape.dx > 300}
    assert ys == {one.neutral_y - 46, one.neutral_y + 46}


def test_a_folded_lane_has_a_small_avatar_and_no_faces() -> None:
    one = replace(lane(0), height=44, neutral_y=lane(0).y + 22, folded=True)
    box = bounds(drawn(one))
    assert box is not None
    assert not [shape for shape, _, _ in walk([drawn(one)]) if isinstance(shape, Group) and shape.dx > 300]
    radii = [shape.radius for shape, _, _ in walk([drawn(one)]) if isinstance(shape, Circle)]
    assert max(radii) <= 16


def test_a_bracket_is_read_upwards_beside_its_lanes() -> None:
    side = LAYOUT.brackets[0]
    (word,) = bracket(side, LAYOUT, LOOK)
    assert isinstance(word, Text)
    assert (word.angle, word.y) == (-90, side.y + side.height / 2)
    assert word.x < LAYOUT.sizes.header_x
    assert bracket(replace(side, height=30), LAYOUT, LOOK) == ()


def test_a_bottom_row_says_what_it_is() -> None:
    group = bottom_header(LAYOUT.bottom_rows[0], LAYOUT, LOOK)
    assert texts([group]) == ["!", "Pain points", "what hurts"]
    assert any(isinstance(shape, Rect) and shape.fill == LIGHT.pain for shape in group.children)


def test_a_face_gives_way_to_words() -> None:
    one = lane(0)
    long = replace(one.header.rows[2], width=175.0, y=one.neutral_y + 50)
    crowded = replace(one, header=replace(one.header, rows=(*one.header.rows[:2], long)))
    ys = {shape.dy for shape, _, _ in walk([drawn(crowded)]) if isinstance(shape, Group) and shape.dx > 300}
    assert ys == {one.neutral_y - 46}
