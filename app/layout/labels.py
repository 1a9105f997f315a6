"""Where cards stand: candidates around their marker, hard rules first, then the cheapest (VISUAL.md "Label placement").

Small maps are searched thoroughly: every card keeps its best legal places and cards swap to better ones, from several
starts with a fixed seed. Large maps take the cheapest place that is free, in time order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.layout.arrangement import Seat, arranged, rearranged
from app.layout.cards import CardWords, Form
from app.layout.field import Field, Solid, Window, gap_to
from app.layout.lines import Cubic, run_through
from app.layout.memory import Notes, Recent
from app.layout.result import Point
from app.layout.shown import Stop

_BESIDE = 50.0  # map units from a marker to the nearer edge of its card at most
_GAPS = (19.0, 29.0, 41.0)
_REACH = 60.0  # a card's nearer edge is not farther from its marker's x
_KEPT = 28  # legal places that a card keeps in the thorough search
_KEPT_IN_NEED = 60  # where cards around it found none
_ENOUGH = 6  # places after which only those are looked for that cost little more than the best
_WORSE = 7.0
_ANY = float("inf")
_FEW = 0.25  # of all cards without a place, for which others make room at most
_ROUND = 2.5  # widths of a card around one that found no place within which others make room for it
_BARE = 23.0  # map units from a marker to its card up to which no leader is needed


class Asked(NamedTuple):
    """A card that looks for a place: its stop, the x of its markers, its forms and words; `spare` makes shortened forms."""

    stop: Stop
    x: float
    forms: tuple[Form, ...]
    words: CardWords
    spare: Callable[[], tuple[Form, ...]]


class Search:
    """Looks for places of cards in a field."""

    def __init__(self, field: Field, is_thorough: bool, notes: Notes | Recent) -> None:
        self.field = field
        self._notes = notes
        self.first_gap = field.marker + 6.0
        self.over_dots = False
        self.beside = (0.0, -1.0, 1.0) if is_thorough else (0.0, 1.0)
        self.far = (70.0, 100.0, 130.0, 160.0) if is_thorough else (80.0, 140.0)
        self._near: dict[tuple[int, float, float], Window] = {}

    def best(self, asked: Asked) -> Seat | None:
        """Return the cheapest free place, or none: first whole, then over dots, then with a shortened title."""
        key = ("best", asked.stop.id, self.field.marker)
        return self._notes.recall(key, self._inputs(asked), lambda: self._best(asked))

    def _inputs(self, asked: Asked) -> tuple[object, ...]:
        """Return all that the place of a card depends on: what stands near its markers."""
        field, widest = self.field, max([way.width for way in asked.forms])
        near = tuple(
            (
                field.shapes[lane],
                self._window(lane, asked.x, widest),
                field.stretches_near(lane, asked.x, widest + _BESIDE),
            )
            for lane, _ in self._lanes(asked.stop)
        )
        return asked.stop, asked.x, asked.forms, asked.words, near, field.left, field.right

    def _best(self, asked: Asked) -> Seat | None:
        found = self._best_of(asked, asked.forms)
        if found is None:
            self.over_dots = True
            found = self._best_of(asked, asked.forms)
            self.over_dots = False
        return found if found is not None else self._best_of(asked, asked.spare())

    def _best_of(self, asked: Asked, forms: Sequence[Form]) -> Seat | None:
        found: Seat | None = None
        for form in forms:
            if found is not None and form.cost >= found.cost:
                break
            for lane, y in self._lanes(asked.stop):
                found = self._try(asked, form, lane, y, found, None)
        return found

    def all(self, asked: Asked) -> list[Seat]:
        """Return the best legal places, the cheapest first."""
        key = ("all", asked.stop.id, self.field.marker)
        return self._notes.recall(key, self._inputs(asked), lambda: self._all(asked))

    def _all(self, asked: Asked) -> list[Seat]:
        kept: list[Seat] = []
        for form in asked.forms:
            if len(kept) > _ENOUGH and form.cost > min(seat.cost for seat in kept):
                continue
            for lane, y in self._lanes(asked.stop):
                self._try(asked, form, lane, y, None, kept)
        kept.sort(key=lambda seat: seat.cost)
        return kept[:_KEPT]

    def more(self, asked: Asked) -> list[Seat]:
        """Return legal places near and far, several at each height, then those for shortened forms."""
        key = ("more", asked.stop.id, self.field.marker)
        return self._notes.recall(
            key,
            self._inputs(asked),
            lambda: self._more(asked, asked.forms) + self._more(asked, asked.spare()),
        )

    def _more(self, asked: Asked, forms: Sequence[Form]) -> list[Seat]:
        kept: list[Seat] = []
        x, widest = asked.x, max([way.width for way in asked.forms])
        for form in forms:
            size = form.width, form.height
            for lane, y in self._lanes(asked.stop):
                window = self._window(lane, x, widest)
                base = form.cost + (0.0 if lane == asked.stop.lead else 2.2)
                for top, low, high, cost, _ in self._rows(lane, x, y, *size):
                    row = _Row(self.field, window, lane, form, top, (x, y), asked.stop.id, base + cost)
                    for left, right in self.field.free(window, low, high, size, top):
                        kept += row.spread(left, right)
        kept.sort(key=lambda seat: seat.cost)
        return kept[:_KEPT_IN_NEED]

    def _lanes(self, stop: Stop) -> list[tuple[int, float]]:
        shapes = self.field.shapes
        found = [(lane, shapes[lane].feeling_y(f)) for lane, f in zip(stop.lanes, stop.feelings, strict=True)]
        found.sort(key=lambda entry: entry[0] != stop.lead)
        return [entry for entry in found if not shapes[entry[0]].is_folded]

    def _window(self, lane: int, x: float, width: float) -> Window:
        window = self._near.get((lane, x, width))
        if window is None:
            reach = width + _BESIDE
            window = self._near[lane, x, width] = self.field.window(lane, x - reach, x + reach)
        return window

    def occupy(self, seat: Seat) -> None:
        """Let a placed card bar others."""
        occupy(self.field, seat)
        self._near.clear()

    def _try(
        self, asked: Asked, form: Form, lane: int, y: float, found: Seat | None, kept: list[Seat] | None
    ) -> Seat | None:
        width, height = size = form.width, form.height
        base = form.cost + (0.0 if lane == asked.stop.lead else 2.2)
        x, own = asked.x, asked.stop.id
        window: Window | None = None
        limit = found.cost if found is not None else _ANY
        if kept and len(kept) > _ENOUGH:
            limit = min([seat.cost for seat in kept]) + _WORSE
        for top, low, high, cost, gap in self._rows(lane, x, y, width, height):
            least = base + cost
            if least + 0.3 * gap >= limit:
                continue
            if window is None:
                window = self._window(lane, x, max([way.width for way in asked.forms]))
            row = _Row(self.field, window, lane, form, top, (x, y), own, least)
            best: Seat | None = None
            for left, right in self.field.free(window, low, high, size, top, self.over_dots):
                within = best.cost if best is not None else _ANY if found is None else found.cost
                best = row.stand(left, right, within) or best
            if best is None:
                continue
            if kept is None:
                found, limit = best, best.cost
            else:
                kept.append(best)
                if len(kept) > _ENOUGH:
                    limit = min([seat.cost for seat in kept]) + _WORSE
        return found

    def _rows(
        self, lane: int, x: float, y: float, width: float, height: float
    ) -> list[tuple[float, float, float, float, float]]:
        """Return heights inside the lane to try: top, range of the left edge, cost, least distance; the nearest first."""
        shape = self.field.shapes[lane]
        first = self.first_gap
        found: list[tuple[float, float, float, float, float]] = []
        if height > shape.height - 6.0:
            return found
        low, high = x - width - 30.0, x + 30.0
        gaps = [first, *(gap for gap in _GAPS if gap > first)]
        room_above = y - height - shape.y - 4.0
        room_below = shape.y + shape.height - 4.0 - y - height
        for room, is_above in ((room_above, True), (room_below, False)):
            if room < first:
                continue
            tried = [gap for gap in gaps if gap <= room]
            if first < room < 120 and abs(room - tried[-1]) > 4:
                tried.append(room)
            tried += [gap for gap in self.far if gap <= room]
            for gap in tried:
                top = y - gap - height if is_above else y + gap
                found.append((top, low, high, 0.0 if is_above else 0.8, gap))
        for shift in self.beside:
            top = min(
                max(y - height / 2 + shift * (height / 2 - 15.0), shape.y + 4.0), shape.bottom - height - 4.0
            )
            found.append((top, x + first, x + 45.0, 2.0, first))
            found.append((top, x - 45.0 - width, x - first - width, 2.0, first))
        found.sort(key=_nearest)
        return found


def _nearest(row: tuple[float, float, float, float, float]) -> float:
    return row[3] + 0.3 * row[4]


class _Row:
    """Places of a card with its upper edge at one height."""

    __slots__ = ("_cubics", "_dy", "_field", "_form", "_lane", "_least", "_marker", "_own", "_top", "_window")

    def __init__(
        self, field: Field, window: Window, lane: int, form: Form, top: float, marker: tuple[float, float], own: str,
        least: float,
    ) -> None:  # fmt: skip
        self._field, self._window, self._lane, self._form = field, window, lane, form
        self._top, self._marker, self._own, self._least = top, marker, own, least
        y, bottom = marker[1], top + form.height
        self._dy = top - y if y < top else y - bottom if y > bottom else 0.0
        self._cubics: list[Cubic] | None = None  # of the lane's line, which run at this height

    def stand(self, left: float, right: float, limit: float) -> Seat | None:
        """Return the cheapest seat with its left edge in a free interval that costs less than a limit."""
        x = self._marker[0]
        wish = x - 22.0
        wish = left if wish < left else right if wish > right else wish
        bare, distance = self._bare(wish)
        if bare >= limit:
            return None  # nothing is nearer to the marker
        best = self._seat(wish, bare, distance, limit)
        if best is not None:
            limit = best.cost
            if limit <= bare:
                return best
        if right - left < 2:
            return best
        stands: list[tuple[float, float, float]] = []  # cost by distance alone, distance, left edge
        for at in _others(left, right, wish):
            bare, distance = self._bare(at)
            if bare < limit:
                stands.append((bare, distance, at))
        stands.sort()
        for bare, distance, at in stands:
            if bare >= limit:
                break
            seat = self._seat(at, bare, distance, limit)
            if seat is not None:
                best, limit = seat, seat.cost
        return best

    def spread(self, left: float, right: float) -> list[Seat]:
        """Return seats all over a free interval: the nearest, its ends and its middle."""
        nearest = min(max(self._marker[0] - 22.0, left), right)
        found: list[Seat] = []
        for at in {nearest, left, right, (left + right) / 2}:
            bare, distance = self._bare(at)
            seat = self._seat(at, bare, distance, _ANY)
            if seat is not None:
                found.append(seat)
        return found

    def _bare(self, at: float) -> tuple[float, float]:
        """Return what a place costs by its distance from the marker alone, and that distance."""
        x, dy, width = self._marker[0], self._dy, self._form.width
        dx = at - x if x < at else x - at - width if x > at + width else 0.0
        distance = (dx * dx + dy * dy) ** 0.5
        return self._least + 0.3 * distance + abs(at - (x - 22.0)) * 0.008, distance

    def _seat(self, at: float, bare: float, distance: float, limit: float) -> Seat | None:
        """Return the seat at a left edge if it costs less than a limit and its leader is free."""
        field, form, top = self._field, self._form, self._top
        right, bottom = at + form.width, top + form.height
        cubics = self._cubics
        if cubics is None:
            reach = _REACH + form.width
            x = self._marker[0]
            cubics = self._cubics = field.course(self._lane).near(x - reach, top - 4, x + reach, bottom + 4)
        cost = bare
        if cubics:
            active, idle = run_through(cubics, at - 2, top - 4, right + 2, bottom + 4)
            cost += active * 2.2 + idle * 0.7
            if cost >= limit:
                return None
        solid = Solid(at, top, right, bottom)
        if field.has_nearer(self._window, solid, self._own, distance):
            cost += 7.0
            if cost >= limit:
                return None
        leader = None
        if distance > _BARE:
            leader = leader_to(solid, *self._marker, field.marker)
            if leader is not None and field.is_blocked(self._window, leader):
                return None
        return Seat(cost, self._lane, form, solid, leader)


def _others(left: float, right: float, wish: float) -> list[float]:
    """Return left edges to try in a free interval beside the one that is wished for."""
    found: list[float] = []
    step = max(7.0, (right - left) / 5)
    at = left
    while at < right:
        if abs(at - wish) > 4:
            found.append(at)
        at += step
    if right != wish:
        found.append(right)
    return found


def leader_to(solid: Solid, x: float, y: float, marker: float) -> tuple[Point, Point] | None:
    """Return the line from a marker's edge to its card, where the card is not beside the marker."""
    if gap_to(solid, x, y) <= _BARE:
        return None
    end_x = min(max(x, solid.left + 8), solid.right - 8)
    end_y = min(max(y, solid.top), solid.bottom)
    if solid.left <= x <= solid.right:
        end_x = x
    elif solid.top <= y <= solid.bottom:
        end_x = solid.left if x < solid.left else solid.right
    length = ((end_x - x) ** 2 + (end_y - y) ** 2) ** 0.5
    share = (marker + 3.0) / length
    return Point(x + (end_x - x) * share, y + (end_y - y) * share), Point(end_x, end_y)


