"""The bare hand, the tool there is when no other is chosen: it clicks, and begins the drag that a place offers."""

from __future__ import annotations

from msgspec.structs import replace

from app.drawing.hit import Hit
from app.layout.result import Point
from app.model.errors import JourneyError
from app.tools.ghost import Ghost
from app.tools.grips import gesture_at
from app.tools.ground import Ground
from app.tools.opening import opened
from app.tools.pointer import Modifiers, Pointer
from app.tools.tool import NOTHING, Cursor, Gesture, Outcome

DRAG_PX = 4.0  # a press that goes no farther is a click


class Hand:
    """Selects by clicks, opens by double clicks, and asks `grips` which drag begins at a place."""

    def __init__(self) -> None:
        self._pressed: Pointer | None = None
        self._gesture: Gesture | None = None
        self._is_dragging = False
        self._at_click: Outcome = NOTHING  # what happens at the release where nothing was dragged
        self._opens = False  # by a double click, unless it becomes a drag

    @property
    def is_busy(self) -> bool:
        """Tell whether the button is held."""
        return self._pressed is not None

    def press(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Select what is under the pointer, and remember which drag may begin here. Another button ends a drag."""
        was_busy = self.is_busy
        self._let_go()
        if was_busy or pointer.button not in ("left", "right"):
            return NOTHING
        hit = ground.hit(pointer.x, pointer.y, pointer.zoom)
        if pointer.button == "right":
            selecting = _selecting(ground, hit, pointer)
            return Outcome(at=selecting.at) if hit and hit.record in ground.selection else selecting
        self._pressed = pointer
        self._gesture = gesture_at(ground, pointer)
        if pointer.clicks > 1:
            self._opens = True
            return NOTHING
        selecting = _selecting(ground, hit, pointer)
        if self._gesture is not None and not self._gesture.selects:
            self._at_click = selecting if hit is not None and hit.record not in ground.selection else NOTHING
            return NOTHING
        if hit is not None and hit.record in ground.selection:  # it may be dragged with the others
            self._at_click = selecting
            return Outcome(at=selecting.at)
        return selecting

    def move(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Drag, or say by the cursor what a press would do."""
        if self._pressed is None:
            return Outcome(cursor=_cursor(ground, pointer))
        if not pointer.is_down:  # it was let go where nobody saw it
            return self.cancel(ground)
        if not self._is_dragging:
            away = pointer.away(self._pressed.x, self._pressed.y) * pointer.zoom
            self._is_dragging = self._gesture is not None and away >= DRAG_PX
        if self._gesture is None or not self._is_dragging:
            return NOTHING
        try:
            planned = self._gesture.at(ground, pointer)
        except JourneyError as refusal:
            words = Ghost((), refusal.what, Point(pointer.x, pointer.y), is_refused=True)
            return Outcome(ghost=words, cursor="not_here")
        return Outcome(ghost=planned.ghost, cursor=planned.cursor or self._gesture.cursor)

    def release(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Do what the drag came to, or what the click or the double click means."""
        gesture, at_click = self._gesture if self._is_dragging else None, self._at_click
        pressed, opens = self._pressed, self._opens
        self._let_go()
        if pressed is None:
            return NOTHING
        try:
            if gesture is not None:
                return replace(gesture.at(ground, pointer), ghost=None, cursor="")
            if opens:
                return opened(ground, pressed, ground.hit(pressed.x, pressed.y, pressed.zoom))
            return at_click
        except JourneyError as refusal:
            return Outcome(refusal=refusal)

    def key(self, ground: Ground, key: str, modifiers: Modifiers) -> Outcome | None:
        """Esc lets go, and so does Undo."""
        return self.cancel(ground) if key == "Esc" or (key == "Z" and modifiers.control) else None

    def cancel(self, ground: Ground) -> Outcome:
        """Let go; nothing has happened."""
        self._let_go()
        return NOTHING

    def _let_go(self) -> None:
        self._pressed = None
        self._gesture = None
        self._is_dragging = False
        self._at_click = NOTHING
        self._opens = False


def _cursor(ground: Ground, pointer: Pointer) -> Cursor:
    """Return what the pointer looks like over what a press would grasp, a click select, or a double click write."""
    offered = gesture_at(ground, pointer)
    if offered is None:
        return "hand" if ground.hit(pointer.x, pointer.y, pointer.zoom) is not None else ""
    return offered.cursor or ("text" if ground.title_field_at(pointer.x, pointer.y) else "")


def _selecting(ground: Ground, hit: Hit | None, pointer: Pointer) -> Outcome:
    """Return the selection after a click: with Shift or Ctrl what is hit joins or leaves it."""
    adds = pointer.modifiers.adds
    if hit is None:
        return NOTHING if adds else Outcome(selection=frozenset(), at=("", ""))
    spot = ground.spot(hit.record, hit.role)
    at = (spot.touchpoint, spot.role) if spot is not None else ("", "")
    return Outcome(selection=ground.selection ^ {hit.record} if adds else frozenset({hit.record}), at=at)
