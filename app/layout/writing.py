"""The words of a leaf: pills, captions and cards find their places in what the lines and links leave free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.layout.arrangement import Seat
from app.layout.cards import MUTILATED, PIN, SHORTENED, CardWords, Form, shortened
from app.layout.field import REACH, Field, Solid
from app.layout.labels import Asked, leader_to, occupy, quick, thorough
from app.layout.lanes import LaneShape
from app.layout.links import Curve
from app.layout.memory import Notes, Recent
from app.layout.pills import PillWords, place_pill
from app.layout.result import Box, Caption, Card, Pill, Pin, Point, TextRow
from app.layout.shown import Shown, Stop
from app.layout.typeset import Typesetter
from app.model.view import CardPlace

CarriedSolids = tuple[Solid, ...]


_NOTHING = -1e12
_AROUND = 60.0  # map units beside a card within which what stands there may be in its way
_ON_LINE = 30.0  # cost of a line's run behind a card from which on the lane had better grow


Homed = tuple[float, PillWords, Curve]  # a link whose middle stands in a leaf, and the shift of its x into it


class Pills(NamedTuple):
    """Pills of the links whose middle stands in a leaf, by link; x in the leaf."""

    placed: dict[str, Pill]
    solids: CarriedSolids
    leaders: tuple[tuple[int, tuple[Point, Point]], ...]  # none
    right: float  # where the solids end


class Asking(NamedTuple):
    """A stop's card: its place in time, its words and forms."""

    stop: Stop
    x: float
    words: CardWords
    forms: tuple[Form, ...]


class Kept(NamedTuple):
    """A card that stands, and the lane it stands in."""

    entry: Asking
    seat: Seat
    shape: LaneShape


class Written(NamedTuple):
    """Cards and captions of a leaf; `homeless` found no place, `cramped` lanes have cards that lack words."""

    cards: tuple[Card, ...]
    captions: tuple[Caption, ...]
    homeless: tuple[str, ...]
    cramped: tuple[int, ...]
    solids: CarriedSolids
    leaders: tuple[tuple[int, tuple[Point, Point]], ...]
    right: float  # where solids and leaders end
    seats: tuple[Kept, ...] = ()


class Wish(NamedTuple):
    """A caption: its words, the lane, and where it may stand; x in the leaf."""

    text: str
    lane: int
    left: float
    right: float


def pills(homed: Sequence[Homed], field: Field, setter: Typesetter, width: float) -> Pills:
    """Place the pills at home in a leaf; each then bars the next."""
    placed: dict[str, Pill] = {}
    solids: list[Solid] = []
    for shift, words, curve in homed:
        bounds = (-REACH / 2, width + REACH / 2)
        pill = place_pill(words, curve, shift, field, setter, bounds)
        if pill is not None:
            box = pill.box
            solid = Solid(box.x, box.y, box.right, box.bottom)
            field.add_solid(solid)
            placed[curve.link.id] = pill
            solids.append(solid)
    return Pills(placed, tuple(solids), (), max((solid.right for solid in solids), default=_NOTHING))


def captions(wishes: Sequence[Wish], field: Field, shown: Shown, setter: Typesetter) -> tuple[Caption, ...]:
    """Place the words on idle lines, above the neutral line or else below, as near the middle as they can."""
    found: list[Caption] = []
    for wish in wishes:
        length = setter.width(wish.text, "caption")
        neutral = field.shapes[wish.lane].neutral
        for baseline in (neutral - 12.0, neutral + 24.0):
            top = baseline - 14.0
            low, high = wish.left + 8.0, wish.right - 8.0 - length
            window = field.window(wish.lane, low - 30, high + length + 30)
            spans = field.free(window, low, high, (length, 18.0), top) if high >= low else []
            if not spans:
                continue
            middle = (wish.left + wish.right - length) / 2
            x = min((min(max(middle, a), b) for a, b in spans), key=lambda at: abs(at - middle))
            found.append(
                Caption(shown.roles[wish.lane].id, TextRow(wish.text, x, baseline, length, "caption"))
            )
            field.add_solid(Solid(x, top, x + length, top + 18.0))
            break
    return tuple(found)


