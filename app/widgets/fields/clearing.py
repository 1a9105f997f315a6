"""The small cross in a field of search words, with a name for those who do not see it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from app.i18n import tr


def offer_to_clear(line: QLineEdit) -> None:
    """Show a cross that clears the field while there is something in it."""
    line.setClearButtonEnabled(True)
    action = line.findChild(QAction, "_q_qlineeditclearaction")
    if isinstance(action, QAction):  # Qt gives it neither name nor tool tip
        action.setText(tr("Clear"))
