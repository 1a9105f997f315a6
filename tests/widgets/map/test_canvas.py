from __future__ import annotations

from time import perf_counter

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.layout.result import Box
from app.model.change import Change
from app.model.edits.records import remove_records
from app.model.record import replaced
from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import pan_frames, settled, zoom_seconds
from tests.widgets.map.conftest import Shown, buying
from tests.widgets.map.hands import (
    CONTROL,
    LEFT,
    SHIFT,
    header,
    look,
    painted,
    pixels,
    place,
    point_at,
    wheel,
)

MIDDLE = Qt.MouseButton.MiddleButton


def hex_at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


@pytest.mark.parametrize("turned", [120, -120, 15, -240])
def test_ctrl_wheel_zooms_and_keeps_the_point_under_the_pointer(shown: Shown, turned: int) -> None:
    canvas = shown()
    look(canvas, 400, 100, 1.0)
    before = canvas.camera.to_map(450, 300)
    wheel(canvas, turned, (450, 300), CONTROL)
    assert (canvas.camera.zoom > 1.0) == (turned > 0)
    assert canvas.camera.to_map(450, 300) == pytest.approx(before, abs=1e-6)


def test_the_wheel_scrolls_down_and_with_shift_to_the_right(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 100, 100, 1.5)
    before = canvas.camera
    wheel(canvas, -120, (450, 300))
    assert canvas.camera.y > before.y
    assert canvas.camera.x == before.x
    before = canvas.camera
    wheel(canvas, -120, (450, 300), SHIFT)
    assert canvas.camera.x > before.x
    assert canvas.camera.y == before.y


def test_a_trackpad_scrolls_by_its_pixels(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 400, 100, 2.0)
    here = QPointF(450, 300)
    event = QWheelEvent(
        here, canvas.viewport().mapToGlobal(here), QPoint(-30, 12), QPoint(-60, 24), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)
    assert (canvas.camera.x, canvas.camera.y) == pytest.approx((415, 94))


def test_a_pinch_zooms_about_the_fingers(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 400, 100, 1.0)
    before = canvas.camera.to_map(500, 250)
    here = QPointF(500, 250)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, here, here,
        canvas.viewport().mapToGlobal(here), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.camera.zoom == pytest.approx(1.25)
    assert canvas.camera.to_map(500, 250) == pytest.approx(before)


def test_the_middle_button_drags_the_map(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 400, 100, 1.0)
    under = canvas.camera.to_map(500, 300)
    qtbot.mousePress(canvas.viewport(), MIDDLE, pos=QPoint(500, 300))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
    qtbot.mouseMove(canvas.viewport(), QPoint(440, 330))
    qtbot.mouseRelease(canvas.viewport(), MIDDLE, pos=QPoint(440, 330))
    assert canvas.camera.to_map(440, 330) == pytest.approx(under)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_space_and_the_left_button_drag_the_map_and_select_nothing(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 400, 100, 1.0)
    at = place(canvas, "touch-kick-off")
    under = canvas.camera.to_map(at.x(), at.y())
    canvas.setFocus()
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    qtbot.mousePress(canvas.viewport(), LEFT, pos=at)
    qtbot.mouseMove(canvas.viewport(), at - QPoint(80, 20))
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=at - QPoint(80, 20))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.camera.to_map(at.x() - 80, at.y() - 20) == pytest.approx(under)
    assert canvas.document.selection == frozenset()


def test_scroll_bars_follow_the_camera_and_move_it(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 100, 150, 2.0)
    assert canvas.horizontalScrollBar().value() == 200
    canvas.verticalScrollBar().setValue(400)
    assert (canvas.camera.x, canvas.camera.y) == pytest.approx((100, 200))


