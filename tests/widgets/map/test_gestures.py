from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.touchpoints import retitle
from app.model.records import Role, Touchpoint
from app.model.view import Spacing
from app.tools.duration import edges
from app.tools.ghost import GhostCurve, GhostMarker
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from tests.widgets.map.conftest import Shown
from tests.widgets.map.hands import CONTROL, LEFT, NO_KEY, SHIFT, drag, hold, look, move, pixels, place, px


def on_screen(canvas: MapCanvas, role: str, time: float, feeling: float = 0) -> QPoint:
    """A place of a lane by time and feeling, where it is in the viewport."""
    lane = next(lane for lane in canvas.stage.layout.lanes if lane.role == role)
    y = lane.neutral_y - feeling * lane.step
    return px(canvas, canvas.stage.x_of(time), y)


def the(canvas: MapCanvas, touchpoint: str) -> Touchpoint:
    return canvas.document.journey.the(Touchpoint, touchpoint)


def ready(shown: Shown) -> MapCanvas:
    canvas = shown()
    look(canvas, 300, 100, 0.7)
    canvas.setFocus()
    return canvas


def test_a_drag_moves_a_touchpoint_as_one_step_and_it_is_painted_there(shown: Shown) -> None:
    canvas = ready(shown)
    drag(canvas, place(canvas, "touch-budget-request"), on_screen(canvas, "role-it-manager", 8))
    assert the(canvas, "touch-budget-request").start == 8.0
    assert canvas.document.history.place == 1
    assert canvas.document.selection == {"touch-budget-request"}
    assert settled(canvas)
    canvas.document.undo()
    assert the(canvas, "touch-budget-request").start == 10.0


def test_while_dragging_only_what_lies_over_the_map_is_painted_again(shown: Shown) -> None:
    canvas = ready(shown)
    before = pixels(canvas)
    stage, painted = canvas.stage, canvas.frame.surface.tiles_painted
    hold(canvas, place(canvas, "touch-budget-request"), on_screen(canvas, "role-it-manager", 7, 2))
    assert canvas.tooling.ghost is not None
    assert canvas.viewport().grab().toImage() != before
    assert canvas.stage is stage
    assert canvas.frame.surface.tiles_painted == painted
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tooling.ghost is None
    canvas.document.select(())
    assert pixels(canvas) == before
    assert canvas.document.history.place == 0


def test_a_drop_with_ctrl_on_another_lane_shares(shown: Shown) -> None:
    canvas = ready(shown)
    drag(canvas, place(canvas, "touch-budget-request"), on_screen(canvas, "role-cfo", 10, -1), CONTROL)
    assert the(canvas, "touch-budget-request").roles == ("role-it-manager", "role-cfo")
    assert canvas.document.history.place == 1


def test_ctrl_pressed_in_the_middle_of_a_drag_counts(shown: Shown) -> None:
    canvas = ready(shown)
    end = on_screen(canvas, "role-cfo", 10, -1)
    hold(canvas, place(canvas, "touch-budget-request"), end)
    before = canvas.tooling.ghost
    QTest.keyPress(canvas, Qt.Key.Key_Control, CONTROL)
    assert canvas.tooling.ghost != before
    QTest.mouseRelease(canvas.viewport(), LEFT, CONTROL, end)
    assert len(the(canvas, "touch-budget-request").roles) == 2


def test_the_handle_pulled_to_another_lane_shares_and_to_a_marker_links(shown: Shown) -> None:
    canvas = ready(shown)
    canvas.document.select({"touch-budget-request"})
    handle = place(canvas, "touch-budget-request") + QPoint(round(18 * 0.7), round(18 * 0.7))
    drag(canvas, handle, on_screen(canvas, "role-account-manager", 12))
    assert the(canvas, "touch-budget-request").roles == ("role-it-manager", "role-account-manager")


def test_the_right_edge_drags_the_duration(shown: Shown) -> None:
    canvas = ready(shown)
    canvas.document.select({"touch-budget-request"})
    edge = place(canvas, "touch-budget-request") + QPoint(round(20 * 0.7), 0)
    drag(canvas, edge, on_screen(canvas, "role-it-manager", 12))
    duration = the(canvas, "touch-budget-request").duration
    assert duration is not None
    assert duration.value == 2.0
    assert canvas.document.history.place == 1


