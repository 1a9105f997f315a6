from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.model.edits import links
from app.model.records import Insight, Link, Phase, Role, Touchpoint
from app.tools.reattach import ends_of
from app.widgets.main_window import MainWindow
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.handles import handled
from app.widgets.map.rehearsal import settled
from tests.widgets.conftest import Program
from tests.widgets.map.conftest import Shown
from tests.widgets.map.hands import LEFT, NO_KEY, drag, header, hold, look, move, pixels, place, px

Key = Qt.Key


@pytest.fixture
def canvas(shown: Shown) -> MapCanvas:
    canvas = shown(width=1100, height=700)
    look(canvas, 0, 60, 0.7)
    canvas.setFocus()
    return canvas


def band(canvas: MapCanvas, time: float) -> QPoint:
    span = canvas.stage.pins.band(canvas.camera)
    return QPoint(px(canvas, canvas.stage.x_of(time), 0).x(), round(span.start + 0.25 * span.length))


def ruler(canvas: MapCanvas, time: float) -> QPoint:
    span = canvas.stage.pins.band(canvas.camera)
    return QPoint(px(canvas, canvas.stage.x_of(time), 0).x(), round(span.end - 6))


def handle(canvas: MapCanvas, touchpoint: str) -> QPoint:
    spot = canvas.stage.places.spots(touchpoint)[0]
    return px(canvas, spot.x + 18, spot.y + 18)


def esc_leaves_all_as_it_was(canvas: MapCanvas, start: QPoint, end: QPoint) -> None:
    """Drag, see a ghost, press Esc: nothing has happened, on the map and in the journey."""
    journey, before = canvas.document.journey, canvas.document.journey.records()
    hold(canvas, start, end)
    assert canvas.tooling.ghost is not None
    with_ghost = canvas.viewport().grab().toImage()
    QTest.keyClick(canvas, Key.Key_Escape)
    assert canvas.tooling.ghost is None
    assert canvas.viewport().grab().toImage() != with_ghost
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, end)
    assert journey.records() == before
    assert not canvas.document.history.can_undo


