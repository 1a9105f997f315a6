"""Which colour and which marker shape a role has: told apart by the colour-blind, stable when roles are added."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from app.drawing.colour import contrast, until_contrast
from app.drawing.tokens import Theme
from app.model.journey import Journey
from app.model.records import Role
from app.model.role_colours import DARK_COLOURS, LIGHT_COLOURS, seats

MarkerShape = Literal[
    "hexagon", "diamond", "square", "circle", "pentagon", "octagon", "triangle_down", "triangle_up"
]

MARKER_SHAPES: tuple[MarkerShape, ...] = (
    "hexagon", "diamond", "square", "circle", "pentagon", "octagon", "triangle_down", "triangle_up",
)  # fmt: skip


class RoleLook(NamedTuple):
    """The colour of a role's line and the shape of its markers."""

    colour: str
    shape: MarkerShape


@lru_cache(maxsize=64)
def role_looks(chosen_colours: tuple[str, ...], theme: Theme) -> tuple[RoleLook, ...]:
    """Return the look of every role of a journey, in order; "" where no colour was chosen by hand.

    >>> from app.drawing.tokens import LIGHT
    >>> role_looks(("", "#5E258E", "#C0FFEE"), LIGHT)[1]
    RoleLook(colour='#5E258E', shape='square')
    """
    return tuple(
        RoleLook(_adapted(seat.colour, theme), MARKER_SHAPES[seat.shape]) for seat in seats(chosen_colours)
    )


def looks_of(journey: Journey, theme: Theme) -> dict[str, RoleLook]:
    """Return how every role of a journey looks, shown or hidden."""
    roles = journey.all(Role)
    looks = role_looks(tuple(role.colour for role in roles), theme)
    return dict(zip((role.id for role in roles), looks, strict=True))


def _adapted(colour: str, theme: Theme) -> str:
    if colour in LIGHT_COLOURS:
        return DARK_COLOURS[LIGHT_COLOURS.index(colour)] if theme.is_dark else colour
    if theme.is_dark:
        return until_contrast(colour, theme.lane_fills, 4.5, "#FFFFFF")
    if min(contrast(colour, ground) for ground in theme.lane_fills) < _BARELY_SEEN:
        return until_contrast(colour, theme.lane_fills, 2.0, "#000000")
    return colour


_BARELY_SEEN = 1.5
