"""Actions on where touchpoints stand: made, moved by steps, felt, selected together, removed."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence

from app.i18n import tr
from app.model.vocabulary import feelings
from app.widgets.actions.action import Action, has_journey, has_selection
from app.widgets.commands.commands import Commands


def _has_touchpoint(host: Commands) -> bool:
    return host.selected("touchpoint") > 0


def _set_feeling(feeling: int | None, host: Commands) -> None:
    host.describing.set_feeling(feeling)


def _feeling(feeling: int) -> Action:
    """Return the action of a feeling; its key counts from the worst, 1, to the best, 5."""
    key = feeling + 3
    return Action(
        f"feel_{key}", lambda: _sentence(feelings()[feeling]), partial(_set_feeling, feeling), str(key),
        enabled=_has_touchpoint, on_map=True,
    )  # fmt: skip


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


ROWS: tuple[Action, ...] = (
    Action("insert_touchpoint", lambda: tr("New &Touchpoint"), lambda host: host.placing.insert(), "Ctrl+Return",
           "touchpoint", has_journey, more_shortcuts=("Ins",), short=lambda: tr("Touchpoint")),
    Action("delete", lambda: tr("&Delete"), lambda host: host.placing.remove(), QKeySequence.StandardKey.Delete,
           enabled=has_selection, more_shortcuts=("Backspace",)),
    Action("select_all", lambda: tr("Select &All"), lambda host: host.placing.select_all(),
           QKeySequence.StandardKey.SelectAll),
    Action("select_all_role", lambda: tr("&Select All of the Role"), lambda host: host.placing.select_role(), "Ctrl+Alt+R"),
    Action("select_all_phase", lambda: tr("Select All in the P&hase"), lambda host: host.placing.select_phase(), "Ctrl+Alt+P"),
    Action("nudge_earlier", lambda: tr("&Earlier"), lambda host: host.placing.nudge(-1), "Alt+Left",
           enabled=_has_touchpoint),
    Action("nudge_later", lambda: tr("&Later"), lambda host: host.placing.nudge(1), "Alt+Right", enabled=_has_touchpoint),
    Action("nudge_earlier_little", lambda: tr("A Little E&arlier"), lambda host: host.placing.nudge(-1, is_little=True),
           "Alt+Shift+Left", enabled=_has_touchpoint),
    Action("nudge_later_little", lambda: tr("A Little La&ter"), lambda host: host.placing.nudge(1, is_little=True),
           "Alt+Shift+Right", enabled=_has_touchpoint),
    Action("lane_up", lambda: tr("To the Lane A&bove"), lambda host: host.placing.to_next_lane(-1), "Ctrl+Up",
           enabled=_has_touchpoint, on_map=True),
    Action("lane_down", lambda: tr("To the Lane Belo&w"), lambda host: host.placing.to_next_lane(1), "Ctrl+Down",
           enabled=_has_touchpoint, on_map=True),
    *(_feeling(feeling) for feeling in (2, 1, 0, -1, -2)),
    Action("feel_unknown", lambda: tr("Not &Known"), partial(_set_feeling, None), "0", enabled=_has_touchpoint, on_map=True),
    Action("feel_better", lambda: tr("&Better"), lambda host: host.placing.feel(1), "Alt+Up", enabled=_has_touchpoint),
    Action("feel_worse", lambda: tr("&Worse"), lambda host: host.placing.feel(-1), "Alt+Down", enabled=_has_touchpoint),
)  # fmt: skip
