"""A control with its label above and, when something is wrong, a sentence below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.fields.control import Control
from app.widgets.fonts import write_in


class Labelled(QWidget):
    """Label, control and complaint in a column; the label is also the control's accessible name."""

    def __init__(
        self, label: str, control: Control, *, is_quiet: bool = False, beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.control = control
        self.label = QLabel(label.replace("&", "&&"))
        self.complaint = complaint_label()
        widget = control.widget()
        widget.setAccessibleName(label)
        self.label.setBuddy(widget)
        self.label.setProperty("tone", "second")
        self.label.setWordWrap(True)
        write_in(self.label, 12, 500)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if label and not is_quiet:
            column.addWidget(self.label)
        else:
            self.label.hide()
        if beside is None:
            column.addWidget(widget)
        else:
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(widget, 1)
            row.addWidget(beside)
            column.addLayout(row)
        column.addWidget(self.complaint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        control.refused.connect(self._complain)

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.control.widget().setAccessibleDescription(sentence)


def complaint_label() -> QLabel:
    """Return the place, hidden at first, for a sentence about what is wrong."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", "pain")
    write_in(label, 12, 500)
    label.hide()
    return label
