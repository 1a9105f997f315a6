"""Dragging a role's header: its lane moves up or down, also into another organisation's lanes."""

from __future__ import annotations

from msgspec import Struct

from app.i18n import tr, trn
from app.layout.result import Box, Lane, Point
from app.model.change import Change
from app.model.edits.role_order import move_roles
from app.model.names import called
from app.model.records import Party, Role
from app.tools.ghost import Ghost, GhostBox, GhostRule
from app.tools.ground import Ground
from app.tools.pointer import Pointer
from app.tools.tool import Cursor, Outcome


def lane_at(ground: Ground, pointer: Pointer) -> MoveLane | None:
    """Begin to drag the role whose header is at the pointer, with the other selected roles where it is one of them."""
    lane = ground.role_header_at(pointer.x, pointer.y)
    if lane is None:
        return None
    together = {i for i in ground.selection if isinstance(ground.journey.get(i), Role)}
    return MoveLane(
        lane.role, pointer.y, frozenset(together) if lane.role in together else frozenset({lane.role})
    )


class MoveLane(Struct, frozen=True):
    """A drag of lanes by the header of `role`, grasped at `y`."""

    role: str
    y: float
    roles: frozenset[str]
    cursor: Cursor = "hand"
    selects: bool = True

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Show where the lane would go, and plan it."""
        shown = ground.layout.lanes
        place = sum(lane.y + lane.height / 2 < pointer.y for lane in shown)
        above = shown[place - 1] if place else None
        below = shown[place] if place < len(shown) else None
        party = _party(ground, self.role, above, below)
        change = move_roles(ground.journey, self.roles, _after(ground, above, below), party)
        own = ground.lane(self.role)
        sizes = ground.layout.sizes
        shapes: list[GhostBox | GhostRule] = []
        if own is not None:
            box = Box(sizes.header_x, own.y + pointer.y - self.y, sizes.header, own.height)
            carried = GhostBox(box, self.role, pinned="column", name=_carried(ground, self.roles, self.role))
            shapes.append(carried)
        if not change.is_empty:
            shapes.insert(0, GhostRule(_border(ground, above, below), is_level=True))
        words = _words(ground, self.role, above, party, change)
        ghost = Ghost(tuple(shapes), words, Point(pointer.x, pointer.y), is_over_headers=True)
        return Outcome(ghost, change, cursor="grab", held=Point(pointer.x, 0.0))  # other lanes make room


def _after(ground: Ground, above: Lane | None, below: Lane | None) -> str:
    """Return the role behind which a lane between two shown ones stands, hidden roles counted."""
    if above is not None:
        return above.role
    if below is None:
        return ""
    roles = [role.id for role in ground.journey.all(Role)]
    place = roles.index(below.role)
    return roles[place - 1] if place else ""


def _party(ground: Ground, role_id: str, above: Lane | None, below: Lane | None) -> str | None:
    """Return the organisation that a role joins between two lanes, none where it stays in its own.

    It stays where one of its neighbours is of its own organisation or where both are of different others.
    """
    own = ground.journey.the(Role, role_id).party
    around = {_party_of(ground, lane) for lane in (above, below) if lane is not None and lane.role != role_id}
    if not around or own in around or len(around) > 1:
        return None
    return around.pop()


def _party_of(ground: Ground, lane: Lane) -> str:
    return ground.journey.the(Role, lane.role).party


def _border(ground: Ground, above: Lane | None, below: Lane | None) -> float:
    if above is not None and below is not None:
        return (above.y + above.height + below.y) / 2
    if above is not None:
        return above.y + above.height
    return below.y if below is not None else ground.layout.map_box.y


def _carried(ground: Ground, roles: frozenset[str], role: str) -> str:
    """Return what is written on the header that is carried: the role, or how many they are."""
    if len(roles) == 1:
        return called(ground.journey.the(Role, role))
    return trn("{count} role", "{count} roles", len(roles))


def _words(ground: Ground, role_id: str, above: Lane | None, party: str | None, change: Change) -> str:
    role = ground.journey.the(Role, role_id)
    if change.is_empty:
        return called(role)
    there = ground.journey.get(party) if party else None
    if isinstance(there, Party):
        return tr("{role} joins {party}", role=called(role), party=called(there))
    if party == "" and role.party:
        return tr("{role} leaves its organisation", role=called(role))
    if above is None:
        return tr("{role} to the top", role=called(role))
    return tr("{role} below {other}", role=called(role), other=called(ground.journey.the(Role, above.role)))
