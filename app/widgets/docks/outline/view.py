"""The list of the outline under the hand: buttons in lines, folding, several selected, dragging to another place, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.docks.outline.dragging import Dragging
from app.widgets.docks.outline.entries import Entry
from app.widgets.docks.outline.gaps import Gap, next_gap
from app.widgets.docks.outline.model import OutlineModel
from app.widgets.docks.outline.painting import OutlinePainting, Zone
from app.widgets.plain_list import PlainList

Key = Qt.Key
OWN_KEYS = {
    Key.Key_F2, Key.Key_Delete, Key.Key_Backspace, Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Left,
    Key.Key_Right, Key.Key_Insert, Key.Key_Menu,
}  # fmt: skip
NO_KEY, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Does(Protocol):
    """What the list asks for."""

    def press(self, zone: Zone, entry: Entry) -> None: ...
    def activate(self, entry: Entry) -> None: ...
    def toggle(self, entries: list[Entry]) -> None: ...
    def put(self, entries: list[Entry], gap: Gap) -> None: ...
    def remove(self, entries: list[Entry]) -> None: ...
    def add(self, entry: Entry) -> None: ...
    def offer(self, entry: Entry, at: QPoint) -> None: ...


class OutlineView(PlainList):
    """Shows the lines; `chosen` tells that other records are selected here."""

    chosen = Signal()

    def __init__(
        self, model: OutlineModel, painting: Callable[[OutlineView], OutlinePainting], does: Does
    ) -> None:
        super().__init__(model)
        self._lines = model
        self._does = does
        self._pressed: tuple[QPoint, Entry] | None = None
        self._is_syncing = False
        self._accent = QColor()
        self.dragging = Dragging(self, model)
        self.painting = painting(self)
        self.setItemDelegate(self.painting)
        self.setAccessibleName(tr("Outline of the journey"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def wear(self, theme: Theme) -> None:
        """Paint in this theme."""
        self._accent = QColor(theme.accent)
        self.painting.wear(theme)
        self.viewport().update()

    def chosen_entries(self) -> list[Entry]:
        """Return the selected lines, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._lines.rows[row] for row in rows]

    def choose(self, ids: frozenset[str]) -> None:
        """Show which records are selected elsewhere."""
        chosen = {entry.record for entry in self.chosen_entries()}
        rows = [
            row
            for row, entry in enumerate(self._lines.rows)
            if entry.kind == "record" and entry.record in ids
        ]
        if chosen == {self._lines.rows[row].record for row in rows}:
            return
        with self.quietly():
            chooser = self.selectionModel()
            chooser.clearSelection()
            for row in rows:
                chooser.select(self._lines.index(row), chooser.SelectionFlag.Select)
            if rows and not self.hasFocus():
                chooser.setCurrentIndex(self._lines.index(rows[0]), chooser.SelectionFlag.NoUpdate)
                self.scrollTo(self._lines.index(rows[0]))

    def go_to(self, key: str, *, is_edited: bool = False) -> None:
        """Make a line the current and only selected one, and let its name be typed."""
        row = self._lines.row_of(key)
        if row >= 0:
            index = self._lines.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            if is_edited and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)

    def below(self, key: str) -> QPoint:
        """Return the place on the screen below a line, at the end of its first words."""
        rect = self.visualRect(self._lines.index(max(self._lines.row_of(key), 0)))
        return self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(18, 0))

    def keep_current(self, key: str) -> None:
        """Let the keyboard be on this line, whatever is selected."""
        row = self._lines.row_of(key)
        if row >= 0:
            chooser = self.selectionModel()
            chooser.setCurrentIndex(self._lines.index(row), chooser.SelectionFlag.NoUpdate)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Take lines coming and going for no choice of the person."""
        self._is_syncing = True
        try:
            yield
        finally:
            self._is_syncing = False

    def current_entry(self) -> Entry | None:
        """Return the line the keyboard is on."""
        return self._lines.entry(self.currentIndex())

    def _on_selection(self) -> None:
        if not self._is_syncing:
            self.chosen.emit()

    def _entry_at(self, at: QPoint) -> tuple[Entry | None, QRect]:
        index = self.indexAt(at)
        return self._lines.entry(index), self.visualRect(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        entry, rect = self._entry_at(at)
        if entry is None or event.button() != Qt.MouseButton.LeftButton:
            if entry is None or entry not in self.chosen_entries():
                super().mousePressEvent(event)
            return
        zone = self.painting.zone_at(entry, rect, at)
        if zone:
            self._does.press(zone, entry)
            return
        self._pressed = (at, entry) if not self._lines.listing.is_searching else None
        is_one_of_several = entry in self.chosen_entries() and event.modifiers() == NO_KEY
        if not is_one_of_several:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._point(at)
        if self.dragging.entries:
            self.dragging.to(at)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            pressed, entry = self._pressed
            if (at - pressed).manhattanLength() >= QApplication.startDragDistance():
                self.dragging.begin(entry, self.chosen_entries())
                self.setFocus()
                if self.dragging.entries:
                    self.dragging.to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self.dragging.entries:
            dragged, gap = self.dragging.entries, self.dragging.gap
            self.dragging.end()
            self._point(event.position().toPoint())
            if gap is not None:
                self._does.put(dragged, gap)
            return
        if pressed is not None and event.modifiers() == NO_KEY and len(self.chosen_entries()) > 1:
            self.go_to(pressed[1].key)
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        entry, rect = self._entry_at(event.position().toPoint())
        if entry is None or event.button() != Qt.MouseButton.LeftButton:
            return
        zone = self.painting.zone_at(entry, rect, event.position().toPoint())
        if zone:
            self._does.press(zone, entry)
        elif entry.section == "views":
            self._does.activate(entry)
        elif entry.kind == "record":
            self._rename()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        entry, rect = self.current_entry(), self.visualRect(self.currentIndex())
        at = rect.bottomLeft() + QPoint(46, 0)
        if not is_keyed:
            at = event.pos()
            entry, _rect = self._entry_at(at)
        if entry is not None:
            if entry not in self.chosen_entries() and entry.kind == "record":
                self.go_to(entry.key)
            self._does.offer(entry, self.viewport().mapToGlobal(at))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(QPoint(-1, -1))
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_mine(event)
        ):
            event.accept()  # while the outline has the keyboard these keys are its own
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_Escape and self.dragging.entries:
            self._pressed = None
            self.dragging.end()
            return
        entry = self.current_entry()
        if entry is None or not self._is_mine(event) or not self._do_key(event, entry):
            super().keyPressEvent(event)

    def _is_mine(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Key.Key_Up, Key.Key_Down) and modifiers == CONTROL:
            return True
        if event.key() == Key.Key_Escape:
            return bool(self.dragging.entries)
        return event.key() in OWN_KEYS and modifiers == NO_KEY

    def _do_key(self, event: QKeyEvent, entry: Entry) -> bool:
        """Do what a key means on a line; tell whether it means something."""
        key, chosen = event.key(), self.chosen_entries() or [entry]
        if key in (Key.Key_Up, Key.Key_Down):
            self._move_by(-1 if key == Key.Key_Up else 1, [each for each in chosen if each.kind == "record"])
        elif key == Key.Key_F2:
            self._rename()
        elif key in (Key.Key_Delete, Key.Key_Backspace):
            self._does.remove(chosen)
        elif key == Key.Key_Space:
            self._does.toggle(chosen)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._does.activate(entry)
        elif key == Key.Key_Insert:
            self._does.add(entry)
        elif key in (Key.Key_Left, Key.Key_Right):
            return self._step(entry, key == Key.Key_Right)
        else:
            return False
        return True

    def _step(self, entry: Entry, is_right: bool) -> bool:
        """Unfold or go to what is inside, fold or go to what is around."""
        is_folded = self._lines.listing.is_folded(entry.key)
        if entry.can_fold and is_folded == is_right:
            self._does.press("fold", entry)
        elif not is_right and entry.kind != "section":
            self.go_to(entry.group or f"section {entry.section}")
        return True

    def _rename(self) -> None:
        index = self.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _move_by(self, step: int, entries: list[Entry]) -> None:
        if entries and not self._lines.listing.is_searching:
            gap = next_gap(self._lines.rows, entries, step)
            if gap is not None:
                self._does.put(entries, gap)

    def _point(self, at: QPoint) -> None:
        entry, rect = self._entry_at(at)
        zone: Zone = self.painting.zone_at(entry, rect, at) if entry is not None else ""
        pointed = (self.indexAt(at).row(), zone)
        if pointed != self.painting.pointed and not self.dragging.entries:
            self.painting.pointed = pointed
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.dragging.paint(painter, self._accent)
        painter.end()
