"""Whether things move smoothly or at once."""

from __future__ import annotations

from PySide6.QtWidgets import QStyle, QWidget


def is_wanted(widget: QWidget) -> bool:
    """Tell whether the system wishes to see motion."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
