"""An edit is shown at once and settles when the hand rests."""

from __future__ import annotations

import gc

from msgspec.structs import fields
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from app.layout.font import measure
from app.layout.layout import layout
from app.layout.result import Layout
from app.model.edits.touchpoints import move_touchpoints, retitle
from app.model.records import Touchpoint
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from app.widgets.picture import Picture
from tests.layout.test_layout import sample
from tests.widgets.map.conftest import Shown
from tests.world import large_journey

WORLD = "service-platform"


def differing(one: Layout, other: Layout) -> list[str]:
    names = [field.name for field in fields(one) if field.name != "memory"]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def move(canvas: MapCanvas, by: float) -> None:
    journey = canvas.document.journey
    canvas.document.do(move_touchpoints(journey, [journey.all(Touchpoint)[5].id], by))


def test_an_edited_map_settles_by_itself_as_if_it_were_opened_anew(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(sample(WORLD))
    move(canvas, 1.3)
    assert not canvas.stage.layout.is_settled
    qtbot.waitUntil(canvas.is_settled)
    view = canvas.document.view_state.view
    assert differing(canvas.stage.layout, layout(canvas.document.journey, view, measure)) == []


def test_no_round_of_the_collector_comes_between_an_edit_and_its_frame(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(large_journey(200, 12, seed=1))
    rounds: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            rounds.append(info["generation"])

    gc.callbacks.append(note)
    try:
        move(canvas, 1.3)
        while not canvas.is_complete():
            canvas.viewport().repaint()
        assert not rounds
        qtbot.waitUntil(gc.isenabled)
        assert rounds
    finally:
        gc.callbacks.remove(note)


def test_nothing_settles_while_the_hand_holds_something(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(sample(WORLD))
    move(canvas, 1.3)
    spot = canvas.stage.places.spots(canvas.document.journey.all(Touchpoint)[0].id)[0]
    at = QPointF(*canvas.camera.to_view(spot.x, spot.y)).toPoint()
    qtbot.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(canvas.viewport(), at + (at - at * 0.9))
    assert canvas.is_held()
    held = canvas.stage
    canvas._rest.timeout.emit()
    assert canvas.stage is held
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: canvas.stage.layout.is_settled)


def test_undo_of_a_settled_edit_shows_the_settled_picture_before_it(shown: Shown) -> None:
    canvas = shown(sample(WORLD))
    before = canvas.stage.layout
    move(canvas, 1.3)
    assert settled(canvas)
    after = canvas.stage.layout
    canvas.document.undo()
    assert canvas.stage.layout is before
    canvas.document.redo()
    assert canvas.stage.layout is after


def test_words_typed_quickly_settle_once(shown: Shown) -> None:
    canvas = shown(sample(WORLD))
    touchpoint = canvas.document.journey.all(Touchpoint)[3].id
    made: list[bool] = []
    for words in ("R", "Re", "Ren"):
        canvas.document.do(retitle(canvas.document.journey, touchpoint, words))
        made.append(canvas.stage.layout.is_settled)
    assert made == [False, False, False]
    assert settled(canvas)


def test_another_view_is_settled_from_its_beginning(shown: Shown) -> None:
    canvas = shown(sample(WORLD))
    move(canvas, 0.4)
    assert not canvas.stage.layout.is_settled
    canvas.document.view_state.set_spacing("even")
    assert canvas.stage.layout.is_settled


def test_a_picture_that_is_settled_does_nothing_to_settle(shown: Shown) -> None:
    canvas = shown(sample(WORLD))
    picture: Picture = canvas.picture
    drawing = picture.drawing
    picture.settle()
    assert picture.drawing is drawing