def test_several_are_moved_together_as_one_step(shown: Shown) -> None:
    canvas = ready(shown)
    canvas.document.select({"touch-budget-request", "touch-request-lands"})
    drag(canvas, place(canvas, "touch-budget-request"), on_screen(canvas, "role-it-manager", 12))
    assert (the(canvas, "touch-budget-request").start, the(canvas, "touch-request-lands").start) == (
        12.0,
        15.0,
    )
    assert canvas.document.history.place == 1


def test_a_rubber_band_selects(shown: Shown) -> None:
    canvas = ready(shown)
    start = on_screen(canvas, "role-cfo", 8.5, 2.6)
    drag(canvas, start, on_screen(canvas, "role-it-manager", 14.5, -3))
    assert canvas.document.selection == {"touch-budget-request", "touch-request-lands"}
    drag(canvas, on_screen(canvas, "role-cfo", 16.5, 2.8), on_screen(canvas, "role-cfo", 19.5, -2), SHIFT)
    assert canvas.document.selection == {"touch-budget-request", "touch-request-lands", "touch-kick-off"}


def test_the_right_button_drags_nothing(shown: Shown) -> None:
    canvas = ready(shown)
    start, end = place(canvas, "touch-budget-request"), on_screen(canvas, "role-it-manager", 8)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.RightButton, NO_KEY, start)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.RightButton, NO_KEY, end)
    assert the(canvas, "touch-budget-request").start == 10.0


