"""The table of panels that a window can show."""

from __future__ import annotations

from functools import partial

from app.widgets import catalogue
from app.widgets.commands.commands import Commands
from app.widgets.panels import PanelKind
from app.widgets.shaping.catalogue import fill_menu
from app.widgets.status_bar import StatusBar
from app.widgets.window import JourneyWindow


def panel_kinds(window: JourneyWindow, commands: Commands) -> tuple[PanelKind, ...]:
    """Return the panels of a window, on each side from top to bottom."""
    return (
        PanelKind(
            "outline", "left", lambda: catalogue.outline(window, partial(fill_menu, window)), is_usual=True
        ),
        PanelKind("inspector", "right", lambda: catalogue.inspector(window), is_usual=True),
        PanelKind("history", "right", lambda: catalogue.history(window)),
        PanelKind("votes", "right", commands.presenting.voting, is_kept=False),
        PanelKind("table", "below", lambda: catalogue.table(window)),
        PanelKind("timer", "over", commands.presenting.timer_bar, is_kept=False),
        PanelKind("find_bar", "over", commands.finding.find_bar, is_kept=False),
        PanelKind("filter_bar", "over", commands.finding.filter_bar, is_kept=False),
        PanelKind("capture", "under", commands.capturing.bar, is_kept=False),
        PanelKind("status_bar", "foot", StatusBar, is_usual=True),
    )
