"""The command palette: every action by its words, and everything in the journey to go to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.dialogs.palette_offers import Offer, Offers
from app.widgets.fonts import font, write_in
from app.widgets.icons import icon
from app.widgets.plain_list import PlainList

WIDTH_PX, LINE_PX, LINES, TOP_PX = 640, 36, 11, 70
PAD_PX, SPACE_PX = 8, 6
LEAST_LINES = 3  # on a low screen
Index = QModelIndex | QPersistentModelIndex
DataRole = Qt.ItemDataRole


class PaletteDialog(QDialog):
    """A field over a list; typing narrows it, arrows choose, Enter does it, Esc closes."""

    def __init__(
        self, offers: Offers, icons: Mapping[str, QIcon], theme: Theme, run: Callable[[Offer], None], parent: QWidget
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle(tr("Command Palette"))
        self.setAccessibleName(tr("Command Palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setStyleSheet(
            f"QDialog#palette {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: 8px; }}"
        )
        self._offers = offers
        self._run = run
        self._window = parent.window()
        self._most = LINES  # lines in sight
        self.lines = Lines(self)
        self.field = _Field(self._key)
        self.field.addAction(icon("find", theme.muted, size=18), QLineEdit.ActionPosition.LeadingPosition)
        self.list = _List(self.lines, self._take)
        self.list.setItemDelegate(_Painting(self.lines, icons, theme, self.list))
        self._nothing = QLabel(tr("No action and nothing in the journey is called so."))
        self._nothing.setProperty("tone", "muted")
        self._nothing.setContentsMargins(14, 4, 14, 10)
        self._nothing.setWordWrap(True)
        write_in(self._nothing, 14, 400)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_PX, PAD_PX, PAD_PX, PAD_PX)
        column.setSpacing(SPACE_PX)
        for widget in (self.field, self.list, self._nothing):
            column.addWidget(widget)
        self.field.textChanged.connect(self._search)
        self._search("")

    def open(self) -> None:
        """Show it over the upper part of the window."""
        window = self._window
        width = min(WIDTH_PX, window.width() - 40)
        self.setFixedWidth(width)
        top = min(TOP_PX, window.height() // 10)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, top)))
        around = self.field.sizeHint().height() + 3 * SPACE_PX + 2 * PAD_PX
        self._most = min(max((window.height() - 2 * top - around) // LINE_PX, LEAST_LINES), LINES)
        self._search(self.field.text())
        self.show()
        self.field.setFocus()

    def _search(self, text: str) -> None:
        self.lines.offer(self._offers.found(text))
        shown = min(len(self.lines.shown), self._most)
        self.list.setVisible(shown > 0)
        self._nothing.setVisible(shown == 0)
        self.list.setFixedHeight(max(shown, 1) * LINE_PX + 2)
        self.adjustSize()
        if shown:
            self.list.setCurrentIndex(self.lines.index(0))
            self.list.scrollToTop()

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the field beside typing; tell whether it means something."""
        key, row, count = Qt.Key(event.key()), self.list.currentIndex().row(), len(self.lines.shown)
        page = self._most
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if count:
                self._take(self.lines.shown[max(row, 0)])
        elif key in steps:
            if count:
                step = steps[key]
                place = (row + step) % count if abs(step) == 1 else min(max(row + step, 0), count - 1)
                self.list.setCurrentIndex(self.lines.index(place))
        else:
            return False
        return True

    def _take(self, offer: Offer) -> None:
        """Do it, if it can be done now; the palette is gone before."""
        if offer.is_on:
            self.close()
            self._run(offer)


class Lines(QAbstractListModel):
    """The lines offered now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: list[Offer] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        offer = self.shown[index.row()]
        if role == DataRole.DisplayRole:
            return offer.words
        if role == DataRole.ToolTipRole:
            return offer.why_not or offer.words
        if role == DataRole.AccessibleTextRole:
            return ", ".join(filter(None, (offer.words, offer.aside, offer.keys, offer.why_not)))
        return None

    def offer(self, shown: list[Offer]) -> None:
        """Offer these lines."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()