def test_a_drag_ends_without_a_trace_when_the_focus_goes_or_the_journey_changes(shown: Shown) -> None:
    canvas = ready(shown)
    start, end = place(canvas, "touch-budget-request"), on_screen(canvas, "role-it-manager", 8)
    hold(canvas, start, end)
    QApplication.sendEvent(canvas, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert canvas.tooling.ghost is None
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
    assert canvas.document.history.place == 0
    hold(canvas, start, end)
    canvas.document.do(retitle(canvas.document.journey, "touch-review", "Look back"))
    assert canvas.tooling.ghost is None
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
    assert the(canvas, "touch-budget-request").start == 10.0


def test_at_the_edge_the_map_scrolls_and_the_touchpoint_goes_on_with_it(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(width=600, height=450)
    look(canvas, 500, 100, 1.0)
    canvas.setFocus()
    before = canvas.camera.x
    end = QPoint(canvas.viewport().width() - 3, place(canvas, "touch-budget-request").y())
    hold(canvas, place(canvas, "touch-budget-request"), end)
    at_the_edge = canvas.tooling.ghost
    qtbot.waitUntil(lambda: canvas.camera.x > before + 60)
    assert canvas.tooling.ghost != at_the_edge
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
    assert not canvas.dragging.autoscroll.is_scrolling
    assert the(canvas, "touch-budget-request").start > 12
    assert canvas.document.history.place == 1


def test_the_camera_stays_when_an_untouched_map_is_edited(shown: Shown) -> None:
    canvas = shown()
    before = canvas.camera
    drag(canvas, place(canvas, "touch-review"), on_screen(canvas, "role-cfo", 23, -2))
    assert settled(canvas)
    assert canvas.camera.zoom == before.zoom


def test_letters_that_nobody_wants_are_handed_on(shown: Shown, qtbot: QtBot) -> None:
    canvas = ready(shown)
    with qtbot.waitSignal(canvas.typed) as typed:
        QTest.keyClick(canvas, "k")
    assert typed.args == ["k"]
    with qtbot.assertNotEmitted(canvas.typed):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        QTest.keyClick(canvas, "k", CONTROL)
        QTest.keyClick(canvas, "+")


def test_here_is_the_pointer_of_a_menu_else_the_keyboard_else_the_middle(shown: Shown) -> None:
    canvas = ready(shown)
    time, role = canvas.here
    clear = canvas.stage.pins.clear(canvas.camera, *canvas.size_px())
    middle = canvas.camera.to_map(clear.x + clear.width / 2, clear.y + clear.height / 2)
    assert abs(canvas.stage.x_of(time) - middle[0]) < 1
    assert role in canvas.stage.places.lanes
    canvas.selecting.stand("touch-kick-off", "role-cfo")
    assert canvas.here == (18.0, "role-cfo")
    lane = canvas.stage.layout.lanes[1]
    canvas.pointed = (canvas.stage.x_of(7), lane.y + 3)
    assert canvas.here[1] == lane.role
    assert abs(canvas.here[0] - 7) < 1e-6


def test_what_is_dropped_stays_under_the_hand_when_the_timeline_is_spaced_anew(shown: Shown) -> None:
    canvas = shown()
    canvas.document.view_state.set_spacing("even")
    look(canvas, 200, 100, 0.8)
    canvas.setFocus()
    lane = canvas.stage.layout.lanes[0]
    y = canvas.camera.to_view(0, lane.neutral_y)[1]
    end = QPointF(canvas.camera.to_view(canvas.stage.x_of(21.5), 0)[0], y).toPoint()
    drag(canvas, place(canvas, "touch-request-lands"), end)
    assert abs(place(canvas, "touch-request-lands").x() - end.x()) < 16


def test_two_drags_of_one_edge_are_two_steps(shown: Shown) -> None:
    canvas = ready(shown)
    canvas.document.select({"touch-budget-request"})
    for weeks_long in (12, 14):
        edge = next(edges(canvas.tooling.ground()))
        start = QPointF(*canvas.camera.to_view(edge.x, edge.y)).toPoint()
        drag(canvas, start, on_screen(canvas, "role-it-manager", weeks_long))
    assert canvas.document.history.place == 2


def test_after_a_drop_on_another_lane_the_keyboard_is_there(shown: Shown) -> None:
    canvas = ready(shown)
    drag(canvas, place(canvas, "touch-budget-request"), on_screen(canvas, "role-cfo", 9, 1))
    spot = canvas.keyboard_spot()
    assert spot is not None
    assert (spot.touchpoint, spot.role) == ("touch-budget-request", "role-cfo")


def test_a_shared_touchpoint_is_grasped_at_its_marker_however_far_away(shown: Shown) -> None:
    canvas = shown()
    canvas.setFocus()
    for zoom in (0.38, 0.3):
        look(canvas, -100, 100, zoom)
        for role in ("role-it-manager", "role-account-manager"):
            canvas.document.select(())
            QTest.mouseClick(canvas.viewport(), LEFT, NO_KEY, place(canvas, "touch-intro-call", role))
            assert canvas.document.selection == {"touch-intro-call"}
    look(canvas, -100, 100, 0.38)
    drag(
        canvas,
        place(canvas, "touch-intro-call", "role-it-manager"),
        on_screen(canvas, "role-cfo", 5, 2),
        CONTROL,
    )
    assert the(canvas, "touch-intro-call").participation("role-cfo") is not None


def test_the_second_click_of_a_pair_that_began_elsewhere_makes_nothing(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    before = canvas.document.journey.snapshot()
    empty = QPoint(canvas.viewport().width() - 30, canvas.viewport().height() // 2)
    QTest.mouseDClick(canvas.viewport(), LEFT, NO_KEY, empty)
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, empty)
    assert canvas.document.journey.snapshot() == before
    assert canvas.document.selection == frozenset()


@pytest.mark.parametrize("spacing", ["proportional", "even"])
def test_the_marker_lands_on_the_screen_where_its_ghost_stood(shown: Shown, spacing: Spacing) -> None:
    canvas = shown()
    canvas.document.view_state.set_spacing(spacing)
    canvas.setFocus()
    goals = [
        ("role-it-manager", 6.6, -2.4),
        ("role-cfo", 15.3, 2.2),
        ("role-cfo", 13, -1),
        ("role-it-manager", 10, 1),
    ]
    for role, time, feeling in goals:
        look(canvas, canvas.stage.x_of(the(canvas, "touch-budget-request").start) - 600, 60, 0.7)
        hold(canvas, place(canvas, "touch-budget-request"), on_screen(canvas, role, time, feeling))
        ghost = canvas.tooling.ghost
        assert ghost is not None
        marker = next(
            shape for shape in ghost.shapes if isinstance(shape, GhostMarker) and shape.role == role
        )
        seen = canvas.camera.to_view(marker.x, marker.y)
        QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, on_screen(canvas, role, time, feeling))
        spot = next(iter(canvas.stage.places.spots("touch-budget-request")))
        assert spot.role == role
        assert canvas.camera.to_view(spot.x, spot.y) == pytest.approx(
            seen, abs=12 if spacing == "even" else 1
        )


def test_when_a_lane_is_dropped_elsewhere_the_others_make_room_and_the_map_keeps_still(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 0, 60, 0.7)
    header = canvas.stage.places.header("role-cfo")
    assert header is not None
    column, y = canvas.stage.pins.column(canvas.camera), canvas.camera.y
    at = QPoint(round(column.start + column.length / 2), round(canvas.camera.to_view(0, header.y + 20)[1]))
    below = canvas.stage.layout.lanes[1]
    drag(canvas, at, QPoint(at.x(), round(canvas.camera.to_view(0, below.y + below.height * 0.8)[1])))
    assert next(role.name for role in canvas.document.journey.all(Role)) == "IT manager"
    assert canvas.stage.layout.lanes[1].role == "role-cfo"
    assert canvas.camera.y == y


def test_another_button_ends_a_drag_without_a_trace_and_without_a_menu(shown: Shown, qtbot: QtBot) -> None:
    canvas = ready(shown)
    start, end = place(canvas, "touch-budget-request"), place(canvas, "touch-intro-call", "role-it-manager")
    hold(canvas, start, end)
    with qtbot.assertNotEmitted(canvas.menu_asked):
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.RightButton, NO_KEY, end)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(
            canvas.viewport(), QContextMenuEvent(reason, end, canvas.viewport().mapToGlobal(end), NO_KEY)
        )
    assert canvas.tooling.ghost is None
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.RightButton, NO_KEY, end)
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
    assert canvas.document.selection == {"touch-budget-request"}
    assert canvas.document.history.place == 0
    with qtbot.waitSignal(canvas.menu_asked):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, NO_KEY, end)
        QApplication.sendEvent(
            canvas.viewport(), QContextMenuEvent(reason, end, canvas.viewport().mapToGlobal(end), NO_KEY)
        )


