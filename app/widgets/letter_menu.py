"""A menu whose entries are all chosen by letters, also where a letter alone is a shortcut on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class LetterMenu(QMenu):
    """Underlines a letter of each entry before it opens, and keeps letters to itself while it is open."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        self._fill: Callable[[], None] | None = None
        self.aboutToShow.connect(self._prepare)

    def fill_with(self, fill: Callable[[], None]) -> None:
        """Have it filled anew each time before it opens."""
        self._fill = fill

    def add_part(self, title: str) -> LetterMenu:
        """Add a menu that opens beside this one."""
        made = LetterMenu(self, title)
        self.addMenu(made)
        return made

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text().isprintable()
            and event.text()
            and not event.modifiers() & _HELD
        ):
            event.accept()  # on the map P pins a pain point, here it may be a phone
            return True
        return super().event(event)

    def _prepare(self) -> None:
        """Be filled and lettered; once it is open, new words would make it as high as all of it, off the screen."""
        if self._fill is not None:
            self._fill()
        give_letters(self)


def give_letters(menu: QMenu) -> None:
    """Underline a letter of every entry that has none, another one in each, as long as there are letters."""
    entries = [action for action in menu.actions() if not action.isSeparator()]
    used = {letter for action in entries if (letter := underlined(action.text()))}
    for action in entries:
        text = action.text()
        if underlined(text):
            continue
        place = next((place for place in _likely(text) if text[place].casefold() not in used), None)
        if place is not None:
            used.add(text[place].casefold())
            action.setText(f"{text[:place]}&{text[place:]}")


def underlined(text: str) -> str:
    """Return the letter that is underlined in an entry, "" where none is.

    >>> underlined("Save &As"), underlined("R&&D")
    ('a', '')
    """
    plain = text.replace("&&", "  ")
    place = plain.find("&")
    return plain[place + 1 : place + 2].casefold() if place >= 0 else ""


def _likely(text: str) -> Iterator[int]:
    """Yield the places of letters: those that begin words first."""
    letters = [place for place, letter in enumerate(text) if letter.isalnum()]
    begins = [place for place in letters if place == 0 or not text[place - 1].isalnum()]
    yield from begins
    yield from (place for place in letters if place not in begins)
