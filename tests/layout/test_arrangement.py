import random

from hypothesis import given
from hypothesis import strategies as st

from app.layout.arrangement import Arrangement, Seat, clashes
from app.layout.cards import Form
from app.layout.field import Solid
from app.layout.result import Point

FORM = Form((), 50.0, 30.0, 0.0, True)


def seat(cost: float, x: float, y: float = 0.0, leader: tuple[Point, Point] | None = None) -> Seat:
    return Seat(cost, 0, FORM, Solid(x, y, x + 50, y + 30), leader)


SEATS = st.builds(seat, st.floats(1, 50), st.floats(0, 400), st.sampled_from([0.0, 40.0]))
OPTIONS = st.lists(st.lists(SEATS, max_size=5).map(lambda s: sorted(s, key=lambda one: one.cost)), max_size=9)


@given(OPTIONS)
def test_chosen_seats_never_clash(options: list[list[Seat]]) -> None:
    chosen = [one for one in Arrangement(options).best("seed") if one is not None]
    assert not any(clashes(a, b) for n, a in enumerate(chosen) for b in chosen[:n])


@given(OPTIONS)
def test_the_same_seed_gives_the_same_arrangement(options: list[list[Seat]]) -> None:
    assert Arrangement(options).best("seed") == Arrangement(options).best("seed")


@given(OPTIONS)
def test_a_card_is_left_without_a_seat_only_where_others_block_all(options: list[list[Seat]]) -> None:
    chosen = Arrangement(options).best("seed")
    for card, one in enumerate(chosen):
        if one is None:
            others = [other for n, other in enumerate(chosen) if other is not None and n != card]
            assert all(any(clashes(wish, other) for other in others) for wish in options[card])


def test_a_card_gives_way_where_that_costs_less_in_all() -> None:
    flexible = [seat(1, 0), seat(2, 200)]
    stubborn = [seat(1, 10)]
    assert Arrangement([flexible, stubborn]).best("seed") == [flexible[1], stubborn[0]]


def test_a_leader_keeps_cards_off() -> None:
    led = seat(1, 0, 0, (Point(25, 30), Point(25, 120)))
    under = seat(1, 0, 60)
    assert clashes(led, under)
    assert not clashes(seat(1, 0), under)


def test_the_search_finds_the_best_of_small_arrangements() -> None:
    dice = random.Random(4)
    for _ in range(30):
        options = [
            sorted(
                (seat(dice.uniform(1, 30), dice.uniform(0, 160)) for _ in range(4)), key=lambda one: one.cost
            )
            for _ in range(3)
        ]
        found = Arrangement(options).best("seed")
        cost = sum(one.cost if one else 400.0 for one in found)
        best = min(
            _cost(a, b, c)
            for a in _or_none(options[0])
            for b in _or_none(options[1])
            for c in _or_none(options[2])
        )
        assert cost <= best * 1.15 + 1e-9


def _or_none(seats: list[Seat]) -> list[Seat | None]:
    return [*seats, None]


def _cost(*seats: Seat | None) -> float:
    taken = [one for one in seats if one is not None]
    if any(clashes(a, b) for n, a in enumerate(taken) for b in taken[:n]):
        return float("inf")
    return sum(one.cost if one else 400.0 for one in seats)