def test_a_map_that_fits_has_no_scroll_bars(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(width=1900, height=1100)
    canvas.fit_map()
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    assert not canvas.horizontalScrollBar().isVisible()
    assert not canvas.verticalScrollBar().isVisible()
    assert canvas.stage.box.overlaps(canvas.eye.seen())
    assert canvas.eye.seen().width >= canvas.stage.box.width


def test_headers_stay_in_sight_while_the_map_scrolls(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 0, 100, 1.0)
    lane = canvas.stage.layout.lanes[1]
    y = round((lane.y + lane.height - 100) - 8)
    natural = hex_at(pixels(canvas), 60, y)  # the colour bar at the header's left edge
    look(canvas, 700, 100, 1.0)
    column = canvas.stage.pins.column(canvas.camera)
    assert column.is_stuck
    bar = round(column.start + 60 - canvas.stage.pins.column_box.x)
    assert hex_at(pixels(canvas), bar, y) == natural
    assert canvas.stage.hit(*canvas.stage.pins.to_map(canvas.camera, bar, y), 1.0).record == lane.role


def test_the_phase_band_stays_in_sight_while_the_map_scrolls_down(shown: Shown) -> None:
    canvas = shown(height=300)
    box = canvas.stage.layout.phases[1]
    look(canvas, 300, 0, 1.0)
    middle = canvas.stage.layout.phase_y + 8
    natural = hex_at(pixels(canvas), round(box.x + 30 - 300), round(middle))
    look(canvas, 300, 350, 1.0)
    band = canvas.stage.pins.band(canvas.camera)
    assert band.is_stuck
    y = round(band.start + middle - canvas.stage.pins.band_box.y)
    assert hex_at(pixels(canvas), round(box.x + 30 - 300), y) == natural


@pytest.mark.parametrize("zoom", [0.3, 0.5, 2.0, 4.0])
def test_headers_neither_vanish_nor_eat_the_map(shown: Shown, zoom: float) -> None:
    canvas = shown()
    look(canvas, 600, 300, zoom)
    column = canvas.stage.pins.column(canvas.camera)
    assert 100 <= column.length <= 400


def test_a_click_on_a_marker_selects_its_touchpoint(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 700, 100, 1.0)
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=place(canvas, "touch-kick-off", "role-cfo"))
    assert canvas.document.selection == {"touch-kick-off"}


def test_clicks_with_shift_or_ctrl_add_and_a_click_on_empty_ground_clears(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 500, 100, 0.7)
    view = canvas.viewport()
    qtbot.mouseClick(view, LEFT, pos=place(canvas, "touch-kick-off"))
    qtbot.mouseClick(view, LEFT, SHIFT, pos=place(canvas, "touch-request-lands"))
    assert canvas.document.selection == {"touch-kick-off", "touch-request-lands"}
    qtbot.mouseClick(view, LEFT, CONTROL, pos=place(canvas, "touch-kick-off"))
    assert canvas.document.selection == {"touch-request-lands"}
    lane = canvas.stage.layout.lanes[-1]
    x, y = canvas.camera.to_view(canvas.stage.layout.scale.x(13.0), lane.y + 4)
    qtbot.mouseClick(view, LEFT, SHIFT, pos=QPoint(round(x), round(y)))
    assert canvas.document.selection == {"touch-request-lands"}
    qtbot.mouseClick(view, LEFT, pos=QPoint(round(x), round(y)))
    assert canvas.document.selection == frozenset()


def test_a_click_on_a_stuck_header_selects_its_role(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 900, 200, 1.0)
    lane = canvas.stage.layout.lanes[1]
    column = canvas.stage.pins.column(canvas.camera)
    at = QPoint(round(column.start + 60), round(canvas.camera.to_view(0, lane.y + lane.height / 2)[1]))
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
    assert canvas.document.selection == {lane.role}


def test_what_is_selected_is_seen(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 700, 100, 1.0)
    before = pixels(canvas)
    canvas.document.select({"touch-kick-off"})
    after = pixels(canvas)
    at = place(canvas, "touch-kick-off")
    assert hex_at(before, at.x() + 20, at.y() + 3) != hex_at(after, at.x() + 20, at.y() + 3)


