"""The time of a workshop round, counted down: it goes on whether or not it is looked at."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

TICK_MS = 200
MOST_SECONDS = 24 * 3600
PRESETS_MINUTES = (1, 3, 5, 10, 15)


class Countdown(QObject):
    """Counts down from a number of seconds; `ended` is emitted once when nothing is left, `changed` with each second."""

    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._length = 5 * 60.0
        self._left = self._length
        self._since: float | None = None
        self._told = self.seconds
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def length(self) -> int:
        """The seconds of the whole round."""
        return round(self._length)

    @property
    def seconds(self) -> int:
        """The seconds that are left, a begun one counted as a whole."""
        return math.ceil(self._remaining() - 1e-6)

    @property
    def is_running(self) -> bool:
        """Tell whether time is counted."""
        return self._since is not None

    @property
    def is_over(self) -> bool:
        """Tell whether nothing is left."""
        return self.seconds <= 0

    def set_length(self, seconds: float) -> None:
        """Let a round take so long; it begins anew and waits."""
        self._length = min(max(1.0, seconds), MOST_SECONDS)
        self.reset()

    def start(self) -> None:
        """Count; what is over begins anew."""
        if self.is_running:
            return
        if self.is_over:
            self._left = self._length
        self._since = self._clock()
        self._timer.start()
        self._tell()

    def pause(self) -> None:
        """Stop counting for now."""
        self._left = self._remaining()
        self._since = None
        self._timer.stop()
        self._tell()

    def switch(self) -> None:
        """Pause where it runs, else start."""
        if self.is_running:
            self.pause()
        else:
            self.start()

    def reset(self) -> None:
        """Begin the round anew, and wait."""
        self._since = None
        self._left = self._length
        self._timer.stop()
        self._tell()

    def add(self, seconds: float) -> None:
        """Give so much more time."""
        self._left = min(max(0.0, self._remaining()) + seconds, MOST_SECONDS)
        self._length = max(self._length, self._left)
        if self.is_running:
            self._since = self._clock()
        self._tell()

    def tick(self) -> None:
        """Take note of the time; tell when another second has gone."""
        if self.is_running and self._remaining() <= 0:
            self._since = None
            self._left = 0.0
            self._timer.stop()
            self._tell()
            self.ended.emit()
        elif self.seconds != self._told:
            self._tell()

    def _remaining(self) -> float:
        if self._since is None:
            return self._left
        return max(0.0, self._left - (self._clock() - self._since))

    def _tell(self) -> None:
        self._told = self.seconds
        self.changed.emit()


def clock_words(seconds: int) -> str:
    """Write a length as on a clock.

    >>> clock_words(65), clock_words(3600)
    ('1:05', '1:00:00')
    """
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
