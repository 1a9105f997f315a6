from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.model.change import Change
from app.model.edits import touchpoints
from app.model.edits.roles import add_role, rename_role
from app.model.journey import Journey
from app.model.parts import CustomField
from app.model.record import replaced
from app.model.records import Channel, Role, Touchpoint
from app.model.view import Filter
from app.widgets.transfer import mime
from tests.widgets.conftest import Program
from tests.widgets.docks.table.conftest import Desk, clipboard, put_on_clipboard
from tests.world import days, journey, role, touch

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ALL_TITLES = ["Tickets get lost", "Intro call", "Budget request", "Request lands", "Kick-off"]


def test_every_touchpoint_is_a_row_in_time(desk: Desk) -> None:
    assert desk.titles() == ALL_TITLES
    assert desk.table.bar.count.text() == "5 touchpoints"
    assert desk.table.model.rowCount() == 6


def test_typing_overwrites_and_enter_goes_down(desk: Desk) -> None:
    desk.at("Intro call", "title")
    desk.keys("Demo", Key.Key_Return)
    assert desk.titles()[1] == "Demo"
    assert desk.where() == ("Budget request", "title")
    assert desk.document.history.undo_label == "Change Title of “Intro call”"


def test_f2_goes_on_with_what_stands_there(desk: Desk) -> None:
    desk.at("Intro call", "title")
    desk.keys(Key.Key_F2, " two", Key.Key_Return)
    assert desk.titles()[1] == "Intro call two"


def test_escape_leaves_the_cell_as_it_was_and_then_the_table(desk: Desk) -> None:
    desk.at("Intro call", "title")
    desk.keys("Nonsense", Key.Key_Escape)
    assert desk.titles() == ALL_TITLES
    assert desk.view.hasFocus()
    desk.keys(Key.Key_Escape)
    assert desk.window.canvas is not None
    assert desk.window.canvas.hasFocus()


def test_tab_goes_right_and_enter_back_to_where_tab_began(desk: Desk) -> None:
    desk.at("Intro call", "start")
    desk.keys("6", Key.Key_Tab)
    assert desk.where() == ("Intro call", "duration")
    desk.keys("2 days", Key.Key_Tab)
    assert desk.where() == ("Intro call", "channel")
    desk.keys("Phone", Key.Key_Return)
    assert desk.where() == ("Budget request", "start")
    point = desk.touchpoint("Intro call")
    assert (point.start, point.duration) == (6, days(2))
    assert desk.journey.the(Channel, point.channel).name == "Phone"


def test_tab_at_the_end_of_a_row_goes_on_in_the_next(desk: Desk) -> None:
    shown = desk.view.shown_columns()
    desk.view.setCurrentIndex(desk.table.model.index(0, shown[-1]))
    desk.keys(Key.Key_Tab)
    assert desk.where() == ("Intro call", "title")
    desk.press(Key.Key_Tab, Modifier.ShiftModifier)
    assert desk.where()[0] == "Tickets get lost"


def test_a_bad_value_is_told_and_the_old_one_stays(desk: Desk) -> None:
    desk.at("Intro call", "start")
    desk.keys("soon", Key.Key_Return)
    assert desk.said() == "Start: “soon” is no place on the timeline. Write a number, as 12."
    assert desk.touchpoint("Intro call").start == 5
    assert not desk.document.history.can_undo


def test_names_complete_as_they_are_typed(desk: Desk) -> None:
    desk.at("Intro call", "channel")
    desk.keys("em", Key.Key_Return)
    assert desk.touchpoint("Intro call").channel == "channel-email"


def test_the_last_of_several_roles_completes_too(desk: Desk) -> None:
    desk.at("Request lands", "roles")
    desk.keys(Key.Key_F2, ", acc", Key.Key_Return)
    assert desk.touchpoint("Request lands").roles == ("role-cfo", "role-account-manager")


