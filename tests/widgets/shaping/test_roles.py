from __future__ import annotations

from PySide6.QtCore import Qt

from app.widgets.main_window import MainWindow
from tests.widgets.shaping.desk import Desk


def shown(desk: Desk) -> list[str]:
    return [role.name for role in desk.document.shown_roles()]


def test_roles_are_hidden_but_never_all(window: MainWindow) -> None:
    desk = Desk(window)
    desk.document.select({"role-cfo", "role-it-manager"})
    window.commands.laning.hide()
    assert shown(desk) == ["Account manager"]
    desk.document.select({"role-account-manager"})
    window.commands.laning.hide()
    assert shown(desk) == ["Account manager"]
    assert "at least stays in sight" in window.messages.text
    assert desk.document.history.place == 0


def test_a_role_steps_past_the_next_shown_lane_and_at_the_outermost_it_is_said(window: MainWindow) -> None:
    desk = Desk(window)
    desk.document.select({"role-cfo"})
    window.commands.laning.move(1)
    assert shown(desk)[:2] == ["IT manager", "CFO"]
    assert desk.document.history.labels == ("Move role CFO",)
    desk.document.select({"role-it-manager"})
    window.commands.laning.move(-1)
    assert "uppermost lane already" in window.messages.text
    assert desk.document.history.place == 1


def test_a_new_role_is_added_below_the_selected_one_and_named_in_one_step(window: MainWindow) -> None:
    desk = Desk(window)
    desk.document.select({"role-cfo"})
    window.commands.laning.add()
    desk.type("Legal")
    desk.press(Qt.Key.Key_Return)
    assert shown(desk) == ["CFO", "Legal", "IT manager", "Account manager"]
    assert desk.document.history.labels == ("Add role Legal",)
