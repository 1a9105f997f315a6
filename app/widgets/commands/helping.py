"""Commands that help."""

from __future__ import annotations

from app.i18n import tr
from app.widgets import catalogue, crash
from app.widgets.session import open_locally
from app.widgets.window import JourneyWindow


class Helping:
    """Explains the program in one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def show_shortcuts(self) -> None:
        catalogue.show_shortcuts(self._window)

    def show_about(self) -> None:
        catalogue.show_about(self._window.session, self._window)

    def show_log(self) -> None:
        """Open the log, or say that it is empty."""
        path = crash.log_path()
        if not path.exists():
            self._window.messages.say("info", tr("Nothing has gone wrong so far: there is no log."))
        elif not open_locally(path):
            self._window.messages.say("info", tr("The log stands in {path}.", path=path))
