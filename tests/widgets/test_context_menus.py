from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.model.records import Insight, Link, Phase, Role, Touchpoint
from app.widgets import dynamic_menus
from app.widgets.actions.table import ACTION_BY_ID
from app.widgets.context_menus import CONTEXT_MENUS
from app.widgets.main_window import MainWindow
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from app.widgets.menus import Menu, ids_in
from tests.widgets.conftest import Program


@pytest.fixture
def window(program: Program, small_file: Path) -> Iterator[MainWindow]:
    made = program.open(small_file)
    made.resize(1300, 900)
    assert made.canvas is not None
    assert settled(made.canvas)
    yield made
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def canvas_of(window: MainWindow) -> MapCanvas:
    assert window.canvas is not None
    return window.canvas


def point_of(window: MainWindow, record: str) -> QPoint:
    """Return where a record is on the viewport."""
    canvas = canvas_of(window)
    canvas.reveal(record)
    assert settled(canvas)
    places = canvas.stage.places
    spots = places.spots(record)
    box = places.box(record)
    assert box is not None
    x, y = (spots[0].x, spots[0].y) if spots else (box.x + box.width / 2, box.y + box.height / 2)
    return QPointF(*canvas.camera.to_view(x, y)).toPoint()


def right_click(window: MainWindow, at: QPoint) -> QMenu:
    """Press the right button there, as a mouse does, and return the menu that opens."""
    viewport = canvas_of(window).viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    return opened()


def opened() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def entry(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text().replace("&", "") == words)


def choose(menu: QMenu, *way: str) -> None:
    """Go down submenus by their words and choose the last; as a mouse would, the popup is gone before it runs."""
    for words in way[:-1]:
        found = entry(menu, words).menu()
        assert isinstance(found, QMenu)
        found.aboutToShow.emit()
        menu = found
    chosen = entry(menu, way[-1])
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    chosen.trigger()


def words_in(menu: QMenu) -> list[str]:
    return [each.text().replace("&", "") for each in menu.actions() if not each.isSeparator()]


def all_entries(menu: Menu) -> Iterator[str]:
    for each in menu.entries:
        if isinstance(each, Menu):
            yield from all_entries(each)
        else:
            yield each


@pytest.mark.parametrize("thing", CONTEXT_MENUS)
def test_every_entry_of_a_context_menu_is_an_action_or_a_part_that_is_filled(
    thing: str, window: MainWindow
) -> None:
    table = CONTEXT_MENUS[thing]  # type: ignore[index]
    assert set(ids_in(table)) <= set(ACTION_BY_ID)
    parts = dynamic_menus.parts(window)
    assert {each[1:] for each in all_entries(table) if each.startswith("*")} <= set(parts)
    menu = window.action_set.menu(table, parts, window)
    assert len(menu.actions()) == len(table.entries) or any(
        each.startswith("*") for each in all_entries(table)
    )
    menu.deleteLater()


@pytest.mark.parametrize(
    ("record", "first"), [("touch-kick-off", "Rename"), ("role-cfo", "Rename"), ("phase-need", "Rename")]
)
def test_a_right_click_selects_the_thing_and_opens_its_menu(
    window: MainWindow, record: str, first: str
) -> None:
    menu = right_click(window, point_of(window, record))
    assert window.document is not None
    assert window.document.selection == {record}
    assert words_in(menu)[0] == first


def test_a_right_click_on_one_of_several_keeps_them_all(window: MainWindow) -> None:
    assert window.document is not None
    chosen = {"touch-kick-off", "touch-budget-request"}
    window.document.select(chosen)
    menu = right_click(window, point_of(window, "touch-kick-off"))
    assert window.document.selection == chosen
    choose(menu, "Link")
    (new,) = [link for link in window.document.journey.all(Link) if link.target == "touch-kick-off"]
    assert new.source == "touch-budget-request"


