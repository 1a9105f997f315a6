"""A month of days that drops down below a field: chosen by mouse or keys, in the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.i18n import tr
from app.widgets.fonts import write_in
from app.widgets.icons import icon

_GAP_PX = 3  # between the field and the calendar


class Calendar(QFrame):
    """Lets a person choose a day; `chosen` has it as 2026-05-12, "" for none. Esc and a click elsewhere close it."""

    chosen = Signal(str)

    def __init__(self, field: QWidget, day: QDate, *, may_be_empty: bool) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAccessibleName(tr("Calendar"))
        self._field = field
        self._month = _Month()
        self._month.setSelectedDate(day)
        self._month.activated.connect(self._choose)
        self._month.clicked.connect(self._choose)
        self.today_button = self._button(tr("&Today"))
        self.today_button.clicked.connect(lambda: self._choose(QDate.currentDate()))
        self.none_button: QPushButton | None = None
        foot = QHBoxLayout()
        foot.addWidget(self.today_button)
        foot.addStretch(1)
        if may_be_empty:
            self.none_button = self._button(tr("&No date"))
            self.none_button.clicked.connect(lambda: self._end(""))
            foot.addWidget(self.none_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._month)
        column.addLayout(foot)

    def shown_day(self) -> QDate:
        """Return the day on which the keyboard stands."""
        return self._month.selectedDate()

    def drop_down(self) -> None:
        """Open below the field, or above it where there is no room."""
        field, screen = self._field, self._field.screen().availableGeometry()
        self.adjustSize()
        at = field.mapToGlobal(QPoint(0, field.height() + _GAP_PX))
        if at.y() + self.height() > screen.bottom():
            at.setY(field.mapToGlobal(QPoint(0, 0)).y() - self.height() - _GAP_PX)
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        at.setY(max(screen.top(), at.y()))
        self.move(at)
        self.show()
        self._month.days().setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, day: QDate) -> None:
        self._end(day.toString(Qt.DateFormat.ISODate))

    def _end(self, day: str) -> None:
        self.close()
        self.chosen.emit(day)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "link")
        write_in(button, 13, 500)
        return button


class _Month(QCalendarWidget):
    """The days of a month; the one on which the keyboard stands is filled, today has a ring."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setDateEditEnabled(False)
        ink, muted = self._colour(QPalette.ColorRole.Text), self._colour(QPalette.ColorRole.PlaceholderText)
        self._plain, head = QTextCharFormat(), QTextCharFormat()
        self._plain.setForeground(ink)
        head.setForeground(muted)
        head.setBackground(self._colour(QPalette.ColorRole.Base))
        self.setHeaderTextFormat(head)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, self._plain)
        for name, sign in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = self.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(icon(sign, muted.name(), size=16))
                button.setAccessibleName(tr("Month before") if name == "prev" else tr("Next month"))
                button.setToolTip(button.accessibleName())
        for child in self.findChildren(QWidget):
            write_in(child, 13, 500 if isinstance(child, QToolButton) else 400)
        write_in(self, 13, 400)
        self.days().setAccessibleName(tr("Days of the month"))

    def days(self) -> QTableView:
        """Return the table of the days."""
        found = self.findChild(QTableView)
        assert isinstance(found, QTableView)
        return found

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | object) -> None:
        day = date if isinstance(date, QDate) else QDate()
        box = QRectF(rect).adjusted(2, 1.5, -2, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        role = QPalette.ColorRole.Text
        if day == self.selectedDate():
            painter.setBrush(self._colour(QPalette.ColorRole.Text))
            painter.drawRoundedRect(box, 6, 6)
            role = QPalette.ColorRole.Base
        elif day.month() != self.monthShown() or not self.minimumDate() <= day <= self.maximumDate():
            role = QPalette.ColorRole.PlaceholderText
        if day == QDate.currentDate():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Accent), 1.6))
            painter.drawRoundedRect(box, 6, 6)
        painter.setPen(self._colour(role))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.locale().toString(day.day()))
        painter.restore()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
