"""A choice of a few, all in sight: one of several buttons in a row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.widgets.fonts import write_in


class Segments(QFrame):
    """One of `choices` (value -> words) is chosen; `chosen` tells when the person chose another."""

    chosen = Signal(str)

    def __init__(
        self, choices: Mapping[str, str], value: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for choice, words in choices.items():
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(choice == value)
            button.setFixedHeight(34)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.clicked.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
            write_in(button, 14, 500)
            self._group.addButton(button)
            self.buttons[choice] = button
            row.addWidget(button)

    @property
    def value(self) -> str:
        """What is chosen."""
        return next(choice for choice, button in self.buttons.items() if button.isChecked())
