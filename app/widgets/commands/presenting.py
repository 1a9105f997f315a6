"""Commands of a workshop: present, count down, vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import tr
from app.model.records import Insight
from app.widgets.presenting import catalogue
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.presenting.presentation import Presentation
    from app.widgets.presenting.workshop import Workshop

TIMER, VOTES = "timer", "votes"


class Presenting:
    """Presents the journey of one window, and runs its timer and its votes."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    @property
    def workshop(self) -> Workshop:
        """Timer and votes, which go on while nothing shows them."""
        workshop = catalogue.workshop(self._window)
        if not workshop.is_watched:
            workshop.is_watched = True
            workshop.countdown.ended.connect(self._time_is_over)
        return workshop

    @property
    def presentation(self) -> Presentation | None:
        """The presentation that is going on."""
        return self.workshop.presentation

    @property
    def insight(self) -> str:
        """The id of the one insight that is selected, or ""."""
        document = self._window.document
        if document is None or len(document.selection) != 1:
            return ""
        record = document.journey.get(next(iter(document.selection)))
        return record.id if isinstance(record, Insight) else ""

    def present(self) -> None:
        """Show the whole map to an audience, then step through it."""
        self._begin("")

    def present_from_here(self) -> None:
        """Begin with what is selected."""
        document = self._window.document
        if document is not None:
            self._begin(min(document.selection, default=""))

    def switch_timer(self) -> None:
        """Start the timer, or pause it; it is shown."""
        self._show(TIMER)
        self.workshop.countdown.switch()

    def switch_votes(self) -> None:
        """Show the votes, with the keyboard at an insight, or hide them."""
        is_shown = not self._window.panels[VOTES]
        self._show(VOTES, is_shown)
        if is_shown:
            catalogue.begin_to_vote(self._window)

    def vote(self, dots: int) -> None:
        """Give the selected insight dots, or take some back."""
        insight, ballot = self.insight, self.workshop.ballot
        if insight:
            self._window.do(lambda journey: ballot.cast(journey, insight, dots))

    def timer_bar(self) -> QWidget:
        """Make the timer's bar."""
        return catalogue.timer_bar(self._window, self.workshop.countdown, self._hide_timer)

    def voting(self) -> QWidget:
        """Make the panel of votes."""
        return catalogue.voting(self._window, self.workshop.ballot)

    def _begin(self, record: str) -> None:
        if self._window.document is None:
            return
        workshop = self.workshop
        if workshop.presentation is not None:
            workshop.presentation.activateWindow()
            return
        workshop.presentation = catalogue.presentation(self._window, workshop, record)
        workshop.presentation.ended.connect(self._end)

    def _end(self) -> None:
        """Take note that the presentation is over; what it showed last is selected."""
        workshop = self.workshop
        presentation, workshop.presentation = workshop.presentation, None
        if presentation is not None and presentation.step_now.record:
            self._window.go_to(presentation.step_now.record)
        if self._window.canvas is not None:
            self._window.activateWindow()
            self._window.canvas.setFocus()

    def _time_is_over(self) -> None:
        QApplication.beep()
        QApplication.alert(self._window)
        self._show(TIMER)
        self._window.messages.say("warn", tr("The time is over."))

    def _hide_timer(self) -> None:
        """Hide the timer, which goes on; the keyboard goes back to where it was."""
        self._show(TIMER, False)

    def _show(self, panel: str, is_shown: bool = True) -> None:
        self._window.panels.show_panel(panel, is_shown)
        self._window.refresh()
