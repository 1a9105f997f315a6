"""A list of parts of a record, each with fields of its own: readings, tenures, relations, custom fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.field_words import field_word
from app.model.record import Part
from app.widgets.fields.control import Control, Input, sentence_of
from app.widgets.fields.halves import Halves
from app.widgets.fields.labelled import Labelled
from app.widgets.fields.reordering import Grip, Reordering, alt_step
from app.widgets.fields.wrapping import QuietButton
from app.widgets.fonts import write_in
from app.widgets.icons import icon


class Column(NamedTuple):
    """One field of the parts: its name, and what edits it."""

    name: str
    make: Callable[[], Control]
    label: str = ""  # none: as the field is called
    is_wide: bool = False
    is_needed: bool = False  # a part without it is not one yet
    of_none: object = ""  # what stands for nothing in the part


class PartList(Input, QWidget):
    """A row for each part. A new row becomes a part as soon as all that is needed has been given, not before."""

    def __init__(self, kind: type[Part], columns: Sequence[Column], add_words: str, theme: Theme) -> None:
        super().__init__()
        self.kind = kind
        self.columns = tuple(
            each._replace(label=each.label or field_word(kind, each.name)) for each in columns
        )
        self.theme = theme
        self.rows: list[PartRow] = []
        self._is_asking = False
        self._is_settled = False
        self._answer = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.add_button = QuietButton(add_words, theme)
        self.add_button.clicked.connect(self.add_row)
        self._column.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)
        self.reordering = Reordering(self, lambda: self._finished)
        self.reordering.moved.connect(self._move)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts as they stand in the rows; rows that are not parts yet are left out."""
        return tuple(row.part for row in self.rows if row.part is not None)

    @property
    def _finished(self) -> list[PartRow]:
        """The rows that are parts."""
        return [row for row in self.rows if row.part is not None]

    def show_value(self, value: object) -> None:
        """Show a row for each part; rows of parts that stay are kept, and so are new rows."""
        parts: tuple[Part, ...] = value if isinstance(value, tuple) else ()
        if parts == self.parts and not self._is_settled:
            return
        self._is_settled = False
        finished = self._finished
        for row in finished[len(parts) :]:
            self._drop(row)
        for row, part in zip(finished, parts, strict=False):
            row.show_part(part)
        for part in parts[len(finished) :]:
            self._append(len(self._finished)).show_part(part)
        self._show_grips()

    def settle(self) -> None:
        """End what the person is doing here; rows that have not become parts go."""
        for row in self.rows:
            row.settle()
        for row in [row for row in self.rows if row.part is None]:
            self._drop(row)
        self._is_settled = True

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, beside the control that asked."""
        if self._is_asking:
            self._answer = sentence
        else:
            self.refused.emit(sentence)

    def add_row(self) -> None:
        """Begin a new part and put the focus into it."""
        row = self._append(len(self.rows))
        row.show_part(None)
        row.controls[self.columns[0].name].widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> str:
        """Try the parts as they stand now; return what is said against it, or ""."""
        self._is_asking, self._answer = True, ""
        try:
            self.tried.emit(self.parts)
        finally:
            self._is_asking = False
        return self._answer

    def remove(self, row: PartRow) -> None:
        """Take a part away."""
        place = self.rows.index(row)
        was_part = row.part is not None
        self._drop(row)
        if was_part:
            self.came.emit()
            self.tried.emit(self.parts)
            self.left.emit()
        stays = self.rows[min(place, len(self.rows) - 1)].remove_button if self.rows else self.add_button
        stays.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, held: int, place: int) -> None:
        """Put a part into another place; the focus goes with it."""
        rows, parts = self._finished, list(self.parts)
        focused = rows[held].focused_column()
        parts.insert(place, parts.pop(held))
        self.came.emit()
        self.tried.emit(tuple(parts))
        self.left.emit()
        rows[place].take_focus(focused)

    def _show_grips(self) -> None:
        can_move = len(self._finished) > 1
        for row in self.rows:
            row.grip.setVisible(can_move and row.part is not None)

    def _append(self, place: int) -> PartRow:
        row = PartRow(self)
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        return row

    def _drop(self, row: PartRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class PartRow(QFrame):
    """The controls of one part."""

    def __init__(self, owner: PartList) -> None:
        super().__init__()
        self._owner = owner
        self.part: Part | None = None
        self._values: dict[str, Any] = {}
        self._is_settled = False
        self.controls: dict[str, Control] = {}
        self.setProperty("kind", "part")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._halves = Halves(self, 8)
        self._halves.setContentsMargins(8, 7, 8, 9)
        self._halves.setVerticalSpacing(7)
        self.remove_button = _remove_button(owner.theme)
        self.remove_button.clicked.connect(lambda: owner.remove(self))
        self.grip = Grip(self, owner.reordering, owner.theme)
        self.grip.hide()
        corner = _in_corner(self.grip, self.remove_button)
        first_line = 1 if owner.columns[0].is_wide or len(owner.columns) == 1 else 2
        for index, column in enumerate(owner.columns):
            control = column.make()
            self.controls[column.name] = control
            above = corner if index == first_line - 1 else None
            field = Labelled(column.label, control, above=above)
            self._halves.add(field, is_half=not column.is_wide and len(owner.columns) > 1)
            self._join(column, control)
        self.note = QLabel()
        self.note.setProperty("tone", "muted")
        self.note.setWordWrap(True)
        write_in(self.note, 12, 400)
        self.note.hide()
        self._halves.add(self.note, is_half=False)
        self._halves.fit(owner.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._halves.fit(self.width())

    def _join(self, column: Column, control: Control) -> None:
        control.came.connect(self._owner.came)
        control.left.connect(self._owner.left)
        control.restored.connect(self._owner.restored)
        control.tried.connect(lambda value: self._tried(column, value))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and alt_step(event):
            event.accept()  # on the map these are keys for feelings
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = alt_step(event)
        if step:
            self._owner.reordering.step(self, step)
        else:
            super().keyPressEvent(event)

    def focused_column(self) -> str:
        """Return the name of the column in which the keyboard is, "" where it is in none."""
        for name, control in self.controls.items():
            widget = control.widget()
            if widget.hasFocus() or widget.isAncestorOf(self.window().focusWidget() or self):
                return name
        return ""

    def take_focus(self, column: str) -> None:
        """Put the keyboard into a column, or onto the grip."""
        target = self.controls[column].widget() if column in self.controls else self.grip
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, part: Part | None) -> None:
        """Show the fields of a part, or empty ones."""
        if part is not None and part == self.part and not self._is_settled:
            return
        self._is_settled = False
        self.part = part
        self._show_note()
        for column in self._owner.columns:
            value = column.of_none if part is None else getattr(part, column.name)
            self.controls[column.name].show_value(value)
        self._halves.fit(self.width())

    def settle(self) -> None:
        """End what the person is doing here."""
        for control in self.controls.values():
            control.settle()
        self._is_settled = True

    def _tried(self, column: Column, value: object) -> None:
        control, before = self.controls[column.name], self.part
        try:
            self.part = self._with(column.name, value)
        except JourneyError as error:
            control.refuse(sentence_of(error))
            return
        control.refuse("")
        if self.part is not None and self.part != before:
            refusal = self._owner.ask()
            if refusal:
                self.part = before
                control.refuse(refusal)
                return
        self._show_note()
        control.show_value(value)

    def _show_note(self) -> None:
        """Say what a new row lacks to count."""
        missing = [] if self.part is not None else self._missing()
        words = (
            tr("It counts as soon as this is given: {fields}", fields=", ".join(missing)) if missing else ""
        )
        if words != self.note.text():
            self.note.setText(words)
        self.note.setVisible(bool(words))

    def _missing(self) -> list[str]:
        columns = [column for column in self._owner.columns if column.is_needed]
        return [column.label for column in columns if self._values.get(column.name) in (None, "", ())]

    def _with(self, name: str, value: object) -> Part | None:
        if self.part is not None:
            return revised(self.part, **{name: value})
        self._values[name] = value
        if self._missing():
            return None
        return made(self._owner.kind, **self._values)


def _in_corner(*buttons: QWidget) -> QWidget:
    """Return small buttons side by side."""
    corner = QWidget()
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for button in buttons:
        row.addWidget(button)
    return corner


def _remove_button(theme: Theme) -> QToolButton:
    button = QToolButton()
    button.setObjectName("tiny")
    button.setFixedSize(22, 15)
    button.setIcon(icon("close", theme.muted, size=15))
    button.setIconSize(QSize(15, 15))
    button.setToolTip(tr("Remove"))
    button.setAccessibleName(tr("Remove"))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
