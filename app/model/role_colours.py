"""Which colour a role is seen in, its own or the palette's, and the colour for a role that comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

# Searched for distance under normal, deutan, protan and tritan vision (VISUAL.md): assign in this order.
LIGHT_COLOURS = ("#1B50C9", "#B47A0F", "#5E258E", "#254B00", "#238D98", "#902559", "#A25537", "#8777E2")
DARK_COLOURS = ("#7FA6FF", "#E3B04B", "#C08BEA", "#9CCB5A", "#5CC4CE", "#F07FB2", "#E89A78", "#B3A6FF")
_COUNT = len(LIGHT_COLOURS)


class Seat(NamedTuple):
    """What tells a role from the others: a colour, of the light palette or chosen by hand, and the number of a shape."""

    colour: str
    shape: int


@lru_cache(maxsize=64)
def seats(chosen: tuple[str, ...]) -> tuple[Seat, ...]:
    """Return the seat of every role of a journey, in order; "" where no colour was chosen.

    A colour of the palette brings its shape. Roles without a colour take the first pair nobody chose; from the ninth
    on colours and shapes are combined anew, no pair twice among 64 roles. A role added last changes no other's seat
    unless it takes another's colour by choice.

    >>> seats(("", "#5e258e", "#C0FFEE"))
    (Seat(colour='#1B50C9', shape=0), Seat(colour='#5E258E', shape=2), Seat(colour='#C0FFEE', shape=2))
    """
    colours = [_light(colour.upper()) for colour in chosen]
    found: dict[int, Seat] = {}
    for index, colour in enumerate(colours):
        if colour in LIGHT_COLOURS:
            place = LIGHT_COLOURS.index(colour)
            found[index] = _free(set(found.values()), [_pair(place, lap) for lap in range(_COUNT)])
    for index, colour in enumerate(colours):
        if index not in found:
            wanted = (
                [Seat(colour, (index + by) % _COUNT) for by in range(_COUNT)]
                if colour
                else _pairs_from(index)
            )
            found[index] = _free(set(found.values()), wanted)
    return tuple(found[index] for index in range(len(colours)))


def free_colour(worn: Iterable[str]) -> str:
    """Return the first colour of the palette that is not worn, else the first of those that the fewest wear.

    >>> free_colour(["#1B50C9", "#5E258E"])
    '#B47A0F'
    """
    counts = Counter(_light(colour.upper()) for colour in worn)
    return min(LIGHT_COLOURS, key=lambda colour: counts[colour])


def _light(colour: str) -> str:
    return LIGHT_COLOURS[DARK_COLOURS.index(colour)] if colour in DARK_COLOURS else colour


def _pair(place: int, lap: int) -> Seat:
    return Seat(LIGHT_COLOURS[place % _COUNT], (place + lap) % _COUNT)


def _pairs_from(index: int) -> list[Seat]:
    """Return all pairs in the order in which a role at this place may take them: its own, then others' of the lap."""
    place, first_lap = index % _COUNT, index // _COUNT
    return [_pair(place + by, first_lap + lap) for lap in range(_COUNT) for by in range(_COUNT)]


def _free(taken: set[Seat], wanted: list[Seat]) -> Seat:
    return next((seat for seat in wanted if seat not in taken), wanted[0])
