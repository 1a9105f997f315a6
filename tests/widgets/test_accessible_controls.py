"""Whoever cannot see the window is told what every control is: all that can have the focus has a name and a role."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.record import Record
from app.model.records import Attachment, UnknownRecord
from app.places import resource
from app.widgets.docks.inspector.panel import Inspector
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program

SAMPLE = resource("samples") / "service-platform.journey"
PANELS = (
    "outline",
    "inspector",
    "history",
    "votes",
    "table",
    "timer",
    "find_bar",
    "filter_bar",
    "capture",
    "status_bar",
)
DIALOGS = ("new", "export", "settings", "shortcuts", "about", "insert_time", "remove_time", "palette")
NOT_IN_THE_SAMPLE = (Attachment, UnknownRecord)
PART = QAccessible.Role.Client, QAccessible.Role.NoRole


def nameless(root: QWidget) -> list[str]:
    """What can have the focus in a window and has no name, or no role that says what it is."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        if widget is root or widget.objectName().startswith("qt_"):
            continue
        said = QAccessible.queryAccessibleInterface(widget)
        name = said.text(QAccessible.Text.Name).strip()
        is_plain = said.role() in PART and not isinstance(widget, (QAbstractScrollArea, Inspector))
        if not name or is_plain:
            found.append(f"{path(widget)}: name {name!r}, role {said.role().name}")
    return found


def path(widget: QWidget) -> str:
    """Where a widget is: the classes from its panel down to it."""
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 5:
        names.insert(0, f"{type(at).__name__}{'#' + at.objectName() if at.objectName() else ''}")
        at = at.parentWidget()
    return " > ".join(names)


def test_every_control_of_every_panel_has_a_name(program: Program) -> None:
    window = program.open(SAMPLE)
    for panel in PANELS:
        window.panels.show_panel(panel, True)
    window.refresh()
    QApplication.processEvents()
    assert nameless(window) == []


def test_the_crosses_that_clear_fields_have_a_name(program: Program) -> None:
    window = program.open(SAMPLE)
    for panel in PANELS:
        window.panels.show_panel(panel, True)
    crosses = [
        cross
        for field in window.findChildren(QLineEdit)
        if field.isClearButtonEnabled()
        for cross in field.findChildren(QToolButton)
        if cross.defaultAction() is field.findChild(QAction, "_q_qlineeditclearaction")
    ]
    assert len(crosses) >= 4
    for cross in crosses:
        assert QAccessible.queryAccessibleInterface(cross).text(QAccessible.Text.Name) == "Clear"


@pytest.mark.parametrize(
    "kind",
    [kind for kind in Record.__subclasses__() if kind not in NOT_IN_THE_SAMPLE],
    ids=lambda kind: kind.__name__,
)
def test_every_field_of_the_inspector_has_a_name(kind: type[Record], program: Program) -> None:
    window = program.open(SAMPLE)
    assert window.document is not None
    records = window.document.journey.all(kind)
    assert records
    window.document.select([records[0].id])
    QApplication.processEvents()
    for fold in window.panels.widget("inspector").findChildren(QAbstractButton):
        if fold.isVisible() and fold.objectName() == "section" and fold.accessibleDescription() == "folded":
            fold.click()
    QApplication.processEvents()
    assert nameless(window) == []
    window.document.select([record.id for record in records[:3]])
    QApplication.processEvents()
    assert nameless(window) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_every_control_of_every_dialog_has_a_name(action: str, program: Program, qtbot: QtBot) -> None:
    window = program.open(SAMPLE)
    window.offered[action].trigger()
    qtbot.waitUntil(lambda: other_window(window) is not None)
    dialog = other_window(window)
    assert dialog is not None
    QApplication.processEvents()
    assert nameless(dialog) == []
    dialog.close()


def other_window(window: MainWindow) -> QWidget | None:
    """What has opened over a window."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    return (
        QApplication.activeModalWidget() or QApplication.activePopupWidget() or (shown[0] if shown else None)
    )