def test_a_stranger_among_the_roles_is_offered(desk: Desk) -> None:
    desk.at("Request lands", "roles")
    desk.keys("CFO, Fiona, Ben", Key.Key_Return)
    assert desk.said() == "There is no role “Fiona”."
    assert desk.touchpoint("Request lands").roles == ("role-cfo",)
    assert desk.window.messages.button.text() == "Add 2 Roles"
    desk.qtbot.mouseClick(desk.window.messages.button, Qt.MouseButton.LeftButton)
    assert len(desk.touchpoint("Request lands").roles) == 3
    assert [each.name for each in desk.journey.all(Role)][3:] == ["Fiona", "Ben"]
    desk.document.undo()
    assert len(desk.journey.all(Role)) == 3


def test_a_feeling_is_one_key(desk: Desk) -> None:
    desk.at("Request lands", "feeling role-cfo")
    desk.keys("2")
    assert desk.touchpoint("Request lands").participations[0].feeling == 2
    desk.keys("-1")
    desk.qtbot.waitUntil(lambda: not desk.view.is_editing())
    assert desk.touchpoint("Request lands").participations[0].feeling == -1
    desk.keys(Key.Key_Delete)
    assert desk.touchpoint("Request lands").participations[0].feeling is None


def test_a_feeling_for_several_rows_is_one_step(desk: Desk) -> None:
    place = desk.table.model.place_of("feeling role-it-manager")
    desk.view.setCurrentIndex(desk.table.model.index(0, place))
    for _ in range(2):
        desk.press(Key.Key_Down, Modifier.ShiftModifier)
    desk.keys("2")
    feelings = [desk.touchpoint(title).participation("role-it-manager") for title in ALL_TITLES[:3]]
    assert [part.feeling for part in feelings if part] == [2, 2, 2]
    assert desk.document.history.labels == ("Change IT manager of 3 touchpoints",)


def test_space_switches_a_moment_of_truth(desk: Desk) -> None:
    desk.at("Kick-off", "moment_of_truth")
    desk.keys(Key.Key_Space)
    assert desk.touchpoint("Kick-off").moment_of_truth
    desk.keys(Key.Key_Space)
    assert not desk.touchpoint("Kick-off").moment_of_truth


def test_several_lines_are_typed_with_shift_and_enter(desk: Desk) -> None:
    desk.at("Kick-off", "thought")
    desk.keys("Good.")
    desk.press(Key.Key_Return, Modifier.AltModifier)
    desk.keys("But late.", Key.Key_Return)
    lead = desk.touchpoint("Kick-off").participations[0]
    assert lead.thought == "Good.\nBut late."
    assert desk.view.hasFocus()


def test_the_last_row_makes_a_touchpoint_and_goes_on_in_it(desk: Desk) -> None:
    desk.at("", "title")
    desk.keys("Renewal", Key.Key_Tab)
    assert desk.where() == ("Renewal", "phase")
    point = desk.touchpoint("Renewal")
    assert point.start == 16
    desk.keys(Key.Key_Return)
    assert desk.where() == ("", "title")
    desk.keys("Next", Key.Key_Return, "Last", Key.Key_Return)
    assert desk.titles()[-3:] == ["Renewal", "Next", "Last"]


def test_the_first_row_of_a_blank_journey_makes_a_role_too(desk_of: Callable[[Journey], Desk]) -> None:
    desk = desk_of(journey())
    desk.at("", "title")
    desk.keys("Begin", Key.Key_Return)
    assert desk.titles() == ["Begin"]
    assert [each.name for each in desk.journey.all(Role)] == ["Unassigned"]


def test_delete_clears_cells_and_whole_rows_remove_touchpoints(desk: Desk) -> None:
    desk.at("Intro call", "title")
    desk.keys(Key.Key_Delete)
    assert desk.titles()[1] == ""
    desk.document.undo()
    desk.view.selectRow(1)
    desk.keys(Key.Key_Delete)
    assert desk.titles() == [title for title in ALL_TITLES if title != "Intro call"]
    desk.document.undo()
    assert desk.titles() == ALL_TITLES


def test_what_cannot_be_empty_stays_and_is_told(desk: Desk) -> None:
    desk.at("Intro call", "start")
    desk.keys(Key.Key_Delete)
    assert desk.said() == "“Start” cannot be empty."


