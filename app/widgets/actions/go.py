"""Actions that go somewhere."""

from __future__ import annotations

from app.i18n import tr
from app.widgets.actions.action import Action, always
from app.widgets.commands.commands import Commands


def _is_filtering(host: Commands) -> bool:
    return host.finding.is_filtering


ROWS: tuple[Action, ...] = (
    Action("find", lambda: tr("F&ind…"), lambda host: host.finding.find(), "Ctrl+F", "find", short=lambda: tr("Find")),
    Action("find_next", lambda: tr("Find Ne&xt"), lambda host: host.finding.find_next(1), "F3"),
    Action("find_previous", lambda: tr("Find Pre&vious"), lambda host: host.finding.find_next(-1), "Shift+F3"),
    Action("filter", lambda: tr("&Filter…"), lambda host: host.finding.filter(), "Ctrl+Shift+F", "filter", short=lambda: tr("Filter")),
    Action("clear_filter", lambda: tr("Cl&ear Filter"), lambda host: host.finding.clear_filter(), enabled=_is_filtering),
    Action("palette", lambda: tr("&Command Palette…"), lambda host: host.finding.open_palette(), "Ctrl+Shift+P", "palette", always),
    Action("next_panel", lambda: tr("&Other Panel"), lambda host: host.going.next_panel(1), "F6"),
    Action("previous_panel", lambda: tr("Other Panel &Back"), lambda host: host.going.next_panel(-1), "Shift+F6"),
    Action("next_touchpoint", lambda: tr("&Next Touchpoint"), lambda host: host.going.go("touchpoint", 1), "Ctrl+Right"),
    Action("previous_touchpoint", lambda: tr("&Previous Touchpoint"), lambda host: host.going.go("touchpoint", -1), "Ctrl+Left"),
    Action("next_phase", lambda: tr("Next P&hase"), lambda host: host.going.go("phase", 1), "Ctrl+Shift+Right"),
    Action("previous_phase", lambda: tr("Previous Ph&ase"), lambda host: host.going.go("phase", -1), "Ctrl+Shift+Left"),
    Action("next_finding", lambda: tr("Next &Finding"), lambda host: host.going.go("finding", 1), "F8"),
    Action("previous_finding", lambda: tr("Previous Fin&ding"), lambda host: host.going.go("finding", -1), "Shift+F8"),
)  # fmt: skip
