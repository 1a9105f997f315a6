"""The list of names that could be meant, above the capture bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.drawing.shapes import Shape
from app.i18n import tr
from app.model.capture.completing import Offer
from app.widgets.fonts import write_in
from app.widgets.signs import picture

ROW_PX, WIDTH_PX, SIGN_PX = 30, 300, 20


class Offers(QListWidget):
    """A list that floats over the window and never takes the keyboard; `taken` is an offer that was clicked."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("offers")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Names that could be meant"))
        self.setIconSize(QSize(SIGN_PX, SIGN_PX))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        write_in(self, 14, 500)
        self._offers: Sequence[Offer] = ()
        self._is_chosen = False
        self.itemClicked.connect(lambda item: self.taken.emit(self._offers[self.row(item)]))
        self.hide()

    @property
    def chosen(self) -> Offer | None:
        """The offer that was moved to by a key, or none."""
        return self._offers[self.currentRow()] if self._is_chosen and not self.isHidden() else None

    @property
    def first(self) -> Offer | None:
        """The offer that Tab takes: the one moved to, or the first."""
        if self.isHidden() or not self._offers:
            return None
        return self._offers[max(self.currentRow(), 0)]

    def offer(self, offers: Sequence[Offer], shapes: Sequence[tuple[Shape, ...]], at: QPoint) -> None:
        """Offer these above a point of the window."""
        if offers != self._offers or self.isHidden():
            self._offers = offers
            self._is_chosen = False
            self.clear()
            for offer, sign in zip(offers, shapes, strict=True):
                item = QListWidgetItem(_words(offer))
                item.setSizeHint(QSize(WIDTH_PX - 12, ROW_PX))
                if sign:
                    item.setIcon(QIcon(picture(sign, SIGN_PX, self.devicePixelRatioF())))
                self.addItem(item)
            self.setCurrentRow(0)
        height = ROW_PX * len(offers) + 12
        self.setGeometry(at.x(), at.y() - height, WIDTH_PX, height)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move to the next or previous offer."""
        row = self.currentRow() + (by if self._is_chosen or by < 0 else 0)
        self._is_chosen = True
        self.setCurrentRow(row % max(len(self._offers), 1))

    def withdraw(self) -> None:
        """Offer nothing."""
        self._offers = ()
        self._is_chosen = False
        self.hide()


def _words(offer: Offer) -> str:
    return tr("New role: {name}", name=offer.name) if offer.kind == "new_role" else offer.name