def test_a_link_is_pulled_to_another_touchpoint_and_its_kind_is_asked(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.document.select({"touch-tickets-get-lost"})
    end = place(canvas, "touch-request-lands")
    esc_leaves_all_as_it_was(canvas, handle(canvas, "touch-tickets-get-lost"), end)
    canvas.document.select({"touch-tickets-get-lost"})
    with qtbot.waitSignal(canvas.kind_asked) as asked:
        drag(canvas, handle(canvas, "touch-tickets-get-lost"), end)
    link = canvas.document.journey.the(Link, asked.args[0])
    assert (link.source, link.target) == ("touch-tickets-get-lost", "touch-request-lands")
    assert canvas.document.selection == {link.id}
    assert canvas.document.history.labels == ("Link Tickets get lost to Request lands",)
    assert settled(canvas)
    assert canvas.stage.places.curves(link.id)


def test_a_touchpoint_is_pulled_out_of_another_and_named_in_one_step_and_esc_takes_all_back(
    canvas: MapCanvas,
) -> None:
    journey, before = canvas.document.journey, canvas.document.journey.records()
    lane = next(lane for lane in canvas.stage.layout.lanes if lane.role == "role-it-manager")
    end = px(canvas, canvas.stage.x_of(13), lane.neutral_y + 2 * lane.step)
    canvas.document.select({"touch-tickets-get-lost"})
    esc_leaves_all_as_it_was(canvas, handle(canvas, "touch-tickets-get-lost"), end)
    for keys, labels in ((Key.Key_Escape, ()), (Key.Key_Return, ("Add touchpoint Count them",))):
        canvas.document.select({"touch-tickets-get-lost"})
        drag(canvas, handle(canvas, "touch-tickets-get-lost"), end)
        assert canvas.typing.editor is not None
        QTest.keyClicks(canvas.typing.editor, "Count them")
        QTest.keyClick(canvas.typing.editor, keys)
        assert canvas.document.history.labels == labels
        if not labels:
            assert journey.records() == before
    made = next(each for each in journey.all(Touchpoint) if each.title == "Count them")
    assert (made.start, made.roles) == (13.0, ("role-it-manager",))
    assert [link.source for link in journey.all(Link) if link.target == made.id] == ["touch-tickets-get-lost"]
    canvas.document.undo()
    assert journey.records() == before


def test_the_end_of_a_link_is_dragged_to_another_touchpoint(canvas: MapCanvas) -> None:
    journey = canvas.document.journey
    link = journey.all(Link)[0].id
    canvas.document.select({link})
    tip = ends_of(canvas.tooling.ground(), link)["target"]
    start, end = px(canvas, tip.x, tip.y), place(canvas, "touch-intro-call")
    esc_leaves_all_as_it_was(canvas, start, end)
    drag(canvas, start, end)
    assert journey.the(Link, link).target == "touch-intro-call"
    assert canvas.document.history.place == 1


def test_the_ends_of_a_selected_link_are_seen(canvas: MapCanvas) -> None:
    link = canvas.document.journey.all(Link)[0].id
    tip = ends_of(canvas.tooling.ground(), link)["source"]
    at = px(canvas, tip.x, tip.y)
    canvas.document.select({link})
    image = pixels(canvas)
    middle = image.pixelColor(at * image.devicePixelRatio())
    assert middle.name().upper() == canvas.stage.theme.card.upper()


def test_a_refused_link_is_said_and_nothing_has_happened(canvas: MapCanvas, qtbot: QtBot) -> None:
    journey = canvas.document.journey
    journey.apply(links.link(journey, "touch-tickets-get-lost", "touch-request-lands"))
    canvas.document.changed.emit(frozenset({"touch-tickets-get-lost"}))
    before = journey.records()
    canvas.document.select({"touch-tickets-get-lost"})
    with qtbot.waitSignal(canvas.refused) as refused:
        drag(canvas, handle(canvas, "touch-tickets-get-lost"), place(canvas, "touch-request-lands"))
    assert "linked in this way already" in refused.args[0].what
    assert journey.records() == before


def test_a_header_is_dragged_below_another(canvas: MapCanvas) -> None:
    start, end = header(canvas, "role-cfo"), header(canvas, "role-it-manager", 0.9)
    esc_leaves_all_as_it_was(canvas, start, end)
    drag(canvas, start, end)
    assert [role.name for role in canvas.document.journey.all(Role)] == [
        "IT manager",
        "CFO",
        "Account manager",
    ]
    assert canvas.document.history.labels == ("Move role CFO",)


def test_a_role_dropped_among_anothers_lanes_joins_that_organisation_in_one_step(canvas: MapCanvas) -> None:
    drag(canvas, header(canvas, "role-it-manager"), header(canvas, "role-account-manager", 0.95))
    role = canvas.document.journey.the(Role, "role-it-manager")
    assert role.party == "party-servio"
    canvas.document.undo()
    assert canvas.document.journey.the(Role, "role-it-manager").party == "party-northwind"
    assert not canvas.document.history.can_undo


def test_headers_that_stay_in_sight_are_dragged_where_they_are_seen(canvas: MapCanvas) -> None:
    look(canvas, 700, 400, 1.0)
    assert canvas.stage.pins.column(canvas.camera).is_stuck
    drag(canvas, header(canvas, "role-it-manager"), header(canvas, "role-account-manager", 0.2))
    drag(canvas, header(canvas, "role-account-manager"), header(canvas, "role-it-manager", 0.1))
    assert [role.name for role in canvas.document.journey.all(Role)] == [
        "CFO",
        "Account manager",
        "IT manager",
    ]
    start = band(canvas, 16)
    drag(canvas, start, QPoint(start.x() + 100, start.y()))
    assert canvas.document.journey.the(Phase, "phase-purchase").end == 18


def test_a_border_between_phases_is_dragged(canvas: MapCanvas) -> None:
    esc_leaves_all_as_it_was(canvas, band(canvas, 8), band(canvas, 6))
    drag(canvas, band(canvas, 8), band(canvas, 6))
    assert [(p.start, p.end) for p in canvas.document.journey.all(Phase)] == [(0, 6), (6, 16), (16, 24)]
    assert canvas.document.history.labels == ("Move end of Need",) or canvas.document.history.labels == (
        "Move start of Purchase",
    )


def test_a_phase_is_dragged_behind_the_next_with_its_touchpoints(canvas: MapCanvas) -> None:
    esc_leaves_all_as_it_was(canvas, band(canvas, 3), band(canvas, 14))
    drag(canvas, band(canvas, 3), band(canvas, 14))
    journey = canvas.document.journey
    assert [phase.name for phase in journey.all(Phase)] == ["Purchase", "Need", "Use"]
    assert journey.the(Touchpoint, "touch-tickets-get-lost").start == 9


def test_a_double_click_on_a_phase_types_its_name(canvas: MapCanvas, qtbot: QtBot) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, NO_KEY, band(canvas, 3))
    QTest.mouseDClick(canvas.viewport(), LEFT, NO_KEY, band(canvas, 3))
    QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, band(canvas, 3))
    editor = canvas.typing.editor
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Pain")
    qtbot.keyClick(editor, Key.Key_Return)
    assert canvas.document.journey.the(Phase, "phase-need").name == "Pain"
    assert canvas.document.history.labels == ("Rename phase Pain",)


