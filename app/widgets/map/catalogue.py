"""What the map needs only when a hand comes near it, imported on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.seeing.camera import Camera
from app.widgets.document import Document
from app.widgets.map.stage import Stage

if TYPE_CHECKING:
    from app.layout.places import Places, Spot
    from app.model.journey import Journey
    from app.tools.ghost import Ghost
    from app.tools.ground import Ground
    from app.widgets.map.context_menu import Asked, Asker
    from app.widgets.map.inline_typing import InlineTyping, Page
    from app.widgets.map.tooling import Tooling, Workplace


def tooling(canvas: Workplace, document: Document) -> Tooling:
    """Put a tool into the hand."""
    from app.widgets.map.tooling import Tooling

    return Tooling(canvas, document)


def context_menu(canvas: Asker, at: QPoint | None) -> Asked | None:
    """Tell what a context menu at a point of the viewport would be about; none: where the keyboard is."""
    from app.widgets.map import context_menu

    return context_menu.asked(canvas, at)


def paint_ghost(
    painter: QPainter, camera: Camera, stage: Stage, ghost: Ghost, size_px: tuple[int, int]
) -> None:
    """Paint what a drag would come to."""
    from app.widgets.map import ghosts

    ghosts.paint_ghost(painter, camera, stage, ghost, size_px)


def paint_handles(
    painter: QPainter,
    camera: Camera,
    stage: Stage,
    ground: Ground,
    offered: Spot | None,
    size_px: tuple[int, int],
) -> None:
    """Paint what can be grasped at what is selected."""
    from app.widgets.map import handles

    handles.paint_handles(painter, camera, stage, ground, offered, size_px)


def typing(page: Page, document: Document) -> InlineTyping:
    """Get ready to type in place."""
    from app.widgets.map.inline_typing import InlineTyping

    return InlineTyping(page, document)


def wants_motion(widget: QWidget) -> bool:
    """Tell whether the system wishes that things move smoothly."""
    from app.widgets.map.motion import is_wanted

    return is_wanted(widget)


def meant(journey: Journey, places: Places, record: str) -> Spot | None:
    """Return the marker at which a walk begins when this record is selected."""
    from app.seeing.meant import meant

    return meant(journey, places, record)
