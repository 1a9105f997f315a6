"""Actions on the journey as a whole: phases and time."""

from __future__ import annotations

from app.i18n import tr
from app.widgets.actions.action import Action
from app.widgets.commands.commands import Commands


def _has_phases(host: Commands) -> bool:
    return host.has_phases(1)


def _has_two_phases(host: Commands) -> bool:
    return host.has_phases(2)


ROWS: tuple[Action, ...] = (
    Action("edit_journey", lambda: tr("&About This Journey…"), lambda host: host.timing.edit_journey(), "Ctrl+Shift+J"),
    Action("insert_phase", lambda: tr("New P&hase"), lambda host: host.timing.add_phase(), "Ctrl+Shift+E"),
    Action("insert_time", lambda: tr("Insert T&ime…"), lambda host: host.timing.insert_time(), "Ctrl+Alt+I", "clock"),
    Action("remove_time", lambda: tr("Re&move Time…"), lambda host: host.timing.remove_time()),
    Action("split_phase", lambda: tr("&Split Phase"), lambda host: host.timing.split_phase(), enabled=_has_phases),
    Action("merge_phase", lambda: tr("Merge with &Next Phase"), lambda host: host.timing.merge_phase(),
           enabled=_has_two_phases),
    Action("phase_earlier", lambda: tr("Move Phase &Earlier"), lambda host: host.timing.move_phase(-1),
           "Ctrl+PgUp", enabled=_has_two_phases),
    Action("phase_later", lambda: tr("Move Phase &Later"), lambda host: host.timing.move_phase(1),
           "Ctrl+PgDown", enabled=_has_two_phases),
)  # fmt: skip
