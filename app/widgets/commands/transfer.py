"""Commands on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import tr
from app.widgets import catalogue
from app.widgets.commands.capturing import Capturing
from app.widgets.transfer import catalogue as transferring
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.clipboard import Pictures
    from app.widgets.transfer.pasting import Pasting


class Transfer:
    """Copies and pastes for one window: what the keyboard is in, else what is selected on the map."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window
        self._pasting: Pasting | None = None

    def copy(self) -> None:
        """Copy what is selected."""
        document = self._window.document
        if document is not None and not self._does_it_itself("copy"):
            transferring.copy(self._window, document)

    def cut(self) -> None:
        """Copy what is selected and take it away."""
        document = self._window.document
        if document is not None and not self._does_it_itself("cut"):
            transferring.cut(self._window, document)

    def paste(self) -> None:
        """Paste what is on the clipboard."""
        if self._window.document is not None and not self._does_it_itself("paste"):
            self.paste_onto_map()

    def paste_onto_map(self) -> None:
        """Paste what is on the clipboard at the place of the map that is meant."""
        if self._pasting is None:
            self._pasting = transferring.pasting(
                self._window, catalogue.roles_asker(self._window), self._capture
            )
        self._pasting.paste()

    def _capture(self, text: str) -> None:
        """Let the capture understand a text: a line in its bar, several in its preview."""
        capturing = Capturing(self._window)
        if "\n" in text.strip():
            capturing.preview(text)
        else:
            capturing.type(text.strip())

    def duplicate(self) -> None:
        """Put copies of the selected touchpoints beside them."""
        if self._window.document is not None:
            transferring.duplicate(self._window, self._window.document)

    def copy_picture(self) -> None:
        """Copy the map as a picture."""
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

    def _does_it_itself(self, verb: str) -> bool:
        """Let the field or the table do it that has the keyboard; tell whether there is one."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and widget is not self._window.canvas and widget is not self._window:
            act = getattr(widget, verb, None)
            if callable(act):
                act()
                return True
            widget = widget.parentWidget()
        return False
