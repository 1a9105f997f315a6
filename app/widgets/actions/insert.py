"""Actions that make something new on the map."""

from __future__ import annotations

from app.i18n import tr
from app.widgets.actions.action import Action

ROWS: tuple[Action, ...] = (
    Action("capture", lambda: tr("&Capture Touchpoints"), lambda host: host.capturing.open(), "Ctrl+K", "capture",
           short=lambda: tr("Capture")),
    Action(
        "capture_clipboard", lambda: tr("Touchpoints from Pasted Te&xt…"), lambda host: host.capturing.preview_clipboard(),
        "Ctrl+Shift+K",
    ),
)  # fmt: skip
