from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.drawing.palette import looks_of
from app.drawing.tokens import DARK, LIGHT
from app.files import native
from app.model.edits import insights, roles
from app.model.records import Insight, Person, Phase, Role, SavedView, ServiceLevel, Touchpoint
from app.widgets.docks.outline.entries import SECTIONS, Entry
from app.widgets.docks.outline.panel import Outline
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program
from tests.world import journey, role, touch

LEFT = Qt.MouseButton.LeftButton
NO_KEY, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
Key = Qt.Key


class Hands:
    """A person's hands on the outline of a window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        found = window.panels.widget("outline")
        assert isinstance(found, Outline)
        assert window.document is not None
        self.window, self.qtbot = window, qtbot
        self.outline: Outline = found
        self.document: Document = window.document
        self.list = self.outline.view

    def names(self) -> list[str]:
        return [entry.text for entry in self.outline.rows]

    def row(self, name: str, section: str = "") -> int:
        rows = self.outline.rows
        return next(i for i, e in enumerate(rows) if e.text == name and section in ("", e.section))

    def at(self, name: str, section: str = "", right: int = 0, low: bool = False) -> QPoint:
        rect = self.list.visualRect(self.list.model().index(self.row(name, section), 0))
        x = rect.right() - right if right else 90
        return QPoint(x, rect.bottom() - 3 if low else rect.center().y() + 2)

    def click(self, name: str, keys: Qt.KeyboardModifier = NO_KEY, right: int = 0, section: str = "") -> None:
        QTest.mouseClick(self.list.viewport(), LEFT, keys, self.at(name, section, right))

    def eye(self, name: str) -> None:
        self.click(name, right=20)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.list, key, keys)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        QTest.keyClicks(focus, text)
        QTest.keyClick(focus, Key.Key_Return)
        QApplication.processEvents()

    def drag(self, name: str, onto: str, low: bool = True, let_go: bool = True) -> None:
        viewport, start, end = self.list.viewport(), self.at(name), self.at(onto, low=low)
        QTest.mousePress(viewport, LEFT, NO_KEY, start)
        for step in range(1, 6):
            QTest.mouseMove(viewport, start + (end - start) * (step / 5))
        if let_go:
            QTest.mouseRelease(viewport, LEFT, NO_KEY, end)

    def roles(self) -> list[str]:
        return [role.name for role in self.document.journey.all(Role)]

    def selected(self) -> set[str]:
        records = map(self.document.journey.get, self.document.selection)
        return {
            getattr(each, "name", "") or getattr(each, "title", "") or getattr(each, "text", "")
            for each in records
        }


Take = Callable[..., Hands]


@pytest.fixture
def take(program: Program, small_file: Path, qtbot: QtBot) -> Hands:
    """Hands on the outline of the small journey."""
    window = program.open(small_file)
    window.resize(1200, 900)
    hands = Hands(window, qtbot)
    hands.list.setFocus()
    return hands


def test_it_lists_roles_by_organisation_phases_and_insights(take: Hands) -> None:
    assert take.names()[:10] == [
        "Roles", "Northwind", "CFO", "IT manager", "Servio, supplier", "Account manager", "Phases", "Need", "Purchase",
        "Insights",
    ]  # fmt: skip


def test_an_eye_hides_and_shows_a_lane(take: Hands) -> None:
    take.eye("CFO")
    assert [role.name for role in take.document.shown_roles()] == ["IT manager", "Account manager"]
    assert take.selected() == set()
    take.eye("CFO")
    assert len(take.document.shown_roles()) == 3


def test_a_role_is_soloed_and_the_solo_ends_by_the_same_button(take: Hands) -> None:
    take.click("IT manager", right=44)
    assert [role.name for role in take.document.shown_roles()] == ["IT manager"]
    take.click("IT manager", right=44)
    assert len(take.document.shown_roles()) == 3


def test_a_click_selects_and_shift_and_ctrl_select_several(take: Hands) -> None:
    take.click("Purchase")
    assert take.selected() == {"Purchase"}
    take.click("CFO")
    take.click("Account manager", SHIFT)
    assert take.selected() == {"CFO", "IT manager", "Account manager"}
    take.click("IT manager", CONTROL)
    assert take.selected() == {"CFO", "Account manager"}
    take.click("CFO")
    assert take.selected() == {"CFO"}


def test_a_click_on_a_hidden_role_shows_it(take: Hands) -> None:
    first = take.document.journey.all(Role)[0]
    take.document.view_state.show_role(first.id, is_shown=False)
    take.click("CFO")
    assert first in take.document.shown_roles()


def test_what_is_selected_elsewhere_is_selected_here(take: Hands) -> None:
    roles = take.document.journey.all(Role)
    take.document.select((roles[2].id, roles[0].id))
    assert [entry.text for entry in take.list.chosen_entries()] == ["CFO", "Account manager"]
    take.document.select(())
    assert take.list.chosen_entries() == []


def test_arrows_go_from_line_to_line(take: Hands) -> None:
    take.click("CFO")
    take.press(Key.Key_Down)
    assert take.selected() == {"IT manager"}
    take.press(Key.Key_Down)
    take.press(Key.Key_Down)
    assert take.selected() == {"Account manager"}


def test_left_goes_to_the_heading_and_folds_it_and_right_unfolds(take: Hands) -> None:
    take.click("Need")
    take.press(Key.Key_Left)
    take.press(Key.Key_Left)
    assert "Need" not in take.names()
    take.press(Key.Key_Right)
    assert "Need" in take.names()


def test_a_click_on_a_heading_folds_and_unfolds(take: Hands) -> None:
    take.click("Roles")
    assert "CFO" not in take.names()
    take.click("Roles")
    take.click("1 pain point")
    assert "Nobody told the CFO" in take.names()
    take.click("Nobody told the CFO")
    assert take.document.selection == {take.document.journey.all(Insight)[0].id}


def test_typed_letters_go_to_the_line_that_begins_so(take: Hands) -> None:
    take.click("CFO")
    QTest.keyClicks(take.list, "pur")
    assert take.selected() == {"Purchase"}


def test_f2_renames_in_place_and_it_is_one_step_with_a_name(take: Hands) -> None:
    take.click("CFO")
    take.press(Key.Key_F2)
    take.type("Treasurer")
    assert take.roles()[0] == "Treasurer"
    assert "Treasurer" in take.names()
    assert take.document.history.undo_label == "Rename role Treasurer"
    take.document.undo()
    assert take.roles()[0] == "CFO"


def test_a_double_click_renames_and_esc_leaves_the_name(take: Hands) -> None:
    take.click("Need")
    QTest.mouseDClick(take.list.viewport(), LEFT, NO_KEY, take.at("Need"))
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, "Nothing")
    QTest.keyClick(focus, Key.Key_Escape)
    assert take.document.journey.all(Phase)[0].name == "Need"
    assert not take.document.history.can_undo


def test_an_empty_name_is_no_change_and_one_too_long_is_refused_with_a_sentence(take: Hands) -> None:
    take.click("CFO")
    take.press(Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Backspace)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert take.roles()[0] == "CFO"
    assert not take.document.history.can_undo
    take.outline.acts.rename(take.document.journey.all(Role)[0].id, "x" * 5000)
    assert take.roles()[0] == "CFO"
    assert take.window.messages.kind == "error"


def test_a_role_is_dragged_to_another_place_and_organisation_in_one_step(take: Hands) -> None:
    take.drag("CFO", "Account manager")
    assert take.roles() == ["IT manager", "Account manager", "CFO"]
    moved = take.document.journey.all(Role)[2]
    assert moved.party == take.document.journey.all(Role)[1].party
    assert take.document.history.place == 1
    assert take.selected() == {"CFO"}


def test_esc_drops_what_is_dragged_where_it_was(take: Hands) -> None:
    before = take.document.journey.snapshot()
    take.drag("CFO", "Account manager", let_go=False)
    assert take.list.dragging.gap is not None
    take.press(Key.Key_Escape)
    QTest.mouseRelease(take.list.viewport(), LEFT, NO_KEY, take.at("Account manager"))
    assert take.document.journey.snapshot() == before


def test_several_roles_are_dragged_together(take: Hands) -> None:
    take.click("CFO")
    take.click("IT manager", SHIFT)
    take.drag("CFO", "Account manager")
    assert take.roles() == ["Account manager", "CFO", "IT manager"]


def test_a_phase_is_dragged_with_its_touchpoints(take: Hands) -> None:
    take.drag("Need", "Purchase")
    assert [phase.name for phase in take.document.journey.all(Phase)] == ["Purchase", "Need"]
    starts = {each.title: each.start for each in take.document.journey.all(Touchpoint)}
    assert starts["Tickets get lost"] == 9
    assert starts["Kick-off"] == 7


def test_nothing_is_dropped_in_another_section(take: Hands) -> None:
    take.drag("CFO", "Purchase")
    assert not take.document.history.can_undo


def test_ctrl_up_and_down_move_lines(take: Hands) -> None:
    take.click("IT manager")
    take.press(Key.Key_Up, CONTROL)
    assert take.roles() == ["IT manager", "CFO", "Account manager"]
    take.press(Key.Key_Down, CONTROL)
    assert take.roles()[0] == "CFO"
    assert take.selected() == {"IT manager"}


def test_delete_says_what_went_with_it_and_offers_to_undo_it(take: Hands) -> None:
    take.click("IT manager")
    take.press(Key.Key_Delete)
    assert take.roles() == ["CFO", "Account manager"]
    assert take.window.messages.text == (
        "With “IT manager” these went too: 2 touchpoints, 1 link, parts in 2 touchpoints."
    )
    QTest.mouseClick(take.window.messages.button, LEFT)
    assert take.roles() == ["CFO", "IT manager", "Account manager"]


def test_space_hides_all_selected_roles_at_once(take: Hands) -> None:
    take.click("CFO")
    take.click("IT manager", SHIFT)
    take.press(Key.Key_Space)
    assert [role.name for role in take.document.shown_roles()] == ["Account manager"]
    take.press(Key.Key_Space)
    assert len(take.document.shown_roles()) == 3


@pytest.mark.parametrize(
    ("section", "kind"), [("Roles", Role), ("Phases", Phase), ("People", Person), ("Saved views", SavedView)]
)
def test_plus_adds_one_and_its_name_is_typed_at_once_as_the_same_step(
    take: Hands, section: str, kind: type[Role]
) -> None:
    before = len(take.document.journey.all(kind))
    take.list.scrollTo(take.list.model().index(take.row(section), 0))
    take.click(section, right=20)
    take.type("Something new")
    names = [each.name for each in take.document.journey.all(kind)]
    assert len(names) == before + 1
    assert "Something new" in names
    assert take.document.history.place == 1
    assert take.document.history.undo_label.endswith("Something new")
    assert take.document.history.undo_label.split()[0] in ("Add", "Save")
    take.document.undo()
    assert len(take.document.journey.all(kind)) == before


def test_a_new_role_stands_below_the_one_that_is_selected_in_its_organisation(take: Hands) -> None:
    take.click("CFO")
    take.press(Key.Key_Insert)
    take.type("Controller")
    assert take.roles() == ["CFO", "Controller", "IT manager", "Account manager"]
    assert take.document.journey.all(Role)[1].party == take.document.journey.all(Role)[0].party


def test_search_filters_and_esc_ends_it(take: Hands) -> None:
    take.outline.search.setFocus()
    QTest.keyClicks(take.outline.search, "manager")
    assert take.names() == ["Roles", "Northwind", "IT manager", "Servio, supplier", "Account manager"]
    QTest.keyClick(take.outline.search, Key.Key_Down)
    assert take.list.hasFocus()
    take.outline.search.setFocus()
    QTest.keyClick(take.outline.search, Key.Key_Escape)
    assert len(take.names()) > 10


def test_a_view_is_saved_applied_updated_and_removed(take: Hands) -> None:
    state = take.document.view_state
    state.set_detail("compact")
    take.click("Saved views", right=20)
    take.type("Board meeting")
    state.set_detail("full")
    take.eye("CFO")
    take.click("Board meeting", right=20)
    assert state.view.detail == "compact"
    assert not state.view.hidden_roles
    state.set_spacing("even")
    saved = take.document.journey.all(SavedView)[0]
    take.outline.acts.update_view(saved.id)
    assert take.document.journey.all(SavedView)[0].view.spacing == "even"
    assert take.document.history.undo_label == "Update view Board meeting"
    take.click("Board meeting")
    take.press(Key.Key_Delete)
    assert take.document.journey.all(SavedView) == ()


def test_the_context_menu_does_the_same(take: Hands) -> None:
    at = take.at("CFO")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, take.list.viewport().mapToGlobal(at))
    QApplication.sendEvent(take.list.viewport(), event)
    menu = take.outline.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    entries = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert list(entries) == [
        "Hide", "Show Only This", "Colour", "Organisation", "Buying Role", "Select Its Touchpoints", "Rename", "Move Up",
        "Move Down", "Add Role", "Delete",
    ]  # fmt: skip
    menu.hide()
    entries["Select Its Touchpoints"].trigger()
    assert take.selected() == {"Request lands", "Kick-off"}
    take.click("CFO")
    colours = entries["Colour"].menu()
    assert isinstance(colours, QMenu)
    colours.actions()[2].trigger()
    assert take.document.history.undo_label == "Recolour role CFO"


def test_a_hidden_outline_catches_up_when_it_is_shown(take: Hands) -> None:
    take.window.commands.looking.switch_panel("outline")
    take.outline.acts.rename(take.document.journey.all(Role)[0].id, "Treasurer")
    assert "Treasurer" not in take.names()
    take.window.commands.looking.switch_panel("outline")
    assert "Treasurer" in take.names()


def test_renaming_one_of_500_roles_tells_of_one_line(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    many = journey(*(role(f"Role {number}") for number in range(500)), touch("Start", "Role 1", at=1))
    path = tmp_path / "many.journey"
    path.write_bytes(native.dump(many))
    hands = Hands(program.open(path), qtbot)
    told: list[int] = []
    model = hands.list.model()
    model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: told.append(-1))
    model.rowsRemoved.connect(lambda: told.append(-2))
    third = hands.document.journey.all(Role)[2]
    hands.outline.acts.rename(third.id, "Somebody")
    assert told == [hands.row("Somebody")]


def test_lines_have_names_for_screen_readers(take: Hands) -> None:
    model = take.list.model()
    words = model.data(model.index(take.row("Need"), 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Need, 0 to 8"
    assert take.list.accessibleName()
    assert take.outline.search.accessibleName()


def test_a_view_applied_after_its_only_role_is_gone_shows_what_there_is(take: Hands) -> None:
    state = take.document.view_state
    state.solo("role-cfo")
    take.click("Saved views", right=20)
    take.type("Only the CFO")
    state.show_all_roles()
    take.click("CFO")
    take.press(Key.Key_Delete)
    take.document.apply_view(take.document.journey.all(SavedView)[0].id)
    assert [role.name for role in take.document.shown_roles()] == ["IT manager", "Account manager"]


def test_a_role_that_moves_keeps_its_colour(take: Hands) -> None:
    def colour(name: str) -> str:
        there = take.document.journey
        role = next(role for role in there.all(Role) if role.name == name)
        return looks_of(there, LIGHT)[role.id].colour

    before = {name: colour(name) for name in take.roles()}
    take.drag("CFO", "Account manager")
    assert {name: colour(name) for name in take.roles()} == before


def test_a_view_is_saved_by_the_menu_even_when_the_outline_is_hidden(take: Hands) -> None:
    take.window.commands.looking.switch_panel("outline")
    take.document.view_state.set_detail("full")
    take.window.action_set["save_view"].trigger()
    take.type("All of it")
    saved = take.document.journey.all(SavedView)
    assert [(each.name, each.view.detail) for each in saved] == [("All of it", "full")]
    assert take.document.history.undo_label == "Save view All of it"


def test_a_line_renamed_so_that_it_is_no_more_searched_for_goes(take: Hands) -> None:
    QTest.keyClicks(take.outline.search, "cfo")
    take.list.setFocus()
    take.click("CFO")
    take.press(Key.Key_F2)
    take.type("Treasurer")
    assert take.roles()[0] == "Treasurer"
    assert "Treasurer" not in take.names()
    take.outline.search.clear()
    assert "Treasurer" in take.names()


def test_what_is_renamed_while_it_goes_elsewhere_is_gone_quietly(take: Hands, qtbot: QtBot) -> None:
    take.click("CFO")
    take.press(Key.Key_F2)
    take.outline.acts.remove(["role-cfo"])
    qtbot.wait(20)
    assert "CFO" not in take.names()
    assert take.roles() == ["IT manager", "Account manager"]


def test_what_is_folded_stays_so_over_edits_and_in_the_next_program(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    hands = Hands(program.open(small_file), qtbot)
    hands.click("Phases")
    hands.click("1 pain point")
    hands.document.do(roles.rename_role(hands.document.journey, "role-cfo", "Treasurer"))
    assert "Need" not in hands.names()
    assert "Nobody told the CFO" in hands.names()
    assert program.session is not None
    program.close()
    again = Hands(program.open(small_file, settings=program.session.settings), qtbot)
    assert "Treasurer" not in again.names()
    assert "Need" not in again.names()
    assert "Nobody told the CFO" in again.names()


def test_a_change_of_the_theme_folds_and_unfolds_nothing(take: Hands) -> None:
    take.click("Phases")
    take.outline.wear(DARK)
    assert "Need" not in take.names()


def add_by_plus(take: Hands, section: str) -> None:
    """Press the plus at the end of a heading."""
    take.list.scrollTo(take.list.model().index(take.row(section), 0))
    take.click(section, right=20, section="")


def choose_kind(name: str) -> None:
    """Choose in the menu of kinds by keys."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(each for each in menu.actions() if each.text().replace("&", "") == name))
    QTest.keyClick(menu, Key.Key_Return)