def test_commands_wait_while_something_is_dragged_and_undo_lets_it_go(shown: Shown, qtbot: QtBot) -> None:
    canvas = ready(shown)
    done: list[str] = []
    for keys in ("Del", "Ctrl+Z", "P"):
        action = QAction(canvas)
        action.setShortcut(keys)
        action.triggered.connect(lambda _=False, keys=keys: done.append(keys))
        canvas.addAction(action)
    start, end = place(canvas, "touch-budget-request"), on_screen(canvas, "role-it-manager", 8)
    hold(canvas, start, end)
    chosen, camera = canvas.document.selection, canvas.camera
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_P, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        qtbot.keyClick(canvas, key)
    assert canvas.tooling.ghost is not None
    assert (canvas.document.selection, canvas.eye.goal) == (chosen, camera)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert canvas.tooling.ghost is None
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
    assert (done, canvas.document.history.place) == ([], 0)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert done == ["Del"]


def test_a_wheel_in_the_middle_of_a_drag_takes_what_is_dragged_along(shown: Shown) -> None:
    canvas = ready(shown)
    end = on_screen(canvas, "role-it-manager", 8)
    hold(canvas, place(canvas, "touch-budget-request"), end)
    before = canvas.tooling.ghost
    canvas.eye.scroll(200, 0)
    after = canvas.tooling.ghost
    assert before is not None
    assert after is not None
    assert before.at is not None
    assert after.at is not None
    assert canvas.camera.to_view(*after.at) == pytest.approx((end.x(), end.y()))
    assert after.at.x > before.at.x + 50


def test_esc_leaves_the_map_where_a_hand_has_scrolled_it_in_the_middle_of_a_drag(shown: Shown) -> None:
    canvas = ready(shown)
    hold(canvas, place(canvas, "touch-budget-request"), on_screen(canvas, "role-it-manager", 8))
    canvas.eye.scroll(120, 0)
    scrolled = canvas.camera
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.camera == scrolled


def test_what_is_dragged_runs_under_the_headers(shown: Shown) -> None:
    canvas = shown()
    look(canvas, canvas.stage.places.spots("touch-intro-call")[0].x - 120, 100, 1.0)
    canvas.setFocus()
    column = canvas.stage.pins.column(canvas.camera)
    assert column.is_stuck
    band = canvas.stage.pins.band(canvas.camera)
    headers = QRect(0, round(band.end) + 2, round(column.end) - 2, 300)
    start = place(canvas, "touch-budget-request")
    canvas.document.select({"touch-budget-request"})
    before = pixels(canvas).copy(headers)
    hold(canvas, start, start + QPoint(20, 60))
    ghost = canvas.tooling.ghost
    assert ghost is not None
    lines = [shape for shape in ghost.shapes if isinstance(shape, GhostCurve)]
    assert any(canvas.camera.to_view(*line.segments[0][1:3])[0] < column.end for line in lines)  # type: ignore[arg-type]
    assert pixels(canvas).copy(headers) == before


