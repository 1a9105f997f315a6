"""The table of panels that a window can show."""

from __future__ import annotations

from app.widgets import catalogue
from app.widgets.commands.capturing import Capturing
from app.widgets.commands.finding import Finding
from app.widgets.commands.presenting import Presenting
from app.widgets.panels import PanelKind
from app.widgets.status_bar import StatusBar
from app.widgets.window import JourneyWindow


def panel_kinds(window: JourneyWindow) -> tuple[PanelKind, ...]:
    """Return the panels of a window, on each side from top to bottom."""
    return (
        PanelKind("outline", "left", lambda: catalogue.outline(window), is_usual=True),
        PanelKind("inspector", "right", lambda: catalogue.inspector(window), is_usual=True),
        PanelKind("table", "below", lambda: catalogue.table(window)),
        PanelKind("find_bar", "over", lambda: Finding(window).find_bar(), is_kept=False),
        PanelKind("filter_bar", "over", lambda: Finding(window).filter_bar(), is_kept=False),
        PanelKind("votes", "right", lambda: Presenting(window).voting(), is_kept=False),
        PanelKind("timer", "over", lambda: Presenting(window).timer_bar(), is_kept=False),
        PanelKind("table", "below", lambda: catalogue.table(window)),
        PanelKind("find_bar", "over", lambda: Finding(window).find_bar(), is_kept=False),
        PanelKind("filter_bar", "over", lambda: Finding(window).filter_bar(), is_kept=False),
        PanelKind("capture", "under", lambda: Capturing(window).bar(), is_kept=False),
        PanelKind("history", "right", lambda: catalogue.history(window)),
        PanelKind("status_bar", "foot", StatusBar, is_usual=True),
    )
