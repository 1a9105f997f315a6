"""Actions of the workshop: presenting, timer, votes."""

from __future__ import annotations

from app.i18n import tr
from app.widgets.actions.action import Action, has_selection, toggle
from app.widgets.commands.commands import Commands


def _has_one_insight(host: Commands) -> bool:
    return host.selected("insight") == 1


ROWS: tuple[Action, ...] = (
    Action("present", lambda: tr("&Present"), lambda host: host.presenting.present(), "F5", "present",
           short=lambda: tr("Present")),
    Action("present_from_here", lambda: tr("Present from the Se&lection"),
           lambda host: host.presenting.present_from_here(), "Shift+F5", enabled=has_selection),
    Action("start_timer", lambda: tr("&Start or Pause the Timer"), lambda host: host.presenting.switch_timer(),
           "Ctrl+Shift+Space"),
    toggle("timer", lambda: tr("&Timer"),
           (lambda host: host.looking.switch_panel("timer"), lambda host: host.looking.is_panel_shown("timer")),
           "Ctrl+Alt+C", "clock"),
    toggle("votes", lambda: tr("&Votes"),
           (lambda host: host.presenting.switch_votes(), lambda host: host.looking.is_panel_shown("votes")),
           "Ctrl+Alt+V", "votes"),
    Action("vote_more", lambda: tr("&Give a Vote"), lambda host: host.presenting.vote(1), "+",
           enabled=_has_one_insight, more_shortcuts=("=",), on_map=True),
    Action("vote_less", lambda: tr("Take a Vote &Back"), lambda host: host.presenting.vote(-1), "-",
           enabled=_has_one_insight, on_map=True),
)  # fmt: skip
