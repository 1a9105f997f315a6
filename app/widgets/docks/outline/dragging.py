"""Lines of the outline dragged to another place: where they would go, and scrolling at the edges meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QListView

from app.widgets.docks.outline.entries import Entry
from app.widgets.docks.outline.gaps import Gap, gap_at
from app.widgets.docks.outline.model import OutlineModel

SCROLL_MS, SCROLL_EDGE_PX, SCROLL_STEP_PX = 30, 26, 9


class Dragging(QObject):
    """What is held over a list; nothing changes before it is let go."""

    def __init__(self, view: QListView, lines: OutlineModel) -> None:
        super().__init__(view)
        self.entries: list[Entry] = []
        self.gap: Gap | None = None  # where they would go
        self._view = view
        self._lines = lines
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    def begin(self, entry: Entry, chosen: list[Entry]) -> None:
        """Take up a line; a role takes the other selected roles with it."""
        if entry.kind != "record":
            return
        together = [each for each in chosen if each.section == entry.section]
        self.entries = together if entry.section == "roles" and entry in together else [entry]
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scrolling.start()

    def to(self, at: QPoint) -> None:
        """Hold it over a point of the list."""
        index = self._view.indexAt(QPoint(10, at.y()))
        row = self._lines.rowCount() if at.y() > 0 else 0
        if index.isValid():
            row = index.row() + (at.y() > self._view.visualRect(index).center().y())
        self.gap = gap_at(self._lines.rows, row, self.entries[0])
        self._view.viewport().update()

    def end(self) -> None:
        """Hold nothing any more."""
        self.entries, self.gap = [], None
        self._scrolling.stop()
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    def paint(self, painter: QPainter, colour: QColor) -> None:
        """Paint a line at the place where it would go."""
        if self.gap is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        y = self._view.visualRect(self._lines.index(self.gap.row - 1)).bottom() + 1
        painter.drawLine(18, y, self._view.viewport().width() - 14, y)

    def _scroll_on(self) -> None:
        """Scroll while it is held near the upper or lower edge."""
        viewport, bar = self._view.viewport(), self._view.verticalScrollBar()
        at = viewport.mapFromGlobal(self._view.cursor().pos())
        step = (at.y() > viewport.height() - SCROLL_EDGE_PX) - (at.y() < SCROLL_EDGE_PX)
        if step and QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            bar.setValue(bar.value() + SCROLL_STEP_PX * step)
            self.to(at)
