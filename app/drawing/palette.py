"""Which colour and which marker shape a role has: told apart by the colour-blind, stable when roles are added."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Literal, NamedTuple

from app.drawing.colour import contrast, until_contrast
from app.drawing.tokens import LIGHT, Theme
from app.model.journey import Journey
from app.model.records import Role

MarkerShape = Literal[
    "hexagon", "diamond", "square", "circle", "pentagon", "octagon", "triangle_down", "triangle_up"
]

# Searched for distance under normal, deutan, protan and tritan vision (VISUAL.md): assign in this order.
LIGHT_COLOURS = ("#1B50C9", "#B47A0F", "#5E258E", "#254B00", "#238D98", "#902559", "#A25537", "#8777E2")
DARK_COLOURS = ("#7FA6FF", "#E3B04B", "#C08BEA", "#9CCB5A", "#5CC4CE", "#F07FB2", "#E89A78", "#B3A6FF")
MARKER_SHAPES: tuple[MarkerShape, ...] = (
    "hexagon", "diamond", "square", "circle", "pentagon", "octagon", "triangle_down", "triangle_up",
)  # fmt: skip
_COUNT = len(LIGHT_COLOURS)


class RoleLook(NamedTuple):
    """The colour of a role's line and the shape of its markers."""

    colour: str
    shape: MarkerShape


@lru_cache(maxsize=64)
def role_looks(chosen_colours: tuple[str, ...], theme: Theme) -> tuple[RoleLook, ...]:
    """Return the look of every role of a journey, in order; "" where no colour was chosen by hand.

    A colour of the palette brings its shape. Roles without a colour take the first pair nobody chose; from the ninth
    on colours and shapes are combined anew, no pair twice among 64 roles. A role added last changes no other's look
    unless it takes another's colour by choice.

    >>> from app.drawing.tokens import LIGHT
    >>> role_looks(("", "#5E258E", "#C0FFEE"), LIGHT)[1]
    RoleLook(colour='#5E258E', shape='square')
    """
    chosen = [_adapted(colour.upper(), theme) if colour else "" for colour in chosen_colours]
    palette = DARK_COLOURS if theme.is_dark else LIGHT_COLOURS
    looks: dict[int, RoleLook] = {}
    for index, colour in enumerate(chosen):
        if colour in palette:
            place = palette.index(colour)
            looks[index] = _free(set(looks.values()), [_pair(palette, place, lap) for lap in range(_COUNT)])
    for index, colour in enumerate(chosen):
        if index in looks:
            continue
        taken = set(looks.values())
        if colour:
            looks[index] = _free(
                taken, [RoleLook(colour, MARKER_SHAPES[(index + by) % _COUNT]) for by in range(_COUNT)]
            )
        else:
            looks[index] = _free(taken, _pairs_from(palette, index))
    return tuple(looks[index] for index in range(len(chosen)))


def looks_of(journey: Journey, theme: Theme) -> dict[str, RoleLook]:
    """Return how every role of a journey looks, shown or hidden."""
    roles = journey.all(Role)
    looks = role_looks(tuple(role.colour for role in roles), theme)
    return dict(zip((role.id for role in roles), looks, strict=True))


def next_colour(journey: Journey) -> str:
    """Return the colour for a role to be added: the first of the palette that no role has, else one that few have."""
    worn = Counter(look.colour for look in looks_of(journey, LIGHT).values())
    return min(LIGHT_COLOURS, key=lambda colour: worn[colour])


def _pair(palette: tuple[str, ...], place: int, lap: int) -> RoleLook:
    return RoleLook(palette[place % _COUNT], MARKER_SHAPES[(place + lap) % _COUNT])


def _pairs_from(palette: tuple[str, ...], index: int) -> list[RoleLook]:
    """Return all pairs in the order in which a role at this place may take them: its own, then others' of the lap."""
    place, first_lap = index % _COUNT, index // _COUNT
    return [_pair(palette, place + by, first_lap + lap) for lap in range(_COUNT) for by in range(_COUNT)]


def _free(taken: set[RoleLook], candidates: list[RoleLook]) -> RoleLook:
    return next((look for look in candidates if look not in taken), candidates[0])


def _adapted(colour: str, theme: Theme) -> str:
    mine, others = (DARK_COLOURS, LIGHT_COLOURS) if theme.is_dark else (LIGHT_COLOURS, DARK_COLOURS)
    if colour in others:
        return mine[others.index(colour)]
    if theme.is_dark:
        return until_contrast(colour, theme.lane_fills, 4.5, "#FFFFFF")
    if min(contrast(colour, ground) for ground in theme.lane_fills) < _BARELY_SEEN:
        return until_contrast(colour, theme.lane_fills, 2.0, "#000000")
    return colour


_BARELY_SEEN = 1.5
