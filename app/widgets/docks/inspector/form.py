"""The form of one kind of record: made once, shown for one selection after the other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.docks.inspector.binding import Binding
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import PageKind, Piece, Records
from app.widgets.docks.inspector.section_box import SectionBox
from app.widgets.docks.inspector.words import text


class Form(QWidget):
    """Head, sections and their rows."""

    def __init__(self, desk: Desk, page: PageKind) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self.records: Records = ()
        self._kind = text("", 12, 500, "second")
        self._aside = text("", 12, 400, "muted")
        head = QHBoxLayout()
        head.addWidget(self._kind, 1)
        head.addWidget(self._aside)
        head.addWidget(desk.close_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 18, 20)
        column.setSpacing(12)
        column.addLayout(head)
        self.sections = [SectionBox(desk, section) for section in page.sections]
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)

    @property
    def bindings(self) -> list[Binding]:
        """What edits the fields, of the sections that have been unfolded."""
        return [binding for section in self.sections for binding in section.bindings]

    @property
    def pieces(self) -> list[Piece]:
        """The parts that are more than a control, of the sections that have been unfolded."""
        return [piece for section in self.sections for piece in section.pieces]

    def show_records(self, records: Records, *, is_new: bool = True) -> None:
        """Show the records; `is_new` where they are not those that were shown before: settle those first."""
        self.records = records
        kind, aside = self._page.head(self._desk.journey, records)
        for label, words in ((self._kind, kind), (self._aside, aside)):
            if label.text() != words:
                label.setText(words)
            label.setVisible(bool(words))
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
