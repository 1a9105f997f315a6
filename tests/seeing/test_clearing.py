from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.layout.result import Box
from app.seeing.camera import Camera
from app.seeing.clearing import cleared

CLEAR = Box(0, 60, 1000, 540)
TIMER = Box(850, 20, 130, 64)
HERE = Camera(100.0, 50.0, 2.0)


def after(camera: Camera, boxes: list[Box]) -> list[Box]:
    """Where the boxes seen from HERE stand when they are looked at by this camera."""
    moved = []
    for box in boxes:
        x, y = camera.to_view(*HERE.to_map(box.x, box.y))
        size = camera.zoom / HERE.zoom
        moved.append(Box(x, y, box.width * size, box.height * size))
    return moved


def test_what_is_covered_by_nothing_is_looked_at_as_before() -> None:
    assert cleared(HERE, [Box(400, 300, 100, 50), Box(700, 30, 149, 40)], TIMER, CLEAR) is HERE


def test_a_card_under_the_timer_moves_to_the_left() -> None:
    boxes = [Box(840, 40, 100, 50)]
    camera = cleared(HERE, boxes, TIMER, CLEAR)
    assert camera.zoom == HERE.zoom
    (card,) = after(camera, boxes)
    assert (card.right, card.y) == (TIMER.x - 12, 40)


def test_where_there_is_no_room_at_the_left_all_moves_down() -> None:
    boxes = [Box(20, 200, 100, 50), Box(840, 70, 100, 50)]
    camera = cleared(HERE, boxes, TIMER, CLEAR)
    assert camera.zoom == HERE.zoom
    assert [box.y for box in after(camera, boxes)] == [226, TIMER.bottom + 12]


def test_a_map_that_fills_everything_is_looked_at_from_farther() -> None:
    boxes = [Box(10, 30, 980, 560)]
    camera = cleared(HERE, boxes, TIMER, Box(0, 0, 1000, 600))
    assert camera.zoom < HERE.zoom
    (whole,) = after(camera, boxes)
    assert whole.y >= TIMER.bottom
    assert whole.bottom <= 600


@given(
    st.lists(
        st.builds(Box, st.floats(0, 950), st.floats(60, 560), st.floats(1, 400), st.floats(1, 200)),
        max_size=5,
    )
)
def test_nothing_that_was_in_sight_leaves_it(boxes: list[Box]) -> None:
    camera = cleared(HERE, boxes, TIMER, CLEAR)
    for before, now in zip(boxes, after(camera, boxes), strict=True):
        if before.right <= CLEAR.right and before.bottom <= CLEAR.bottom:
            assert now.x >= CLEAR.x - 0.01
            assert now.bottom <= CLEAR.bottom + 0.01
            assert now.right <= CLEAR.right + 0.01