def test_what_is_selected_in_the_table_is_selected_on_the_map(desk: Desk) -> None:
    desk.at("Intro call", "title")
    assert desk.document.selection == {"touch-intro-call"}
    desk.press(Key.Key_Down, Modifier.ShiftModifier)
    assert desk.document.selection == {"touch-intro-call", "touch-budget-request"}


def test_what_is_selected_on_the_map_is_selected_in_the_table(desk: Desk) -> None:
    desk.document.select(("touch-kick-off", "touch-intro-call"))
    assert desk.view.selected_rows() == [1, 4]
    assert desk.view.has_whole_rows()
    desk.document.select(("role-cfo",))
    assert desk.view.selected_rows() == []


def test_a_click_on_a_header_sorts_and_the_third_ends_it(desk: Desk) -> None:
    header, place = desk.view.horizontalHeader(), desk.table.model.place_of("title")

    def click() -> None:
        at = QPoint(header.sectionViewportPosition(place) + 20, 10)
        desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click()
    assert desk.titles() == sorted(ALL_TITLES)
    click()
    assert desk.titles() == sorted(ALL_TITLES, reverse=True)
    click()
    assert desk.titles() == ALL_TITLES


def test_the_row_one_works_in_goes_to_its_place_when_it_is_left(desk: Desk) -> None:
    desk.at("Intro call", "start")
    desk.keys("14", Key.Key_Tab)
    assert desk.titles() == ALL_TITLES
    assert desk.where() == ("Intro call", "duration")
    desk.keys(Key.Key_Up)
    desk.qtbot.waitUntil(lambda: desk.titles() != ALL_TITLES)
    assert desk.titles() == ["Tickets get lost", "Budget request", "Request lands", "Intro call", "Kick-off"]
    assert desk.where() == ("Tickets get lost", "duration")


def test_a_change_on_the_map_moves_the_row_at_once(desk: Desk) -> None:
    desk.document.do(touchpoints.move_touchpoints(desk.journey, ["touch-intro-call"], 9))
    assert desk.titles() == ["Tickets get lost", "Budget request", "Request lands", "Intro call", "Kick-off"]
    desk.document.do(touchpoints.remove_touchpoints(desk.journey, ["touch-request-lands"]))
    desk.document.do(touchpoints.add_touchpoint(desk.journey, ["role-cfo"], 2, "New"))
    assert desk.titles() == ["Tickets get lost", "New", "Budget request", "Intro call", "Kick-off"]
    desk.document.undo()
    desk.document.undo()
    desk.document.undo()
    assert desk.titles() == ALL_TITLES


def test_the_filter_finds_words_in_any_column(desk: Desk) -> None:
    desk.qtbot.keyClicks(desk.table.bar.filter, "purchase cfo")
    desk.qtbot.waitUntil(lambda: desk.titles() == ["Request lands", "Kick-off"])
    assert desk.table.bar.count.text() == "2 of 5 touchpoints"
    desk.table.bar.filter.clear()
    desk.qtbot.waitUntil(lambda: desk.titles() == ALL_TITLES)


def test_the_filter_of_the_map_and_hidden_roles_hold_in_the_table(desk: Desk) -> None:
    state = desk.document.view_state
    state.look(replaced(state.view, filter=Filter(roles=("role-cfo",))))
    assert desk.titles() == ["Request lands", "Kick-off"]
    state.look(replaced(state.view, filter=Filter()))
    state.show_role("role-it-manager", is_shown=False)
    assert desk.titles() == ["Intro call", "Request lands", "Kick-off"]
    assert desk.view.isColumnHidden(desk.table.model.place_of("feeling role-it-manager"))


def test_new_roles_and_own_fields_get_columns_and_the_cursor_stays(desk: Desk) -> None:
    desk.at("Intro call", "roles")
    desk.document.do(add_role(desk.journey, "Auditor"))
    assert "Auditor" in [column.title for column in desk.table.model.columns]
    assert desk.where() == ("Intro call", "roles")
    desk.document.do(rename_role(desk.journey, "role-cfo", "Boss"))
    assert (
        desk.table.model.headerData(desk.table.model.place_of("feeling role-cfo"), Qt.Orientation.Horizontal)
        == "Boss"
    )
    assert desk.table.model.text(3, desk.table.model.place_of("roles")) == "Boss"
    own = replaced(desk.touchpoint("Kick-off"), custom=(CustomField(name="Cost", value="3"),))
    desk.window.do(lambda _journey: Change((own,)))
    assert desk.table.model.columns[-1].title == "Cost"


