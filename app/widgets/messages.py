"""What the program says to the person: a bar with a sentence, never a box in the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.model.errors import JourneyError
from app.widgets.fonts import write_in
from app.widgets.icons import icon, pixmap

Kind = Literal["info", "warn", "error"]
INFO_MS, REFUSAL_MS = 8_000, 15_000
MOST_UNDER = 8
_ID_BEHIND_TITLE = re.compile(r"(?<=[”“»]) \([\w.:-]+\)")
_ICONS: dict[Kind, str] = {"info": "done", "warn": "warning", "error": "error"}


class Remedy(Struct, frozen=True):
    """A button beside a message."""

    words: str
    run: Callable[[], object]


class _Message(Struct, frozen=True):
    kind: Kind
    sentence: str
    remedies: tuple[Remedy, ...]
    stays: bool


class MessageBar(QFrame):
    """Shows one message at a time. News and refusals leave by themselves; what stays waits under later ones until it is dismissed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._theme = theme
        self._shown: _Message | None = None
        self._under: list[_Message] = []
        self._before: QWidget | None = None  # who had the keyboard when the sentence came
        self._sign = QLabel()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        write_in(self._label, 14, 500)
        self._more = QLabel()
        self._more.setProperty("tone", "muted")
        write_in(self._more, 12, 500)
        self.buttons = (QPushButton(), QPushButton())
        for place, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._press, place))
        self.dismiss_button = QToolButton()
        self.dismiss_button.setToolTip(tr("Dismiss"))
        self.dismiss_button.setAccessibleName(tr("Dismiss"))
        self.dismiss_button.setIconSize(QSize(18, 18))
        self.dismiss_button.clicked.connect(self.dismiss)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        for widget in (self._sign, self._label, self._more, *self.buttons, self.dismiss_button):
            row.addWidget(widget)
        self.hide()

    @property
    def button(self) -> QPushButton:
        """The button by which something can be done about what is shown."""
        return self.buttons[0]

    @property
    def kind(self) -> Kind:
        """Of what kind the message shown is."""
        return self._shown.kind if self._shown is not None else "info"

    @property
    def text(self) -> str:
        """The sentence shown, "" where there is none."""
        return self._shown.sentence if self._shown is not None else ""

    def say(
        self, kind: Kind, sentence: str, button: str = "", run: Callable[[], object] | None = None, *,
        other: Remedy | None = None, stays: bool = False,
    ) -> None:  # fmt: skip
        """Show a sentence, and buttons where something can be done about it.

        A message that `stays` comes back when those after it have gone; others make way for good.
        """
        remedies = (Remedy(button, run or (lambda: None)),) if button else ()
        message = _Message(kind, sentence, (*remedies, *((other,) if other is not None else ())), stays)
        if self._shown is not None and self._shown.stays:
            self._under.append(self._shown)
        self._under = [each for each in self._under if each.sentence != sentence][-MOST_UNDER:]
        self._show(message)

    def tell(self, error: Exception, *, stays: bool = False) -> None:
        """Show what a person can do nothing wrong about: the sentence of an error."""
        self.say("error", sentence_of(error), stays=stays)

    def dismiss(self) -> None:
        """Take the sentence away, and show the one that waits under it."""
        has_keyboard = self._has_keyboard
        if self._under:
            self._show(self._under.pop())
        else:
            self._leaving.stop()
            self._shown = None
            self.hide()
        if has_keyboard:
            self._give_keyboard()

    def withdraw(self, sentence: str) -> None:
        """Take this sentence away wherever it is: it does not hold any more."""
        self._under = [each for each in self._under if each.sentence != sentence]
        if self.text == sentence:
            self.dismiss()
        elif self._shown is not None:
            self._count()

    def forget_refusal(self, _changed: object = None) -> None:
        """Something was done since: why something else was refused before is of no interest any more."""
        if self._shown is not None and self._shown.kind == "error" and not self._shown.stays:
            self.dismiss()

    def wear(self, theme: Theme) -> None:
        """Draw the signs in this theme."""
        self._theme = theme
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the sentence away, and the keyboard is where it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @property
    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _give_keyboard(self) -> None:
        """Let it be at the next sentence, or where it was before there was one."""
        before = self._before
        if self._shown is not None:
            first = next((each for each in self.buttons if each.text()), self.dismiss_button)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, message: _Message) -> None:
        if not self._has_keyboard:
            self._before = self.window().focusWidget()
        self._shown = message
        self._label.setText(message.sentence)
        self._label.setAccessibleName(message.sentence)
        for place, button in enumerate(self.buttons):
            has_remedy = place < len(message.remedies)
            button.setText(message.remedies[place].words if has_remedy else "")
            button.setVisible(has_remedy)
        self._count()
        self.setProperty("tone", message.kind)
        self.style().polish(self)
        self._tint()
        self.show()
        self._announce()
        if message.kind != "warn" and not message.stays:
            self._leaving.start(INFO_MS if message.kind == "info" else REFUSAL_MS)
        else:
            self._leaving.stop()

    def _announce(self) -> None:
        """Have a screen reader say the sentence, at once where something is wrong."""
        if self._shown is None or not QAccessible.isActive():
            return
        said = QAccessibleAnnouncementEvent(self._label, self._shown.sentence)
        if self._shown.kind != "info":
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def _count(self) -> None:
        self._more.setText(trn("{count} more", "{count} more", len(self._under)))
        self._more.setVisible(bool(self._under))

    def _tint(self) -> None:
        theme = self._theme
        colour = {"info": theme.opp, "warn": theme.accent, "error": theme.pain}[self.kind]
        self._sign.setPixmap(pixmap(_ICONS[self.kind], colour, 20, self.devicePixelRatioF()))
        self.dismiss_button.setIcon(icon("close", theme.muted, size=18))

    def _press(self, place: int) -> None:
        message = self._shown
        self.dismiss()
        if message is not None and place < len(message.remedies):
            message.remedies[place].run()


def sentence_of(error: Exception) -> str:
    """Return an error as a sentence: without the ids by which records are found in a file."""
    if isinstance(error, JourneyError):
        return _ID_BEHIND_TITLE.sub("", str(error))
    if isinstance(error, MemoryError):
        return tr("There is not enough memory for this.")
    return tr("Something went wrong: {error}", error=str(error) or type(error).__name__)
