"""A control with its label above and, when something is wrong, a sentence below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.fields.control import Control
from app.widgets.fonts import write_in


class Labelled(QWidget):
    """Label, control and complaint in a column; the label is also the control's accessible name.

    A small widget can stand `beside` the control, another one `above` it, at the end of the label.
    """

    def __init__(
        self,
        label: str,
        control: Control,
        *,
        is_quiet: bool = False,
        beside: QWidget | None = None,
        above: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.control = control
        self.above = above
        self.label = QLabel(label.replace("&", "&&"))
        self.complaint: Complaint | None = None
        widget = control.widget()
        widget.setAccessibleName(label)
        self.label.setBuddy(widget)
        self.label.setProperty("tone", "second")
        self.label.setWordWrap(True)
        write_in(self.label, 12, 500)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        is_labelled = bool(label) and not is_quiet  # shown before it has a parent it would be a window
        for each, small, gap in ((self.label, above, 2), (widget, beside, 4)):
            if each is self.label and not is_labelled:
                continue
            if small is None:
                column.addWidget(each)
            else:
                column.addLayout(_in_line(each, small, gap))
        self._column = column
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        control.refused.connect(self._complain)

    def _complain(self, sentence: str) -> None:
        if self.complaint is None:
            self.complaint = Complaint()
            self._column.addWidget(self.complaint)
        self.complaint.say(sentence)
        self.control.widget().setAccessibleDescription(sentence)


def _in_line(widget: QWidget, small: QWidget, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    row.addWidget(widget, 1)
    row.addWidget(small)
    return row


class Complaint(QLabel):
    """The place, hidden at first, for a sentence about what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("tone", "pain")
        write_in(self, 12, 500)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what is wrong, or with "" that nothing is."""
        if sentence != self.text():
            self.setText(sentence)
            self.setVisible(bool(sentence))
