from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.roles import rename_role
from app.model.edits.touchpoints import retitle
from app.seeing.camera import Camera
from app.widgets.finding.find_bar import FindBar
from app.widgets.main_window import MainWindow

LEFT, NO_KEY, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
TICKETS, INTRO, REQUEST, LANDS, KICK_OFF = (
    "touch-tickets-get-lost", "touch-intro-call", "touch-budget-request", "touch-request-lands", "touch-kick-off",
)  # fmt: skip


def find(window: MainWindow, text: str = "") -> FindBar:
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.panels.widget("find_bar")
    assert isinstance(bar, FindBar)
    if text:
        QTest.keyClicks(bar.field, text)
    return bar


def lit(window: MainWindow) -> frozenset[str] | None:
    assert window.canvas is not None
    wanted = window.canvas.lighting.wanted
    return None if wanted is None else wanted.records


def test_ctrl_f_opens_the_bar_with_the_keyboard_in_it(window: MainWindow) -> None:
    bar = find(window)
    assert bar.isVisible()
    assert QApplication.focusWidget() is bar.field
    assert lit(window) is None


def test_what_is_typed_is_lit_and_counted_at_once(window: MainWindow) -> None:
    bar = find(window, "request")
    assert bar.label.text() == "2 found"
    assert lit(window) == {REQUEST, LANDS}
    QTest.keyClicks(bar.field, " lands")
    assert lit(window) == {LANDS}
    assert bar.label.text() == "1 found"


def test_nothing_found_fades_all_and_says_so(window: MainWindow) -> None:
    bar = find(window, "zebra")
    assert bar.label.text() == "Nothing found"
    assert lit(window) == frozenset()
    assert not bar.next.isEnabled()


def test_enter_and_f3_go_on_and_with_shift_back(window: MainWindow) -> None:
    bar = find(window, "request")
    assert window.document is not None
    QTest.keyClick(bar.field, Key.Key_Return)
    assert window.document.selection == {REQUEST}
    assert bar.label.text() == "1 of 2"
    QTest.keyClick(window, Key.Key_F3)
    assert window.document.selection == {LANDS}
    QTest.keyClick(window, Key.Key_F3, SHIFT)
    assert window.document.selection == {REQUEST}
    QTest.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert bar.label.text() == "2 of 2"
    QTest.mouseClick(bar.previous, LEFT)
    assert bar.label.text() == "1 of 2"


def test_f3_without_words_asks_for_them(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_F3)
    bar = window.panels.widget("find_bar")
    assert isinstance(bar, FindBar)
    assert bar.isVisible()


def test_esc_ends_and_the_map_has_the_keyboard_again(window: MainWindow) -> None:
    bar = find(window, "request")
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert not bar.isVisible()
    assert lit(window) is None
    assert window.canvas is not None
    assert window.canvas.hasFocus()
    again = find(window)
    assert again.field.selectedText() == "request"
    assert lit(window) == {REQUEST, LANDS}


def test_a_role_is_found_with_all_that_is_its_own_and_an_insight_with_its_touchpoint(
    window: MainWindow,
) -> None:
    find(window, "nobody told")
    assert LANDS in (lit(window) or ())


def test_a_hit_out_of_sight_is_brought_into_sight_while_typing(window: MainWindow, qtbot: QtBot) -> None:
    assert window.canvas is not None
    window.canvas.zoom_to(2.0)
    qtbot.waitUntil(lambda: not window.canvas.eye.is_flying)  # type: ignore[union-attr]
    window.canvas.eye.scroll(-5000, 0)
    find(window, "kick")
    qtbot.waitUntil(lambda: not window.canvas.eye.is_flying)  # type: ignore[union-attr]
    spot = window.canvas.stage.places.spots(KICK_OFF)[0]
    assert window.canvas.eye.seen().x < spot.x < window.canvas.eye.seen().right


def test_the_map_stays_where_it_is_while_a_hit_is_in_sight(window: MainWindow) -> None:
    assert window.canvas is not None
    window.canvas.eye.zoom_at(6.0, 0, 0)
    before, spot = window.canvas.camera, window.canvas.stage.places.spots(LANDS)[0]
    width, height = window.canvas.size_px()
    window.canvas.eye.look(
        Camera(spot.x - width / 2 / before.zoom, spot.y - height / 2 / before.zoom, before.zoom)
    )
    assert window.canvas.stage.places.spots(REQUEST)[0].x < window.canvas.eye.seen().x
    goal = window.canvas.eye.goal
    bar = find(window, "request")
    assert len(bar.finder.hits) == 2
    assert window.canvas.eye.goal == goal


def test_what_is_found_follows_the_journey(window: MainWindow) -> None:
    bar = find(window, "request")
    window.do(lambda there: retitle(there, INTRO, "A request to meet"))
    assert lit(window) == {INTRO, REQUEST, LANDS}
    assert bar.label.text() == "3 found"
    QTest.keyClick(bar.field, Key.Key_Escape)
    window.do(lambda there: rename_role(there, "role-cfo", "Request officer"))
    assert lit(window) is None


def test_going_to_a_hit_of_a_hidden_role_shows_the_role(window: MainWindow) -> None:
    assert window.document is not None
    window.document.view_state.show_role("role-cfo", is_shown=False)
    bar = find(window, "lands")
    QTest.keyClick(bar.field, Key.Key_Return)
    assert "role-cfo" in [role.id for role in window.document.shown_roles()]
    assert window.document.selection == {LANDS}
