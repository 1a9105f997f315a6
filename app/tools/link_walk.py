"""Linking without a mouse: arrow keys walk to the touchpoint that is meant, Enter links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from app.i18n import tr
from app.layout.places import Places, Spot
from app.layout.result import Point
from app.model.errors import JourneyError
from app.model.names import called
from app.model.records import Touchpoint
from app.tools.ghost import Ghost, GhostCurve, GhostMarker
from app.tools.ground import Ground
from app.tools.hand import Hand
from app.tools.link import arrow_segments, linked, target_at
from app.tools.pointer import Modifiers, Pointer
from app.tools.tool import Outcome

Direction = Literal["left", "right", "up", "down", "first", "last"]
Walk = Callable[[Places, Spot, Direction], Spot | None]
_DIRECTIONS: dict[str, Direction] = {
    "Left": "left", "Right": "right", "Up": "up", "Down": "down", "Home": "first", "End": "last",
}  # fmt: skip


class LinkWalk:
    """Goes from marker to marker with the arrow of the link that Enter makes; Esc goes back to the bare hand."""

    def __init__(self, source: Spot, walk: Walk) -> None:
        self._source = source
        self._walk = walk
        self._target: Spot | None = None

    @property
    def is_busy(self) -> bool:
        """It has the keys until it is done."""
        return True

    @property
    def source(self) -> Spot:
        """The marker where the link begins."""
        return self._source

    @property
    def target(self) -> Spot | None:
        """The marker that is offered now."""
        return self._target

    def begin(self, ground: Ground) -> Outcome:
        """Show where the link begins, and the touchpoint that follows as the first offer."""
        for direction in ("right", "left", "down", "up"):
            found = self._walk(ground.places, self._source, direction)
            if found is not None and found.touchpoint != self._source.touchpoint:
                return self._show(ground, found)
        return self._end(Outcome(refusal=JourneyError(tr("There is no other touchpoint to link to."))))

    def key(self, ground: Ground, key: str, modifiers: Modifiers) -> Outcome | None:
        """Walk, link or let go."""
        if key == "Esc":
            return self.cancel(ground)
        if key in ("Return", "Enter"):
            return self._link(ground)
        direction = _DIRECTIONS.get(key)
        if direction is None:
            return None
        there = self._walk(ground.places, self._target or self._source, direction)
        if there is not None and there.touchpoint == self._source.touchpoint:  # over the source, not onto it
            there = self._walk(ground.places, there, direction)
        return self._show(ground, there or self._target)

    def press(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Link to the touchpoint that is clicked; a click elsewhere lets go."""
        target = target_at(ground, pointer, self._source.touchpoint)
        if target is None or pointer.button != "left":
            return self.cancel(ground)
        self._target = target
        return self._link(ground)

    def move(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show the link to the touchpoint under the pointer."""
        return self._show(ground, target_at(ground, pointer, self._source.touchpoint) or self._target)

    def release(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Go on."""
        return self._show(ground, self._target)

    def cancel(self, ground: Ground) -> Outcome:
        """Let go; nothing has happened."""
        return self._end(Outcome())

    def _link(self, ground: Ground) -> Outcome:
        if self._target is None:
            return self._show(ground, None)
        try:
            outcome = linked(ground, self._source, self._target, _beside(self._target))
        except JourneyError as refusal:
            return Outcome(self._ghost(ground, self._target), refusal=refusal)
        return self._end(outcome)

    def _end(self, outcome: Outcome) -> Outcome:
        return Outcome(
            change=outcome.change,
            selection=outcome.selection,
            typing=outcome.typing,
            refusal=outcome.refusal,
            tool=Hand(),
        )

    def _show(self, ground: Ground, target: Spot | None) -> Outcome:
        self._target = target
        return Outcome(self._ghost(ground, target), shown=target.touchpoint if target is not None else "")

    def _ghost(self, ground: Ground, target: Spot | None) -> Ghost:
        source = GhostMarker(self._source.x, self._source.y, self._source.role)
        if target is None:
            words = tr("Choose a touchpoint with the arrow keys")
            return Ghost((source,), words, _beside(self._source))
        ends = Point(self._source.x, self._source.y), Point(target.x, target.y)
        curve = GhostCurve(arrow_segments(*ends), has_arrow=True)
        title = called(ground.journey.the(Touchpoint, target.touchpoint))
        words = tr("Link to {title}: Enter, or Esc", title=title)
        return Ghost((curve, source, GhostMarker(target.x, target.y, target.role)), words, _beside(target))


def _beside(spot: Spot) -> Point:
    return Point(spot.x, spot.y)
