"""Editing in cells: which editor a column has, what it is filled with, and the keys that end it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyleOptionViewItem, QWidget

from app.drawing.tokens import Theme
from app.model.change import Change
from app.model.records import Channel, Phase, Role, Touchpoint
from app.model.sheet.column import Column
from app.model.vocabulary import deviations, involvements
from app.widgets.docks.table.cells import Cells
from app.widgets.docks.table.editors import LINES_PX, LineEditor, LinesEditor, is_enter
from app.widgets.docks.table.model import Index, SheetModel
from app.widgets.document import Document

Plan = Callable[[str, Column, str], Change | None]  # touchpoint ("" for a new one), column, text
_Hint = QAbstractItemDelegate.EndEditHint


class Editing(Cells):
    """Paints cells and makes their editors; `ended` says where the cursor goes when one was left by a key."""

    ended = Signal(str)  # "down", "up", "right", "left" or "stay"
    _is_writing = False

    def __init__(
        self, document: Document, model: SheetModel, theme: Theme, view: QAbstractItemView, plan: Plan
    ) -> None:
        super().__init__(document, model, theme, view)
        self._plan = plan

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        editor: LineEditor | LinesEditor
        if column.kind == "lines":
            editor = LinesEditor(parent)
        else:
            editor = LineEditor(
                parent, self.names(column), is_list=column.key in ("roles", "tags", "involvements")
            )
            if column.kind == "feeling":
                editor.end_with_feeling()
                editor.complete.connect(lambda: self._end(editor, "stay"), Qt.ConnectionType.QueuedConnection)
        editor.setAccessibleName(column.title)
        touchpoint, text = self._model.touchpoint(index.row()), self._model.shown(index.row(), index.column())
        touchpoint_id = touchpoint.id if touchpoint is not None else ""
        editor.follow(text, lambda words: self._plan(touchpoint_id, column, words))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = self._model.shown(index.row(), index.column())
        if isinstance(editor, LinesEditor):
            if editor.toPlainText() != text:
                editor.setPlainText(text)
                cursor = editor.textCursor()
                cursor.movePosition(cursor.MoveOperation.End)
                editor.setTextCursor(cursor)
        elif isinstance(editor, LineEditor):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        self._is_writing = True  # what is written may close the editor, and that would write again
        try:
            if isinstance(editor, LinesEditor):
                model.setData(index, editor.toPlainText())
            elif isinstance(editor, LineEditor):
                model.setData(index, editor.text())
        finally:
            self._is_writing = False

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        if isinstance(editor, LinesEditor):
            room = self._view.viewport().rect()
            box.setHeight(min(LINES_PX, room.height()))
            box.setWidth(max(box.width(), min(320, room.width())))
            box.moveBottom(min(box.bottom(), room.bottom()))
            box.moveRight(min(box.right(), max(room.right(), box.width() - 1)))
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if self._is_writing:
            return False
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QWidget)
        ):
            going = _going(event)
            if going:
                self._end(editor, going)
                return True
            if isinstance(editor, LinesEditor):
                return False
        return super().eventFilter(editor, event)

    def names(self, column: Column) -> tuple[str, ...]:
        """Return what a cell of the column can say, as far as that is a list."""
        journey = self._document.journey
        if column.kind == "roles":
            return tuple(role.name for role in journey.all(Role))
        if column.kind == "channel":
            return tuple(channel.name for channel in journey.all(Channel))
        if column.kind == "phase":
            return tuple(phase.name for phase in journey.all(Phase))
        if column.kind == "involvement":
            return tuple(involvements().values())
        if column.kind == "choice":
            return tuple(deviations().values())
        if column.key == "tags":
            return tuple(dict.fromkeys(tag for each in journey.all(Touchpoint) for tag in each.tags))
        return ()

    def _end(self, editor: QWidget, going: str) -> None:
        self.commitData.emit(editor)
        self._is_writing = True  # an editor that all new rows made the view forget still loses the focus
        try:
            self.closeEditor.emit(editor, _Hint.NoHint)
            self.ended.emit(going)
        finally:
            self._is_writing = False


def _going(event: QKeyEvent) -> str:
    """Return where the key takes the cursor, "" where the editor keeps it."""
    has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and has_shift):
        return "left"
    if event.key() == Qt.Key.Key_Tab:
        return "right"
    if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return "up" if has_shift else "down"
    return ""
