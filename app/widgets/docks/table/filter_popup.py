"""What drops down from a column's heading: words to be found, choices to be ticked, or a span, at once in force."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.i18n import tr
from app.model.folding import folded
from app.model.journey import Journey
from app.model.record import Duration
from app.model.sheet.column import Column
from app.model.time_units import in_unit
from app.widgets.docks.table.filters import Offered, Wish, offered, way_of
from app.widgets.fields.entry import Entry
from app.widgets.fields.labelled import Labelled
from app.widgets.fields.line import Line
from app.widgets.fields.times import DurationField, MomentField
from app.widgets.fonts import write_in

_MANY = 8  # choices, from which on they can be searched
_MOST_SEEN = 10
_WIDTH_PX = 264
Sign = Callable[[Column, str], QPixmap | None]


class FilterPopup(QFrame):
    """Filters one column; `wished` has each wish as it is made. Enter and Esc close it."""

    wished = Signal(object)

    def __init__(self, parent: QWidget, journey: Journey, column: Column, wish: Wish) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self._journey = journey
        self._wish = wish
        name = " ".join(column.title.split())
        self.setAccessibleName(tr("Filter by {column}", column=name))
        title = QLabel(tr("Filter by {column}", column=name))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        write_in(title, 13, 600)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self._column.addWidget(title)
        self.first: QWidget = self
        self.boxes: list[QCheckBox] = []
        {"words": self._make_words, "choices": self._make_choices, "span": self._make_span}[way_of(column)](
            column
        )
        self.clear_button = _link(tr("&Clear"), self._clear)
        done = _link(tr("&Done"), self.close)
        foot = QHBoxLayout()
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        foot.addWidget(done)
        self._column.addLayout(foot)
        self.setFixedWidth(_WIDTH_PX)
        self._tell()

    def drop_down(self, below: QRect) -> None:
        """Open below a heading, given in the coordinates of the screen, or above it where there is no room."""
        screen = self.screen().availableGeometry()
        self.adjustSize()
        at = below.bottomLeft() + QPoint(0, 2)
        if at.y() + self.height() > screen.bottom():
            at.setY(below.top() - self.height() - 2)
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        at.setY(max(screen.top(), at.y()))
        self.move(at)
        self.show()
        self.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.boxes:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _make_words(self, _column: Column) -> None:
        line = Line(self._wish.words)
        line.setPlaceholderText(tr("Contains…"))
        line.setAccessibleName(tr("Words to be found"))
        line.setClearButtonEnabled(True)
        write_in(line, 14, 400)
        line.textChanged.connect(lambda text: self._become(Wish(words=text.strip())))
        self._column.addWidget(line)
        self.first = self._line = line

    def _make_choices(self, column: Column) -> None:
        choices = offered(self._journey, column)
        content = QWidget()
        content.setObjectName("content")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(2, 0, 2, 0)
        inner.setSpacing(0)
        among = self._wish.among
        for each in choices:
            box = _box(each, among is not None and each.value in among)
            box.toggled.connect(self._tick)
            inner.addWidget(box)
            self.boxes.append(box)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = max((box.sizeHint().height() for box in self.boxes), default=0)
        area.setFixedHeight(min(len(choices), _MOST_SEEN) * line + 2)
        if len(choices) > _MANY:
            self._column.addWidget(self._search())
        self._column.addWidget(area)
        self.first = self.boxes[0] if self.boxes else self
        for box in self.boxes:
            if box.isChecked():
                self.first = box
                break

    def _search(self) -> QLineEdit:
        """Return a line that leaves only the choices with its words."""
        line = Line()
        line.setPlaceholderText(tr("Search"))
        line.setAccessibleName(tr("Search"))
        line.setProperty("kind", "small")
        write_in(line, 13, 400)

        def leave(text: str) -> None:
            for box in self.boxes:
                box.setVisible(folded(text.strip()) in folded(box.accessibleName()))

        line.textChanged.connect(leave)
        return line

    def _make_span(self, column: Column) -> None:
        info = self._journey.info
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, label in (("least", tr("From")), ("most", tr("To"))):
            field: Entry
            value: Any = getattr(self._wish, name)
            if column.kind == "moment":
                field = MomentField(lambda: info, may_be_empty=True)
            else:
                field = DurationField(lambda: info.unit)
                value = None if value is None else Duration(value=value, unit=info.unit)
            field.show_value(value)
            field.tried.connect(lambda value, name=name, field=field: self._bound(field, name, value))
            row.addWidget(Labelled(label, field), 1)
            self.first = field if name == "least" else self.first
        self._column.addLayout(row)

    def _bound(self, field: Entry, name: str, value: Hashable) -> None:
        field.show_value(value)
        bound = in_unit(value, self._journey.info.unit) if isinstance(value, Duration) else value
        bounds = {"least": self._wish.least, "most": self._wish.most, name: bound}
        self._become(Wish(least=bounds["least"], most=bounds["most"]))  # type: ignore[arg-type]

    def _tick(self) -> None:
        ticked = frozenset(box.property("value") for box in self.boxes if box.isChecked())
        self._become(Wish(among=ticked) if ticked else Wish())

    def _clear(self) -> None:
        """Want nothing of this column any more."""
        self._become(Wish())
        self.close()

    def _become(self, wish: Wish) -> None:
        self._wish = wish
        self._tell()
        self.wished.emit(wish)

    def _tell(self) -> None:
        self.clear_button.setEnabled(self._wish.is_on)


def _box(each: Offered, is_ticked: bool) -> QCheckBox:
    words = each.words if len(each.words) <= 60 else f"{each.words[:59]}…"
    box = QCheckBox(words.replace("&", "&&"))
    box.setProperty("value", each.value)
    box.setAccessibleName(each.words)
    box.setChecked(is_ticked)
    if words != each.words:
        box.setToolTip(each.words)
    write_in(box, 13, 400)
    return box


def _link(words: str, run: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "link")
    write_in(button, 13, 500)
    button.clicked.connect(run)
    return button
