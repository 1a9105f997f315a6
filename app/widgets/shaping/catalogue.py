"""What shapes a journey by commands, imported when the first of them runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.shaping.insights import Pinning
    from app.widgets.shaping.links import Linking
    from app.widgets.shaping.placing import Placing
    from app.widgets.shaping.roles import Laning
    from app.widgets.shaping.timeline import Timing
    from app.widgets.shaping.touchpoints import Describing


def linking(window: JourneyWindow) -> Linking:
    """Return what links touchpoints."""
    from app.widgets.shaping.links import Linking

    return Linking(window)


def placing(window: JourneyWindow) -> Placing:
    """Return what makes, moves and removes touchpoints."""
    from app.widgets.shaping.placing import Placing

    return Placing(window)


def laning(window: JourneyWindow) -> Laning:
    """Return what adds, moves and colours roles."""
    from app.widgets.shaping.roles import Laning

    return Laning(window)


def timing(window: JourneyWindow) -> Timing:
    """Return what shapes phases and time."""
    from app.widgets.shaping.timeline import Timing

    return Timing(window)


def pinning(window: JourneyWindow) -> Pinning:
    """Return what pins insights."""
    from app.widgets.shaping.insights import Pinning

    return Pinning(window)


def describing(window: JourneyWindow) -> Describing:
    """Return what says how touchpoints are."""
    from app.widgets.shaping.touchpoints import Describing

    return Describing(window)


def fill_menu(window: JourneyWindow, part: str, menu: QMenu) -> None:
    """Fill a part of a menu that depends on what is selected."""
    from app.widgets.shaping import menus

    menus.FILLS[part](window, menu)
