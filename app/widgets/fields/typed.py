"""Typing into a field: what is typed is tried, what is refused stays in sight, and the journey never fights the typist."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from app.model.change import Change
from app.model.draft import Draft
from app.model.errors import JourneyError
from app.widgets.fields.control import SEVERAL, Input, mark_wrong, sentence_of, several_words

_MANY = 50
PAUSE_MS = 600  # after it a time or number that is being typed is tried
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
Read = Callable[[str], object]
Write = Callable[[Any], str]


class WrongWords(NamedTuple):
    """Words that could not be taken, and the sentence that says why."""

    words: str
    why: str


class Typed(Input):
    """The part that single-line and growing text have in common; mixed into a Qt text widget.

    Plain text is tried with every key; a time or number (`waits`) after a pause, with Enter, when the focus leaves, and
    before any shortcut runs, so that saving saves it.
    """

    is_patient = False  # only Enter and leaving try what is typed: it makes something new
    is_loose = False  # what is tried is not in the journey yet

    def _begin(self, read: Read, write: Write, *, waits: bool) -> None:
        self._read = read
        self._write = write
        self._waits = waits
        self._value: object = None  # the journey's
        self._at_focus: object = None
        self._is_shown = False
        self._is_heavy = False  # many records are changed together
        self._is_ahead = False  # the text says what the journey does not
        self._is_trying = False
        self._wrong = ""
        self.draft: WrongWords | None = None  # what was wrong when its record was left
        self.plan: Callable[[Any], Change] | None = None  # of a value that is tried
        self._hint = ""
        self._pause = QTimer(self.widget())
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.enter)

    @property
    def wrong(self) -> str:
        """The sentence about what is wrong, or ""."""
        return self._wrong

    def hint(self, words: str) -> None:
        """Say in an empty field what may be written there."""
        self._hint = words
        self._set_placeholder(words)

    def show_value(self, value: object) -> None:
        """Show the value; text typed for the same value stays as it is."""
        if self._is_shown and value == self._value:
            return
        is_new = not self._is_shown
        self._value, self._is_shown = value, True
        if not self._is_trying:
            self._say()
        if is_new and self.widget().hasFocus():
            self._at_focus = value
            self.came.emit()

    def settle(self) -> None:
        """Try what is typed, and be ready for another record; what is wrong goes with the one that is left, as a draft."""
        self.draft = None
        if not self.enter():
            self.draft = WrongWords(self._words(), self._wrong)
            self._say()
        if self.widget().hasFocus():
            self.left.emit()
        self._is_shown = False

    def resume(self, draft: WrongWords) -> None:
        """Let stand again what was wrong when its record was left, and say so: to come back changes nothing."""
        self._set_words(draft.words)
        self.refuse(draft.why)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; the text stays, and the journey keeps what it had."""
        if sentence:
            self._is_ahead = True
        if sentence != self._wrong:
            self._wrong = sentence
            mark_wrong(self.widget(), bool(sentence))
            self.refused.emit(sentence)

    def enter(self) -> bool:
        """Try what is typed; tell whether nothing wrong is left standing."""
        self._pause.stop()
        if not self._is_ahead:
            return not self._wrong
        try:
            value = self._read(self._words())
        except JourneyError as error:
            self.refuse(sentence_of(error))
            return False
        self.refuse("")
        self._is_ahead = False
        if value != self._value:
            self._is_trying = True
            try:
                self.tried.emit(value)
            finally:
                self._is_trying = False
        return not self._wrong

    def unsaid(self) -> Draft | None:
        """Return what is typed here and is not in the journey yet."""
        words = self._words()
        if not words.strip() or not (self._is_ahead or self.is_loose):
            return None
        return Draft(words, self.widget().accessibleName(), self._planned(words))

    def _planned(self, words: str) -> Change | None:
        if self.plan is None:
            return None
        try:
            return self.plan(self._read(words))
        except JourneyError:
            return None

    def write(self, words: str) -> None:
        """Write these words as a person would who confirms them with Enter: a step of its own."""
        self._set_words(words)
        self._is_ahead = True
        self._end_step()

    def weigh(self, count: int) -> None:
        """Let words that go to many records wait for a pause, as times and numbers do."""
        self._is_heavy = count > _MANY

    def _edited(self) -> None:
        """Take note of a key press that changed the text."""
        self._is_ahead = True
        if not self._waits and not self._is_heavy:
            self.enter()
            return
        if self._wrong:
            self._forgive()
        if not self.is_patient:
            self._pause.start(PAUSE_MS)

    def _forgive(self) -> None:
        """Take the red ring away as soon as the text can be read."""
        try:
            self._read(self._words())
        except JourneyError:
            return
        self.refuse("")

    def _say(self) -> None:
        """Write the journey's value."""
        self._pause.stop()
        self._is_ahead = False
        self.refuse("")
        text = "" if self._value is SEVERAL else self._write(self._value)
        self._set_placeholder(several_words() if self._value is SEVERAL else self._hint)
        if text != self._words():
            self._set_words(text)

    def _finish(self) -> bool:
        """Try what is typed and write it as it is understood."""
        is_right = self.enter()
        if is_right:
            self._say()
        return is_right

    def _restore(self) -> bool:
        """Go back to what was there when the focus came; tell whether there was anything to take back."""
        is_other = self._value is not self._at_focus and self._value != self._at_focus
        if not is_other and not self._is_ahead:
            return False
        self._say()
        if is_other:
            self.restored.emit()
        return True

    def _focus_came(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._at_focus = self._value
            self.came.emit()

    def _focus_left(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()
            self.left.emit()

    def _override(self, event: QEvent) -> bool:
        """Tell whether the question who gets a shortcut is answered.

        Undo is the journey's, unless the text is ahead of it; all other shortcuts find what was typed in the journey.
        """
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if is_undo(event):
            event.setAccepted(self._is_ahead)
            return True
        if self.is_patient:
            return False
        if event.modifiers() & _COMMANDING or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            self.enter()
        return False

    def _key(self, event: QKeyEvent, enter_keys: bool) -> bool:
        """Tell whether the key was for the field as a whole."""
        if is_undo(event):
            if self._is_ahead:
                self._say()
            else:
                event.ignore()
            return True
        if event.key() == Qt.Key.Key_Escape:
            if not self._restore():
                event.ignore()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and enter_keys:
            self._end_step()
            return True
        return False

    def _end_step(self) -> None:
        """Take over what is written; what is written next is another step."""
        if self._finish():
            self.left.emit()
            self._at_focus = self._value
            self.came.emit()

    def _words(self) -> str:
        raise NotImplementedError

    def _set_words(self, text: str) -> None:
        raise NotImplementedError

    def _set_placeholder(self, text: str) -> None:
        raise NotImplementedError


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether the keys are those of Undo or Redo."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