def test_a_feeling_is_chosen_for_the_role_whose_marker_was_clicked(window: MainWindow) -> None:
    assert window.document is not None
    canvas = canvas_of(window)
    canvas.reveal("touch-kick-off")
    assert settled(canvas)
    spot = next(s for s in canvas.stage.places.spots("touch-kick-off") if s.role == "role-it-manager")
    menu = right_click(window, QPointF(*canvas.camera.to_view(spot.x, spot.y)).toPoint())
    choose(menu, "Feeling", "Bad")
    touchpoint = window.document.journey.the(Touchpoint, "touch-kick-off")
    assert [part.feeling for part in touchpoint.participations] == [2, -1, 2]
    assert window.document.history.undo_label == "Set feeling of Kick-off: Bad"


@pytest.mark.parametrize("way", [("Feeling", "Bad"), ("Involvement", "Approves")])
def test_of_a_selected_touchpoint_the_marker_that_is_clicked_is_meant(
    way: tuple[str, str], window: MainWindow
) -> None:
    assert window.document is not None
    canvas, journey = canvas_of(window), window.document.journey
    canvas.reveal("touch-kick-off")
    assert settled(canvas)
    window.document.select({"touch-kick-off"})
    canvas.selecting.stand("touch-kick-off", "role-cfo")
    before = journey.the(Touchpoint, "touch-kick-off").participations
    spot = next(s for s in canvas.stage.places.spots("touch-kick-off") if s.role == "role-it-manager")
    choose(right_click(window, QPointF(*canvas.camera.to_view(spot.x, spot.y)).toPoint()), *way)
    after = journey.the(Touchpoint, "touch-kick-off").participations
    assert [new.role for old, new in zip(before, after, strict=True) if old != new] == ["role-it-manager"]


def test_channel_participants_involvement_and_phase_are_chosen(window: MainWindow) -> None:
    assert window.document is not None
    journey = window.document.journey
    for way in (("Channel", "Email"), ("Who Takes Part", "Account manager"), ("Move into Phase", "Need"),
                ("Involvement", "Approves"), ("Moment of Truth",)):  # fmt: skip
        choose(right_click(window, point_of(window, "touch-budget-request")), *way)
    found = journey.the(Touchpoint, "touch-budget-request")
    assert (found.channel, found.moment_of_truth, found.start) == ("channel-email", True, 2)
    assert found.roles == ("role-it-manager", "role-account-manager")
    assert found.participations[0].involvement == "approves"
    assert len(window.document.history.labels) == 5


def test_a_link_changes_its_kind_turns_round_and_goes(window: MainWindow) -> None:
    assert window.document is not None
    canvas, journey = canvas_of(window), window.document.journey
    link = journey.all(Link)[0].id
    canvas.reveal(link)
    assert settled(canvas)
    pill = canvas.stage.places.outlines(link)[0]
    at = QPointF(*canvas.camera.to_view(pill.x + pill.width / 2, pill.y + pill.height / 2)).toPoint()
    choose(right_click(window, at), "Kind of Link", "Escalation")
    assert journey.the(Link, link).kind == "escalation"
    window.document.select((link,))
    window.action_set["reverse_link"].trigger()
    assert journey.the(Link, link).source == "touch-request-lands"
    window.action_set["delete"].trigger()
    assert journey.get(link) is None


def test_a_role_gets_a_colour_an_organisation_and_a_buying_role(window: MainWindow) -> None:
    assert window.document is not None
    for way in (("Colour", "Berry"), ("Organisation", "Servio"), ("Buying Role", "Decider")):
        choose(right_click(window, point_of(window, "role-cfo")), *way)
    role = window.document.journey.the(Role, "role-cfo")
    assert (role.colour, role.party, role.buying_roles) == ("#902559", "party-servio", ("decider",))


def test_a_role_is_hidden_shown_alone_and_moved(window: MainWindow) -> None:
    assert window.document is not None
    choose(right_click(window, point_of(window, "role-cfo")), "Move Down")
    assert [role.name for role in window.document.journey.all(Role)][:2] == ["IT manager", "CFO"]
    choose(right_click(window, point_of(window, "role-cfo")), "Hide Lane")
    assert "role-cfo" not in {role.id for role in window.document.shown_roles()}
    choose(right_click(window, point_of(window, "role-it-manager")), "Show Alone")
    assert [role.id for role in window.document.shown_roles()] == ["role-it-manager"]
    assert len(window.document.history.labels) == 1, "how one looks is no step"


