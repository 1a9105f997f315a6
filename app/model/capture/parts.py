"""What a captured line says: its parts, and where in the line each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from app.model.record import Duration

PieceKind = Literal[
    "role", "new_role", "title", "channel", "new_channel", "time", "length", "feeling", "truth", "pain",
    "opportunity", "question",
]  # fmt: skip


class Piece(NamedTuple):
    """A stretch of the line and how it was understood."""

    kind: PieceKind
    start: int
    end: int


class CapturedRole(NamedTuple):
    """A role that takes part; without an id it is a new one. Its own feeling wins over the line's."""

    name: str
    id: str = ""
    feeling: int | None = None


class CapturedChannel(NamedTuple):
    """A channel; without an id it is a new one."""

    name: str
    id: str = ""


class CapturedInsight(NamedTuple):
    """An insight about the touchpoint."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Captured:
    """A touchpoint as a line says it. Every part may be missing."""

    roles: tuple[CapturedRole, ...] = ()  # the first leads
    title: str = ""
    channel: CapturedChannel | None = None
    start: float | None = None
    duration: Duration | None = None
    feeling: int | None = None
    is_moment_of_truth: bool = False
    insights: tuple[CapturedInsight, ...] = ()
    pieces: tuple[Piece, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Tell whether the line says nothing."""
        return self == Captured()
