"""Cards that compete for places: the arrangement of all that costs least, searched from several starts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from app.layout.cards import Form
from app.layout.field import Solid
from app.layout.memory import Recent
from app.layout.result import Point

_STARTS = 16
_PATIENCE = 6  # starts without a gain after which only those go on that leave a card without a place
_DARING = 0.35
_MENDS = 4  # times that cards without a place push others aside
_PUSHED = 3  # cards that one may push out at once
_NONE_COST = 400.0  # of a card without a place


class Seat(NamedTuple):
    """A legal place of a card."""

    cost: float
    lane: int
    form: Form
    solid: Solid
    leader: tuple[Point, Point] | None


class Arrangement:
    """One choice of seats: by card the number of its seat among its options, -1 for none."""

    def __init__(self, options: list[list[Seat]]) -> None:
        self.options = options
        self.near = _neighbours(options)
        self.chosen = [-1] * len(options)
        self._clashes: dict[tuple[int, int, int, int], bool] = {}

    def best(self, seed: str) -> list[Seat | None]:
        """Return the best seats found."""
        dice = random.Random(seed)
        order = list(range(len(self.options)))
        bound = sum(seats[0].cost if seats else _NONE_COST for seats in self.options)
        best, best_cost, fruitless = self.chosen, float("inf"), 0
        for start in range(_STARTS):
            self._fill(order, dice if start > 1 else None)
            cost = self._cost()
            if cost < best_cost - 1e-9:
                best, best_cost, fruitless = self.chosen, cost, 0
            else:
                fruitless += 1
            if best_cost <= bound + 1e-9:
                break
            if fruitless >= _PATIENCE and best_cost < bound + _NONE_COST / 2:
                break
            dice.shuffle(order)
            if start == 0:
                order.sort(key=lambda card: len(self.options[card]))
        return [self.options[card][number] if number >= 0 else None for card, number in enumerate(best)]

    def mended(self, seats: Sequence[Seat | None]) -> list[Seat | None]:
        """Return these seats, each the first of its card's options, with more cards seated: those without push others aside."""
        self.chosen = [-1 if seat is None else 0 for seat in seats]
        for _ in range(_MENDS):
            lost = [card for card, number in enumerate(self.chosen) if number < 0]
            if not sum(self._improve(card) for card in lost):
                break
        return [
            self.options[card][number] if number >= 0 else None for card, number in enumerate(self.chosen)
        ]

    def _fill(self, order: list[int], dice: random.Random | None) -> None:
        """Seat the cards in an order, then improve; dice pass over some good seats, so that starts differ."""
        self.chosen = [-1] * len(self.options)
        for card in order:
            first = self._pick(card)
            self.chosen[card] = first
            if dice is not None and first >= 0 and dice.random() < _DARING:
                other = self._pick(card, first + 1 + dice.randrange(3))
                self.chosen[card] = other if other >= 0 else first
        for _ in range(4):
            if not sum(self._improve(card) for card in range(len(self.options))):
                break

    def _cost(self) -> float:
        return sum(self._cost_of(card, number) for card, number in enumerate(self.chosen))

    def _cost_of(self, card: int, number: int) -> float:
        return self.options[card][number].cost if number >= 0 else _NONE_COST

    def _clash(self, a: int, i: int, b: int, j: int) -> bool:
        key = (a, i, b, j) if a < b else (b, j, a, i)
        answer = self._clashes.get(key)
        if answer is None:
            answer = self._clashes[key] = clashes(self.options[a][i], self.options[b][j])
        return answer

    def _blockers(self, card: int, number: int) -> list[int]:
        chosen = self.chosen
        return [b for b in self.near[card] if chosen[b] >= 0 and self._clash(card, number, b, chosen[b])]

    def _pick(self, card: int, first: int = 0) -> int:
        """Return the cheapest seat that nobody blocks, -1 for none."""
        chosen, clash = self.chosen, self._clash
        near = [b for b in self.near[card] if chosen[b] >= 0]
        for number in range(first, len(self.options[card])):
            for b in near:
                if clash(card, number, b, chosen[b]):
                    break
            else:
                return number
        return -1

    def _improve(self, card: int) -> bool:
        """Move a card to a better seat; let it push out others that can go elsewhere for less."""
        former = self.chosen[card]
        if former == 0:
            return False
        self.chosen[card] = -1
        best = self._pick(card)
        cost = self._cost_of(card, best)
        for number, seat in enumerate(self.options[card]):
            if seat.cost >= cost:
                break
            blockers = self._blockers(card, number)
            if 0 < len(blockers) <= _PUSHED and self._push(card, number, blockers, cost - seat.cost):
                return True
        self.chosen[card] = best
        return best != former

    def _push(self, card: int, number: int, others: list[int], gain: float) -> bool:
        before = [self.chosen[other] for other in others]
        self.chosen[card] = number
        for other, seat in zip(others, before, strict=True):
            self.chosen[other] = -1
            gain += self._cost_of(other, seat)
        for other in others:
            self.chosen[other] = self._pick(other)
            gain -= self._cost_of(other, self.chosen[other])
        if gain > 1e-9:
            return True
        self.chosen[card] = -1
        for other, seat in zip(others, before, strict=True):
            self.chosen[other] = seat
        return False