def test_columns_are_hidden_moved_and_sized_for_good(
    desk: Desk, program: Program, small_file: object
) -> None:
    menu = desk.table.bar.columns_button.menu()
    menu.aboutToShow.emit()
    entry = next(action for action in menu.actions() if action.text().replace("&", "") == "Channel")
    assert entry.isChecked()
    entry.trigger()
    header = desk.view.horizontalHeader()
    title, roles = desk.table.model.place_of("title"), desk.table.model.place_of("roles")
    header.moveSection(header.visualIndex(roles), 0)
    header.resizeSection(title, 333)
    desk.table.heads.keep()
    desk.document.do(add_role(desk.journey, "Auditor"))  # all columns are made anew
    assert desk.view.isColumnHidden(desk.table.model.place_of("channel"))
    assert header.visualIndex(desk.table.model.place_of("roles")) == 0
    assert desk.view.columnWidth(title) == 333
    kept = desk.window.session.settings.table
    assert kept.hidden == ("channel",)
    assert kept.order[0] == "roles"
    assert kept.widths["title"] == 333


def test_a_cell_offers_its_choices_by_double_click(desk: Desk) -> None:
    index = desk.table.model.index(1, desk.table.model.place_of("feeling role-it-manager"))
    desk.view.scrollTo(index)
    desk.qtbot.mouseDClick(
        desk.view.viewport(), Qt.MouseButton.LeftButton, pos=desk.view.visualRect(index).center()
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith("−2")).trigger()
    menu.close()
    part = desk.touchpoint("Intro call").participation("role-it-manager")
    assert part is not None
    assert part.feeling == -2


def test_cells_are_copied_as_a_block(desk: Desk) -> None:
    desk.at("Intro call", "title")
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down):
        desk.press(key, Modifier.ShiftModifier)
    desk.press(Key.Key_C, Modifier.ControlModifier)
    assert clipboard() == "Intro call\tNeed\t5\r\nBudget request\tPurchase\t10\r\n"
    data = QGuiApplication.clipboard().mimeData()
    assert "<td" in data.html()
    assert not data.hasFormat(mime.MEDIA_TYPE)


def test_whole_rows_are_copied_with_a_row_of_titles_and_as_touchpoints(desk: Desk) -> None:
    desk.view.selectRow(3)
    desk.press(Key.Key_C, Modifier.ControlModifier)
    lines = clipboard().split("\r\n")
    assert lines[0].startswith("Title\tPhase\tStart")
    assert lines[1].startswith("Request lands\tPurchase\t13")
    assert QGuiApplication.clipboard().mimeData().hasFormat(mime.MEDIA_TYPE)


