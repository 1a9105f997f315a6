"""A chip: a short word or a record that can be taken away, gone to, and moved among others."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.fields.reordering import Reordering, alt_step, is_dragged
from app.widgets.fields.shortened import Shortened
from app.widgets.fonts import write_in
from app.widgets.icons import icon


class ChipFace(NamedTuple):
    """How a chip looks: its words, its sign, whether one can go to it."""

    words: str
    sign: QPixmap | None = None
    goes: bool = False
    is_faded: bool = False
    stays: bool = False  # it cannot be taken away here


class Chip(QFrame):
    """One value; `removed` and `gone_to` tell what the person wants of it. Delete on the keys removes it."""

    removed = Signal(object)
    gone_to = Signal(object)

    def __init__(
        self, value: Hashable, face: ChipFace, theme: Theme, reordering: Reordering | None = None
    ) -> None:
        super().__init__()
        self._reordering = reordering
        self._pressed: QPoint | None = None
        self.value = value
        self.face = face
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(face.words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(face.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 2, 2)
        row.setSpacing(4)
        if face.sign is not None:
            sign = Shortened("")
            sign.setPixmap(face.sign)
            sign.setFixedSize(face.sign.deviceIndependentSize().toSize())
            row.addWidget(sign)
        label = Shortened(face.words)
        label.setProperty("tone", "muted" if face.is_faded else "")
        write_in(label, 13, 500)
        row.addWidget(label)
        self.remove_button = QToolButton()
        self.remove_button.setObjectName("small")
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove_button.setIcon(icon("close", theme.muted, size=14))
        self.remove_button.setIconSize(QSize(14, 14))
        self.remove_button.setAccessibleName(tr("Remove {name}", name=face.words))
        self.remove_button.setToolTip(tr("Remove {name}", name=face.words))
        self.remove_button.clicked.connect(lambda: self.removed.emit(self.value))
        row.addWidget(self.remove_button)
        self.remove_button.setVisible(not face.stays)
        if face.stays:
            row.setContentsMargins(8, 3, 9, 3)
        if face.goes:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and self._reordering is not None
            and self._takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QEvent) -> bool:
        """Tell whether a key is the chip's own, whatever it is on the map."""
        assert self._reordering is not None
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return alt_step(event, flows=True) != 0 or (is_escape and self._reordering.is_holding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = alt_step(event, flows=True)
        if self._reordering is not None and step:
            self._reordering.step(self, step)
        elif (
            self._reordering is not None and self._reordering.is_holding and event.key() == Qt.Key.Key_Escape
        ):
            self._reordering.cancel()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.face.stays:
            self.removed.emit(self.value)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.face.goes:
            self.gone_to.emit(self.value)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.globalPosition().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._reordering is None or self._pressed is None:
            return
        if not self._reordering.is_holding and is_dragged(self._pressed, at):
            self._reordering.hold(self)
        self._reordering.to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._reordering is not None and self._reordering.is_holding:
            self._reordering.let_go()
        elif self.face.goes and self.rect().contains(event.position().toPoint()):
            self.gone_to.emit(self.value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
