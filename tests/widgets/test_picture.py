from __future__ import annotations

import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from app.layout.measure import fixed_measure
from app.model.change import Change
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Touchpoint
from app.model.view import Filter
from app.widgets.document import Document, ViewState
from app.widgets.jobs import Cancelled
from app.widgets.picture import Picture, make
from tests.world import journey, touch


def opened() -> Document:
    return Document(journey(touch("Call", "IT", at=1), touch("Visit", "CFO", at=4)))


def retitled(document: Document, title: str) -> None:
    call = document.journey.the(Touchpoint, "touch-call")
    document.changed.emit(document.journey.apply(Change(put=(replaced(call, title=title),))).touched)


def test_what_did_not_change_is_the_same_object(qtbot: QtBot) -> None:
    document = opened()
    picture = Picture(document, document.view_state, fixed_measure)
    layout, drawing = picture.layout, picture.drawing
    document.select({"touch-call"})
    document.view_state.show(2.0, 0.0, 9.0)
    assert picture.layout is layout
    assert picture.drawing is drawing


def test_an_edit_makes_a_new_picture_of_mostly_old_parts(qtbot: QtBot) -> None:
    document = opened()
    picture = Picture(document, document.view_state, fixed_measure)
    before = picture.drawing
    retitled(document, "Longer call")
    after = picture.drawing
    assert after is not before
    kept = {id(cell) for layer in before.layers for cell in layer.cells}
    assert any(id(cell) in kept for layer in after.layers for cell in layer.cells)


def test_several_edits_are_drawn_once_when_somebody_looks(qtbot: QtBot) -> None:
    document = opened()
    asked: list[str] = []

    def measure(text: str, font: object) -> float:
        asked.append(text)
        return len(text) * 8.0

    picture = Picture(document, document.view_state, measure)
    assert picture.drawing
    asked.clear()
    for number in range(5):
        retitled(document, f"Call {number}")
    assert asked == []
    assert picture.drawing
    assert not any("Call 3" in text for text in asked)


def test_view_and_theme_are_followed(qtbot: QtBot) -> None:
    document = opened()
    picture = Picture(document, document.view_state, fixed_measure)
    light = picture.drawing
    document.view_state.use_theme("dark")
    assert picture.drawing.background != light.background
    document.view_state.show_role("role-cfo", False)
    assert [lane.role for lane in picture.layout.lanes] == ["role-it"]


def test_a_preview_looks_in_its_own_way(qtbot: QtBot) -> None:
    document = opened()
    own = ViewState()
    own.solo("role-it")
    preview = Picture(document, own, fixed_measure)
    assert len(preview.layout.lanes) == 1
    assert len(Picture(document, document.view_state, fixed_measure).layout.lanes) == 2


def test_a_preview_that_is_closed_is_forgotten(qtbot: QtBot) -> None:
    document = opened()
    preview = Picture(document, ViewState(), fixed_measure)
    assert preview.drawing
    held = weakref.ref(preview)
    del preview
    gc.collect()
    assert held() is None
    retitled(document, "Nobody listens")


def test_what_is_where_is_known_where_the_picture_was_made_ahead() -> None:
    document = Document(journey(touch("Kick-off", "IT", at=1)))
    picture = Picture(document, document.view_state)
    made = make(document.journey, document.view_state.view, document.view_state.theme)
    picture.adopt(made)
    assert picture.index is not None
    assert picture.index.drawing is picture.drawing
    (touchpoint,) = document.journey.all(Touchpoint)
    document.do(Change(put=(replaced(touchpoint, title="Launch"),)))
    assert picture.drawing is not made.drawing
    assert picture.index.drawing is picture.drawing
    assert picture.places.layout is picture.layout


def test_a_picture_made_before_an_edit_is_brought_up_to_date() -> None:
    document = opened()
    picture = Picture(document, document.view_state)
    before = picture.edits
    made = make(Journey.of(document.journey.snapshot()), document.view_state.view, document.view_state.theme)
    retitled(document, "Changed meanwhile")
    picture.adopt(made, before)
    fresh = Picture(document, document.view_state)
    assert picture.drawing == fresh.drawing
    assert "Changed meanwhile" in str(picture.layout.blocks)


def test_making_a_picture_tells_how_far_it_is_and_can_be_stopped() -> None:
    parts: list[float] = []
    document = opened()
    make(document.journey, document.view_state.view, document.view_state.theme, report=parts.append)
    assert parts == sorted(parts)
    assert len(parts) > 5
    assert parts[-1] <= 1.0

    def stop(part: float) -> None:
        if part > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(document.journey, document.view_state.view, document.view_state.theme, report=stop)


def test_a_filter_makes_no_other_picture() -> None:
    document = opened()
    picture = Picture(document, document.view_state, fixed_measure)
    drawing, layout = picture.drawing, picture.layout
    document.view_state.set_filter(Filter(text="budget"))
    assert document.view_state.view.filter.text == "budget"
    assert picture.drawing is drawing
    assert picture.layout is layout


def test_a_step_back_shows_the_former_picture_again(qtbot: QtBot) -> None:
    document = opened()
    picture = Picture(document, document.view_state, fixed_measure)
    assert picture.index
    assert picture.places
    first = picture.drawing, picture.layout, picture.index, picture.places
    document.do(Change(put=(replaced(document.journey.the(Touchpoint, "touch-call"), start=2.0),)))
    assert picture.index
    assert picture.places.layout is not first[1]
    document.undo()
    assert all(now is then for now, then in zip((picture.drawing, picture.layout), first, strict=False))
    assert picture.index.drawing is picture.drawing
    assert picture.places.layout is picture.layout


def test_a_picture_of_the_same_journey_seen_otherwise_is_another_one(qtbot: QtBot) -> None:
    document = opened()
    picture = Picture(document, document.view_state, fixed_measure)
    first = picture.drawing
    retitled(document, "Longer call")
    assert picture.drawing is not first
    document.view_state.set_detail("full")
    retitled(document, "Call")
    assert picture.drawing is not first
    assert picture.layout.view.detail == "full"
