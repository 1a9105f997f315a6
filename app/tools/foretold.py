"""The touchpoint that a captured line would make, shown on the map before it is made."""

from __future__ import annotations

from app.layout.result import Point
from app.model.capture.parts import Captured
from app.model.capture.plan import Place
from app.model.time_units import in_unit
from app.tools.ghost import Ghost, GhostBar, GhostMarker, GhostRod, GhostShape
from app.tools.ground import Ground

_ABOVE = 34.0  # of the words over the uppermost marker, in map units
_LONGEST = 48  # letters: more would hide the map


def foretold(ground: Ground, captured: Captured, place: Place) -> Ghost | None:
    """Return markers on the lanes of known roles, joined where there are several; none where no lane is meant."""
    if captured.is_empty:
        return None
    start = place.time if captured.start is None else captured.start
    felt = {role.id: captured.feeling if role.feeling is None else role.feeling for role in captured.roles}
    if not captured.roles:
        felt = dict.fromkeys(place.roles, captured.feeling)
    x = ground.x_of(start)
    lanes = [lane for lane in ground.layout.lanes if lane.role in felt]
    markers = [
        GhostMarker(x, ground.y_of(lane, felt[lane.role]), lane.role, felt[lane.role] is None)
        for lane in lanes
    ]
    if not markers:
        return None
    shapes: list[GhostShape] = []
    if captured.duration is not None:
        length = in_unit(captured.duration, ground.journey.info.unit) or 0.0
        right = ground.x_of(start + length)
        shapes += [GhostBar(x, right, marker.y, marker.role) for marker in markers]
    heights = [marker.y for marker in markers]
    if len(markers) > 1:
        shapes.append(GhostRod(x, min(heights), max(heights)))
    title = captured.title
    words = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return Ghost((*shapes, *markers), words, Point(x, min(heights) - _ABOVE))
