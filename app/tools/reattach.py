"""The ends of a link, dragged to other touchpoints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.i18n import tr
from app.layout.result import Point
from app.model.edits import links
from app.model.names import called
from app.model.records import Link, Touchpoint
from app.tools.ghost import Ghost, GhostCurve, GhostMarker
from app.tools.ground import Ground
from app.tools.link import arrow_segments, named_end, target_at
from app.tools.pointer import Pointer
from app.tools.tool import Cursor, Outcome

END_PX = 9.0
MOST_SELECTED = 8  # of more the ends are no handles

End = Literal["source", "target"]


def reattach_at(ground: Ground, pointer: Pointer) -> Reattach | None:
    """Begin to drag an end of a selected link."""
    reach = END_PX / pointer.zoom
    grips = (
        Reattach(link, side) for link, side, end in grips_of(ground) if pointer.away(end.x, end.y) <= reach
    )
    return next(grips, None)


def grips_of(ground: Ground) -> Iterator[tuple[str, End, Point]]:
    """Yield the ends of the selected links, while few are selected, and where they are."""
    if len(ground.selection) > MOST_SELECTED:
        return
    for record in sorted(ground.selection):
        if isinstance(ground.journey.get(record), Link):
            for side, end in ends_of(ground, record).items():
                yield record, side, end


def ends_of(ground: Ground, link: str) -> dict[End, Point]:
    """Return where the ends of a link are on the map; nothing where it is not shown."""
    points = [
        Point(float(segment[-2]) + x, float(segment[-1]))
        for x, segments in ground.places.curves(link)
        for segment in segments
        if len(segment) > 1
    ]
    return {"source": points[0], "target": points[-1]} if points else {}


class Reattach(Struct, frozen=True):
    """A drag of one end of a link to another touchpoint."""

    link: str
    side: End
    cursor: Cursor = "hand"
    selects: bool = False

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show the arrow, and plan where it is attached."""
        link = ground.journey.the(Link, self.link)
        far, near = (link.target, link.source) if self.side == "source" else (link.source, link.target)
        ends = ends_of(ground, self.link)
        fixed = ends.get("target" if self.side == "source" else "source", Point(pointer.x, pointer.y))
        target = target_at(ground, pointer, "")
        here = Point(pointer.x, pointer.y) if target is None else Point(target.x, target.y)
        pair = (here, fixed) if self.side == "source" else (fixed, here)
        ghost = Ghost((GhostCurve(arrow_segments(*pair), has_arrow=True),), "", Point(pointer.x, pointer.y))
        if target is None:
            return Outcome(replace(ghost, words=tr("Drop it on a touchpoint")), cursor="grab")
        if target.touchpoint == near:
            return Outcome(ghost, cursor="grab")
        role = named_end(ground, target)
        change = links.reattach(ground.journey, self.link, **{self.side: target.touchpoint, "role": role})
        source, goal = (target.touchpoint, far) if self.side == "source" else (far, target.touchpoint)
        words = tr(
            "{source} to {title}",
            source=called(ground.journey.the(Touchpoint, source)),
            title=called(ground.journey.the(Touchpoint, goal)),
        )
        marker = GhostMarker(target.x, target.y, target.role)
        return Outcome(replace(ghost, shapes=(*ghost.shapes, marker), words=words), change, cursor="grab")
