"""What a workshop needs, imported on first use: presentation, timer, votes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.model.ballot import Ballot
    from app.seeing.steps import Way
    from app.widgets.presenting.countdown import Countdown
    from app.widgets.presenting.presentation import Presentation
    from app.widgets.presenting.workshop import Workshop


def presentation(window: JourneyWindow, workshop: Workshop, record: str) -> Presentation:
    """Show the journey to an audience, from this record's step on."""
    from app.model.records import Phase, Role
    from app.widgets.presenting.presentation import Presentation, screen_for

    document = window.document
    assert document is not None
    about = document.journey.get(record) if record else None
    way: Way = "role" if isinstance(about, Role) else "phase" if isinstance(about, Phase) else "touchpoint"
    there = window.canvas.picture.made if window.canvas is not None else None
    if there is not None and window.canvas is not None:
        there = there._replace(hits=window.canvas.stage.index)
    made = Presentation(document, workshop.countdown, workshop.ballot, way, window, there)
    made.moved.connect(workshop.keep_screen)
    made.begin(screen_for(window, workshop.screen), record)
    return made


def workshop(window: JourneyWindow) -> Workshop:
    """Return the timer and the votes of a window; there is one of them."""
    from app.widgets.presenting.workshop import Workshop

    return window.findChild(Workshop) or Workshop(window)


def timer_bar(window: JourneyWindow, countdown: Countdown, close: Callable[[], None]) -> QWidget:
    """Make the bar that shows a timer."""
    from app.widgets.presenting.timer_bar import TimerBar

    bar = TimerBar(countdown, window.session.looks.theme)
    bar.closed.connect(close)
    return bar


def voting(window: JourneyWindow, ballot: Ballot) -> QWidget:
    """Make the panel of votes."""
    from app.widgets.presenting.voting import Voting

    assert window.document is not None
    panel = Voting(window.document, ballot, window.session.looks.theme)
    panel.wanted.connect(window.do)
    panel.said.connect(lambda sentence: window.messages.say("info", sentence))
    panel.gone_to.connect(window.go_to)
    panel.closed.connect(window.offered["votes"].trigger)
    return panel


def begin_to_vote(window: JourneyWindow) -> None:
    """Put the keyboard into the panel of votes, where it stands already."""
    from app.widgets.presenting.voting import Voting

    panel = window.panels.widget("votes")
    if isinstance(panel, Voting):
        panel.begin()