def test_a_pasted_block_changes_rows_and_adds_the_rest_as_one_step(desk: Desk) -> None:
    put_on_clipboard("A\tNeed\t1\nB\t\t2\nC\tPurchase\t12\n")
    desk.at("Request lands", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert sorted(desk.titles()) == sorted([*ALL_TITLES[:3], "A", "B", "C"])
    assert desk.said() == "2 touchpoints were changed. 1 touchpoint was added."
    assert {desk.journey.get(each).title for each in desk.document.selection} == {"A", "B", "C"}  # type: ignore[union-attr]
    assert len(desk.document.history.labels) == 1
    desk.qtbot.mouseClick(desk.window.messages.button, Qt.MouseButton.LeftButton)
    assert desk.titles() == ALL_TITLES


def test_a_block_with_titles_goes_to_its_columns(desk: Desk) -> None:
    put_on_clipboard("When\tTouchpoint\tCFO\tCost\n20\tRenewal\t-2\t40 k\n")
    desk.at("", "roles")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    point = desk.touchpoint("Renewal")
    assert (point.start, point.roles, point.participations[0].feeling) == (20, ("role-cfo",), -2)
    assert point.custom == (CustomField(name="Cost", value="40 k"),)
    assert desk.said() == "1 touchpoint was added. New field: “Cost”."


def test_a_block_with_a_bad_cell_is_refused_as_a_whole(desk: Desk) -> None:
    put_on_clipboard("A\tNeed\t1\nB\tNeed\tlater\n")
    desk.at("Request lands", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert desk.titles() == ALL_TITLES
    assert desk.said() == (
        "Nothing was pasted. Row 2, Start: “later” is no place on the timeline. Write a number, as 12."
    )


def test_one_cell_fills_all_that_is_selected(desk: Desk) -> None:
    put_on_clipboard("Email")
    place = desk.table.model.place_of("channel")
    desk.view.setCurrentIndex(desk.table.model.index(0, place))
    for _ in range(2):
        desk.press(Key.Key_Down, Modifier.ShiftModifier)
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert [each.channel for each in desk.journey.all(Touchpoint)] == ["channel-email"] * 3 + ["", ""]


def test_strangers_in_a_block_are_asked_for(desk: Desk) -> None:
    put_on_clipboard("Title\tRoles\nAudit\tIT managers, Fiona\n")
    desk.at("", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    choices = dialog.choices  # type: ignore[attr-defined]
    assert {name: choice.currentText() for name, choice in choices.items()} == {
        "IT managers": "IT manager", "Fiona": "Add as a new role",
    }  # fmt: skip
    QTest.keyClick(dialog, Key.Key_Return)
    assert [desk.journey.the(Role, each).name for each in desk.touchpoint("Audit").roles] == [
        "IT manager",
        "Fiona",
    ]


def test_leaving_the_question_pastes_nothing(desk: Desk) -> None:
    put_on_clipboard("Title\tRoles\nAudit\tFiona\n")
    desk.at("", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClick(dialog, Key.Key_Escape)
    assert desk.titles() == ALL_TITLES


def test_rows_cut_here_can_be_pasted_in_the_empty_row_with_all_they_have(desk: Desk) -> None:
    desk.view.selectRow(4)
    desk.press(Key.Key_X, Modifier.ControlModifier)
    assert desk.titles() == ALL_TITLES[:4]
    desk.at("", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    kick_off = desk.touchpoint("Kick-off")
    assert kick_off.origin == "touch-kick-off"
    assert [part.feeling for part in kick_off.participations] == [2, 2, 2]


def test_nothing_useful_on_the_clipboard_is_told(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.at("Intro call", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert "nothing on the clipboard" in desk.said()


def test_a_hidden_table_does_nothing_and_catches_up(desk: Desk) -> None:
    desk.window.action_set["table"].trigger()
    desk.document.do(touchpoints.remove_touchpoints(desk.journey, ["touch-kick-off"]))
    assert len(desk.table.model.rows.ids) == 5
    desk.window.action_set["table"].trigger()
    assert desk.titles() == ALL_TITLES[:4]


def test_the_menus_copy_is_the_tables_while_the_keyboard_is_in_it(desk: Desk) -> None:
    desk.at("Intro call", "title")
    desk.window.action_set["copy"].trigger()
    assert clipboard() == "Intro call\r\n"


@pytest.mark.parametrize("title", ["x" * 300, "مرحبا بالعالم", "契約の見直し 🚀", "<b>&amp;</b>", "=1+1"])
def test_any_title_is_shown_copied_and_pasted(desk_of: Callable[[Journey], Desk], title: str) -> None:
    desk = desk_of(journey(role("IT"), touch("A", "IT", at=0)))
    put_on_clipboard(title)
    desk.at("A", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert desk.titles() == [title]
    desk.window.grab()
    desk.press(Key.Key_C, Modifier.ControlModifier)
    assert clipboard() == f"{title}\r\n"


def test_the_map_shows_where_the_cursor_rests(desk: Desk) -> None:
    canvas = desk.window.canvas
    assert canvas is not None
    canvas.zoom_to(2.0)
    for title in ("Kick-off", "Tickets get lost"):
        desk.at(title, "title")
        spot = canvas.stage.places.spots(desk.touchpoint(title).id)[0]

        def is_seen(x: float = spot.x) -> bool:
            return canvas.eye.seen().x < x < canvas.eye.seen().right and not canvas.eye.is_flying

        desk.qtbot.waitUntil(is_seen)


def test_lines_pasted_into_a_cell_that_is_being_edited_are_one(desk: Desk) -> None:
    desk.at("Intro call", "title")
    desk.keys(Key.Key_F2)
    put_on_clipboard(", again\nand again")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    desk.keys(Key.Key_Return)
    assert desk.titles()[1] == "Intro call, again and again"


def test_a_right_click_offers_what_can_be_done_with_cells(desk: Desk) -> None:
    index = desk.table.model.index(1, desk.table.model.place_of("title"))
    desk.view.customContextMenuRequested.emit(desk.view.visualRect(index).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert desk.where() == ("Intro call", "title")
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert texts == ["Cut", "Copy", "Paste", "Duplicate", "Clear Cells", "Remove Touchpoints"]
    menu.actions()[-1].trigger()
    menu.close()
    assert "Intro call" not in desk.titles()


def test_many_roles_are_counted_where_they_find_no_room(desk_of: Callable[[Journey], Desk]) -> None:
    desk = desk_of(journey(touch("A", *(f"A role with a long name {n}" for n in range(12)), at=0)))
    desk.window.grab()
    assert desk.table.model.text(0, desk.table.model.place_of("roles")).count(",") == 11


def test_undo_in_the_message_takes_back_the_paste_only_while_it_is_the_last_step(desk: Desk) -> None:
    put_on_clipboard("A\n")
    desk.at("Intro call", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    desk.document.do(rename_role(desk.journey, "role-cfo", "Boss"))
    desk.window.messages.button.click()
    assert desk.journey.the(Role, "role-cfo").name == "Boss"
    assert desk.titles()[1] == "A"


def test_new_columns_leave_a_single_cell_selected(desk: Desk) -> None:
    """Else the next Delete would take the touchpoint and not the word."""
    desk.at("Intro call", "title")
    desk.document.do(add_role(desk.journey, "Auditor"))
    desk.keys(Key.Key_Delete)
    assert desk.titles()[1] == ""
    assert len(desk.titles()) == 5


def test_a_pasted_word_leaves_its_cell_selected(desk: Desk) -> None:
    put_on_clipboard("Demo")
    desk.at("Intro call", "title")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    desk.keys(Key.Key_Delete)
    assert desk.titles()[1] == ""
    assert len(desk.titles()) == 5


def test_titles_stay_in_sight_when_the_table_is_scrolled_to_the_right(desk: Desk) -> None:
    titles, bar = desk.table.titles, desk.view.horizontalScrollBar()
    assert not titles.isVisible()
    bar.setValue(400)
    assert titles.isVisible()
    assert titles.x() == desk.view.viewport().x()
    row = titles.visualRect(titles.model().index(2, desk.table.model.place_of("title")))
    assert row.y() == desk.view.rowViewportPosition(2)
    QTest.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert desk.document.selection == {"touch-budget-request"}
    bar.setValue(0)
    assert not titles.isVisible()


def test_the_cursor_is_never_under_the_titles(desk: Desk) -> None:
    shown = desk.view.shown_columns()
    desk.view.setCurrentIndex(desk.table.model.index(1, shown[-1]))
    for _ in shown[2:]:
        desk.keys(Key.Key_Left)
        box = desk.view.visualRect(desk.view.currentIndex())
        assert box.left() >= desk.view.covered_px or desk.where()[1] == "title"
    assert desk.where()[1] == desk.table.model.columns[shown[1]].key


def test_a_title_is_typed_where_it_stays(desk: Desk) -> None:
    desk.view.horizontalScrollBar().setValue(400)
    titles = desk.table.titles
    row = titles.visualRect(titles.model().index(1, desk.table.model.place_of("title")))
    QTest.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QTest.mouseDClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    desk.keys(" again", Key.Key_Return)
    assert desk.titles()[1] == "Intro call again"