def arranged(options: list[list[Seat]], seed: str, recent: Recent) -> list[Seat | None]:
    """Return the best seats of cards; those that have nothing to do with each other are arranged apart."""
    found: list[Seat | None] = [None] * len(options)
    for cards in _parties(_neighbours(options)):
        seats = [options[card] for card in cards]
        best = recent.recall(("arranged", seed, cards), tuple(seats), lambda seats=seats: Arrangement(seats).best(seed))  # type: ignore[misc]  # fmt: skip
        for card, seat in zip(cards, best, strict=True):
            found[card] = seat
    return found


def rearranged(
    seats: Sequence[Seat | None], options: Sequence[Sequence[Seat]], recent: Recent
) -> list[Seat | None]:
    """Return the seats with more cards seated, which may take these other places, the cheapest first."""
    known = [
        [seat, *more] if seat is not None else list(more) for seat, more in zip(seats, options, strict=True)
    ]
    key = tuple(tuple(some) for some in known)
    return recent.recall(("rearranged",), (tuple(seats), key), lambda: Arrangement(known).mended(seats))


def _parties(near: list[list[int]]) -> list[tuple[int, ...]]:
    """Return the cards in parties whose members can be in each other's way, directly or not."""
    found: list[tuple[int, ...]] = []
    left = set(range(len(near)))
    while left:
        party, rim = set(), [min(left)]
        while rim:
            card = rim.pop()
            if card in left:
                left.discard(card)
                party.add(card)
                rim += near[card]
        found.append(tuple(sorted(party)))
    return found


def _neighbours(options: list[list[Seat]]) -> list[list[int]]:
    """Return for each card those whose places can conflict with its own."""
    spans: list[tuple[set[int], float, float]] = [
        (
            {seat.lane for seat in seats},
            min((seat.solid.left for seat in seats), default=0.0),
            max((seat.solid.right for seat in seats), default=0.0),
        )
        for seats in options
    ]
    near: list[list[int]] = [[] for _ in options]
    for a, (lanes_a, left_a, right_a) in enumerate(spans):
        for b in range(a):
            lanes_b, left_b, right_b = spans[b]
            if left_a < right_b + 5 and left_b < right_a + 5 and lanes_a & lanes_b:
                near[a].append(b)
                near[b].append(a)
    return near


def clashes(a: Seat, b: Seat) -> bool:
    """Tell whether two cards, or the leader of one and the other card, would stand on each other."""
    left, top, right, bottom = a.solid
    q_left, q_top, q_right, q_bottom = b.solid
    if left < q_right + 5 and q_left < right + 5 and top < q_bottom + 5 and q_top < bottom + 5:
        return True
    return _runs_through(a.leader, b.solid) or _runs_through(b.leader, a.solid)


def _runs_through(leader: tuple[Point, Point] | None, solid: Solid) -> bool:
    if leader is None:
        return False
    (x0, y0), (x1, y1) = leader
    if (x0 <= solid.left - 3 and x1 <= solid.left - 3) or (x0 >= solid.right + 3 and x1 >= solid.right + 3):
        return False
    return any(
        solid.left - 3 < x0 + (x1 - x0) * k / 5 < solid.right + 3
        and solid.top - 3 < y0 + (y1 - y0) * k / 5 < solid.bottom + 3
        for k in range(6)
    )