def test_the_plus_of_a_group_adds_an_insight_of_its_kind(take: Hands) -> None:
    take.document.select((take.document.journey.all(Touchpoint)[0].id,))
    take.document.do(
        insights.pin_insight(
            take.document.journey, "idea", take.document.journey.all(Role)[0].id, text="Call"
        )
    )
    add_by_plus(take, "1 idea")
    take.type("Write")
    assert [(each.kind, each.text) for each in take.document.journey.all(Insight)][1:] == [
        ("idea", "Call"), ("idea", "Write"),
    ]  # fmt: skip


def test_an_insight_is_added_to_what_is_selected_and_its_words_are_typed(take: Hands) -> None:
    kick_off = next(each for each in take.document.journey.all(Touchpoint) if each.title == "Kick-off")
    take.document.select((kick_off.id,))
    steps = take.document.history.place
    add_by_plus(take, "Insights")
    choose_kind("Pain point")
    take.type("Too many people")
    new = next(each for each in take.document.journey.all(Insight) if each.text == "Too many people")
    assert [ref.id for ref in new.refs] == [kick_off.id]
    assert new.kind == "pain"
    assert take.document.history.place == steps + 1
    assert "Too many people" in take.names()
    assert take.document.selection == {new.id}


def test_an_insight_added_beside_another_is_of_its_kind_and_about_the_same(take: Hands) -> None:
    take.click("1 pain point")
    take.click("Nobody told the CFO")
    take.press(Key.Key_Insert)
    take.type("Nobody asked either")
    old, new = take.document.journey.all(Insight)
    assert (new.kind, new.refs, new.text) == ("pain", old.refs, "Nobody asked either")


