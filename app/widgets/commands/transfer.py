"""Commands on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n import tr
from app.widgets import catalogue
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.clipboard import Pictures


class Transfer:
    """Copies and pastes for one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def copy_picture(self) -> None:
        document = self._window.document
        if document is None:
            return
        journey, view, theme = document.journey, document.view_state.view, document.view_state.theme

        def done(copied: Pictures) -> None:
            catalogue.copy(copied)
            self._window.messages.say("info", tr("The map was copied as a picture (PNG and SVG)."))

        self._window.start(
            tr("Copying the map…"),
            lambda report: catalogue.pictures_to_copy(journey, view, theme, report),
            done,
        )
