"""Actions of the workshop: presenting, timer, votes."""

from __future__ import annotations

from app.widgets.actions.action import Action

ROWS: tuple[Action, ...] = ()