def test_an_insight_about_nothing_is_refused_with_what_helps(take: Hands) -> None:
    take.document.select(())
    before = take.document.journey.all(Insight)
    add_by_plus(take, "Insights")
    choose_kind("Idea")
    assert take.document.journey.all(Insight) == before
    assert take.window.messages.isVisible()
    assert "Select" in take.window.messages.text


def test_a_service_level_is_added_to_the_selected_touchpoint(take: Hands) -> None:
    kick_off = next(each for each in take.document.journey.all(Touchpoint) if each.title == "Kick-off")
    take.document.select((kick_off.id,))
    add_by_plus(take, "Service levels")
    (level,) = take.document.journey.all(ServiceLevel)
    assert level.ref.id == kick_off.id
    assert take.document.selection == {level.id}
    assert "service level" in take.document.history.undo_label
    take.document.undo()
    assert not take.document.journey.all(ServiceLevel)


def test_every_heading_adds_by_its_menu(take: Hands) -> None:
    kick_off = next(each for each in take.document.journey.all(Touchpoint) if each.title == "Kick-off")
    for section in SECTIONS:
        take.document.select((kick_off.id,))
        before = len(take.document.journey.all(section.kind))
        take.outline.add(Entry(section.key, "section", section.id, section.title()))
        if section.id == "insights":
            choose_kind("Question")
        QTest.keyClick(QApplication.focusWidget() or take.list, Key.Key_Escape)
        assert len(take.document.journey.all(section.kind)) == before + 1, section.id


def test_a_screen_reader_is_told_what_is_folded_and_which_lanes_are_hidden(take: Hands) -> None:
    def spoken(name: str) -> str:
        index = take.list.model().index(take.row(name), 0)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken("Roles").endswith("unfolded")
    assert spoken("1 pain point").endswith(", folded")
    assert spoken("CFO") == "CFO"
    take.eye("CFO")
    assert spoken("CFO") == "CFO, hidden"
