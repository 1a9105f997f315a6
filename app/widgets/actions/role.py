"""Actions on roles: their lanes come, move, hide."""

from __future__ import annotations

from app.i18n import tr
from app.widgets.actions.action import Action
from app.widgets.commands.commands import Commands


def _has_role(host: Commands) -> bool:
    return host.selected("role") > 0


def _is_solo(host: Commands) -> bool:
    return host.document is not None and bool(host.document.view_state.view.solo_role)


ROWS: tuple[Action, ...] = (
    Action("insert_role", lambda: tr("New &Role"), lambda host: host.laning.add(), "Ctrl+Shift+R", "person",
           short=lambda: tr("Role")),
    Action("role_up", lambda: tr("Move &Up"), lambda host: host.laning.move(-1), "Alt+Shift+Up", enabled=_has_role),
    Action("role_down", lambda: tr("Move &Down"), lambda host: host.laning.move(1), "Alt+Shift+Down", enabled=_has_role),
    Action("hide_role", lambda: tr("&Hide Lane"), lambda host: host.laning.hide(), "Ctrl+H", "eye-off", _has_role),
    Action("solo_role", lambda: tr("&Show Alone"), lambda host: host.laning.solo(), "Ctrl+Alt+H", "solo", _has_role,
           checked=_is_solo),
)  # fmt: skip
