"""What is shown over the map while the hand drags: plain shapes in map units, and the words beside the pointer."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from app.layout.result import Box, Point, Segments


class GhostMarker(Struct, frozen=True):
    """A touchpoint on a role's line, where it would stand; hollow where it would have no feeling."""

    x: float
    y: float
    role: str
    is_hollow: bool = False


class GhostGone(Struct, frozen=True):
    """The place of a marker that is being carried away: what stands there fades."""

    x: float
    y: float
    role: str


class GhostHalo(Struct, frozen=True):
    """A marker that would be selected."""

    x: float
    y: float


class GhostCurve(Struct, frozen=True):
    """A curve at its place, in a role's colour, else in the accent: a link, or (dashed) how a line would run."""

    segments: Segments
    role: str = ""
    has_arrow: bool = False
    is_dashed: bool = False


class GhostRod(Struct, frozen=True):
    """A capsule from top to bottom."""

    x: float
    top: float
    bottom: float


class GhostBar(Struct, frozen=True):
    """How long something lasts, along a role's line."""

    left: float
    right: float
    y: float
    role: str


class GhostBox(Struct, frozen=True):
    """A rectangle: a rubber band, a lane, a phase. `role` gives its colour, "" is the accent.

    A pinned one is shown where the headers are that stay in sight: in the column of roles, in the band of phases.
    With a `name` it is what is carried: it covers what is under it.
    """

    box: Box
    role: str = ""
    pinned: Literal["", "column", "band"] = ""
    name: str = ""


class GhostRule(Struct, frozen=True):
    """A line across all lanes at a time, or along the map at a height."""

    at: float
    is_level: bool = False  # along the map


GhostShape = GhostMarker | GhostGone | GhostHalo | GhostCurve | GhostRod | GhostBar | GhostBox | GhostRule


class Ghost(Struct, frozen=True):
    """What is shown at one moment of a drag. `words` stand beside `at`; a refusal is shown as one."""

    shapes: tuple[GhostShape, ...] = ()
    words: str = ""
    at: Point | None = None
    is_refused: bool = False
    is_over_headers: bool = False  # not hidden under roles' headers and phases
    goes_on: bool = False  # it may land later than where the map ends now
