"""Which colour and which marker shape a role has: told apart by the colour-blind, stable when roles are added."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from app.drawing.colour import contrast, until_contrast
from app.drawing.tokens import Theme

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


@lru_cache(maxsize=4096)
def role_look(index: int, chosen_colour: str, theme: Theme) -> RoleLook:
    """Return the look of the role at this place among all roles; a colour chosen by hand is kept, shape by place.

    From the ninth role on colours and shapes are combined anew: no pair comes twice among the first 64.

    >>> from app.drawing.tokens import LIGHT
    >>> role_look(0, "", LIGHT), role_look(8, "", LIGHT)
    (RoleLook(colour='#1B50C9', shape='hexagon'), RoleLook(colour='#1B50C9', shape='diamond'))
    >>> role_look(2, "#ff0000", LIGHT)
    RoleLook(colour='#FF0000', shape='square')
    """
    place, lap = index % _COUNT, index // _COUNT
    shape = MARKER_SHAPES[(place + lap) % len(MARKER_SHAPES)]
    if not chosen_colour:
        return RoleLook((DARK_COLOURS if theme.is_dark else LIGHT_COLOURS)[place], shape)
    return RoleLook(_adapted(chosen_colour.upper(), theme), shape)


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
