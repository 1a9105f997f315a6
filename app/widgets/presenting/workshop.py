"""What a workshop keeps for as long as its window is open: the timer, the round of votes, the presentation."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.model.ballot import Ballot
from app.widgets.presenting.countdown import Countdown
from app.widgets.presenting.presentation import Presentation


class Workshop(QObject):
    """A child of its window."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.countdown = Countdown(self)
        self.ballot = Ballot()
        self.presentation: Presentation | None = None
        self.screen = ""  # the name of that on which was presented last
        self.is_watched = False  # somebody says when the time is over

    def keep_screen(self, name: str) -> None:
        """Take note on which screen will be presented from now on."""
        self.screen = name