class _Field(QLineEdit):
    def __init__(self, keyed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._keyed = keyed
        self.setPlaceholderText(tr("Do something, or go to a role, phase or touchpoint"))
        self.setAccessibleName(tr("Command Palette"))
        write_in(self, 16, 400)
        self.setFixedHeight(42)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyed(event):
            super().keyPressEvent(event)


class _List(PlainList):
    def __init__(self, lines: Lines, take: Callable[[Offer], None]) -> None:
        super().__init__(lines)
        self._lines = lines
        self._take = take
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.row_clicked(event)
        if row >= 0:
            self._take(self._lines.shown[row])


class _Painting(QStyledItemDelegate):
    def __init__(self, lines: Lines, icons: Mapping[str, QIcon], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self._icons = icons
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer, theme, rect = self._lines.shown[index.row()], self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.phase2 if theme.is_dark else theme.phase))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_sign(painter, rect, offer)
        last = rect.width() - 14
        if offer.keys:
            last = self._write_keys(painter, rect, last, offer)
        colour = theme.ink if offer.is_on else theme.muted
        aside = offer.why_not or offer.aside
        aside_px = min(QFontMetrics(font(12, 400)).horizontalAdvance(aside), (last - 44) // 2)
        end = self._write(painter, rect, 44, last - aside_px - 16, offer, colour)
        painter.setFont(font(12, 400))
        painter.setPen(QColor(theme.muted))
        words = QFontMetrics(painter.font()).elidedText(
            aside, Qt.TextElideMode.ElideRight, max(last - end - 10, 0)
        )
        place = QRect(rect.left() + end + 10, rect.top() + 1, max(last - end - 10, 0), rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.restore()

    def _paint_sign(self, painter: QPainter, rect: QRect, offer: Offer) -> None:
        sign = self._icons.get(offer.id)
        name = "check" if offer.is_checked else "arrow-right" if offer.is_record else ""
        if name:
            sign = icon(name, self._theme.muted, size=18)
        if sign is not None and not sign.isNull():
            mode = QIcon.Mode.Normal if offer.is_on else QIcon.Mode.Disabled
            sign.paint(painter, QRect(rect.left() + 14, rect.top() + 9, 18, 18), mode=mode)

    def _write(self, painter: QPainter, rect: QRect, x: int, last: int, offer: Offer, colour: str) -> int:
        """Write the words, those letters that were typed stronger; return where they end."""
        plain, strong = font(14, 400), font(14, 700)
        words = offer.words
        if QFontMetrics(strong).horizontalAdvance(words) > last - x:
            words = QFontMetrics(strong).elidedText(words, Qt.TextElideMode.ElideRight, last - x)
        painter.setPen(QColor(colour))
        for text, is_marked in _runs(words, offer.marked):
            used: QFont = strong if is_marked else plain
            painter.setFont(used)
            width = QFontMetrics(used).horizontalAdvance(text)
            place = QRect(rect.left() + x, rect.top(), width + 4, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
            x += width
        return x

    def _write_keys(self, painter: QPainter, rect: QRect, last: int, offer: Offer) -> int:
        painter.setFont(font(12, 500))
        width = QFontMetrics(painter.font()).horizontalAdvance(offer.keys) + 14
        box = QRectF(rect.left() + last - width, rect.top() + 8, width, LINE_PX - 16)
        painter.setPen(QColor(self._theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(self._theme.ink2 if offer.is_on else self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, offer.keys)
        return last - width - 10


def _runs(words: str, marked: frozenset[int]) -> list[tuple[str, bool]]:
    """Cut words into runs of letters that were typed and others."""
    runs: list[tuple[str, bool]] = []
    for at, letter in enumerate(words):
        is_marked = at in marked
        if runs and runs[-1][1] == is_marked:
            runs[-1] = (runs[-1][0] + letter, is_marked)
        else:
            runs.append((letter, is_marked))
    return runs
