"""Labels."""

from __future__ import annotations

from msgspec.structs import replace

from app.drawing.look import FAR, NEAR, look_at
from app.drawing.parts.cards import card as drawn_card
from app.drawing.shapes import Group, Rect, Text
from app.drawing.tokens import LIGHT
from app.layout.result import Card
from tests.drawing.layouts import a_journey, a_layout, block, row
from tests.drawing.shapes_in import fills, texts, walk

LOOK = look_at(a_journey(), a_layout(), LIGHT)
SEARCH, DEMO = block().cards


def drawn(card: Card) -> tuple[Group, ...]:
    return (drawn_card(card, LOOK, ""),)


def frame(card: Card) -> Rect:
    return next(shape for shape, _, _ in walk(drawn(card)) if isinstance(shape, Rect))


def test_the_strip_is_in_the_roles_colour_and_neutral_where_several_take_part() -> None:
    assert LOOK.colour("role-it") in fills(drawn(SEARCH))
    shared = drawn(replace(DEMO, is_moment_of_truth=False, star=None))
    assert LIGHT.ink2 in fills(shared)
    assert LOOK.colour("role-it") not in fills(shared)


def test_only_a_moment_of_truth_is_framed_in_the_accent() -> None:
    plain, moment = frame(SEARCH).stroke, frame(DEMO).stroke
    assert plain is not None
    assert moment is not None
    assert (plain.colour, plain.width) == (LIGHT.line, 1)
    assert (moment.colour, moment.width) == (LIGHT.accent, 2)
    assert LIGHT.accent in fills(drawn(DEMO))


def test_an_alert_is_red_and_a_title_is_ink() -> None:
    found = {shape.text: shape.fill for shape, _, _ in walk(drawn(DEMO)) if isinstance(shape, Text)}
    assert found == {"Demo": LIGHT.ink, "SLA breached": LIGHT.pain}


def test_the_pin_says_its_number_and_its_insight() -> None:
    pins = [
        shape
        for shape, _, _ in walk(drawn(SEARCH))
        if isinstance(shape, Group) and shape.record.startswith("insight")
    ]
    assert texts(pins) == ["1"]


def test_from_far_only_what_matters_is_left() -> None:
    def seen_from_far(card: Card) -> bool:
        return any(isinstance(shape, Group) and shape.max_zoom == FAR for shape, _, _ in walk(drawn(card)))

    assert seen_from_far(SEARCH)  # a pain
    assert seen_from_far(DEMO)  # a moment of truth
    assert not seen_from_far(replace(SEARCH, pins=()))


def test_between_far_and_near_the_title_stands_alone_and_centred() -> None:
    (middle,) = [
        shape for shape, _, _ in walk(drawn(SEARCH)) if isinstance(shape, Group) and shape.max_zoom == NEAR
    ]
    assert [text.text for text in middle.children if isinstance(text, Text)] == ["Search"]
    assert middle.dy == (48 - 32) / 2


def test_each_speaker_is_shown_once_by_shape() -> None:
    words = (
        row("asks", 300, 400, "card_action", "role-it"),
        row("“why”", 300, 417, "card_thought", "role-it"),
        row("sells", 300, 434, "card_action", "role-seller"),
    )
    card = replace(DEMO, rows=(*DEMO.rows, *words))
    signs = [
        shape
        for shape, _, _ in walk(drawn(card), files_only=True)
        if isinstance(shape, Group) and shape.dx == 300 - 8.2
    ]
    assert len(signs) == 2
