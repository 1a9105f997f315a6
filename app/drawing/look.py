"""What every part of the picture needs to draw itself: theme, lengths, and how roles look."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from app.drawing.colour import mixed
from app.drawing.palette import RoleLook, looks_of
from app.drawing.shapes import Anchor, Stroke, Text
from app.drawing.tokens import Theme
from app.layout.measure import Font
from app.layout.result import Lane, Layout, TextRow
from app.layout.sizes import Sizes
from app.layout.type_scale import FONTS
from app.model.journey import Journey

# Zoom of the screen: below FAR only what matters most, from NEAR on everything (VISUAL.md "Zoom levels of detail").
FAR = 0.4
NEAR = 0.8
SCREEN_ONLY = 1e9  # a `max_zoom` that no screen reaches, so that files leave the group out

_SMALLEST_COLOURED = 15.0  # text under this size is never in a role's colour


class Look(Struct, frozen=True):
    """Theme, lengths and roles' looks of one picture."""

    theme: Theme
    sizes: Sizes
    roles: dict[str, RoleLook]
    lane_fills: dict[str, str]  # the ground of a role's lane
    neutrals: dict[str, float]  # y of a role's neutral line

    def colour(self, role: str) -> str:
        """Return the colour of a role's line."""
        return self.of(role).colour

    def of(self, role: str) -> RoleLook:
        """Return how a role looks; a role that is not shown looks neutral."""
        return self.roles.get(role) or RoleLook(self.theme.ink2, "circle")

    def faint(self, colour: str, share: float) -> tuple[str, float]:
        """Return colour and opacity of something faint: mixed beforehand where the theme knows no transparency."""
        return (mixed(colour, self.theme.bg, share), 1.0) if self.theme.is_solid else (colour, share)

    def text_colour(self, role: str, font: Font) -> str:
        """Return the colour for words about a role: its own where they are large enough to be read in it."""
        return self.colour(role) if font.size >= _SMALLEST_COLOURED else self.theme.ink2


def look_at(journey: Journey, layout: Layout, theme: Theme) -> Look:
    """Gather what all parts need."""
    return Look(
        theme,
        layout.sizes,
        looks_of(journey, theme),
        {lane.role: lane_fill(lane, theme) for lane in layout.lanes},
        {lane.role: lane.neutral_y for lane in layout.lanes},
    )


def lane_fill(lane: Lane, theme: Theme) -> str:
    """Return the fill of a lane's band."""
    if lane.side == "supplier":
        return theme.sup
    return theme.lane2 if lane.odd else theme.lane


def written(row: TextRow, fill: str, smallest: float = 0.0) -> Text:
    """Return a row of layout as text."""
    return Text(row.x, row.y, row.text, FONTS[row.style], fill, row.width, "start", 0.0, smallest)


def rule(colour: str, width: float, dash: tuple[float, ...] = ()) -> Stroke:
    """Return the pen of a straight rule: flat ends, so that it stops where it should."""
    return _rule(colour, width, dash)


@lru_cache(maxsize=256)
def _rule(colour: str, width: float, dash: tuple[float, ...]) -> Stroke:
    return Stroke(colour, width, dash, "butt", "miter")


@lru_cache(maxsize=1024)
def pen(colour: str, width: float, dash: tuple[float, ...] = (), opacity: float = 1.0) -> Stroke:
    """Return a round pen; equal pens are the same object."""
    return Stroke(colour, width, dash, opacity=opacity)


def label(
    x: float, y: float, text: str, font: Font, fill: str, anchor: Anchor = "middle", smallest: float = 0.0
) -> Text:
    """Return a short word that layout did not measure (initials, a number), about its place."""
    return Text(x, y, text, font, fill, _estimated_width(text, font), anchor, 0.0, smallest)


def centred_baseline(y: float, font: Font) -> float:
    """Return the baseline that puts capitals and figures of Inter centred on y."""
    return y + font.size * _CAPITAL_HEIGHT / 2


_CAPITAL_HEIGHT = 0.727


def _estimated_width(text: str, font: Font) -> float:
    return sum(1.0 if ord(letter) > 0x2E7F else 0.68 for letter in text) * font.size + font.tracking * len(
        text
    )
