"""Commands on what is there: undo, redo, selection."""

from __future__ import annotations

from app.widgets.window import JourneyWindow


class Editing:
    """Edits the journey of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def undo(self) -> None:
        """Take the last step back."""
        if self._window.document is not None:
            self._window.document.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._window.document is not None:
            self._window.document.redo()

    def select_nothing(self) -> None:
        """Select nothing."""
        if self._window.document is not None:
            self._window.document.select(())
