"""The form of one kind of record: made once, shown for one selection after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.i18n import tr
from app.model.change import Change
from app.model.edits.validated import revised
from app.model.record import Record
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import PageKind, Piece, PieceRow, Records, Row, Section, is_blank
from app.widgets.docks.inspector.words import text
from app.widgets.fields.control import Control
from app.widgets.fields.labelled import Labelled
from app.widgets.fonts import write_in
from app.widgets.icons import icon


class Binding(QObject):
    """Joins a control to the fields of the records that are shown now."""

    def __init__(self, desk: Desk, row: Row, control: Control, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.row = row
        self.control = control
        self._ids: tuple[str, ...] = ()
        self._before: tuple[Record, ...] = ()
        self._place = 0
        self._last = Change()
        control.came.connect(self._came)
        control.tried.connect(self._tried)
        control.restored.connect(self._restored)
        control.left.connect(desk.end_step)
        if row.add is not None:
            control.named.connect(self._named)  # type: ignore[attr-defined]

    def show_records(self, records: Records) -> None:
        """Show the value that the records have."""
        self._ids = tuple(record.id for record in records)
        self.control.show_value(self.row.value(self._desk.journey, records))

    def settle(self) -> None:
        """End what the person is doing here."""
        self.control.settle()

    def _came(self) -> None:
        self._desk.end_step()
        found = (self._desk.journey.get(record_id) for record_id in self._ids)
        self._before = tuple(record for record in found if record is not None)
        self._place = self._desk.document.history.place
        self._last = Change()

    def _tried(self, value: object) -> None:
        def plan(journey: object) -> Change:
            self._last = self.row.change(self._desk.journey, self._ids, value)
            return self._last

        self.control.refuse(self._desk.do(plan))

    def _named(self, name: str) -> None:
        assert self.row.add is not None
        add = self.row.add
        self.control.refuse(self._desk.do_step(lambda journey: add(journey, self._ids, name)))

    def _restored(self) -> None:
        """Put back what was there when the focus came; what was one step is none then."""
        history = self._desk.document.history
        if self.row.is_sweeping:
            if history.place > self._place:
                self._desk.document.undo()
            return
        put = []
        for before in self._before:
            now = self._desk.journey.get(before.id)
            if now is not None:
                put.append(revised(now, **{field: getattr(before, field) for field in self.row.fields}))
        change = Change(tuple(put), (), self._last.label, self._last.merge_key)
        self.control.refuse(self._desk.do(lambda _journey: change))


class Form(QWidget):
    """Head, sections and their rows."""

    def __init__(self, desk: Desk, page: PageKind) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self.records: Records = ()
        self.bindings: list[Binding] = []
        self.pieces: list[Piece] = []
        self._kind = text("", 12, 500, "second")
        self._aside = text("", 12, 400, "muted")
        head = QHBoxLayout()
        head.addWidget(self._kind, 1)
        head.addWidget(self._aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 18, 20)
        column.setSpacing(12)
        column.addLayout(head)
        self.sections = [SectionBox(desk, section, self) for section in page.sections]
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)

    def show_records(self, records: Records, *, is_new: bool = True) -> None:
        """Show the records; `is_new` where they are not those that were shown before: settle those first."""
        self.records = records
        kind, aside = self._page.head(self._desk.journey, records)
        for label, words in ((self._kind, kind), (self._aside, aside)):
            if label.text() != words:
                label.setText(words)
        for section in self.sections:
            section.show_records(records, is_new=is_new)

    def settle(self) -> None:
        """End what the person is doing in any of the controls."""
        for binding in self.bindings:
            binding.settle()
        for piece in self.pieces:
            piece.settle()

    def build(self) -> None:
        """Make the rows of all sections, folded ones too."""
        for section in self.sections:
            section.build()

    def binding(self, field: str) -> Binding | None:
        """Return what edits the field, or none."""
        return next((each for each in self.bindings if field in each.row.fields), None)

    @property
    def edited_fields(self) -> tuple[str, ...]:
        """The fields of the records that can be edited here."""
        rows = [field for binding in self.bindings for field in binding.row.fields]
        return (*rows, *(field for piece in self.pieces for field in piece.edits))


class SectionBox(QWidget):
    """A heading that folds, and the rows under it, which are made when they are first unfolded."""

    def __init__(self, desk: Desk, section: Section, form: Form) -> None:
        super().__init__()
        self._desk = desk
        self._section = section
        self._form = form
        self._shown: list[tuple[Row | PieceRow, QWidget, Binding | Piece, QToolButton | None]] = []
        self._is_built = False
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
        journey = self._desk.journey
        if not any(row.is_shown(journey, records) for row in self._section.rows):
            self.setVisible(False)
            return
        if self._section.count is not None:
            self.header.show_count(self._section.count(journey, records))
        if is_new and self._section.title:
            is_folded = self._desk.folded.get(self._section.key)
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
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place = 0
        for row in self._section.rows:
            widget = self._row(row, self._form)
            is_half = isinstance(row, Row) and row.is_half
            place += place % 2 if not is_half else 0
            grid.addWidget(widget, place // 2, place % 2, 1, 1 if is_half else 2, Qt.AlignmentFlag.AlignTop)
            place += 1 if is_half else 2

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

    def _row(self, row: Row | PieceRow, form: Form) -> QWidget:
        if isinstance(row, PieceRow):
            piece = row.make()
            form.pieces.append(piece)
            self._shown.append((row, piece, piece, None))
            return piece
        control = row.make()
        jump = self._jump(row, form) if row.goes is not None else None
        beside: QWidget | None = None
        if row.beside is not None:
            small = row.beside.make()
            beside = small.widget()
            beside.setAccessibleName(row.beside.label)
            second = Binding(self._desk, row.beside, small, form)
            form.bindings.append(second)
            self._shown.append((row.beside, beside, second, None))
        field = Labelled(row.label, control, is_quiet=row.is_quiet, beside=beside, above=jump)
        binding = Binding(self._desk, row, control, form)
        form.bindings.append(binding)
        self._shown.append((row, field, binding, jump))
        return field

    def _jump(self, row: Row, form: Form) -> QToolButton:
        button = jump_button(self._desk, tr("Show this: {label}", label=row.label))
        button.setObjectName("tiny")
        button.setFixedSize(22, 15)
        button.clicked.connect(lambda: self._go(row, form))
        return button

    def _go(self, row: Row, form: Form) -> None:
        records: Sequence[Record] = form.records
        if records and row.goes is not None:
            self._desk.go_to(row.goes(self._desk.journey, records[0]))

    def _toggle(self) -> None:
        is_folded = not self.is_folded
        self._desk.folded[self._section.key] = is_folded
        self._fold(is_folded)
        if not is_folded and self._form.records:
            self.build()
            self._show_rows(self._form.records)

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
