"""What is being typed and is not in the journey yet: asked for soon after a key, and told to the recovery log."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from app.model.draft import Draft

SOON_MS = 400  # after the first key; with the writing it is on the disk within a second
Ask = Callable[[], Iterable[Draft]]


class Drafts(QObject):
    """Collects the drafts of one document. A key press costs a look at a timer; all else waits until that has run out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.witness: Callable[[tuple[Draft, ...]], None] | None = None
        self._asks: list[Ask] = []
        self._told: tuple[Draft, ...] = ()
        self._timer = QTimer(self, interval=SOON_MS, singleShot=True)
        self._timer.timeout.connect(self.look)

    def ask(self, ask: Ask, owner: QObject | None = None) -> None:
        """Ask here what is being typed, as long as the owner is there, or else the document."""
        self._asks.append(ask)
        if owner is not None:
            owner.destroyed.connect(lambda: self._asks.remove(ask))

    def soon(self) -> None:
        """Something was typed: look soon."""
        if not self._timer.isActive():
            self._timer.start()

    def look(self) -> tuple[Draft, ...]:
        """Look now; return what is being typed."""
        self._timer.stop()
        found = tuple(draft for ask in self._asks for draft in ask())
        if found != self._told:
            self._told = found
            if self.witness is not None:
                self.witness(found)
        return found

    def look_again(self) -> None:
        """Look whether what was told still holds, as after a step or the end of typing."""
        if self._told:
            self.look()

    def tell_again(self) -> None:
        """Tell all anew: what was told is not in the log any more."""
        self._told = ()
        self.look()
