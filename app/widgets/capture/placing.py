"""Where a captured touchpoint goes that does not say it: behind what is selected, or where the map is looked at."""

from __future__ import annotations

import math

from app.model.capture.plan import Place, after
from app.model.records import Phase, Role, Touchpoint
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas


def place_of(document: Document, canvas: MapCanvas) -> Place:
    """Return the time and the roles that are meant when a line says none."""
    journey = document.journey
    selected = [journey.get(record_id) for record_id in document.selection]
    points = [each for each in selected if isinstance(each, Touchpoint)]
    if points:
        return after(journey, max(points, key=lambda each: (each.start, each.id)).id)
    time, role = canvas.here
    roles = tuple(each.id for each in selected if isinstance(each, Role)) or ((role,) if role else ())
    phase = next((each for each in selected if isinstance(each, Phase)), None)
    if phase is not None:
        return Place(phase.start, roles)
    if not journey.all(Touchpoint):
        return Place(0.0, roles)
    if roles and journey.touchpoints_of(roles[0]) and len(selected) == 1:
        return Place(after(journey, journey.touchpoints_of(roles[0])[-1].id).time, roles)
    return Place(float(max(0, math.floor(time + 0.5))) if time >= 0 else float(math.floor(time)), roles)
