"""Fields of time: lengths, places on the timeline, days of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent

from app.i18n import tr
from app.model.duration_text import exact_duration_text, read_duration
from app.model.errors import JourneyError
from app.model.moment_text import date_at, first_day, moment_words, read_moment
from app.model.record import Duration, TimeUnit
from app.model.records import JourneyInfo
from app.model.time_vocabulary import day_words
from app.widgets.fields.dated import Dated
from app.widgets.fields.entry import Entry

Info = Callable[[], JourneyInfo]


class DurationField(Entry):
    """A length of time as people write it: "3 days", "1 h 30 min"; "" is none where that is allowed."""

    def __init__(self, unit: Callable[[], TimeUnit], *, may_be_empty: bool = True) -> None:
        super().__init__(self._duration, _duration_words, waits=True)
        self._unit = unit
        self._may_be_empty = may_be_empty

    def _duration(self, text: str) -> Duration | None:
        duration = read_duration(text, self._unit())
        if duration is None and not self._may_be_empty:
            raise JourneyError(
                tr("A length of time is needed here."), do=tr("Write, for example, 3 days or 2 h.")
            )
        return duration


class MomentField(Dated):
    """A place on the timeline: "week 12.5", or a date where the journey has a start date. Up and Down go by one unit."""

    def __init__(self, info: Info, *, may_be_empty: bool = False) -> None:
        self._info = info
        super().__init__(self._moment, self._moment_words, may_be_empty=may_be_empty)

    def has_days(self) -> bool:
        return first_day(self._info()) is not None

    def day(self) -> date | None:
        at = self._at()
        return at.date() if at is not None else first_day(self._info())

    def written(self, day: str) -> str:
        at = self._at()
        return day if at is None else f"{day} {at:%H:%M}"  # the hour stays

    def _at(self) -> datetime | None:
        """Return the date and hour of the value, or none."""
        return date_at(self._info(), self._value) if isinstance(self._value, int | float) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if step is None or not is_plain or not self.enter() or not isinstance(self._value, int | float):
            super().keyPressEvent(event)
            return
        self.tried.emit(self._value + step)

    def _moment(self, text: str) -> float | None:
        if not text.strip() and self._may_be_empty:
            return None
        return read_moment(text, self._info(), is_month_first=is_month_first())

    def _moment_words(self, time: float | None) -> str:
        return "" if time is None else moment_words(self._info(), time)


class DateField(Dated):
    """A day of the calendar, kept as 2026-05-12; "" is none."""

    def __init__(self) -> None:
        super().__init__(read_date, date_words, may_be_empty=True)

    def day(self) -> date | None:
        try:
            return date.fromisoformat(str(self._value)) if self._value else None
        except ValueError:
            return None


def is_month_first() -> bool:
    """Tell whether 5/12/2026 is the 12th of May where this person lives."""
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")


def read_date(text: str) -> str:
    """Return the day that somebody wrote as 2026-05-12, or ""; raises JourneyError where there is no such day."""
    words = text.strip()
    if not words:
        return ""
    today = datetime.now()
    calendar = JourneyInfo(id="calendar", unit="day", start_date=f"{today.year:04d}-01-01")
    try:
        if words.lstrip("+-").isdecimal():
            raise JourneyError("")
        time = read_moment(words, calendar, is_month_first=is_month_first())
        at = datetime(today.year, 1, 1) + timedelta(days=round(time))
    except (JourneyError, OverflowError):
        what = tr("“{words}” is no day.", words=words[:40])
        raise JourneyError(
            what, do=tr("Write, for example, {day} or {iso}.", day=day_words(12, 5, 2026), iso="2026-05-12")
        ) from None
    return f"{at.year:04d}-{at:%m-%d}"


def date_words(day: str) -> str:
    """Return a day as people read it.

    >>> date_words("2026-05-12"), date_words("")
    ('12 May 2026', '')
    """
    try:
        at = datetime.fromisoformat(day) if day else None
    except ValueError:
        return day
    return "" if at is None else day_words(at.day, at.month, at.year)


def _duration_words(duration: Duration | None) -> str:
    return exact_duration_text(duration) if isinstance(duration, Duration) else ""
