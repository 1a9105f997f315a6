"""A section of a form: a heading that folds, and its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.i18n import tr
from app.model.record import Record
from app.widgets.docks.inspector.binding import Binding
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Piece, PieceRow, Records, Row, Section, is_blank
from app.widgets.fields.halves import Halves
from app.widgets.fields.labelled import Labelled
from app.widgets.fonts import write_in
from app.widgets.icons import icon


class SectionBox(QWidget):
    """A heading that folds, and the rows under it, which are made when they are first unfolded."""

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk = desk
        self._section = section
        self.records: Records = ()
        self.bindings: list[Binding] = []
        self.pieces: list[Piece] = []
        self._shown: list[tuple[Row | PieceRow, QWidget, Binding | Piece, QToolButton | None]] = []
        self._is_built = False
        self._halves: Halves | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.body = QWidget()
        self.header = _SectionHeader(section.title, desk)
        self.header.clicked.connect(self._toggle)
        if section.title:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
            self._column.addWidget(self.header, 0, left)
        self._column.addWidget(self.body)

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is in sight."""
        return self.body.isHidden()

    def show_records(self, records: Records, *, is_new: bool) -> None:
        """Show the rows that these records have; those that are folded wait."""
        journey, self.records = self._desk.journey, records
        if not any(row.is_shown(journey, records) for row in self._section.rows):
            self.setVisible(False)
            return
        if self._section.count is not None:
            self.header.show_count(self._section.count(journey, records))
        if is_new and self._section.title:
            is_folded = self._desk.folds.wish(self._section.key)
            if is_folded is None:
                is_folded = self._section.folds_when_empty and self._is_empty(records)
            self._fold(is_folded)
        is_any = True
        if not self.is_folded:
            self.build()
            is_any = self._show_rows(records)
        if self.isHidden() == is_any:
            self.setVisible(is_any)

    def build(self) -> None:
        """Make the rows."""
        if self._is_built:
            return
        self._is_built = True
        halves = Halves(self.body, 12)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setVerticalSpacing(10)
        for row in self._section.rows:
            halves.add(self._row(row), is_half=isinstance(row, Row) and row.is_half)
        halves.fit(self.width())
        self._halves = halves

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._halves is not None:
            self._halves.fit(self.width())

    def _show_rows(self, records: Records) -> bool:
        """Show the records in the rows; tell whether there is anything to see."""
        journey = self._desk.journey
        is_any = False
        for row, widget, what, jump in self._shown:
            is_there = row.is_shown(journey, records)
            if is_there:
                what.show_records(records)
                if isinstance(what, Piece) and not what.edits:
                    is_there = what.is_filled()
                is_any = is_any or is_there
                if jump is not None:
                    target = row.goes(journey, records[0]) if isinstance(row, Row) and row.goes else ""
                    jump.setVisible(len(records) == 1 and bool(target))
            if widget.isHidden() == is_there:
                widget.setVisible(is_there)
        if self._halves is not None:
            self._halves.fit(self.width())
        return is_any

    def _is_empty(self, records: Records) -> bool:
        journey = self._desk.journey
        for row in self._section.rows:
            if not row.is_shown(journey, records):
                continue
            if isinstance(row, Row):
                if not is_blank(row.value(journey, records)):
                    return False
            elif row.has is None or row.has(journey, records):
                return False
        return True

    def _row(self, row: Row | PieceRow) -> QWidget:
        if isinstance(row, PieceRow):
            piece = row.make()
            self.pieces.append(piece)
            self._shown.append((row, piece, piece, None))
            return piece
        control = row.make()
        jump = self._jump(row) if row.goes is not None else None
        beside: QWidget | None = None
        if row.beside is not None:
            small = row.beside.make()
            beside = small.widget()
            beside.setAccessibleName(row.beside.label)
            second = Binding(self._desk, row.beside, small, self)
            self.bindings.append(second)
            self._shown.append((row.beside, beside, second, None))
        field = Labelled(row.label, control, is_quiet=row.is_quiet, beside=beside, above=jump)
        binding = Binding(self._desk, row, control, self)
        self.bindings.append(binding)
        self._shown.append((row, field, binding, jump))
        return field

    def _jump(self, row: Row) -> QToolButton:
        button = jump_button(self._desk, tr("Show this: {label}", label=row.label))
        button.setObjectName("tiny")
        button.setFixedSize(22, 15)
        button.clicked.connect(lambda: self._go(row))
        return button

    def _go(self, row: Row) -> None:
        records: Sequence[Record] = self.records
        if records and row.goes is not None:
            self._desk.go_to(row.goes(self._desk.journey, records[0]))

    def _toggle(self) -> None:
        is_folded = not self.is_folded
        self._desk.folds.fold(self._section.key, is_folded)
        self._fold(is_folded)
        if not is_folded and self.records:
            self.build()
            self._show_rows(self.records)

    def _fold(self, is_folded: bool) -> None:
        if self.body.isHidden() != is_folded:
            self.body.setVisible(not is_folded)
        self.header.show_folded(is_folded)


class _SectionHeader(QToolButton):
    """The heading of a section: a click folds it."""

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__()
        self._icons = {
            is_folded: icon("chevron-right" if is_folded else "chevron-down", desk.theme.ink2, size=16)
            for is_folded in (True, False)
        }
        self._is_folded: bool | None = None
        self._title = title.replace("&", "&&")
        self.setObjectName("section")
        self.setText(self._title)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        write_in(self, 14, 700)

    def show_count(self, count: int) -> None:
        """Show how many there are, if any."""
        words = f"{self._title}  {count}" if count else self._title
        if words != self.text():
            self.setText(words)

    def show_folded(self, is_folded: bool) -> None:
        """Show which way it goes."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.setIcon(self._icons[is_folded])
            self.setAccessibleDescription(tr("folded") if is_folded else tr("unfolded"))


def jump_button(desk: Desk, words: str) -> QToolButton:
    """Return the small button that goes to a record."""
    button = QToolButton()
    button.setObjectName("small")
    button.setIcon(icon("arrow-right", desk.theme.muted, size=16))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
