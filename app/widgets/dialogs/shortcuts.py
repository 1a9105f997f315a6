"""Help > Keyboard Shortcuts: read off the actions, and what the hand does on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.i18n import tr
from app.widgets.dialogs.frame import FRAME_PX, MARGIN_PX, Dialog, label
from app.widgets.menus import MENUS, ids_in

ONE_COLUMN_PX, TWO_COLUMNS_PX = 600, 820
_BESIDE_PX = 2 * MARGIN_PX + 14  # margins and the scroll bar
_MOST_KEYS_PX = 150  # side by side
Rows = list[tuple[str, list[str]]]


class ShortcutsDialog(Dialog):
    """A table of what there is, menu by menu, in two columns, in one on a small screen."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(tr("Keyboard Shortcuts"), parent)
        self.column.addWidget(label(tr("Keyboard shortcuts"), 18, 600))
        groups = [
            *_menus(actions),
            (tr("On the map"), on_the_map()),
            (tr("While presenting"), while_presenting()),
        ]
        room = self.screen().availableGeometry()
        page = _page(_balanced(groups))
        width = max(page.minimumSizeHint().width() + _BESIDE_PX, TWO_COLUMNS_PX)
        if width > room.width() - FRAME_PX[0]:
            page.deleteLater()
            page = _page([groups])
            width = min(ONE_COLUMN_PX, room.width() - FRAME_PX[0])
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Keyboard Shortcuts"))
        area.setWidget(page)
        self.column.addWidget(area, 1)
        button, _ = self.add_foot(tr("Close"), can_cancel=False)
        button.clicked.connect(self.accept)
        self.resize(width, min(680, room.height() - FRAME_PX[1] - 20))


def on_the_map() -> Rows:
    """Return what hand and keys do on the map."""
    return [
        (tr("Walk along a role’s line"), [tr("Left"), tr("Right")]),
        (tr("To the other roles of a shared touchpoint"), [tr("Up"), tr("Down")]),
        (tr("First and last touchpoint of a line"), [tr("Home"), tr("End")]),
        (tr("Make a touchpoint and type its title"), [tr("Double-click in a lane")]),
        (tr("Type a title, a name, a label"), [tr("Enter"), tr("Double-click")]),
        (tr("While typing: on to the next, or back"), [tr("Tab"), tr("Shift+Tab")]),
        (tr("Move in time, set the feeling, give to another role"), [tr("Drag")]),
        (tr("Move without snapping"), [tr("Alt+Drag")]),
        (tr("Share with another role"), [tr("Ctrl+Drag into its lane")]),
        (tr("Link, or share with another role"), [tr("Drag the + beside a marker")]),
        (tr("Link to a new touchpoint"), [tr("Drag the + along its lane"), tr("Shift+Drag it into another")]),
        (tr("Let it last"), [tr("Drag its right edge")]),
        (tr("Give up what is being dragged or typed, select nothing"), [tr("Esc")]),
        (tr("Select several"), [tr("Drag over empty ground"), tr("Shift+Click")]),
        (tr("Move over the map"), [tr("Wheel"), tr("Space+Drag")]),
        (tr("Zoom about the pointer"), [tr("Ctrl+Wheel"), tr("Pinch")]),
        (tr("A page up or down"), [tr("Page Up"), tr("Page Down")]),
    ]


def while_presenting() -> Rows:
    """Return what keys, clicker and mouse do in a presentation."""
    return [
        (tr("Next step"), [tr("Space"), tr("Page Down"), tr("Click")]),
        (tr("Previous step"), [tr("Page Up"), tr("Right click")]),
        (tr("Whole map, last step"), [tr("Home"), tr("End")]),
        (tr("By touchpoint, phase, role"), ["1", "2", "3"]),
        (tr("Give the chosen insight a dot, take one back"), ["+", "−"]),
        (tr("Choose another insight of the step"), [tr("Tab"), tr("Click on it")]),
        (tr("Take the last step back, do it again"), _keys_of("Ctrl+Z", "Ctrl+Y")),
        (tr("Timer"), ["T"]),
        (tr("Blank screen"), ["B", "."]),
        (tr("Other screen"), ["S"]),
        (tr("Say which keys there are"), ["F1"]),
        (tr("End the presentation"), [tr("Esc"), "F5"]),
    ]


def _keys_of(*written: str) -> list[str]:
    return [QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in written]


def _menus(actions: Mapping[str, QAction]) -> list[tuple[str, Rows]]:
    groups: list[tuple[str, Rows]] = []
    for menu in MENUS:
        rows: Rows = []
        for action_id in ids_in(menu):
            action = actions[action_id]
            keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
            if keys:
                words = str(action.property("name") or action.text())
                rows.append((words.replace("&", "").rstrip(" …"), keys))
        groups.append((menu.title().replace("&", ""), rows))
    return groups


def _balanced(groups: list[tuple[str, Rows]]) -> list[list[tuple[str, Rows]]]:
    half = sum(len(rows) + 2 for _, rows in groups) / 2
    columns: list[list[tuple[str, Rows]]] = [[], []]
    filled = 0
    for group in groups:
        columns[0 if filled + len(group[1]) / 2 < half else 1].append(group)
        filled += len(group[1]) + 2
    return columns


def _page(columns: Iterable[list[tuple[str, Rows]]]) -> QWidget:
    """Return the groups, column beside column."""
    page = QWidget()
    page.setObjectName("content")
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 12, 0)
    row.setSpacing(36)
    for groups in columns:
        column = QVBoxLayout()
        column.setSpacing(6)
        for title, rows in groups:
            column.addWidget(label(title, 14, 700))
            column.addWidget(_table(rows))
            column.addSpacing(8)
        column.addStretch(1)
        row.addLayout(column, 1)
    return page


def _table(rows: Rows) -> QWidget:
    """Return words beside their keys; several long keys stand under each other."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for place, (words, keys) in enumerate(rows):
        grid.addWidget(label(words), place, 0)
        grid.addLayout(_chips(keys), place, 1, Qt.AlignmentFlag.AlignRight)
    return table


def _chips(keys: Iterable[str]) -> QBoxLayout:
    chips = []
    for key in keys:
        chip = label(key, 12, 500, "chip")
        chip.setWordWrap(False)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chips.append(chip)
    length = sum(chip.fontMetrics().horizontalAdvance(chip.text()) for chip in chips)
    line = QVBoxLayout() if length > _MOST_KEYS_PX else QHBoxLayout()
    line.setSpacing(5)
    for chip in chips:
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignRight)
    return line
