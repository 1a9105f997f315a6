from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.roles import remove_roles
from app.model.edits.touchpoints import retitle
from app.widgets.document import Document
from app.widgets.map import accessible
from app.widgets.map.canvas import MapCanvas
from tests.widgets.map.conftest import buying

Shown = Callable[..., MapCanvas]


def name(thing: QAccessibleInterface) -> str:
    return thing.text(QAccessible.Text.Name)


def names(thing: QAccessibleInterface) -> list[str]:
    return [name(thing.child(place)) for place in range(thing.childCount())]


def tree(canvas: MapCanvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(canvas)


def test_a_screen_reader_finds_lanes_and_in_them_touchpoints(shown: Shown) -> None:
    whole = tree(shown())
    assert (name(whole), whole.role()) == ("Journey map", QAccessible.Role.List)
    assert names(whole) == [
        "Role CFO. Northwind. 3 touchpoints",
        "Role IT manager. Northwind. 4 touchpoints",
        "Role Account manager. Servio. 3 touchpoints",
    ]
    lane = whole.child(1)
    assert names(lane)[1] == "Intro call. Week 5. Need. Good. With Account manager"
    assert lane.child(1).role() == QAccessible.Role.ListItem
    assert lane.indexOfChild(lane.child(1)) == 1
    assert whole.indexOfChild(lane) == 1


def test_it_hears_what_was_changed(shown: Shown) -> None:
    canvas = shown()
    item = tree(canvas).child(0).child(0)
    journey = canvas.document.journey
    canvas.document.do(
        retitle(journey, canvas.stage.places.line("role-cfo")[0].touchpoint, "Request arrives")
    )
    assert name(item).startswith("Request arrives")
    canvas.document.do(remove_roles(journey, ["role-cfo"]))
    assert not item.isValid()
    assert len(names(tree(canvas))) == 2


def test_what_is_said_stands_where_it_is_seen(shown: Shown) -> None:
    canvas = shown()
    whole = tree(canvas)
    item = whole.child(2).child(0)
    middle = item.rect().center()
    found = whole.childAt(middle.x(), middle.y())
    assert found is item
    assert whole.child(2).rect().contains(item.rect())


def test_it_says_what_is_selected_and_where_the_keyboard_is(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    spot = canvas.keyboard_spot()
    assert spot is not None
    states = [
        item.state()
        for lane in map(tree(canvas).child, range(3))
        for item in map(lane.child, range(lane.childCount()))
    ]
    assert sum(bool(state.focused) for state in states) == (1 if canvas.hasFocus() else 0)
    assert sum(bool(state.selected) for state in states) == len(canvas.stage.places.spots(spot.touchpoint))


def test_walking_tells_assistive_technology_when_it_listens(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    QAccessible.setActive(True)
    try:
        canvas.setFocus()
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
            qtbot.keyClick(canvas, key)
    finally:
        QAccessible.setActive(False)
    assert canvas.accessibleDescription()


def test_maps_come_and_go_without_leaving_anything(qtbot: QtBot) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # maps of other tests
    before = len(accessible._maps)
    for _ in range(3):
        canvas = MapCanvas(Document(buying()))
        assert tree(canvas).childCount() == 3
        assert len(accessible._maps) == before + 1
        canvas.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(accessible._maps) == before
