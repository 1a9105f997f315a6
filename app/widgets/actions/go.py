"""Actions that go somewhere."""

from __future__ import annotations

from app.i18n import tr
from app.widgets.actions.action import Action

ROWS: tuple[Action, ...] = (
    Action("next_touchpoint", lambda: tr("&Next Touchpoint"), lambda host: host.going.go("touchpoint", 1), "Ctrl+Right"),
    Action("previous_touchpoint", lambda: tr("&Previous Touchpoint"), lambda host: host.going.go("touchpoint", -1), "Ctrl+Left"),
    Action("next_phase", lambda: tr("Next P&hase"), lambda host: host.going.go("phase", 1), "Ctrl+Shift+Right"),
    Action("previous_phase", lambda: tr("Previous Ph&ase"), lambda host: host.going.go("phase", -1), "Ctrl+Shift+Left"),
    Action("next_finding", lambda: tr("Next &Finding"), lambda host: host.going.go("finding", 1), "F8"),
    Action("previous_finding", lambda: tr("Previous Fin&ding"), lambda host: host.going.go("finding", -1), "Shift+F8"),
)  # fmt: skip
