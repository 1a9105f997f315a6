"""Who the roles of a copy are here: each is one of the journey's roles, or is added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.model.journey import Journey
from app.model.likeness import likely_role
from app.model.records import Role
from app.widgets import signs
from app.widgets.dialogs.frame import Dialog, label
from app.widgets.fonts import write_in
from app.widgets.transfer.strangers import Stranger

_MOST_SHOWN_PX = 320
_AROUND_PX = 220  # words, buttons and the frame of the window


class RolesToMap(Dialog):
    """Asks for each stranger who it is; `chosen` tells key -> id of a role, "" for one to add."""

    chosen = Signal(dict)

    def __init__(
        self, strangers: Sequence[Stranger], journey: Journey, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(tr("Roles That Are Not Here Yet"), parent)
        self.setMinimumWidth(560)
        self._journey = journey
        self._theme = theme
        self.choices: dict[str, QComboBox] = {}
        words = trn(
            "This role is not in the journey. Is it one of its roles under another name, or is it to be added?",
            "These {count} roles are not in the journey. Are they its roles under other names, or are they to be added?",
            len(strangers),
        )
        self.column.addWidget(label(words, 14, 400))
        self.column.addWidget(self._list(strangers))
        button, _row = self.add_foot(tr("Paste"))
        button.clicked.connect(self.accept)
        self.accepted.connect(self._tell)
        first = next(iter(self.choices.values()), None)
        if first is not None:
            first.setFocus()

    def _list(self, strangers: Sequence[Stranger]) -> QWidget:
        content = QWidget()
        content.setObjectName("content")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, stranger in enumerate(strangers):
            grid.addWidget(self._name(stranger), row, 0)
            self.choices[stranger.key] = self._choice(stranger)
            grid.addWidget(self.choices[stranger.key], row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        room = self.screen().availableGeometry().height() - _AROUND_PX
        area.setMinimumHeight(max(min(content.sizeHint().height() + 4, _MOST_SHOWN_PX, room), 80))
        return area

    def _name(self, stranger: Stranger) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(stranger.name, 14, 600))
        if stranger.detail:
            column.addWidget(label(stranger.detail, 12, 400, "muted"))
        return box

    def _choice(self, stranger: Stranger) -> QComboBox:
        choice = QComboBox()
        write_in(choice, 14, 400)
        choice.setIconSize(QSize(20, 20))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(16)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.setAccessibleName(tr("Who “{name}” is here", name=stranger.name))
        choice.addItem(tr("Add as a new role"), "")
        for role in self._journey.all(Role):
            look = signs.look_of(self._journey, role, self._theme)
            sign = signs.marker(look, self._theme, signs.is_supplier(self._journey, role))
            choice.addItem(QIcon(signs.picture(sign, 20, self.devicePixelRatioF())), role.name, role.id)
        choice.setCurrentIndex(max(0, choice.findData(likely_role(self._journey, stranger.name))))
        return choice

    def _tell(self) -> None:
        self.chosen.emit({key: str(choice.currentData()) for key, choice in self.choices.items()})
