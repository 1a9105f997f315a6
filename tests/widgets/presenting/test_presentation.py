from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.roles import rename_role
from app.model.edits.touchpoints import remove_touchpoints, retitle
from app.model.view import Filter
from app.widgets.main_window import MainWindow
from app.widgets.presenting.presentation import Presentation
from tests.widgets.conftest import Program

FIRST = "touch-tickets-get-lost"


def presented(
    window: MainWindow, qtbot: QtBot, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> Presentation:
    """Present by F5, as a person does."""
    QTest.keyClick(window, Qt.Key.Key_F5, keys)
    shown = window.commands.presenting.presentation
    assert shown is not None
    qtbot.waitExposed(shown)
    return shown


def press(shown: Presentation, *keys: Qt.Key) -> str:
    """Press keys; return the record that is shown."""
    for key in keys:
        QTest.keyClick(shown, key)
    return shown.step_now.record


def test_a_clicker_steps_from_the_whole_map_through_the_touchpoints_and_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = presented(window, qtbot)
    assert shown.isFullScreen()
    assert shown.step_now.record == ""
    assert shown.map.lighting.wanted is None
    assert press(shown, Qt.Key.Key_PageDown) == FIRST
    assert shown.map.lighting.wanted is not None
    assert shown.map.lighting.wanted.records == {FIRST}
    assert shown.band.caption.title == "Tickets get lost"
    assert press(shown, Qt.Key.Key_Space, Qt.Key.Key_Right) == "touch-budget-request"
    assert press(shown, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up) == ""
    assert press(shown, Qt.Key.Key_Left) == ""
    assert press(shown, Qt.Key.Key_End) == "touch-kick-off"
    assert press(shown, Qt.Key.Key_PageDown) == "touch-kick-off"
    assert press(shown, Qt.Key.Key_Home) == ""


def test_phases_and_roles_are_stepped_through_by_2_and_3_from_where_one_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = presented(window, qtbot)
    press(shown, Qt.Key.Key_End)
    QTest.keyClicks(shown, "2")
    assert shown.step_now.record == "phase-purchase"
    QTest.keyClicks(shown, "3")
    assert shown.step_now.record == "role-cfo"
    assert press(shown, Qt.Key.Key_Down) == "role-it-manager"
    assert shown.map.lighting.wanted is not None
    assert shown.map.lighting.wanted.roles == {"role-it-manager"}


def test_escape_ends_and_what_was_shown_last_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    shown = presented(window, qtbot)
    press(shown, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.commands.presenting.presentation is None)
    assert window.document is not None
    assert window.document.selection == {FIRST}
    assert presented(window, qtbot).step_now.record == ""


def test_it_can_begin_with_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    assert window.document is not None
    window.document.select(("phase-purchase",))
    shown = presented(window, qtbot, Qt.KeyboardModifier.ShiftModifier)
    assert shown.step_now.record == "phase-purchase"
    assert press(shown, Qt.Key.Key_Left) == "phase-need"


def test_b_makes_the_screen_black_and_the_next_key_brings_the_same_step_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = presented(window, qtbot)
    press(shown, Qt.Key.Key_Right, Qt.Key.Key_B)
    assert shown.blank.isVisible()
    assert shown.blank.size() == shown.size()
    assert press(shown, Qt.Key.Key_Right) == FIRST
    assert not shown.blank.isVisible()


def test_the_mouse_steps_too(window: MainWindow, qtbot: QtBot) -> None:
    shown = presented(window, qtbot)
    at = QPoint(200, 200)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=at)
    assert shown.step_now.record == FIRST
    QTest.mouseClick(shown, Qt.MouseButton.RightButton, pos=at)
    assert shown.step_now.record == ""
    QTest.mouseMove(shown.windowHandle(), QPoint(210, 210))
    QTest.mouseMove(shown.windowHandle(), QPoint(230, 230))
    qtbot.waitUntil(lambda: shown.remote.isVisible())
    QTest.mouseClick(shown.remote.ways.buttons["role"], Qt.MouseButton.LeftButton)
    assert shown.way == "role"


