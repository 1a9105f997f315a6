"""Colours by what they mean (VISUAL.md "Colours"); the only place where a colour is written down but the palette."""

from __future__ import annotations

from msgspec import Struct


class Theme(Struct, frozen=True):
    """All colours of a picture, and how it treats bands and transparency."""

    name: str
    bg: str  # canvas
    lane: str  # alternating lane bands
    lane2: str
    sup: str  # lanes of the supplier
    phase: str  # alternating phase arrows
    phase2: str
    ink: str  # text
    ink2: str  # rods, handoffs, second text
    muted: str
    line: str  # rules, card borders
    grid: str
    card: str  # cards, marker fill
    panel: str
    accent: str  # only selection, focus, moment of truth; never text
    pain: str  # pains, breaches, waits over the limit
    opp: str  # opportunities, gains
    on_colour: str  # text and glyphs upon a filled colour
    is_dark: bool = False
    has_bands: bool = True  # lanes are told apart by fill; else by rules
    is_solid: bool = False  # no transparency: what is faint is mixed beforehand

    @property
    def lane_fills(self) -> tuple[str, ...]:
        """Every ground a journey line may run on."""
        return (self.lane, self.lane2, self.sup)


LIGHT = Theme(
    name="light",
    bg="#FAF8F4", lane="#F6F4EF", lane2="#FBFAF7", sup="#F1F3F4",
    phase="#ECE8DF", phase2="#E4DFD4",
    ink="#1D2329", ink2="#4B535C", muted="#666E77",
    line="#D9D5CC", grid="#E8E4DB",
    card="#FFFFFF", panel="#FFFFFF",
    accent="#F0A202", pain="#C62F2F", opp="#0A7C72", on_colour="#FFFFFF",
)  # fmt: skip

DARK = Theme(
    name="dark",
    bg="#14171B", lane="#1A1E23", lane2="#171B1F", sup="#1A2126",
    phase="#232930", phase2="#2B323A",
    ink="#F1EFEA", ink2="#C3C8CE", muted="#8F98A2",
    line="#363D45", grid="#252B31",
    card="#20252B", panel="#1B2025",
    accent="#FFB92E", pain="#FF7A70", opp="#3CC9B8", on_colour="#14171B",
    is_dark=True,
)  # fmt: skip

PRINT = Theme(
    name="print",
    bg="#FFFFFF", lane="#FFFFFF", lane2="#FFFFFF", sup="#FFFFFF",
    phase="#F0EEE9", phase2="#E4E1DA",
    ink="#1D2329", ink2="#4B535C", muted="#5B636C",
    line="#BDB9B1", grid="#DEDBD4",
    card="#FFFFFF", panel="#FFFFFF",
    accent="#F0A202", pain="#C62F2F", opp="#0A7C72", on_colour="#FFFFFF",
    has_bands=False, is_solid=True,
)  # fmt: skip

FAINT = 0.3  # what is left of the colours of what is faded

THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