def test_a_drag_on_the_ruler_inserts_time_and_back_removes_it(canvas: MapCanvas) -> None:
    starts = [found.start for found in canvas.document.journey.all(Touchpoint)]
    esc_leaves_all_as_it_was(canvas, ruler(canvas, 7), ruler(canvas, 9))
    drag(canvas, ruler(canvas, 7), ruler(canvas, 9))
    moved = [found.start for found in canvas.document.journey.all(Touchpoint)]
    assert moved == [start if start < 7 else start + 2 for start in starts]
    assert canvas.document.history.labels == ("Insert 2 weeks",)
    drag(canvas, ruler(canvas, 9), ruler(canvas, 7))
    assert [found.start for found in canvas.document.journey.all(Touchpoint)] == starts


def test_time_in_which_something_stands_is_refused_while_the_hand_drags(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    before = canvas.document.journey.records()
    hold(canvas, ruler(canvas, 12), ruler(canvas, 8))
    assert canvas.tooling.ghost is not None
    assert canvas.tooling.ghost.is_refused
    assert "stands in that time" in canvas.tooling.ghost.words
    with qtbot.waitSignal(canvas.refused):
        QTest.mouseRelease(canvas.viewport(), LEFT, NO_KEY, ruler(canvas, 8))
    assert canvas.document.journey.records() == before


class Desk:
    """The small journey in a window, with keys that go where the focus is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        assert window.document is not None
        assert window.canvas is not None
        self.document, self.canvas = window.document, window.canvas
        self.canvas.setFocus()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or QApplication.focusWidget() or self.canvas, key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def desk(program: Program, small_file: Path) -> Desk:
    return Desk(program.open(small_file))


@pytest.mark.parametrize(
    ("key", "kind"), [(Key.Key_Return, "handoff"), (Key.Key_E, "escalation"), (Key.Key_A, "alternative")]
)
def test_two_touchpoints_are_linked_by_keys_and_a_letter_chooses_the_kind(
    desk: Desk, key: Qt.Key, kind: str
) -> None:
    desk.document.select({"touch-kick-off", "touch-intro-call"})
    desk.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    desk.press(key)
    (new,) = [link for link in desk.document.journey.all(Link) if link.target == "touch-kick-off"]
    assert (new.source, new.kind) == ("touch-intro-call", kind)
    assert desk.document.history.labels == ("Link Intro call to Kick-off",)
    desk.document.undo()
    assert desk.document.journey.get(new.id) is None


def test_the_label_and_the_wait_of_a_link_are_typed_where_they_stand(desk: Desk) -> None:
    link = desk.document.journey.all(Link)[0].id
    desk.document.select({link})
    desk.press(Key.Key_F2)
    desk.type("asks again 3 days")
    desk.press(Key.Key_Return)
    found = desk.document.journey.the(Link, link)
    assert found.label == "asks again"
    assert found.wait is not None
    assert (found.wait.value, found.wait.unit) == (3, "day")
    assert len(desk.document.history.labels) == 1


def test_arrow_keys_walk_to_the_touchpoint_to_link_to(desk: Desk) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    desk.document.select({"touch-tickets-get-lost"})
    desk.press(Key.Key_L, control | shift)
    assert desk.canvas.tooling.ghost is not None
    assert "Intro call" in desk.canvas.tooling.ghost.words
    desk.press(Key.Key_Right)
    assert "Budget request" in desk.canvas.tooling.ghost.words
    desk.press(Key.Key_Escape)
    assert desk.canvas.tooling.ghost is None
    assert not desk.document.history.can_undo
    assert desk.document.selection == {"touch-tickets-get-lost"}
    desk.press(Key.Key_L, control | shift)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()
    (new,) = [link for link in desk.document.journey.all(Link) if link.source == "touch-tickets-get-lost"]
    assert new.target == "touch-request-lands"
    assert not desk.canvas.tooling.tool.is_busy


def test_a_click_ends_the_walk_at_the_touchpoint_that_is_clicked(desk: Desk) -> None:
    desk.document.select({"touch-tickets-get-lost"})
    desk.window.action_set["link_to"].trigger()
    QTest.mouseClick(desk.canvas.viewport(), LEFT, NO_KEY, place(desk.canvas, "touch-kick-off"))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()
    assert any(link.target == "touch-kick-off" for link in desk.document.journey.all(Link))


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Key.Key_P, "pain"),
        (Key.Key_G, "gain"),
        (Key.Key_O, "opportunity"),
        (Key.Key_I, "idea"),
        (Key.Key_Q, "question"),
    ],
)
def test_a_letter_pins_an_insight_and_its_text_is_typed_in_one_step(
    desk: Desk, key: Qt.Key, kind: str
) -> None:
    desk.document.select({"touch-kick-off"})
    desk.press(key)
    desk.type("Nobody asked")
    desk.press(Key.Key_Return)
    new = desk.document.journey.pinned_to("touch-kick-off")[0]
    assert isinstance(new, Insight)
    assert (new.kind, new.text) == (kind, "Nobody asked")
    assert len(desk.document.history.labels) == 1
    assert desk.document.history.undo_label.startswith("Add insight")
    assert desk.document.selection == {"touch-kick-off"}, "one goes on where one was"


def test_an_insight_without_words_is_none(desk: Desk) -> None:
    before = desk.document.journey.records()
    desk.document.select({"role-cfo"})
    desk.press(Key.Key_P)
    desk.press(Key.Key_Escape)
    assert desk.document.journey.records() == before
    assert not desk.document.history.can_undo


def test_m_marks_a_moment_of_truth_and_takes_it_back(desk: Desk) -> None:
    desk.document.select({"touch-kick-off"})
    desk.press(Key.Key_M)
    assert desk.document.journey.the(Touchpoint, "touch-kick-off").moment_of_truth
    assert desk.window.action_set["moment_of_truth"].isChecked()
    desk.press(Key.Key_M)
    assert not desk.document.journey.the(Touchpoint, "touch-kick-off").moment_of_truth


def test_with_nothing_fitting_selected_letters_are_not_for_insights(desk: Desk, qtbot: QtBot) -> None:
    before = desk.document.journey.records()
    desk.document.select({"phase-need"})
    with qtbot.waitSignal(desk.canvas.typed):
        desk.press(Key.Key_P)
    assert desk.document.journey.records() == before


def test_of_several_touchpoints_only_the_one_at_the_pointer_shows_its_handle(canvas: MapCanvas) -> None:
    ids = ["touch-tickets-get-lost", "touch-budget-request", "touch-request-lands"]
    for count, shown in ((1, 1), (3, 0)):
        canvas.document.select(ids[:count])
        assert len(list(handled(canvas.tooling.ground(), None))) == shown
    move(canvas, place(canvas, "touch-budget-request"), held=Qt.MouseButton.NoButton)
    (spot,) = handled(canvas.tooling.ground(), canvas.tooling.offered)
    assert spot.touchpoint == "touch-budget-request"
