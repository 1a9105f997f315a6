"""A journey in a window, and somebody at its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from app.widgets.map.canvas import MapCanvas

NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """What is done in one window, the keyboard at a touchpoint or at the map."""

    def __init__(self, window: MainWindow, touchpoint: str = "", role: str = "") -> None:
        self.window = window
        if touchpoint:
            self.document.select({touchpoint})
            self.canvas.selecting.stand(touchpoint, role)
        self.canvas.setFocus()

    @property
    def document(self) -> Document:
        assert self.window.document is not None
        return self.window.document

    @property
    def canvas(self) -> MapCanvas:
        assert self.window.canvas is not None
        return self.window.canvas

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.canvas, key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def the(self, touchpoint: str) -> Touchpoint:
        return self.document.journey.the(Touchpoint, touchpoint)

    def titles(self) -> list[str]:
        return [each.title for each in self.document.journey.all(Touchpoint)]