def test_it_follows_what_is_edited_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    shown = presented(window, qtbot)
    press(shown, Qt.Key.Key_Right)
    assert window.document is not None
    window.document.do(retitle(window.document.journey, FIRST, "Tickets vanish"))
    assert shown.band.caption.title == "Tickets vanish"
    window.document.do(rename_role(window.document.journey, "role-it-manager", "CIO"))
    assert [each.name for each in shown.band.caption.people] == ["CIO"]
    window.document.do(remove_touchpoints(window.document.journey, [FIRST]))
    assert shown.step_now.record == "touch-intro-call"
    window.document.undo()
    assert shown.step_now.record == "touch-intro-call"


def test_it_follows_the_filter_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    assert window.document is not None
    shown = presented(window, qtbot)
    press(shown, Qt.Key.Key_End)
    window.document.view_state.set_filter(Filter(text="intro"))
    assert press(shown, Qt.Key.Key_Home, Qt.Key.Key_Right) == "touch-intro-call"
    assert press(shown, Qt.Key.Key_Right) == "touch-intro-call"


def test_the_map_comes_to_rest_with_the_touchpoint_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    shown = presented(window, qtbot)
    press(shown, Qt.Key.Key_End)
    eye = shown.map.eye
    qtbot.waitUntil(lambda: not eye.is_flying)
    spots = shown.map.stage.places.spots("touch-kick-off")
    seen = eye.seen()
    assert len(spots) == 3
    assert all(seen.x < spot.x < seen.right and seen.y < spot.y < seen.bottom for spot in spots)


def test_what_the_audience_sees_does_not_move_the_map_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    assert window.document is not None
    assert window.canvas is not None
    before = window.canvas.camera, window.document.view_state.zoom
    shown = presented(window, qtbot)
    press(shown, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not shown.map.eye.is_flying)
    assert (window.canvas.camera, window.document.view_state.zoom) == before


def test_t_starts_the_timer_of_the_window_where_the_audience_sees_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = presented(window, qtbot)
    assert not shown.timer.isVisible()
    press(shown, Qt.Key.Key_T)
    assert shown.timer.isVisible()
    countdown = window.commands.presenting.workshop.countdown
    assert countdown.is_running
    press(shown, Qt.Key.Key_T)
    assert not shown.timer.isVisible()
    assert countdown.is_running
    countdown.reset()


