"""What layout says: where everything stands, in map units; blocks in their own x, everything else absolute.

The timeline is cut into *blocks*, runs of neighbouring moments. A block's x coordinates count from its own left end,
so that what is inserted before it moves the block and not what is in it; y is absolute everywhere.
An unchanged block of an earlier layout is the same object.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from app.layout.sizes import Sizes
from app.layout.timeline import Scale, Tick
from app.model.records import Side
from app.model.view import View


class Point(NamedTuple):
    """A place."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Tell whether the boxes come nearer than `gap`."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


# ("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y), as in app.drawing.shapes
Segments = tuple[
    tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float], ...
]


class TextRow(Struct, frozen=True):
    """One line of laid-out text: baseline start at (x, y); `style` names a font in `app.layout.type_scale`."""

    text: str
    x: float
    y: float
    width: float
    style: str
    role: str = ""  # whose words, where several speak


class LaneHeader(Struct, frozen=True):
    """The words beside a lane; y is absolute. `avatar_y` is the centre of the avatar."""

    initials: str
    avatar_y: float
    rows: tuple[TextRow, ...]  # name, organisation, remit; x absolute


class Lane(Struct, frozen=True):
    """One role's swimlane."""

    role: str
    index: (
        int  # of the role among all roles of the journey: chooses colour and marker shape, whatever is hidden
    )
    y: float
    height: float
    neutral_y: float
    step: float  # map units a feeling step
    side: Side
    odd: bool  # alternating fill
    folded: bool
    header: LaneHeader
    is_empty: bool  # the role has no touchpoint


class SideBracket(Struct, frozen=True):
    """The word of a side (CUSTOMER, SUPPLIER) beside its lanes, read upwards."""

    text: str
    side: Side
    y: float
    height: float


class PhaseBox(Struct, frozen=True):
    """One arrow of the phase band, x absolute. `row` is none where there is no room even for the number."""

    phase: str
    number: int
    x: float
    width: float
    row: TextRow | None  # the name, wrapped or shortened to fit
    number_row: TextRow | None
    full_title: str


class RulerTick(NamedTuple):
    """One tick of the ruler, x absolute."""

    x: float
    label: TextRow | None
    is_major: bool


class KeyFigure(NamedTuple):
    """A number worth a headline, with its words; x absolute."""

    value: TextRow
    label: TextRow
    is_alert: bool
    rule_x: float


class TitleBlock(NamedTuple):
    """Title, subject, goal, key figures; all absolute."""

    rows: tuple[TextRow, ...]
    goal_glyph: Point | None  # centre
    figures: tuple[KeyFigure, ...]
    height: float


class Marker(Struct, frozen=True):
    """A touchpoint on one role's line; (x, y) is its centre."""

    touchpoint: str
    role: str
    x: float
    y: float
    glyph: str
    is_shared: bool
    is_supplier: bool
    is_hollow: bool  # no feeling is known: drawn at neutral
    is_changed_person: bool
    callout: int = 0  # the number of its label in the list below the map; 0: the label stands on the map


class Rod(NamedTuple):
    """A shared touchpoint's capsule through the lanes: solid from top to bottom of each part, dots across other lanes."""

    touchpoint: str
    x: float
    parts: tuple[tuple[float, float], ...]
    dots: tuple[tuple[float, float], ...]


class LinePiece(NamedTuple):
    """A stretch of a role's journey line within a block; `area` closes it to the neutral line, none where idle."""

    role: str
    is_idle: bool
    segments: Segments
    area: Segments


class Pin(NamedTuple):
    """An insight's number on a card; centre."""

    insight: str
    kind: str
    number: int
    x: float
    y: float
    votes: int = 0


class Card(Struct, frozen=True):
    """A touchpoint's label."""

    touchpoint: str
    role: str  # the lane it stands in
    box: Box
    rows: tuple[TextRow, ...]  # x, y in the block, absolute y
    full_title: str  # all of the words, also those elided
    is_shared: bool
    is_moment_of_truth: bool
    is_breached: bool
    star: Point | None
    pins: tuple[Pin, ...]
    leader: tuple[Point, Point] | None


class Pill(Struct, frozen=True):
    """A link's label: wait, or words; `glyph` is "wait", "sla" or ""."""

    box: Box
    text: TextRow
    glyph: str
    tone: Literal["normal", "over", "breach"]


class Arrow(Struct, frozen=True):
    """A link drawn. It belongs to the block of its left end; its x may run past the block's right end."""

    link: str
    kind: str
    source_role: str
    target_role: str
    segments: Segments
    tip: Point
    direction: Point  # unit vector into the tip
    is_over_limit: bool
    is_breached: bool
    pill: Pill | None
    full_title: str


class Caption(NamedTuple):
    """Words on a line itself: a role not involved for long."""

    role: str
    row: TextRow


class InsightBox(Struct, frozen=True):
    """An insight written out in a bottom row."""

    insight: str
    kind: str
    number: int
    box: Box
    rows: tuple[TextRow, ...]
    full_title: str
    votes: int = 0


class BottomRow(Struct, frozen=True):
    """A row under the lanes: pain points, opportunities, ideas, questions, channels; y absolute."""

    kind: str  # an insight kind, or "channels"
    y: float
    height: float
    rows: tuple[TextRow, ...]  # its name and what it means, in the header column


class ChannelMark(Struct, frozen=True):
    """A channel's glyph in the channels row, centre."""

    touchpoint: str
    glyph: str
    x: float
    y: float


class Block(Struct, frozen=True):
    """A run of moments with all that stands in it. `x` is absolute, everything else counts from it."""

    key: str  # stable name of the run
    x: float
    width: float
    first: float  # the run's time, half-open
    last: float
    markers: tuple[Marker, ...]
    rods: tuple[Rod, ...]
    lines: tuple[LinePiece, ...]
    arrows: tuple[Arrow, ...]
    cards: tuple[Card, ...]
    captions: tuple[Caption, ...]
    insights: tuple[InsightBox, ...]
    channels: tuple[ChannelMark, ...]


class LegendItem(Struct, frozen=True):
    """One entry: a sample drawn by `sign` (a name the drawing knows) at (x, y), and its word."""

    sign: str
    x: float
    y: float
    row: TextRow | None


class Callout(NamedTuple):
    """A label that found no place on the map, listed below it."""

    number: int
    touchpoint: str
    role: str
    number_at: Point  # centre of the number's disc
    rows: tuple[TextRow, ...]
    full_title: str


class Layout(Struct, frozen=True):
    """Where everything stands."""

    view: View
    sizes: Sizes
    width: float
    height: float
    scale: Scale
    map_box: Box  # the lanes' content
    title: TitleBlock
    phases: tuple[PhaseBox, ...]
    phase_y: float
    ruler_y: float
    ruler: tuple[RulerTick, ...]
    corner: tuple[TextRow, ...]  # "Phase", "Weeks from first need"
    lanes: tuple[Lane, ...]
    brackets: tuple[SideBracket, ...]
    bottom_rows: tuple[BottomRow, ...]
    blocks: tuple[Block, ...]
    callouts: tuple[Callout, ...]
    legend: tuple[LegendItem, ...]
    note: tuple[TextRow, ...] = ()  # centred words where there is nothing to show
    is_settled: bool = True  # all stands where it stands best: there was time to look for that
    memory: object = None  # what the next layout may reuse; no part of the result


__all__ = [
    name for name in globals() if name[:1].isupper() and name not in {"View", "Side", "Literal", "NamedTuple"}
]
__all__ += ["Tick"]