def test_arrow_keys_walk_along_the_line_and_across_a_shared_touchpoint(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    canvas.setFocus()
    document = canvas.document
    document.select({"touch-tickets-get-lost"})
    for expected in ("touch-intro-call", "touch-budget-request", "touch-kick-off", "touch-kick-off"):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
        assert document.selection == {expected}
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert document.selection == {"touch-kick-off"}
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert document.selection == {"touch-review"}
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert document.selection == {"touch-intro-call"}
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert document.selection == frozenset()


def test_a_walk_begins_where_the_map_is_looked_at(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert len(canvas.document.selection) == 1
    assert canvas.shows_keyboard()


def test_walking_brings_the_touchpoint_into_sight(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(width=700, height=450)
    canvas.setFocus()
    canvas.document.select({"touch-tickets-get-lost"})
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    at = place(canvas, "touch-kick-off", "role-it-manager")
    clear = canvas.stage.pins.clear(canvas.camera, *canvas.size_px())
    assert Box(at.x(), at.y(), 0, 0).overlaps(clear)


def test_enter_f2_and_a_double_click_type_the_title_of_a_touchpoint(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 700, 100, 1.0)
    canvas.setFocus()
    canvas.document.select({"touch-review"})
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        qtbot.keyClick(canvas, key)
        assert canvas.typing.editor is not None
        assert canvas.typing.editor.words == "Review"
        qtbot.keyClick(canvas.typing.editor, Qt.Key.Key_Escape)
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=place(canvas, "touch-kick-off"))
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=place(canvas, "touch-kick-off"))
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=place(canvas, "touch-kick-off"))
    assert canvas.typing.editor is not None
    assert canvas.typing.editor.words == "Kick-off"


def test_the_tooltip_says_the_whole_text_escaped(shown: Shown) -> None:
    canvas = shown()
    touchpoint = canvas.document.journey.the(Touchpoint, "touch-kick-off")
    named = replaced(touchpoint, title="Kick-off <b>& friends</b>")
    touched = canvas.document.journey.apply(Change(put=(named,))).touched
    canvas.document.changed.emit(touched)
    look(canvas, 700, 100, 1.0)
    at = place(canvas, "touch-kick-off")
    event = QHelpEvent(QEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    assert "Kick-off &lt;b&gt;&amp; friends&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_a_role_lifts_while_the_pointer_rests_on_its_header_and_the_rest_fades(
    shown: Shown, qtbot: QtBot
) -> None:
    canvas = shown()
    look(canvas, 600, 100, 1.0)
    before = pixels(canvas)
    other = place(canvas, "touch-request-lands")
    point_at(canvas, header(canvas, "role-it-manager"))
    qtbot.waitUntil(lambda: canvas.hover.roles == {"role-it-manager"} and not canvas.hover.is_busy)
    after = pixels(canvas)
    mine = place(canvas, "touch-budget-request")
    assert hex_at(after, mine.x(), mine.y() - 12) == hex_at(before, mine.x(), mine.y() - 12)
    ring = [(other.x() + dx, other.y() + dy) for dx in range(-16, 17) for dy in range(-16, 17)]
    assert min(after.pixelColor(*at).lightness() for at in ring) > min(
        before.pixelColor(*at).lightness() for at in ring
    )
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: canvas.hover.roles == frozenset())
    assert pixels(canvas) == before


def test_nothing_stays_faded_when_the_role_under_the_pointer_goes(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 600, 100, 1.0)
    point_at(canvas, header(canvas, "role-it-manager"))
    qtbot.waitUntil(lambda: canvas.hover.roles == {"role-it-manager"} and not canvas.hover.is_busy)
    assert canvas.glance().veil == 1.0
    canvas.document.do(remove_records(canvas.document.journey, ["role-it-manager"]))
    assert canvas.glance().veil == 0.0
    canvas.document.undo()
    canvas.document.view_state.show_role("role-it-manager", False)
    assert canvas.glance().veil == 0.0


