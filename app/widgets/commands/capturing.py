"""Commands of the capture bar: touchpoints from typed and pasted lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.i18n import tr
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.widgets.capture import catalogue
from app.widgets.window import JourneyWindow

PANEL = "capture"


class Capturing:
    """Opens the capture bar of one window, and does what it asks."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window
        self._line = ""  # waits for the bar, which a window builds after the map

    def open(self) -> None:
        """Open the bar, with the keyboard in it."""
        self.type("")

    def type(self, text: str) -> None:
        """Open the bar and begin its line with these letters."""
        if self._window.document is None:
            return
        bar = self._window.panels.show_panel(PANEL, True)
        self._window.refresh()
        if bar is not None:
            catalogue.type_in_bar(bar, text)

    def resume(self, text: str) -> None:
        """Go on with a line, or with the lines, that were being typed."""
        if "\n" in text:
            self.preview(text)
            return
        bar = self._window.panels.widget(PANEL)
        if bar is not None:
            catalogue.resume_in_bar(bar, text)
        else:
            self._line = text
        self._window.panels.show_panel(PANEL, True)
        self._window.refresh()

    def close(self) -> None:
        """Close the bar; the keyboard goes back to where it was."""
        self._window.panels.show_panel(PANEL, False)
        self._window.refresh()

    def add(self, plan: Callable[[Journey], Change]) -> bool:
        """Add what lines say, select it and bring it into sight; tell whether it was done."""
        document = self._window.document
        if document is None:
            return False
        new: list[str] = []

        def remembered(journey: Journey) -> Change:
            change = plan(journey)
            new.extend(record.id for record in change.put if isinstance(record, Touchpoint))
            return change

        if not self._window.do(remembered):
            return False
        if new:
            self._window.go_to(new[0])
            document.select(new)
        return True

    def preview(self, text: str) -> None:
        """Show how each line of a text would be understood, to be added all at once."""
        if self._window.document is None:
            return
        if not text.strip():
            self._window.messages.say("info", tr("There is no text to make touchpoints of."))
            return
        try:
            catalogue.capture_many(self._window, text, self.add).open()
        except JourneyError as error:
            self._window.messages.tell(error)

    def preview_clipboard(self) -> None:
        """Show how the lines of the text on the clipboard would be understood."""
        self.preview(QGuiApplication.clipboard().text())

    def bar(self) -> QWidget:
        """Make the bar."""
        bar = catalogue.capture_bar(self._window, self.add, self.preview, self.close)
        line, self._line = self._line, ""
        catalogue.resume_in_bar(bar, line)
        return bar
