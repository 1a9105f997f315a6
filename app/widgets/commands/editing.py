"""Commands on what is there: undo, redo, selection."""

from __future__ import annotations

from app.model.change import Change
from app.widgets.window import JourneyWindow

MOST_LOOKED_FOR = 50  # records of a step


class Editing:
    """Edits the journey of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def undo(self) -> None:
        """Take the last step back, where it can be seen."""
        document = self._window.document
        if document is not None and (step := document.history.undo_change) is not None:
            document.undo()
            self._show(step)

    def redo(self) -> None:
        """Do the step again that was taken back last, where it can be seen."""
        document = self._window.document
        if document is not None and (step := document.history.redo_change) is not None:
            document.redo()
            self._show(step)

    def _show(self, step: Change) -> None:
        """Bring something of a step into sight, unless some of it is there already."""
        if self._window.canvas is not None:
            self._window.canvas.reveal_one([record.id for record in step.put[:MOST_LOOKED_FOR]])

    def select_nothing(self) -> None:
        """Select nothing."""
        if self._window.document is not None:
            self._window.document.select(())
