"""Dragging on the ruler: to the right it inserts time, to the left it removes time in which nothing happens."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from msgspec import Struct

from app.i18n import tr, trn
from app.layout.result import Box, Point
from app.layout.time_words import moment
from app.model.duration_text import span_text
from app.model.edits.time import insert_time, refuse_busy_time, remove_empty_time
from app.model.names import called
from app.model.records import Phase, Touchpoint
from app.tools.ghost import Ghost, GhostBox, GhostRule
from app.tools.ground import Ground
from app.tools.pointer import Pointer
from app.tools.snap import grid_step, snapped
from app.tools.tool import MOST_TRIED, Cursor, Outcome


def time_at(ground: Ground, pointer: Pointer) -> DragTime | None:
    """Begin to insert or remove time where the ruler is grasped."""
    return DragTime(pointer.x) if ground.is_on_ruler(pointer.x, pointer.y) else None


class DragTime(Struct, frozen=True):
    """A drag along the ruler from `x`: what is later moves along."""

    x: float
    cursor: Cursor = "across"
    selects: bool = False

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show how much time comes or goes."""
        begun = snapped(ground, self.x, pointer.zoom, is_free=pointer.modifiers.alt).time
        ended = self._ended(ground, begun, pointer)
        length = round(abs(ended - begun), 6)
        if not length:
            return Outcome(cursor="across")
        is_only_shown = pointer.is_down and len(ground.journey.all(Touchpoint)) > MOST_TRIED
        if ended < begun:
            refuse_busy_time(ground.journey, ended, length)
        edit, tell = (remove_empty_time, _removing) if ended < begun else (insert_time, _inserting)
        at = min(begun, ended)
        change = None if is_only_shown else edit(ground.journey, at, length)
        left, right = sorted((ground.x_of(begun), ground.x_of(ended)))
        lanes = ground.lanes_box
        shapes = (GhostBox(Box(left, lanes.y, right - left, lanes.height)), GhostRule(left))
        ghost = Ghost(shapes, tell(ground, at, length), Point(pointer.x, pointer.y), goes_on=True)
        return Outcome(ghost, change, cursor="across", held=Point(ground.x_of(at), pointer.y))

    def _ended(self, ground: Ground, begun: float, pointer: Pointer) -> float:
        """Return up to when time comes or goes: new time is as long as the grid says, old time ends at what is there."""
        is_free = pointer.modifiers.alt
        if pointer.x < self.x or is_free:
            return snapped(ground, pointer.x, pointer.zoom, is_free=is_free).time
        step = grid_step(ground, pointer.x, pointer.zoom)
        return begun + max(round((ground.time_at(pointer.x) - begun) / step), 0) * step


def _removing(ground: Ground, at: float, length: float) -> str:
    info = ground.journey.info
    words = tr("Remove {length} from {time}", length=span_text(length, info.unit), time=moment(info, at))
    gone = [found for found in ground.journey.all(Phase) if at <= found.start and found.end <= at + length]
    if not gone:
        return words
    more = trn("{phase} goes too", "{count} phases go too", len(gone), phase=called(gone[0]))
    return tr("{what} · {more}", what=words, more=more)


def _inserting(ground: Ground, at: float, length: float) -> str:
    info, touchpoints = ground.journey.info, ground.journey.all(Touchpoint)
    words = tr("Insert {length} at {time}", length=span_text(length, info.unit), time=moment(info, at))
    later = len(touchpoints) - bisect_left(touchpoints, at, key=attrgetter("start"))
    more = trn("{count} touchpoint moves along", "{count} touchpoints move along", later)
    return tr("{what} · {more}", what=words, more=more)