def test_a_journey_without_anything_can_be_presented(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    from app.files import native
    from tests.world import journey

    path = tmp_path / "empty.journey"
    path.write_bytes(native.dump(journey(title="")))
    shown = presented(program.open(path), qtbot)
    assert press(shown, Qt.Key.Key_Right, Qt.Key.Key_2, Qt.Key.Key_Right, Qt.Key.Key_3, Qt.Key.Key_End) == ""
    shown.grab()


@pytest.mark.parametrize("theme", ["theme_light", "theme_dark"])
def test_every_step_can_be_painted(window: MainWindow, qtbot: QtBot, theme: str) -> None:
    window.action_set[theme].trigger()
    shown = presented(window, qtbot)
    for way in "123":
        QTest.keyClicks(shown, way)
        press(shown, Qt.Key.Key_Home)
        for _ in range(4):
            press(shown, Qt.Key.Key_Right)
            assert not shown.grab().isNull()


def move_mouse(shown: Presentation, to: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    held = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, to, shown.mapToGlobal(to), none, none, held)
    QApplication.sendEvent(shown, event)


@pytest.mark.parametrize("size", [(1366, 768), (683, 384), (780, 439), (1024, 768), (3840, 2160)])
def test_the_keys_have_a_line_of_their_own_that_is_never_cut(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    shown = presented(window, qtbot)
    shown.showNormal()
    shown.resize(*size)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(shown, key)
        QTest.keyClick(shown, Qt.Key.Key_F1)
        move_mouse(shown, QPointF(60, 60))
        assert shown.remote.isVisible()
        assert shown.foot.isVisible()
        qtbot.waitUntil(lambda: shown.band.geometry().bottom() == shown.rect().bottom())
        line, band = shown.foot.geometry(), shown.band.geometry()
        assert band.contains(line)
        assert line.top() >= band.bottom() + 1 - shown.band.foot().height()
        assert not line.intersects(shown.remote.geometry())
        words = shown.foot.text()
        assert shown.foot.fontMetrics().horizontalAdvance(words) <= line.width()
        assert shown.foot.fontMetrics().height() <= line.height() + 2
        assert words.startswith("Space: next")
        assert words.endswith("Esc: end")


def test_the_keys_give_way_to_the_progress_and_come_back_by_f1(window: MainWindow, qtbot: QtBot) -> None:
    shown = presented(window, qtbot)
    assert shown.foot.isVisible()
    with_keys = shown.band.grab().toImage()
    shown.foot.stop()
    assert shown.band.grab().toImage() != with_keys
    press(shown, Qt.Key.Key_F1)
    assert shown.foot.isVisible()


def test_a_wall_is_as_large_as_a_wall_whatever_it_has_of_px(window: MainWindow, qtbot: QtBot) -> None:
    shown = presented(window, qtbot)
    shown.showNormal()
    zooms = []
    for factor in (1, 2):
        shown.resize(1366 * factor, 768 * factor)
        press(shown, Qt.Key.Key_Home)
        qtbot.waitUntil(lambda: shown.band.width() == shown.width() and not shown.map.eye.is_flying)
        zooms.append(shown.map.camera.zoom)
        assert shown.map.size_px()[0] == 1366
    assert zooms[0] == pytest.approx(zooms[1], rel=0.01)


@pytest.mark.parametrize("way", ["1", "2", "3"])
def test_the_timer_covers_nothing_of_a_step(window: MainWindow, qtbot: QtBot, way: str) -> None:
    shown = presented(window, qtbot)
    QTest.keyClicks(shown, "t" + way)
    press(shown, Qt.Key.Key_Home)
    for _ in range(6):
        qtbot.waitUntil(lambda: not shown.map.eye.is_flying)
        scale, camera = shown.map.magnification(), shown.map.camera
        places = shown.map.stage.places
        for record in shown.step_now.lit or ():
            for box in places.outlines(record):
                x, y = camera.to_view(box.x, box.y)
                on_wall = QRectF(x, y, box.width * camera.zoom, box.height * camera.zoom)
                face = shown.timer.geometry()
                assert not on_wall.intersects(
                    QRectF(face.x() / scale, face.y() / scale, face.width() / scale, face.height() / scale)
                )
        press(shown, Qt.Key.Key_Right)
    window.commands.presenting.workshop.countdown.reset()


def test_it_opens_on_the_screen_of_the_window_and_stays_where_there_is_no_other(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = presented(window, qtbot)
    assert shown.screen() is window.screen()
    assert not shown.remote.screen_button.isVisibleTo(shown.remote)
    assert "S:" not in shown.foot.text()
    QTest.keyClicks(shown, "s")
    assert shown.screen() is window.screen()
    assert shown.isFullScreen()


def test_the_buttons_stand_where_they_cover_nothing_of_the_step(window: MainWindow, qtbot: QtBot) -> None:
    shown = presented(window, qtbot)
    shown.showNormal()
    shown.resize(1366, 768)
    move_mouse(shown, QPointF(60, 60))
    for _ in range(5):
        press(shown, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: not shown.map.eye.is_flying and shown.band.geometry().bottom() == 767)
        assert shown.map.covered(shown.remote.geometry()) == 0
    shown.close()