def test_a_lane_offers_a_touchpoint_where_it_was_clicked(window: MainWindow) -> None:
    assert window.document is not None
    canvas = canvas_of(window)
    lane = next(lane for lane in canvas.stage.layout.lanes if lane.role == "role-cfo")
    at = QPointF(*canvas.camera.to_view(canvas.stage.x_of(4), lane.y + lane.height / 2)).toPoint()
    before = set(window.document.journey.all(Touchpoint))
    choose(right_click(window, at), "New Touchpoint")
    (new,) = set(window.document.journey.all(Touchpoint)) - before
    assert new.roles == ("role-cfo",)
    assert abs(new.start - 4) <= 0.5


def test_a_phase_is_split_at_the_pointer_and_merged_again(window: MainWindow) -> None:
    assert window.document is not None
    canvas, journey = canvas_of(window), window.document.journey
    canvas.reveal("phase-need")
    assert settled(canvas)
    x = canvas.camera.to_view(canvas.stage.x_of(6), 0)[0]
    band = canvas.stage.pins.band(canvas.camera)
    at = QPointF(x, band.start + 15).toPoint()
    choose(right_click(window, at), "Split Phase")
    assert [(found.start, found.end) for found in journey.all(Phase)][:2] == [(0, 6), (6, 8)]
    canvas.setFocus()
    choose(right_click(window, point_of(window, "phase-need")), "Merge with Next Phase")
    assert next((found.start, found.end) for found in journey.all(Phase)) == (0, 8)


def test_time_is_inserted_where_the_ruler_was_clicked(window: MainWindow, qtbot: QtBot) -> None:
    assert window.document is not None
    canvas = canvas_of(window)
    band = canvas.stage.pins.band(canvas.camera)
    at = QPointF(canvas.camera.to_view(canvas.stage.x_of(9), 0)[0], band.end - 5).toPoint()
    menu = right_click(window, at)
    assert words_in(menu)[:2] == ["Insert Time…", "Remove Time…"]
    choose(menu, "Insert Time…")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.keyClicks(dialog.length_field, "3 weeks")  # type: ignore[attr-defined]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert [found.start for found in window.document.journey.all(Touchpoint)] == [1, 5, 13, 16, 18]
    assert window.document.history.undo_label == "Insert 3 weeks"


def test_an_insight_becomes_another_kind(window: MainWindow) -> None:
    assert window.document is not None
    insight = window.document.journey.all(Insight)[0].id
    choose(right_click(window, point_of(window, insight)), "Kind of Insight", "Idea")
    assert window.document.journey.the(Insight, insight).kind == "idea"


@pytest.mark.parametrize("key", [Qt.Key.Key_Menu, Qt.Key.Key_F10])
def test_the_keyboard_opens_the_menu_where_it_is(window: MainWindow, key: Qt.Key) -> None:
    assert window.document is not None
    canvas = canvas_of(window)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    (record,) = window.document.selection
    held = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_F10 else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.windowHandle(), key, held)
    menu = opened()
    assert words_in(menu)[0] == "Rename"
    spot = canvas.keyboard_spot()
    assert spot is not None
    assert spot.touchpoint == record
    assert canvas.pointed == (spot.x, spot.y)


def test_here_is_the_keyboards_place_again_when_the_menu_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    canvas = canvas_of(window)
    menu = right_click(window, point_of(window, "role-cfo"))
    assert canvas.pointed is not None
    menu.close()
    qtbot.waitUntil(lambda: canvas.pointed is None)


def test_the_only_role_does_not_leave_a_touchpoint(window: MainWindow) -> None:
    assert window.document is not None
    before = window.document.journey.snapshot()
    choose(right_click(window, point_of(window, "touch-budget-request")), "Who Takes Part", "IT manager")
    assert window.document.journey.snapshot() == before
    assert "Nobody else takes part in Budget request." in window.messages.text


def test_entries_of_touchpoints_cannot_be_chosen_while_none_is_selected(window: MainWindow) -> None:
    assert window.document is not None
    parts = dynamic_menus.parts(window)
    for part in ("channels", "participants", "involvements", "into_phases", "link_kinds", "role_colours"):
        menu = QMenu(window)
        parts[part](menu)
        assert menu.actions()
        assert not [entry.text() for entry in menu.actions() if entry.isEnabled() and not entry.isSeparator()]
