"""The page of a window without a journey: recent files, templates to begin with, samples to look at."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.files.templates import Template, journey_at, templates
from app.i18n import tr
from app.places import resource
from app.widgets.cards import Card, CardGrid
from app.widgets.file_names import distinct
from app.widgets.fonts import write_in
from app.widgets.icons import pixmap
from app.widgets.session import Session
from app.widgets.thumbnails import ask_for

LEFT_PX = 300
MOST_RECENT = 8


class Welcome(QWidget):
    """Offers what a person may want to begin with."""

    opened = Signal(list)  # of paths
    asked = Signal()
    begun = Signal(str)
    sampled = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.cards: list[tuple[Card, Template]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QFrame()
        self._left.setObjectName("panel")
        self._left.setProperty("edge", "right")
        self._left.setFixedWidth(LEFT_PX)
        self._fill_left(QVBoxLayout(self._left))
        row.addWidget(self._left)
        row.addWidget(self._right(), 1)
        session.settings_changed.connect(self._refresh_left)
        self._draw()

    def wear(self, _theme: Theme) -> None:
        """Draw the pictures in the theme of now."""
        self._draw()

    def _fill_left(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(24, 32, 20, 24)
        column.setSpacing(6)
        sign = QLabel()
        sign.setPixmap(_logo(self.devicePixelRatioF()))
        column.addWidget(sign)
        column.addSpacing(6)
        column.addWidget(_label("Journeylines", 22, 700))
        words = _label(tr("Every role’s line on one shared timeline."), 14, 400, "muted")
        column.addWidget(words)
        column.addSpacing(16)
        button = QPushButton(tr("Open a Journey…"))
        button.setProperty("kind", "primary")
        write_in(button, 14, 600)
        button.clicked.connect(self.asked)
        self.setFocusProxy(button)
        column.addWidget(button)
        hint = _label(tr("or drop files here: .journey, and PNG or SVG exports"), 12, 400, "muted")
        column.addWidget(hint)
        column.addSpacing(18)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(1)
        self._refresh_left()

    def _refresh_left(self) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        files = self._session.settings.recent_files[:MOST_RECENT]
        if files:
            self._recent.addWidget(_label(tr("Recent"), 14, 700))
        paths = [Path(name) for name in files]
        for path, words in zip(paths, distinct(paths, lambda path: path.stem), strict=True):
            button = QPushButton(words.replace("&", "&&"))
            button.setProperty("kind", "link")
            button.setToolTip(str(path))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            write_in(button, 14, 500)
            button.clicked.connect(partial(self._open, path))
            self._recent.addWidget(button)

    def _open(self, path: Path) -> None:
        self.opened.emit([path])

    def _right(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(36, 32, 36, 32)
        column.setSpacing(12)
        column.addWidget(_label(tr("Begin from a template"), 16, 700))
        column.addWidget(self._grid(templates(), self.begun))
        column.addSpacing(18)
        column.addWidget(_label(tr("Look at a sample"), 16, 700))
        column.addWidget(self._grid(templates(resource("samples")), self.sampled))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        return area

    def _grid(self, rows: tuple[Template, ...], chosen: SignalInstance) -> CardGrid:
        grid = CardGrid()
        for row in rows:
            card = Card(row.title, row.description, self._session.looks.theme)
            card.clicked.connect(partial(chosen.emit, row.name))
            self.cards.append((card, row))
            grid.add(card)
        return grid

    def _draw(self) -> None:
        theme = self._session.looks.name
        for card, row in self.cards:
            ask_for(self._session.sketching, partial(journey_at, row.path), theme, card, card.show_picture)


def _logo(ratio: float) -> QPixmap:
    return pixmap("journeylines", "", 56, ratio)


def _label(text: str, size: int, weight: int, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    write_in(label, size, weight)
    return label
