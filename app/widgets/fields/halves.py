"""Fields in rows: small ones two by two where there is room for that, all below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

LEAST_PX = 118  # of a half: a date is seen whole in it


class Halves(QGridLayout):
    """A grid of two columns that becomes one when it is narrow; tell `fit` how wide it is."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._fields: list[tuple[QWidget, bool]] = []
        self._gap = gap
        self._is_narrow = False
        self.setHorizontalSpacing(gap)
        self.setColumnStretch(0, 1)
        self.setColumnStretch(1, 1)

    def add(self, widget: QWidget, *, is_half: bool) -> None:
        """Put a field behind the others."""
        self._fields.append((widget, is_half))
        self._place()

    def fit(self, width: int) -> None:
        """Stand as there is room for within so many px."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right() - self._gap
        is_narrow = room < 2 * LEAST_PX
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        place = 0
        for widget, is_half in self._fields:
            self.removeWidget(widget)
            has_line = not is_half or self._is_narrow
            place += place % 2 if has_line else 0
            self.addWidget(widget, place // 2, place % 2, 1, 2 if has_line else 1, Qt.AlignmentFlag.AlignTop)
            place += 2 if has_line else 1
