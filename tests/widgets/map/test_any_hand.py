"""Any sequence of real mouse events and keys leaves a sound journey; Esc leaves it as it was; a drag is one step."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.widgets.map.canvas import MapCanvas
from tests.model.consistency import assert_consistent
from tests.widgets.map.conftest import Shown, buying
from tests.widgets.map.hands import CONTROL, LEFT, NO_KEY, SHIFT, look, move

PLACES = st.tuples(st.integers(0, 899), st.integers(0, 599))
KEYS = st.sampled_from(
    [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_A]
)
HELD = st.sampled_from([NO_KEY, CONTROL, SHIFT, Qt.KeyboardModifier.AltModifier])


def focus(canvas: MapCanvas):  # type: ignore[no-untyped-def]
    return canvas.typing.editor or canvas


def markers(canvas: MapCanvas) -> list[tuple[int, int]]:
    """Where something can surely be grasped."""
    spots = [spot for role in canvas.stage.places.lanes for spot in canvas.stage.places.line(role)]
    found = [canvas.camera.to_view(spot.x, spot.y) for spot in spots]
    return [(round(x), round(y)) for x, y in found if 0 <= x < 900 and 0 <= y < 600]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_mouse_and_keys_do_the_journey_stays_sound(shown: Shown, data: st.DataObject) -> None:
    canvas = shown(buying())
    look(canvas, 150, 100, 0.6)
    canvas.setFocus()
    for _ in range(data.draw(st.integers(1, 5))):
        what = data.draw(st.sampled_from(["drag", "cancel", "double", "key"]))
        start = data.draw(st.sampled_from(markers(canvas)) if data.draw(st.booleans()) else PLACES)
        if what in ("drag", "cancel"):
            _drag(canvas, data, start, is_cancelled=what == "cancel")
        elif what == "double":
            QTest.mouseDClick(canvas.viewport(), LEFT, NO_KEY, QPoint(*start))
            QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, QPoint(*start))
        else:
            QTest.keyClick(focus(canvas), data.draw(KEYS))
        QApplication.processEvents()
        assert_consistent(canvas.document.journey)
    canvas.typing.cancel()
    steps = canvas.document.history.place
    canvas.document.go_to(0)
    assert canvas.document.journey == buying()
    canvas.document.go_to(steps)
    assert_consistent(canvas.document.journey)


def _drag(canvas: MapCanvas, data: st.DataObject, start: tuple[int, int], is_cancelled: bool) -> None:
    held = data.draw(HELD)
    canvas.typing.confirm()
    place = canvas.document.history.place
    before = canvas.document.journey.records()
    QTest.mousePress(canvas.viewport(), LEFT, held, QPoint(*start))
    way = data.draw(st.lists(PLACES, min_size=1, max_size=4))
    for x, y in way:
        move(canvas, QPoint(x, y), held)
    assert canvas.document.journey.records() == before
    if is_cancelled:
        QTest.keyClick(focus(canvas), Qt.Key.Key_Escape)
        assert canvas.tooling.ghost is None
    QTest.mouseRelease(canvas.viewport(), LEFT, held, QPoint(*way[-1]))
    if is_cancelled or canvas.document.journey.records() == before:
        assert canvas.document.journey.records() == before
        assert canvas.document.history.place == place
    else:
        assert canvas.document.history.place == place + 1
