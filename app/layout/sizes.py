"""Lengths of the picture by detail (VISUAL.md "Spacing and sizes", "Density"), in map units."""

from __future__ import annotations

from msgspec import Struct

from app.model.view import Detail


class Sizes(Struct, frozen=True):
    """All lengths that differ by detail, and those that do not."""

    lane: float  # least height of a lane
    step: float  # a feeling step
    marker: float  # radius of a marker
    unit: float  # least width of a major step of the timeline (a week of the B2B sample)
    card_text: float  # widest line of a card
    folded: float = 44
    margin: float = 40
    title_y: float = 66
    phase_y: float = 134
    phase: float = 50
    arrow_tip: float = 10
    header_x: float = 58
    header: float = 272
    map_gap: float = 18  # header to map
    side_gap: float = 18  # between organisations' lanes
    avatar: float = 27
    bottom_row: float = 74
    bottom_gap: float = 8
    legend_gap: float = 24


SIZES: dict[Detail, Sizes] = {
    "compact": Sizes(lane=96, step=13, marker=10, unit=32, card_text=150),
    "standard": Sizes(lane=115, step=16.5, marker=13, unit=50.2, card_text=170),
    "full": Sizes(lane=152, step=23, marker=13, unit=50.2, card_text=230),
}
