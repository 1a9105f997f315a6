"""The history: every step that can be undone or done again; a click goes there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.widgets.close_button import CloseButton
from app.widgets.document import Document
from app.widgets.fonts import font, write_in
from app.widgets.icons import pixmap
from app.widgets.plain_list import PlainList

LINE_PX, DOT_X, TEXT_X = 28, 24, 42
Index = QModelIndex | QPersistentModelIndex
DataRole = Qt.ItemDataRole


class Steps(QAbstractListModel):
    """The beginning and the steps from it; row n is the journey after n steps."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.labels = document.history.labels

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.labels) + 1

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        words = self.words(index.row())
        if role in (DataRole.DisplayRole, DataRole.ToolTipRole):
            return words
        if role == DataRole.AccessibleTextRole:
            place = self._document.history.place
            if index.row() == place:
                return tr("{step}, the journey is here now", step=words)
            return tr("{step}, undone", step=words) if index.row() > place else words
        return None

    def words(self, row: int) -> str:
        """Return what a row says."""
        if row == 0:
            return tr("Beginning")
        return self.labels[row - 1] or tr("Change")

    def refresh(self) -> None:
        """Take over the document's steps; only rows that are others are told."""
        old, new = self.labels, self._document.history.labels
        if old == new:
            return
        same = next((i for i, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
        kept = min(len(old), len(new)) if same is None else same
        if len(old) > kept:
            self.beginRemoveRows(QModelIndex(), kept + 1, len(old))
            self.labels = old[:kept]
            self.endRemoveRows()
        if len(new) > kept:
            self.beginInsertRows(QModelIndex(), kept + 1, len(new))
            self.labels = new
            self.endInsertRows()


class HistoryPanel(QWidget):
    """A list of steps: what is undone is faded, where the journey is now and where it was saved are marked.

    `closed` asks to hide it.
    """

    closed = Signal()

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self.steps = Steps(document)
        self.view = _View(self.steps, document.go_to)
        self._painting = _Painting(self.steps, document, theme, self.view)
        self.view.setItemDelegate(self._painting)
        title = QLabel(tr("History"))
        write_in(title, 14, 700)
        self.count = QLabel()
        self.count.setProperty("tone", "muted")
        write_in(self.count, 12, 500)
        head = QHBoxLayout()
        self.close_button = CloseButton(tr("Hide the history"), theme)
        self.close_button.clicked.connect(self.closed)
        head.setContentsMargins(18, 10, 12, 4)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.setMinimumHeight(120)
        self.setFocusProxy(self.view)
        document.state_changed.connect(self.refresh)

    def wear(self, theme: Theme) -> None:
        """Paint in this theme."""
        self._painting.theme = theme
        self.close_button.wear(theme)
        self.view.viewport().update()

    def refresh(self) -> None:
        """Show the steps as they are now."""
        if not self.isVisible():
            return
        self.steps.refresh()
        self.count.setText(trn("{count} step", "{count} steps", len(self.steps.labels)))
        here = self.steps.index(self._document.history.place)
        self.view.setCurrentIndex(here)
        self.view.scrollTo(here)
        self.view.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


class _View(PlainList):
    """The list; a click, Enter or Space on a row goes to that step."""

    def __init__(self, steps: Steps, go_to: Any) -> None:
        super().__init__(steps)
        self._go_to = go_to
        self.setUniformItemSizes(True)  # thousands of steps
        self.setAccessibleName(tr("History"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.row_clicked(event)
        if row >= 0:
            self._go_to(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._go_to(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class _Painting(QStyledItemDelegate):
    """A thread with a knot for each step."""

    def __init__(self, steps: Steps, document: Document, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._steps = steps
        self._document = document

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, place, rect = index.row(), self._document.history.place, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, is_here=row == place)
        self._paint_knot(painter, rect, row, place)
        last = rect.width() - 16
        if self._document.path is not None and row == self._document.history.clean_place:
            sign = pixmap("save", self.theme.muted, 16, painter.device().devicePixelRatio())
            last -= 20
            painter.drawPixmap(rect.left() + last + 2, rect.top() + (LINE_PX - 16) // 2, sign)
        text_font = font(14, 600 if row == place else 400)
        painter.setFont(text_font)
        painter.setPen(QColor(self.theme.muted if row > place else self.theme.ink))
        room = max(last - TEXT_X - 4, 0)
        words = QFontMetrics(text_font).elidedText(self._steps.words(row), Qt.TextElideMode.ElideRight, room)
        text_place = QRect(rect.left() + TEXT_X, rect.top(), room, rect.height())
        painter.drawText(text_place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_here: bool) -> None:
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_here or is_pointed or has_focus:
            painter.setPen(QPen(QColor(self.theme.accent), 1.4) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.phase) if is_here or is_pointed else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(8, 1, -8, -1), 6, 6)

    def _paint_knot(self, painter: QPainter, rect: QRect, row: int, place: int) -> None:
        x, y = rect.left() + DOT_X + 0.5, rect.center().y() + 0.5
        painter.setPen(QPen(QColor(self.theme.line), 1.6))
        if row > 0:
            painter.drawLine(round(x), rect.top(), round(x), round(y) - 4)
        if row < len(self._steps.labels):
            painter.drawLine(round(x), round(y) + 4, round(x), rect.bottom() + 1)
        colour = QColor(self.theme.line if row > place else self.theme.ink2)
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(QColor(self.theme.ink) if row == place else QColor(self.theme.panel))
        radius = 4.6 if row == place else 3.4
        painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
