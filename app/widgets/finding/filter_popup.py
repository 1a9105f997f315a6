"""The list that falls from the filter bar: everything one can filter by, with counts; it stays open while one chooses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.folding import folded
from app.widgets.fields.clearing import offer_to_clear
from app.widgets.fields.line import Line
from app.widgets.finding.filter_choices import Choice, Facet
from app.widgets.fonts import font, write_in
from app.widgets.icons import icon, pixmap
from app.widgets.plain_list import PlainList

WIDTH_PX, MOST_PX, HEADING_PX, LINE_PX = 300, 460, 34, 28
Index = QModelIndex | QPersistentModelIndex
DataRole = Qt.ItemDataRole
Toggle = Callable[[Facet, str], None]


class ChoiceModel(QAbstractListModel):
    """The choices whose words have what is searched for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: list[Choice] = []
        self._all: list[Choice] = []
        self._searched = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        choice = self.shown[index.row()]
        if role == DataRole.DisplayRole:
            return choice.words
        if role == DataRole.CheckStateRole and choice.value:
            return Qt.CheckState.Checked if choice.is_on else Qt.CheckState.Unchecked
        if role == DataRole.AccessibleTextRole:
            return f"{choice.words}, {choice.count}" if choice.value else choice.words
        return choice.words if role == DataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.shown[index.row()].value:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def offer(self, choices: list[Choice]) -> None:
        """Offer these; where they are the same lines, only ticks and counts change."""
        self._all = choices
        self._list()

    def search(self, text: str) -> None:
        """Leave what has these words."""
        self._searched = folded(text.strip())
        self._list()

    def _list(self) -> None:
        shown = [each for each in self._all if not each.value or self._searched in folded(each.words)]
        kept = {each.facet for each in shown if each.value}
        shown = [each for each in shown if each.facet in kept]
        if [(each.facet, each.value) for each in shown] == [(each.facet, each.value) for each in self.shown]:
            self.shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()


class FilterPopup(QFrame):
    """A search box over the list. Enter, Space or a click choose and take back; Esc closes."""

    def __init__(self, toggle: Toggle, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(tr("Filter by"))
        self._toggle = toggle
        self._theme = theme
        self.model = ChoiceModel(self)
        self.search = _Search(self._go_on, self._take_first)
        self.list = _List(self.model, self.take)
        self.list.setItemDelegate(_Painting(self.model, theme, self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.search.addAction(icon("find", theme.muted, size=16), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.setFixedWidth(WIDTH_PX)

    def open_at(self, at: QPoint, choices: list[Choice]) -> None:
        """Fall from this point of the screen."""
        self.model.offer(choices)
        lines = sum(LINE_PX if choice.value else HEADING_PX for choice in choices)
        room = self.screen().availableGeometry()
        self.setFixedHeight(max(120, min(lines + 66, MOST_PX, room.bottom() - at.y() - 8)))
        self.move(min(at.x(), room.right() - WIDTH_PX), at.y())
        self.show()
        self.search.setFocus()

    def take(self, choice: Choice) -> None:
        """Choose a value, or take it back."""
        if choice.value:
            self._toggle(choice.facet, choice.value)

    def _search(self, text: str) -> None:
        self.model.search(text)

    def _go_on(self) -> None:
        first = next((row for row, choice in enumerate(self.model.shown) if choice.value), -1)
        if first >= 0:
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(first))

    def _take_first(self) -> None:
        if self.search.text().strip():
            first = next((choice for choice in self.model.shown if choice.value), None)
            if first is not None:
                self.take(first)
                self.search.clear()


class _Search(Line):
    def __init__(self, go_on: Callable[[], None], take_first: Callable[[], None]) -> None:
        super().__init__()
        self._go_on, self._take_first = go_on, take_first
        self.setPlaceholderText(tr("Role, channel, phase, tag …"))
        self.setAccessibleName(tr("Search what to filter by"))
        offer_to_clear(self)
        write_in(self, 14, 400)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._go_on()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_first()
        else:
            super().keyPressEvent(event)


class _List(PlainList):
    def __init__(self, model: ChoiceModel, take: Callable[[Choice], None]) -> None:
        super().__init__(model)
        self._choices = model
        self._take = take
        self.setAccessibleName(tr("Filter by"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.row_clicked(event)
        if row >= 0:
            self._take(self._choices.shown[row])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press has chosen; the release is not to tick again

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and index.isValid():
            self._take(self._choices.shown[index.row()])
        else:
            super().keyPressEvent(event)


class _Painting(QStyledItemDelegate):
    def __init__(self, model: ChoiceModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, LINE_PX if self._model.shown[index.row()].value else HEADING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice, theme, rect = self._model.shown[index.row()], self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not choice.value:
            painter.setFont(font(12, 500))
            painter.setPen(QColor(theme.muted))
            painter.drawText(rect.adjusted(8, 8, 0, 0), Qt.AlignmentFlag.AlignVCenter, choice.words)
            painter.restore()
            return
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if option.state & QStyle.StateFlag.State_MouseOver or has_focus:
            painter.setPen(QPen(QColor(theme.accent), 1.4) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.phase2 if theme.is_dark else theme.phase))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_box(painter, QRectF(rect.left() + 8, rect.center().y() - 7, 15, 15), choice.is_on)
        count = str(choice.count)
        painter.setFont(font(12, 500))
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            rect.adjusted(0, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count
        )
        text_font = font(14, 600 if choice.is_on else 400)
        room = rect.width() - 32 - 20 - QFontMetrics(font(12, 500)).horizontalAdvance(count)
        words = QFontMetrics(text_font).elidedText(choice.words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(text_font)
        painter.setPen(QColor(theme.ink if choice.count else theme.muted))
        painter.drawText(rect.adjusted(32, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, is_on: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.ink if is_on else theme.muted), 1.4))
        painter.setBrush(QColor(theme.ink) if is_on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            tick = pixmap("check", theme.bg, 13, painter.device().devicePixelRatio())
            painter.drawPixmap(round(box.x()) + 1, round(box.y()) + 1, tick)
