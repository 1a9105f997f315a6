"""What all dialogs have in common: a heading, room, and buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n import tr
from app.widgets.fonts import write_in

MARGIN_PX = 24
FRAME_PX = 12, 40  # of the window around it


class Dialog(QDialog):
    """A dialog that belongs to its window and is gone when it is closed."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN_PX, MARGIN_PX - 4, MARGIN_PX, MARGIN_PX - 6)
        self.column.setSpacing(14)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as all words need, which Qt forgets on a low screen, and never larger than the screen."""
        super().showEvent(event)
        room = self.screen().availableGeometry().size() - QSize(*FRAME_PX)
        width = min(self.width(), room.width())
        least = max(self.column.totalMinimumHeightForWidth(width), self.height())
        self.resize(width, min(least, room.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, whatever Enter does elsewhere in the dialog."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            super().keyPressEvent(event)

    def add_foot(self, words: str, *, can_cancel: bool = True) -> tuple[QPushButton, QHBoxLayout]:
        """Add the row of buttons; return the one that does it, and the row to put more before it."""
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        if can_cancel:
            cancel = QPushButton(tr("Cancel"))
            cancel.setAutoDefault(False)
            cancel.clicked.connect(self.reject)
            write_in(cancel, 14, 500)
            row.addWidget(cancel)
        button = QPushButton(words)
        button.setDefault(True)
        write_in(button, 14, 600)
        row.addWidget(button)
        self.column.addLayout(row)
        return button, row


def label(words: str, size: int = 14, weight: int = 400, tone: str = "") -> QLabel:
    """Return plain words that wrap."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if tone:
        made.setProperty("tone", tone)
    write_in(made, size, weight)
    return made


def field(words: str, widget: QWidget) -> QWidget:
    """Return a widget under its label."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    caption = label(words, 12, 500, "muted")
    caption.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(words)
    column.addWidget(caption)
    column.addWidget(widget)
    return box
