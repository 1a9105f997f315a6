"""Text that grows with what is written: of several lines, or of one that wraps."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from app.widgets.fields.reordering import alt_step
from app.widgets.fields.typed import Typed
from app.widgets.fonts import write_in

_MARGIN_PX = 7  # within the border, above and below the text
_BORDER_PX = 2
_MOST_LINES = 14


class LinesField(Typed, QPlainTextEdit):
    """Growing text. With `is_line` a line break is a space and Enter commits; else Ctrl+Enter does."""

    def __init__(
        self, *, is_line: bool = False, size_px: int = 14, weight: int = 400, least: int = 1
    ) -> None:
        super().__init__()
        self._begin(str, str, waits=False)
        self._is_line = is_line
        self._least = least
        self._is_saying = False
        self._fits = True
        self._barring = QTimer(self, interval=0, singleShot=True)
        self._barring.timeout.connect(self._show_bar)
        write_in(self, size_px, weight)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.document().setUndoRedoEnabled(False)  # undoing is the journey's
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.textChanged.connect(self._on_text)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(160, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._line_step(event):
            event.accept()  # on the map these are keys for feelings
            return True
        return self._override(event) or super().event(event)

    def _line_step(self, event: QEvent) -> int:
        """Return by how many lines a key moves the one that the cursor is in, 0 where it does not."""
        return alt_step(event) if self.document().blockCount() > 1 else 0

    def _move_line(self, step: int) -> None:
        """Move the line that the cursor is in, and the cursor with it."""
        cursor = self.textCursor()
        lines, line, column = self.toPlainText().split("\n"), cursor.blockNumber(), cursor.positionInBlock()
        if not 0 <= line + step < len(lines):
            return
        lines.insert(line + step, lines.pop(line))
        self.write("\n".join(lines))
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(line + step).position() + column)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._line_step(event)
        if step:
            self._move_line(step)
            return
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self._key(event, enter_keys=self._is_line or is_control):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_came(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_key and self._is_line:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_left(event)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._fits:
            event.ignore()  # what is around it scrolls
        else:
            super().wheelEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._is_line:
            self.textCursor().insertText(" ".join(source.text().split()))
        else:
            self.textCursor().insertText(source.text())

    def _grow(self) -> None:
        step = QFontMetricsF(self.font()).lineSpacing()
        most = _MOST_LINES * step
        text = max(self._text_px(most), self._hint_px(), self._least * step)
        height = math.ceil(min(text, most)) + 2 * (_MARGIN_PX + _BORDER_PX)
        fits = text < most + step / 2
        if self._fits != fits:
            self._fits = fits
            self._barring.start()
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _text_px(self, most: float) -> float:
        """Return how high the text is, or something above `most`; lines of some scripts are higher than others."""
        height, block = -float(_MARGIN_PX), self.document().begin()
        while block.isValid() and height < 2 * most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _hint_px(self) -> float:
        """Return how high the hint is, perhaps several lines in a narrow panel; what is typed finds the same room."""
        if not self.placeholderText():
            return 0.0
        room = QRectF(0, 0, self.viewport().width() - 2 * _MARGIN_PX, 10_000)
        wraps = Qt.TextFlag.TextWordWrap
        return QFontMetricsF(self.font()).boundingRect(room, wraps, self.placeholderText()).height()

    def _show_bar(self) -> None:
        """Show a bar to scroll by where the text does not fit; not while the text is laid out, it would keep its width."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if self._fits else policy.ScrollBarAlwaysOn)

    def _on_text(self) -> None:
        self._grow()
        if not self._is_saying:
            self._edited()

    def _words(self) -> str:
        return self.toPlainText()

    def _set_words(self, text: str) -> None:
        place = self.textCursor().position()
        self._is_saying = True
        try:
            self.setPlainText(text)
        finally:
            self._is_saying = False
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(self.toPlainText())))
            self.setTextCursor(cursor)

    def _set_placeholder(self, text: str) -> None:
        if text != self.placeholderText():
            self.setPlaceholderText(text)
            self._grow()
