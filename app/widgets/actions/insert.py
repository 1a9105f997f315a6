"""Actions that make something new on the map."""

from __future__ import annotations

from app.widgets.actions.action import Action

ROWS: tuple[Action, ...] = ()
