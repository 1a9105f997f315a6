"""Fields in rows: small ones two by two where there is room for that, all below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.widgets.fields.labelled import Labelled

LEAST_PX = 118  # of a half: a date is seen whole in it


class Halves(QGridLayout):
    """A grid of two columns that becomes one when it is narrow; tell `fit` how wide it is, and when fields say something else."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._fields: list[tuple[QWidget, bool]] = []
        self._gap = gap
        self._whole: tuple[bool, ...] = ()  # which fields have a line of their own
        self.setHorizontalSpacing(gap)
        self.setColumnStretch(0, 1)
        self.setColumnStretch(1, 1)

    def add(self, widget: QWidget, *, is_half: bool) -> None:
        """Put a field behind the others."""
        self._fields.append((widget, is_half))

    def fit(self, width: int) -> None:
        """Stand as there is room for within so many px."""
        margins = self.contentsMargins()
        half = (width - margins.left() - margins.right() - self._gap) // 2
        whole = tuple(
            not is_half or half < max(LEAST_PX, _needed(widget)) for widget, is_half in self._fields
        )
        if whole != self._whole:
            self._whole = whole
            self._place()

    def _place(self) -> None:
        place = 0
        for (widget, _), is_whole in zip(self._fields, self._whole, strict=True):
            self.removeWidget(widget)
            place += place % 2 if is_whole else 0
            span = 2 if is_whole else 1
            self.addWidget(widget, place // 2, place % 2, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span


def _needed(widget: QWidget) -> int:
    """Return how many px a field needs for what it says, 0 where its words may be cut."""
    control = widget.control if isinstance(widget, Labelled) else None
    needed = getattr(control, "needed_px", None)
    return needed() if needed is not None else 0
