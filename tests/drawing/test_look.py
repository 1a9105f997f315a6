"""What parts share: looks of roles, faintness, text colours, centring."""

from __future__ import annotations

from app.drawing.look import Look, centred_baseline, lane_fill, look_at, pen, written
from app.drawing.tokens import DARK, LIGHT, PRINT
from app.layout.measure import Font
from tests.drawing.layouts import a_journey, a_layout, lane, row


def look(theme=LIGHT) -> Look:  # type: ignore[no-untyped-def]
    return look_at(a_journey(), a_layout(), theme)


def test_roles_look_by_their_place() -> None:
    assert [look().of(role).shape for role in ("role-it", "role-cfo", "role-seller")] == [
        "hexagon",
        "diamond",
        "square",
    ]


def test_a_role_that_is_not_there_looks_neutral() -> None:
    assert look().of("nobody").colour == LIGHT.ink2


def test_small_words_are_never_in_a_roles_colour() -> None:
    assert look().text_colour("role-it", Font(14.5)) == LIGHT.ink2
    assert look().text_colour("role-it", Font(15)) == look().colour("role-it")


def test_print_mixes_what_is_faint() -> None:
    assert look(LIGHT).faint("#000000", 0.1) == ("#000000", 0.1)
    assert look(PRINT).faint("#000000", 0.1) == ("#E6E6E6", 1.0)


def test_supplier_lanes_have_their_own_ground() -> None:
    assert [lane_fill(lane(place), DARK) for place in range(3)] == [DARK.lane, DARK.lane2, DARK.sup]


def test_capitals_are_centred_on_a_height() -> None:
    assert centred_baseline(100, Font(20)) == 100 + 20 * 0.727 / 2


def test_a_row_is_written_where_it_stands() -> None:
    text = written(row("Budget", 10, 20, "card_title"), "#000000")
    assert (text.x, text.y, text.text, text.font) == (10, 20, "Budget", Font(16.5, 600))


def test_equal_pens_are_one() -> None:
    assert pen("#000000", 2) is pen("#000000", 2)
