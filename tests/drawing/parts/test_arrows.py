"""Links and their labels."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.drawing.look import FAR, look_at
from app.drawing.parts.arrows import arrow, head, pill
from app.drawing.shapes import Group, Path
from app.drawing.tokens import LIGHT
from app.layout.result import Arrow, Point
from tests.drawing.layouts import a_journey, a_layout, block
from tests.drawing.shapes_in import fills, strokes, texts, walk

LOOK = look_at(a_journey(), a_layout(), LIGHT)


ARROW = block().arrows[0]


def drawn(**changes: object) -> Group:
    return arrow(replace(ARROW, **changes), LOOK)  # type: ignore[arg-type]


def with_tone(tone: str) -> Arrow:
    assert ARROW.pill is not None
    return replace(ARROW, pill=replace(ARROW.pill, tone=tone), is_over_limit=tone != "normal")


def test_a_wait_over_its_limit_is_red() -> None:
    assert LIGHT.pain in strokes([drawn()])
    fine = [drawn(is_over_limit=False)]
    assert LIGHT.pain not in strokes(fine) | fills(fine)


@pytest.mark.parametrize(
    ("tone", "fill", "words"),
    [
        ("normal", LIGHT.card, LIGHT.ink2),
        ("over", LIGHT.card, LIGHT.pain),
        ("breach", LIGHT.pain, LIGHT.on_colour),
    ],
)
def test_a_pill_says_how_bad_it_is(tone: str, fill: str, words: str) -> None:
    near = pill(with_tone(tone), LOOK).children[:1]
    assert {fill, words} <= fills(near)
    assert texts(near) == ["waits 18 days"]


def test_only_waits_over_their_limit_are_seen_from_far() -> None:
    assert (drawn().min_zoom, drawn(is_over_limit=False).min_zoom) == (0, FAR)


def test_kinds_differ_without_colour() -> None:
    found = {
        kind: tuple(shape for shape, _, _ in walk([drawn(kind=kind)]) if not isinstance(shape, Group))
        for kind in ("handoff", "escalation", "information", "dependency", "alternative")
    }
    assert len(set(found.values())) == 5


def test_the_head_ends_in_the_tip() -> None:
    (shape,) = head("handoff", Point(10, 50), Point(0, 1), "#000000")
    assert isinstance(shape, Path)
    assert shape.segments == (("M", 10, 50), ("L", 4.5, 40), ("L", 15.5, 40), ("Z",))


def test_a_line_has_a_halo_under_it() -> None:
    halo, line = (shape.stroke for shape in drawn().children[:2] if isinstance(shape, Path))
    assert halo is not None
    assert line is not None
    assert (halo.colour, halo.width, line.width) == (LIGHT.card, 5.5, 2.2)


def test_a_line_ends_inside_its_head() -> None:
    line = drawn().children[1]
    assert isinstance(line, Path)
    end = line.segments[-1]
    assert end[-1] == ARROW.tip.y - 5
