"""The table of everything a person can do: menus, toolbar, shortcuts, palette, help and tests read it."""

from __future__ import annotations

from app.widgets.actions import (
    edit,
    file,
    go,
    helping,
    insert,
    journey,
    placing,
    present,
    role,
    touchpoint,
    view,
)
from app.widgets.actions.action import Action

ACTIONS: tuple[Action, ...] = (
    *file.ROWS,
    *edit.ROWS,
    *insert.ROWS,
    *placing.ROWS,
    *touchpoint.ROWS,
    *role.ROWS,
    *journey.ROWS,
    *view.ROWS,
    *go.ROWS,
    *present.ROWS,
    *helping.ROWS,
)
ACTION_BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}
