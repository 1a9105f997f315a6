"""A row that is too narrow for all that stands in it: what is least wanted goes, so that no word is cut."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget


def squeeze(row: QLayout, width: int, least_wanted: Iterable[QWidget]) -> None:
    """Show all of these widgets, but as many of the first ones as the row has no room for in this width."""
    wanted = list(least_wanted)
    for widget in wanted:
        widget.setHidden(False)
    for widget in wanted:
        row.invalidate()  # one within another is not told
        if row.minimumSize().width() <= width:
            break
        widget.setHidden(True)
    row.invalidate()
    row.activate()  # at once: within a resizing nobody asks for it again