def write(
    asking: Sequence[Asking], wishes: Sequence[Wish], field: Field, shown: Shown, setter: Typesetter,
    places: Mapping[str, CardPlace], seed: str, width: float, notes: Notes, recent: Recent,
    kept: Mapping[str, Kept] | None = None, makes_room: bool = False,
) -> Written:  # fmt: skip
    """Place captions and cards of a leaf; a seed asks for the thorough search, unless cards are to be kept where they were."""
    placed_captions = captions(wishes, field, shown, setter)
    seats: list[Seat | None] = [_pinned(entry, places, field, shown) for entry in asking]
    if kept is not None:
        entries = zip(asking, seats, strict=True)
        seats = [seat or _stays(entry, kept.get(entry.stop.id), field) for entry, seat in entries]
    for seat in seats:
        if seat is not None:
            occupy(field, seat)
    rest = [number for number, seat in enumerate(seats) if seat is None]
    asked = [
        Asked(entry.stop, entry.x, entry.forms, entry.words, partial(shortened, entry.words, setter))
        for entry in (asking[number] for number in rest)
    ]
    if seed and kept is None:
        found = thorough(asked, field, seed, recent, makes_room)
    else:
        found = quick(asked, field, notes, is_thorough=bool(seed))
    for number, seat in zip(rest, found, strict=True):
        seats[number] = seat
    cards: list[Card] = []
    homeless: list[str] = []
    cramped: list[int] = []
    for entry, seat in zip(asking, seats, strict=True):
        if seat is None:
            homeless.append(entry.stop.id)
            cramped += [entry.stop.lead] * 3
            continue
        is_complete = seat.form.is_complete
        if not is_complete or (seed and field.line_cost(seat.lane, seat.solid) > _ON_LINE):
            cost = seat.form.cost
            cramped += [seat.lane] * (3 if cost >= MUTILATED else 2 if cost >= SHORTENED else 1)
        inputs = (entry.stop, entry.words, seat, shown.roles[seat.lane].id)
        cards.append(notes.recall(("card", entry.stop.id), inputs, partial(_card, *inputs)))
    taken = [seat for seat in seats if seat is not None]
    border = width - REACH  # what ends before it matters to no later leaf
    solids = [seat.solid for seat in taken if seat.solid.right > border]
    solids += [Solid(c.row.x, c.row.y - 14.0, c.row.x + c.row.width, c.row.y + 4.0) for c in placed_captions]
    leaders = tuple(
        (s.lane, s.leader) for s in taken if s.leader and max(s.leader[0].x, s.leader[1].x) > border
    )
    ends = [solid.right for solid in solids] + [max(a.x, b.x) for _, (a, b) in leaders]
    return Written(
        tuple(cards), placed_captions, tuple(homeless), tuple(cramped), tuple(solids), leaders,
        max(ends, default=_NOTHING),
        tuple(Kept(e, s, field.shapes[s.lane]) for e, s in zip(asking, seats, strict=True) if s is not None),
    )  # fmt: skip


def _pinned(entry: Asking, places: Mapping[str, CardPlace], field: Field, shown: Shown) -> Seat | None:
    """Return where a person put the card."""
    place = places.get(entry.stop.id)
    lane = shown.lane.get(place.role) if place is not None else None
    if place is None or lane not in entry.stop.lanes or lane is None:
        return None
    form = entry.forms[0]
    y = field.shapes[lane].feeling_y(entry.stop.feelings[entry.stop.lanes.index(lane)])
    left = min(max(entry.x + place.dx, field.left), field.right - form.width)
    shape = field.shapes[lane]
    top = min(max(y + place.dy, shape.y + 3.0), shape.bottom - form.height - 3.0)
    solid = Solid(left, top, left + form.width, top + form.height)
    return Seat(0.0, lane, form, solid, leader_to(solid, entry.x, y, field.marker))


def _stays(entry: Asking, kept: Kept | None, field: Field) -> Seat | None:
    """Return where the card stood, if its touchpoint is as it was and nothing came into its way."""
    if kept is None or kept.entry != entry:
        return None
    shape = field.shapes[kept.seat.lane]
    if shape.step != kept.shape.step:
        return None
    seat = _lowered(kept.seat, shape.neutral - kept.shape.neutral)
    left, top, right, bottom = solid = seat.solid
    if top < shape.y + 3.0 or bottom > shape.bottom - 3.0:
        return None
    window = field.window(seat.lane, left - _AROUND, right + _AROUND)
    size = (seat.form.width, seat.form.height)
    is_free = field.free(window, left, left, size, top, over_dots=True)
    if not is_free or field.line_cost(seat.lane, solid) > _ON_LINE:
        return None
    return None if seat.leader is not None and field.is_blocked(window, seat.leader) else seat


def _lowered(seat: Seat, dy: float) -> Seat:
    """Return a seat moved down, as its lane has moved."""
    if not dy:
        return seat
    left, top, right, bottom = seat.solid
    leader = seat.leader
    if leader is not None:
        leader = Point(leader[0].x, leader[0].y + dy), Point(leader[1].x, leader[1].y + dy)
    return Seat(seat.cost, seat.lane, seat.form, Solid(left, top + dy, right, bottom + dy), leader)


def _card(stop: Stop, words: CardWords, seat: Seat, role: str) -> Card:
    form, solid = seat.form, seat.solid
    rows = tuple(
        TextRow(r.text, solid.left + r.dx, solid.top + r.dy, r.width, r.style, r.role) for r in form.rows
    )
    middle = solid.top + form.height / 2
    x = solid.right - PIN / 2 - 5.0
    pins: list[Pin] = []
    for mark in reversed(words.pins):
        pins.append(Pin(mark.insight, mark.kind, mark.number, x, middle, mark.votes))
        x -= PIN
    return Card(
        touchpoint=stop.id,
        role=role,
        box=Box(solid.left, solid.top, form.width, form.height),
        rows=rows,
        full_title=words.full_title,
        is_shared=words.is_shared,
        is_moment_of_truth=words.has_star,
        is_breached=words.is_alert,
        star=Point(x, middle) if words.has_star else None,
        pins=tuple(reversed(pins)),
        leader=seat.leader,
    )
