"""The inspector: all there is about what is selected, to be read, copied and followed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.widgets.docks.inspector.pages import page_of
from app.widgets.docks.inspector.parts import Parts
from app.widgets.docks.inspector.story import Page
from app.widgets.document import Document


class Inspector(QWidget):
    """Shows the page of the selection; `gone_to` asks to go to another record."""

    gone_to = Signal(str)

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._theme = theme
        self.page: Page = ()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._refresh()
        document.changed.connect(self._refresh)
        document.selection_changed.connect(self._refresh)

    def wear(self, theme: Theme) -> None:
        """Draw the signs in this theme."""
        self._theme = theme
        self.page = ()
        self._refresh()

    def _refresh(self) -> None:
        page = page_of(self._document.journey, sorted(self._document.selection))
        if page == self.page:
            return
        self.page = page
        parts = Parts(self._document.journey, self._theme, self.devicePixelRatioF(), self._goer)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 18, 20)
        column.setSpacing(10)
        for part in page:
            column.addWidget(parts.widget(part))
        column.addStretch(1)
        self._area.setWidget(content)

    def _goer(self, record_id: str) -> Callable[[], None]:
        return partial(self.gone_to.emit, record_id)
