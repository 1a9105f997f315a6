"""The insights of a journey with the dots they were given, as a list in which one votes."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.drawing.parts.pins import pin
from app.drawing.tokens import Theme
from app.i18n import headed, tr, trn
from app.model.ballot import ranking
from app.model.journey import Journey
from app.model.names import title_of
from app.model.records import Insight
from app.model.vocabulary import insight_kinds, name_in
from app.widgets.fonts import font
from app.widgets.plain_list import PlainList
from app.widgets.presenting.typesetting import write
from app.widgets.signs import picture

Index = QModelIndex | QPersistentModelIndex
ROW_PX, BUTTON_PX, COUNT_PX, SIGN_PX = 60, 26, 30, 24
_ROW_ROLE = Qt.ItemDataRole.UserRole
_MORE = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
_LESS = {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}


class VoteRow(NamedTuple):
    """One insight and its dots."""

    id: str
    kind: str
    text: str
    about: str
    dots: int


class VotesModel(QAbstractListModel):
    """The insights of a session, the most voted first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[VoteRow, ...] = ()

    def show(self, journey: Journey, session: str) -> bool:
        """Take the rows from the journey as it is now; tell whether there is something new."""
        rows = tuple(
            VoteRow(each.id, each.kind, " ".join(each.text.split()), _about(journey, each), dots)
            for each, dots in ranking(journey, session)
        )
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return headed(name_in(insight_kinds(), row.kind), row.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            dots = trn("{count} dot", "{count} dots", row.dots)
            return headed(name_in(insight_kinds(), row.kind), f"{row.text}, {row.about}, {dots}")
        return None


class VotesList(PlainList):
    """Votes by + and - on the current insight, or by its two buttons; Enter goes to it on the map."""

    voted = Signal(str, int)
    chosen = Signal(str)
    gone_to = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self.rows = VotesModel()
        super().__init__(self.rows)
        self.rows.setParent(self)
        self._delegate = _Delegate(theme)
        self._delegate.setParent(self)
        self._is_following = False
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Insights by votes"))
        self._delegate.voted.connect(self.voted)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def current(self) -> str:
        """The id of the current insight, or ""."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].id if index.isValid() else ""

    def show_rows(self, journey: Journey, session: str, wanted: str) -> None:
        """Show the journey as it is now, with this insight current."""
        self._is_following = True
        self.rows.show(journey, session)
        place = next((place for place, row in enumerate(self.rows.rows) if row.id == wanted), -1)
        index = self.rows.index(place) if place >= 0 else QModelIndex()
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        if place >= 0:
            self.scrollTo(index)
        self._is_following = False
        self.viewport().update()

    def wear(self, theme: Theme) -> None:
        """Paint in this theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MORE | _LESS and self.current:
            self.voted.emit(self.current, 1 if key in _MORE else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.gone_to.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _on_current(self, *_: object) -> None:
        if not self._is_following and self.current:
            self.chosen.emit(self.current)


class _Delegate(QStyledItemDelegate):
    """Paints an insight: its pin, its words, what it is about, and its dots between two buttons."""

    voted = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: VoteRow = index.data(_ROW_ROLE)
        theme, box = self.theme, QRect(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            ground = QColor(theme.phase)
            ground.setAlphaF(1.0 if is_chosen else 0.5)
            painter.setBrush(ground)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        widget = option.widget
        ratio = widget.devicePixelRatioF() if widget is not None else 1.0
        sign = picture(pin(row.kind, "", 17, theme), SIGN_PX, ratio)
        painter.drawPixmap(box.left() + 6, box.top() + 10, sign)
        less, count, more = _zones(box)
        words = QRectF(box.left() + 36, box.top() + 7, less.left() - box.left() - 42, 36)
        height = write(painter, row.text, words, 14, 500, theme.ink, most=2, spacing=1.25)
        about = QRectF(words.left(), words.top() + height, words.width(), 18)
        write(painter, row.about, about, 12, 400, theme.muted)
        self._button(painter, less, "−", is_on=row.dots > 0)
        self._button(painter, more, "+", is_on=True)
        painter.setPen(QColor(theme.ink if row.dots else theme.muted))
        painter.setFont(font(17, 700))
        painter.drawText(count, Qt.AlignmentFlag.AlignCenter, str(row.dots))
        painter.restore()

    def editorEvent(self, event: QEvent, _model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        less, _, more = _zones(QRect(option.rect))
        for zone, dots in ((less, -1), (more, 1)):
            if zone.contains(event.position().toPoint()):
                self.voted.emit(index.data(_ROW_ROLE).id, dots)
                return True
        return False

    def _button(self, painter: QPainter, at: QRect, sign: str, *, is_on: bool) -> None:
        theme = self.theme
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(QRectF(at).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.setPen(QColor(theme.ink if is_on else theme.line))
        painter.setFont(font(16, 500))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, sign)


def _zones(box: QRect) -> tuple[QRect, QRect, QRect]:
    """Return where one takes a dot, where their number stands, and where one gives a dot."""
    top = box.center().y() - BUTTON_PX // 2
    right = box.right() - 8
    more = QRect(right - BUTTON_PX, top, BUTTON_PX, BUTTON_PX)
    count = QRect(more.left() - COUNT_PX, top, COUNT_PX, BUTTON_PX)
    less = QRect(count.left() - BUTTON_PX, top, BUTTON_PX, BUTTON_PX)
    return less, count, more


def _about(journey: Journey, insight: Insight) -> str:
    titles = [title_of(record) for ref in insight.refs if (record := journey.get(ref.id)) is not None]
    return ", ".join(filter(None, dict.fromkeys(titles)))