def test_a_rubber_band_ends_with_the_map(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(width=600, height=450)
    look(canvas, 500, 100, 1.0)
    canvas.eye.scroll(10_000, 0)
    at_the_end, right = canvas.camera, canvas.viewport().width()
    hold(canvas, QPoint(right - 120, 300), QPoint(right - 2, 310))
    qtbot.waitUntil(lambda: canvas.dragging.autoscroll.has_scrolled)
    assert canvas.camera.x == at_the_end.x
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, QPoint(right - 2, 310))


def test_the_keyboard_leaves_a_marker_when_something_else_is_selected_elsewhere(shown: Shown) -> None:
    canvas = ready(shown)
    canvas.document.select({"touch-kick-off"})
    canvas.selecting.stand("touch-kick-off", "role-it-manager")
    canvas.document.select({"touch-kick-off", "touch-budget-request"})
    assert canvas.keyboard_spot() is not None
    canvas.document.select({"touch-budget-request"})
    assert canvas.keyboard_spot() is None


def test_what_is_dragged_out_of_the_map_stays_in_sight(shown: Shown) -> None:
    canvas = ready(shown)
    start = place(canvas, "touch-budget-request")
    clear = canvas.stage.pins.clear(canvas.camera, *canvas.size_px())
    for to in (QPoint(3000, 2000), QPoint(-500, -500)):
        hold(canvas, start, to)
        canvas.dragging.autoscroll.stop()
        ghost = canvas.tooling.ghost
        assert ghost is not None
        (marker,) = [shape for shape in ghost.shapes if isinstance(shape, GhostMarker)]
        x, y = canvas.camera.to_view(marker.x, marker.y)
        assert clear.x - 10 <= x <= clear.right + 10
        assert clear.y - 10 <= y <= clear.bottom + 10
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, to)


def test_a_drag_whose_end_nobody_saw_is_none(shown: Shown) -> None:
    canvas = ready(shown)
    end = on_screen(canvas, "role-it-manager", 8)
    hold(canvas, place(canvas, "touch-budget-request"), end)
    move(canvas, end + QPoint(4, 4), held=Qt.MouseButton.NoButton)
    assert canvas.tooling.ghost is None
    assert not canvas.tooling.tool.is_busy
    assert canvas.document.history.place == 0


def test_the_map_is_panned_in_the_middle_of_a_drag_and_the_drag_goes_on(shown: Shown) -> None:
    canvas = ready(shown)
    end, middle = on_screen(canvas, "role-it-manager", 8), Qt.MouseButton.MiddleButton
    hold(canvas, place(canvas, "touch-budget-request"), end)
    QTest.mousePress(canvas.viewport(), middle, NO_KEY, end)
    move(canvas, end + QPoint(-150, 0))
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end + QPoint(-150, 0))
    assert canvas.document.history.place == 1
    assert not canvas.tooling.tool.is_busy
    QTest.mouseRelease(canvas.viewport(), middle, NO_KEY, end + QPoint(-150, 0))
    assert not canvas.navigation.is_dragging


def test_at_the_right_edge_the_map_goes_on_beyond_its_end_and_esc_looks_back(
    shown: Shown, qtbot: QtBot
) -> None:
    canvas = shown(width=1100)
    canvas.eye.fit_map()
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    canvas.setFocus()
    end, last = QPoint(1090, on_screen(canvas, "role-cfo", 23).y()), canvas.stage.layout.scale.times[-1]
    began = canvas.camera
    for is_dropped in (False, True):
        hold(canvas, place(canvas, "touch-review", "role-cfo"), end)
        qtbot.waitUntil(lambda: canvas.tooling.ghost is not None and _time(canvas) > last + 4)
        if is_dropped:
            QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
        else:
            QTest.keyClick(canvas, Qt.Key.Key_Escape)
            QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
            assert canvas.camera == began
        assert not canvas.dragging.autoscroll.is_scrolling
    assert the(canvas, "touch-review").start > last + 3
    canvas.document.undo()
    assert settled(canvas)
    box, width = canvas.stage.box, canvas.size_px()[0]
    assert canvas.camera.x + width / canvas.camera.zoom < box.right + 200 / canvas.camera.zoom


def _time(canvas: MapCanvas) -> float:
    """Where the ghost is in time."""
    assert canvas.tooling.ghost is not None
    assert canvas.tooling.ghost.at is not None
    return canvas.stage.layout.scale.time(canvas.tooling.ghost.at.x)