def test_nothing_fades_while_the_pointer_is_over_the_map_itself(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 600, 100, 1.0)
    point_at(canvas, place(canvas, "touch-kick-off", "role-it-manager"))
    canvas.hover.tick(perf_counter() + 10)
    assert not canvas.hover.is_busy
    assert canvas.hover.roles == frozenset()


def test_the_rest_does_not_fade_before_the_line_is_there(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 600, 100, 1.0)
    before = pixels(canvas)
    glance = replace(canvas.glance(), lit=frozenset({"role-cfo"}), veil=1.0)
    assert painted(canvas, glance) == before
    canvas.frame.work(glance, float("inf"))
    assert painted(canvas, glance) != before


def test_after_an_edit_the_picture_is_the_one_painted_from_scratch(shown: Shown) -> None:
    canvas = shown(width=1200, height=700)
    look(canvas, 0, 0, 0.8)
    painted = canvas.frame.surface.tiles_painted
    touchpoint = canvas.document.journey.the(Touchpoint, "touch-budget-request")
    change = Change(put=(replaced(touchpoint, title="Budget"),))
    canvas.document.changed.emit(canvas.document.journey.apply(change).touched)
    edited = pixels(canvas)
    repainted = canvas.frame.surface.tiles_painted - painted
    fresh = shown(canvas.document.journey, width=1200, height=700)
    look(fresh, 0, 0, 0.8)
    assert edited == pixels(fresh)
    assert repainted < fresh.frame.surface.tiles_painted


def test_another_title_is_painted_also_where_the_phases_push_it_up(shown: Shown) -> None:
    canvas = shown()
    look(canvas, -200, -250, 0.4)
    assert canvas.stage.pins.lift(0.4) > 30
    named = replaced(canvas.document.journey.info, title="Another name for all of it")
    canvas.document.changed.emit(canvas.document.journey.apply(Change(put=(named,))).touched)
    edited = pixels(canvas)
    fresh = shown(canvas.document.journey)
    look(fresh, -200, -250, 0.4)
    assert edited == pixels(fresh)


@pytest.mark.parametrize("zoom", [0.35, 1.0, 2.5])
def test_panning_shows_the_same_pixels_as_looking_there_at_once(shown: Shown, zoom: float) -> None:
    canvas = shown()
    look(canvas, 100, 60, zoom)
    pan_frames(canvas, 12, 37, 11)
    there = canvas.camera
    panned = pixels(canvas)
    fresh = shown()
    look(fresh, there.x, there.y, zoom)
    assert panned == pixels(fresh)


def test_a_zoom_ends_in_the_pixels_of_that_zoom(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 100, 60, 0.6)
    zoom_seconds(canvas, 1.3)
    zoomed = pixels(canvas)
    fresh = shown()
    look(fresh, canvas.camera.x, canvas.camera.y, canvas.camera.zoom)
    assert zoomed == pixels(fresh)


def test_the_theme_changes_the_whole_picture(shown: Shown) -> None:
    canvas = shown()
    light = pixels(canvas)
    canvas.document.view_state.use_theme("dark")
    dark = pixels(canvas)
    assert hex_at(dark, 2, 2) == canvas.stage.drawing.background.lower()
    assert light.pixelColor(2, 2).lightness() > 200 > 60 > dark.pixelColor(2, 2).lightness()


def test_another_detail_keeps_the_time_in_the_middle(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 700, 200, 1.0)
    middle = canvas.stage.time_at(canvas.eye.seen().x + canvas.eye.seen().width / 2)
    canvas.document.view_state.set_spacing("even")
    assert settled(canvas)
    now = canvas.stage.time_at(canvas.eye.seen().x + canvas.eye.seen().width / 2)
    assert now == pytest.approx(middle, abs=0.05)


