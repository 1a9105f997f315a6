"""The bar over the map in which one looks for words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.document import Document
from app.widgets.fields.clearing import offer_to_clear
from app.widgets.fields.line import Line
from app.widgets.finding.finder import Finder
from app.widgets.finding.searchlight import Searchlight
from app.widgets.fonts import write_in
from app.widgets.icons import icon

FIELD_PX = 300
Show = Callable[[str], None]
Reveal = Callable[[tuple[str, ...]], None]


class FindBar(QFrame):
    """Looks for words as they are typed. `go_to` selects a record, `reveal` only brings some into sight."""

    ended = Signal()

    def __init__(
        self, document: Document, light: Searchlight, theme: Theme, go_to: Show, reveal: Reveal
    ) -> None:
        super().__init__()
        self.finder = Finder(document.journey, light.left_of)
        self._light = light
        self._go_to = go_to
        self._reveal = reveal
        self.setObjectName("bar")
        self.setAccessibleName(tr("Find"))
        self.field = _Field(self._key)
        self.label = QLabel()
        self.label.setProperty("tone", "muted")
        self.label.setMinimumWidth(96)
        write_in(self.label, 14, 500)
        self.previous = self._button(tr("Previous"), "Shift+F3", lambda: self.step(-1))
        self.next = self._button(tr("Next"), "F3", lambda: self.step(1))
        self.close_button = self._button(tr("Close"), "Esc", self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self.field, 100)
        for widget in (self.previous, self.next, self.label):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.wear(theme)
        self._reading = QTimer(self)
        self._reading.timeout.connect(self._read)
        self.field.textChanged.connect(self._look_for)
        document.changed.connect(self._on_change)
        light.counted.connect(self._on_filter)

    def wear(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        for button, name in (
            (self.previous, "chevron-up"),
            (self.next, "chevron-down"),
            (self.close_button, "close"),
        ):
            button.setIcon(icon(name, theme.ink2, theme.muted, size=18))
        self.field.sign.setIcon(icon("find", theme.muted, size=16))

    def begin(self) -> None:
        """Let words be typed; those that were there are selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._reading.start()
        if self.field.text():
            self._look_for(self.field.text())

    def step(self, by: int) -> None:
        """Go to the next hit, or to the one before."""
        hit = self.finder.step(by)
        if hit:
            self._go_to(hit)
        self._tell()

    def end(self) -> None:
        """Look for nothing any more."""
        self.ended.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.finder.look_for("")
        self._light.find(None)
        super().hideEvent(event)

    def _read(self) -> None:
        """Read between two events what will be searched, so that the first letter finds at once."""
        if not self.finder.prepare():
            self._reading.stop()

    def _look_for(self, text: str) -> None:
        self.finder.look_for(text)
        self._shine()
        if self.finder.hits:
            self._reveal(self.finder.hits)

    def _on_change(self, ids: frozenset[str]) -> None:
        if self.finder.update(ids):
            self._shine()
        else:
            self._tell()

    def _on_filter(self) -> None:
        if self.isVisible() and self.finder.refresh():
            self._shine()

    def _shine(self) -> None:
        self._light.find(self.finder.hits if self.finder.query.strip() else None)
        self._tell()

    def _tell(self) -> None:
        words = self.finder.words()
        self.label.setText(words)
        self.label.setAccessibleName(words)
        self.field.setAccessibleDescription(words)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.finder.hits))

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the field beside typing; tell whether it means something."""
        key, is_back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(-1 if is_back or key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self.end()
        else:
            return False
        return True

    def _button(self, words: str, keys: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(30, 30)
        button.setToolTip(f"{words}  {keys}")
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: run())
        return button


class _Field(Line):
    """The field; some keys mean something else than typing."""

    def __init__(self, keyed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._keyed = keyed
        self.setPlaceholderText(tr("Find titles, notes, quotes, people"))
        self.setAccessibleName(tr("Find"))
        offer_to_clear(self)
        self.setMinimumWidth(FIELD_PX // 2)
        self.setMaximumWidth(FIELD_PX)
        write_in(self, 14, 400)
        self.sign = self.addAction(icon("find", "#888888", size=16), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyed(event):
            super().keyPressEvent(event)
