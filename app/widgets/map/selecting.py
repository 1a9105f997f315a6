"""Selecting on the map by walking with arrow keys, where the keyboard is, and what a screen reader hears of it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.i18n import trn
from app.layout.places import Places, Spot, around
from app.layout.result import Box
from app.model.records import Touchpoint
from app.seeing.walk import Direction, entered, found, walked
from app.widgets.document import Document
from app.widgets.map import catalogue
from app.widgets.map.eye import Eye
from app.widgets.map.spoken import record_words
from app.widgets.map.stage import Stage

REVEALED = 70.0  # map units around a marker that come into sight with it
_DIRECTIONS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}


class Page(Protocol):
    """What selecting needs of the map it happens on."""

    eye: Eye

    @property
    def stage(self) -> Stage:
        """What is shown."""

    def show_keyboard(self, is_shown: bool) -> None:
        """Show where the keyboard is, or no longer."""

    def type_in(self, record: str, field: str = "", role: str = "") -> None:
        """Let words be typed."""

    def setAccessibleDescription(self, description: str) -> None:
        """Say what is selected."""


class Selecting:
    """Holds at which marker the keyboard is; what is selected is the document's."""

    def __init__(self, page: Page, document: Document) -> None:
        self._page = page
        self._document = document
        self._at: tuple[str, str] | None = None  # touchpoint and role
        self.follow()

    def spot(self, places: Places) -> Spot | None:
        """Return the marker at which the keyboard is, if it is on the map."""
        return None if self._at is None else found(places, *self._at)

    def stand(self, touchpoint: str, role: str) -> None:
        """Put the keyboard at a marker; "" is at none."""
        self._at = (touchpoint, role) if touchpoint else None

    def key(self, event: QKeyEvent) -> bool:
        """Walk, open or clear; tell whether the key was one of these."""
        direction = _DIRECTIONS.get(event.key())
        is_plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if direction is not None and is_plain:
            self._walk(direction, adds=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and is_plain:
            return self._type()
        if event.key() == Qt.Key.Key_Escape and self._document.selection:
            self._document.select(())
            return True
        return False

    def follow(self) -> None:
        """Tell screen readers what is selected now; the keyboard stays at what is still selected."""
        selection = self._document.selection
        if self._at is not None and selection and self._at[0] not in selection:
            self._at = None
        self._page.setAccessibleDescription(self.description())

    def description(self) -> str:
        """Say what is selected, or what the map holds."""
        selection, journey = self._document.selection, self._document.journey
        if not selection:
            count = len(journey.all(Touchpoint))
            return trn(
                "{count} touchpoint. Arrow keys walk along it.",
                "{count} touchpoints. Arrow keys walk along them.",
                count,
            )
        if len(selection) > 1:
            return trn("{count} selected", "{count} selected", len(selection))
        return record_words(journey, next(iter(selection)))

    def _walk(self, direction: Direction, adds: bool) -> None:
        places = self._page.stage.places
        here = self.spot(places) or self._selected_spot(places)
        there = self._entered(places) if here is None else walked(places, here, direction)
        there = there or here
        self._page.show_keyboard(True)
        if there is None:
            return
        self._at = (there.touchpoint, there.role)
        kept = self._document.selection if adds else frozenset()
        self._document.select(kept | {there.touchpoint})
        spot = Box(there.x - REVEALED, there.y - REVEALED, 2 * REVEALED, 2 * REVEALED)
        self._page.eye.reveal(around([spot, *places.outlines(there.touchpoint)]), at_least=spot)

    def _selected_spot(self, places: Places) -> Spot | None:
        spots = (found(places, record) for record in sorted(self._document.selection))
        return next((spot for spot in spots if spot is not None), None)

    def _entered(self, places: Places) -> Spot | None:
        """Return where a walk begins: at what is selected, else at what is in sight."""
        spots = (
            catalogue.meant(self._document.journey, places, record)
            for record in sorted(self._document.selection)
        )
        here = next((spot for spot in spots if spot is not None), None)
        return here or entered(places, self._page.eye.seen())

    def _type(self) -> bool:
        """Let the words of what is selected be typed."""
        touchpoint, role = self._at or (next(iter(sorted(self._document.selection)), ""), "")
        if touchpoint:
            self._page.type_in(touchpoint, "", role)
        return bool(touchpoint)