def test_memory_of_the_tiles_stays_bounded(shown: Shown) -> None:
    canvas = shown()
    for step in range(40):
        canvas.eye.zoom_at(1.1 if step % 9 < 6 else 0.7, 300, 200)
        pan_frames(canvas, 3, 300)
        store = canvas.frame.surface.store
        assert store.bytes <= store.most_bytes


def test_the_clock_stands_still_when_nothing_happens(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    qtbot.waitUntil(lambda: not canvas._clock.isActive())
    painted = canvas.frame.surface.tiles_painted
    qtbot.wait(60)
    assert not canvas._clock.isActive()
    assert canvas.frame.surface.tiles_painted == painted


def test_the_visible_time_is_told_to_the_document(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 600, 100, 1.0)
    state = canvas.document.view_state
    assert state.zoom == 1.0
    assert state.last == pytest.approx(canvas.stage.time_at(600 + canvas.size_px()[0]))
    assert state.first < state.last


def test_fitting_the_selection_brings_all_of_it_into_sight(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    canvas.document.select({"touch-request-lands", "touch-review"})
    canvas.fit_selection()
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    clear = canvas.stage.pins.clear(canvas.camera, *canvas.size_px())
    for name in canvas.document.selection:
        at = place(canvas, name)
        assert Box(at.x(), at.y(), 0, 0).overlaps(clear)


def test_seen_from_far_no_ring_is_drawn_around_a_card_that_is_not_there(shown: Shown) -> None:
    canvas = shown()
    for zoom, is_ringed in ((1.0, True), (0.3, False)):
        look(canvas, 0, 0, zoom)
        (card,) = canvas.stage.places.outlines("touch-budget-request")
        look(canvas, card.x - 400 / zoom, card.y - 300 / zoom, zoom)
        canvas.document.select(())
        before = pixels(canvas)
        canvas.document.select({"touch-budget-request"})
        after = pixels(canvas)
        edge = round(400 + card.width * zoom + 4 * zoom)
        y = round(300 + card.height * zoom / 2)
        ringed = any(before.pixel(x, y) != after.pixel(x, y) for x in range(edge - 1, edge + 3))
        assert ringed == is_ringed


def test_zoom_commands_go_to_100_percent_and_step_by_step(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    canvas.zoom_to(1.0)
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    assert canvas.camera.zoom == 1.0
    canvas.zoom_in()
    canvas.zoom_in()
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    assert canvas.camera.zoom == pytest.approx(1.25**2)
    canvas.zoom_out()
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    assert canvas.camera.zoom == pytest.approx(1.25)


def test_a_screen_reader_hears_what_is_selected(shown: Shown) -> None:
    canvas = shown()
    assert canvas.accessibleName() == "Journey map"
    assert "6 touchpoints" in canvas.accessibleDescription()
    canvas.document.select({"touch-kick-off"})
    assert canvas.accessibleDescription() == "Kick-off. Week 18. Use. CFO, IT manager, Account manager"
    canvas.document.select({"role-cfo"})
    assert canvas.accessibleDescription() == "Role CFO. Northwind. 3 touchpoints"


def test_files_dropped_on_the_map_are_left_to_the_window(shown: Shown) -> None:
    canvas = shown()
    assert not canvas.acceptDrops()
    assert not canvas.viewport().acceptDrops()


def test_debug_drawing_outlines_tiles(shown: Shown) -> None:
    canvas = shown()
    before = pixels(canvas)
    canvas.set_debug_drawing(True)
    assert pixels(canvas) != before


def test_a_canvas_that_went_away_hears_nothing_more(qtbot: QtBot) -> None:
    document = Document(buying())
    canvas = MapCanvas(document)
    canvas.show()
    settled(canvas)
    canvas.eye.zoom_by(1)
    canvas.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    document.select({"touch-kick-off"})
    document.view_state.use_theme("dark")
    qtbot.wait(30)
