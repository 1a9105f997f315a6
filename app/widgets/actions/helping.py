"""Actions that help."""

from __future__ import annotations

from app.i18n import tr
from app.widgets.actions.action import Action, always

ROWS: tuple[Action, ...] = (
    Action(
        "shortcuts", lambda: tr("&Keyboard Shortcuts"), lambda host: host.helping.show_shortcuts(), "Ctrl+/",
        enabled=always, more_shortcuts=("F1",),
    ),
    Action("about", lambda: tr("&About Journeylines"), lambda host: host.helping.show_about(), enabled=always),
    Action("log", lambda: tr("Show &Log File"), lambda host: host.helping.show_log(), enabled=always),
)  # fmt: skip
