"""Editors over the cells of lists and tables, which can tell what they hold that the journey does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.change import Change
from app.model.draft import Draft
from app.widgets.fields.line import Line

Plan = Callable[[str], Change | None]


class Written:
    """Mixed into a Qt text widget."""

    _before = ""
    _plan: Plan | None = None

    def follow(self, before: str, plan: Plan) -> None:
        """Take note of what the journey has here, and of what makes a change of what is written."""
        self._before, self._plan = before, plan

    def unsaid(self) -> Draft | None:
        """Return what is written here and is not in the journey, with the change that it would be."""
        assert isinstance(self, QLineEdit | QPlainTextEdit)
        words = self.text() if isinstance(self, QLineEdit) else self.toPlainText()
        if words == self._before or not words.strip():
            return None
        return Draft(words, self.accessibleName(), self._plan(words) if self._plan is not None else None)


class WrittenLine(Written, Line):
    """A line over a cell."""
