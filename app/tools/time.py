"""Dragging on the ruler: to the right it inserts time, to the left it removes time in which nothing happens."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from app.i18n import tr, trn
from app.layout.result import Box, Point
from app.layout.time_words import moment
from app.model.duration_text import span_text
from app.model.edits.time import insert_time, refuse_busy_time, remove_empty_time
from app.model.records import Touchpoint
from app.tools.ghost import Ghost, GhostBox, GhostRule
from app.tools.ground import Ground
from app.tools.pointer import Pointer
from app.tools.snap import snapped
from app.tools.tool import MOST_TRIED, Cursor, Outcome


def time_at(ground: Ground, pointer: Pointer) -> DragTime | None:
    """Begin to insert or remove time where the ruler is grasped."""
    return DragTime(pointer.x) if ground.is_on_ruler(pointer.x, pointer.y) else None


@dataclass(frozen=True, slots=True)
class DragTime:
    """A drag along the ruler from `x`: what is later moves along."""

    x: float
    cursor: Cursor = "across"
    selects: bool = False

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show how much time comes or goes."""
        is_free = pointer.modifiers.alt
        begun = snapped(ground, self.x, pointer.zoom, is_free=is_free).time
        ended = snapped(ground, pointer.x, pointer.zoom, is_free=is_free).time
        length = round(abs(ended - begun), 6)
        if not length:
            return Outcome(cursor="across")
        here = Point(pointer.x, pointer.y)
        left, right = sorted((ground.x_of(begun), ground.x_of(ended)))
        lanes = ground.lanes_box
        shapes = (GhostBox(Box(left, lanes.y, right - left, lanes.height)), GhostRule(left))
        spoken = span_text(length, ground.journey.info.unit)
        touchpoints = ground.journey.all(Touchpoint)
        is_only_shown = pointer.is_down and len(touchpoints) > MOST_TRIED
        if ended < begun:
            refuse_busy_time(ground.journey, ended, length)
            change = None if is_only_shown else remove_empty_time(ground.journey, ended, length)
            words = tr("Remove {length} from {time}", length=spoken, time=moment(ground.journey.info, ended))
            return Outcome(Ghost(shapes, words, here), change, cursor="across")
        change = None if is_only_shown else insert_time(ground.journey, begun, length)
        later = len(touchpoints) - bisect_left(touchpoints, begun, key=attrgetter("start"))
        words = tr("Insert {length} at {time}", length=spoken, time=moment(ground.journey.info, begun))
        moved = trn("{count} touchpoint moves along", "{count} touchpoints move along", later)
        return Outcome(
            Ghost(shapes, tr("{what} · {more}", what=words, more=moved), here), change, cursor="across"
        )
