"""The row of the columns' titles; each has a funnel that opens its filter, faint until the filter is on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.drawing.tokens import Theme
from app.widgets.icons import pixmap

_FUNNEL_PX = 14
_ROOM_PX = 20  # at the end of a title; what sorts has its arrow in the same place, before it
_ARROW_PX = 16


class Heading(QHeaderView):
    """A header with funnels; `filter_wanted` has the column whose funnel was pressed."""

    filter_wanted = Signal(int)

    def __init__(self, is_filtered: Callable[[int], bool], theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._is_filtered = is_filtered
        self._theme = theme
        self._pointed = -1
        self.viewport().setMouseTracking(True)

    def wear(self, theme: Theme) -> None:
        """Draw the funnels in this theme."""
        self._theme = theme
        self.viewport().update()

    def funnel(self, place: int) -> QRect:
        """Return where a column's funnel is."""
        right = self.sectionViewportPosition(place) + self.sectionSize(place)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == place:
            right -= _ARROW_PX
        return QRect(right - _ROOM_PX, 0, _ROOM_PX - 2, self.height())

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        painter.save()
        super().paintSection(painter, rect, place)
        painter.restore()
        is_on = self._is_filtered(place)
        if not is_on and place != self._pointed:
            return
        box = self.funnel(place)
        painter.fillRect(box.adjusted(-2, 3, 1, -3), self.palette().color(self.backgroundRole()))
        sign = pixmap(
            "filter-on" if is_on else "filter", self._theme.accent if is_on else self._theme.muted, _FUNNEL_PX,
            self.devicePixelRatioF(),
        )  # fmt: skip
        painter.drawPixmap(box.center() - QPoint(_FUNNEL_PX // 2, _FUNNEL_PX // 2), sign)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._funnel_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.filter_wanted.emit(place)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        self._point(self.logicalIndexAt(at) if not event.buttons() else -1)
        if self._funnel_at(at) >= 0:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.cursor().shape() == Qt.CursorShape.PointingHandCursor:
            self.unsetCursor()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _funnel_at(self, at: QPoint) -> int:
        place = self.logicalIndexAt(at)
        near_edge = place >= 0 and at.x() > self.funnel(place).right() - 2  # where the column is made wider
        return place if place >= 0 and self.funnel(place).contains(at) and not near_edge else -1

    def _point(self, place: int) -> None:
        if place != self._pointed:
            self._pointed = place
            self.viewport().update()
