"""File > New: templates with a picture of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.files.templates import Template, journey_at, templates
from app.i18n import tr
from app.widgets.cards import CARD_PX, GAP_PX, Card, CardGrid
from app.widgets.dialogs.frame import MARGIN_PX, Dialog, label
from app.widgets.session import Session
from app.widgets.thumbnails import ask_for

COLUMNS = 3
LOW_PX = 520  # a screen as high has room for the cards alone
_DESCRIPTION_LINES = 3


class NewDialog(Dialog):
    """Lets the person choose what to begin with; `chosen` tells the template's name."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(tr("New Journey"), parent)
        self._names: dict[Card, str] = {}
        room = self.screen().availableGeometry()
        if room.height() > LOW_PX:
            self.column.addWidget(label(tr("Begin from a template"), 18, 600))
        self._group = QButtonGroup(self)
        self.grid = CardGrid()
        for template in templates():
            self._add(template, session)
        content = QWidget()
        content.setObjectName("content")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.grid)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its cards have it
        area.setWidget(content)
        self.column.addWidget(area, 1)
        self.description = label("", 13, 400, "second")
        self.description.setWordWrap(True)
        if room.height() > LOW_PX:
            lines = _DESCRIPTION_LINES * self.description.fontMetrics().lineSpacing()
            self.description.setMinimumHeight(lines)
        self.description.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.description)
        self._group.buttonToggled.connect(self._describe)
        button, _ = self.add_foot(tr("Create"))
        button.clicked.connect(self.accept)
        if self.grid.cards:
            self.grid.cards[0].setChecked(True)
            self.grid.cards[0].setFocus()
        width = COLUMNS * CARD_PX + (COLUMNS - 1) * GAP_PX + 2 * MARGIN_PX + 16
        self.resize(min(width, room.width() - 40), min(700, room.height() - 40))

    def accept(self) -> None:
        """Begin with the card that is chosen."""
        name = next((name for card, name in self._names.items() if card.isChecked()), "")
        super().accept()
        if name:
            self.chosen.emit(name)

    def _describe(self, card: QAbstractButton, is_on: bool) -> None:
        """Show all that the card has no room for."""
        if is_on:
            self.description.setText(card.accessibleDescription())

    def _add(self, template: Template, session: Session) -> None:
        card = _Choice(template.title, template.description, session)
        card.setCheckable(True)
        card.setAutoDefault(False)
        card.twice.connect(self.accept)
        self._names[card] = template.name
        self._group.addButton(card)
        self.grid.add(card)
        looks = session.looks
        make = partial(journey_at, template.path)
        ask_for(session.sketching, make, looks.name, card, card.show_picture)


class _Choice(Card):
    """A card that is chosen by a click and taken by two."""

    twice = Signal()

    def __init__(self, title: str, sentence: str, session: Session) -> None:
        super().__init__(title, sentence, session.looks.theme)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.setChecked(True)
        self.twice.emit()
