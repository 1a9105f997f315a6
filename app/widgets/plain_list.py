"""A list without a frame, on the ground of what it stands in; a delegate paints its rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QListView


class PlainList(QListView):
    """As wide as its place, scrolled by pixels, and told where the mouse is, so that rows can answer it."""

    def __init__(self, lines: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(lines)
        self.setObjectName("plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def row_clicked(self, event: QMouseEvent) -> int:
        """Return the row under the left button of the mouse, or -1."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        return self.indexAt(event.position().toPoint()).row() if is_left else -1