def quick(cards: Sequence[Asked], field: Field, notes: Notes, is_thorough: bool = False) -> list[Seat | None]:
    """Give each card in time order the cheapest place that is free; shorten where there is none."""
    search = Search(field, is_thorough, notes)
    seats: list[Seat | None] = []
    for asked in cards:
        seat = search.best(asked)
        if seat is not None:
            search.occupy(seat)
        seats.append(seat)
    return seats


def occupy(field: Field, seat: Seat) -> None:
    """Let a placed card bar others."""
    field.add_solid(seat.solid)
    if seat.leader is not None:
        field.add_leader(seat.lane, seat.leader)


def thorough(
    cards: Sequence[Asked], field: Field, seed: str, recent: Recent, makes_room: bool = False
) -> list[Seat | None]:
    """Search for the arrangement of all cards that costs least; `makes_room` seats more, some of them farther off."""
    search = Search(field, True, recent)
    seats = arranged([search.all(asked) for asked in cards], seed, recent)
    if makes_room and 0 < seats.count(None) <= _FEW * len(seats):
        seats = _in_need(cards, seats, search, recent)
    for seat in seats:
        if seat is not None:
            search.occupy(seat)
    for place, seat in enumerate(seats):
        if seat is None:
            again = search.best(cards[place])
            if again is not None:
                search.occupy(again)
                seats[place] = again
    return seats


def _in_need(
    cards: Sequence[Asked], seats: list[Seat | None], search: Search, recent: Recent
) -> list[Seat | None]:
    """Find places for cards that have none: they and those around them may stand farther off."""
    lost = [card for card, seat in zip(cards, seats, strict=True) if seat is None]
    reach = _ROUND * max(way.width for card in lost for way in card.forms)
    options = [
        search.more(card) if any(_is_near(card, other, reach) for other in lost) else [] for card in cards
    ]
    return rearranged(seats, options, recent)


def _is_near(card: Asked, other: Asked, reach: float) -> bool:
    return abs(card.x - other.x) < reach and not set(card.stop.lanes).isdisjoint(other.stop.lanes)
