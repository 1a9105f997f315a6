"""How one looks at a journey: what is shown and how densely, never what is true."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.model.ids import Id, IdOrNone
from app.model.record import Moment, Part, Word, replaced

Spacing = Literal["even", "proportional"]
Detail = Literal["compact", "standard", "full"]
RowChoice = Literal["auto", "on", "off"]


class Filter(Part):
    """What stays lit; an empty field asks for nothing."""

    text: str = ""
    roles: tuple[Id, ...] = ()
    channels: tuple[Id, ...] = ()
    tags: tuple[Word, ...] = ()
    insight_kinds: tuple[Word, ...] = ()
    involvements: tuple[Word, ...] = ()
    phases: tuple[Id, ...] = ()


_NO_FILTER = Filter()


class CardPlace(Part):
    """A card put somewhere by hand: offset from its marker in map units, in the lane of `role`."""

    touchpoint: Id
    role: Id
    dx: float = Field(ge=-2000, le=2000)
    dy: float = Field(ge=-2000, le=2000)


class View(Part):
    """One way of looking at a journey."""

    spacing: Spacing = "proportional"
    detail: Detail = "standard"
    hidden_roles: tuple[Id, ...] = ()
    solo_role: IdOrNone = ""  # when set, only this role is shown
    folded_roles: tuple[Id, ...] = ()
    filter: Filter = Filter()
    card_places: tuple[CardPlace, ...] = ()
    story_order: tuple[Id, ...] = ()
    first: Moment | None = None  # when set, only the timeline from here ...
    last: Moment | None = None  # ... to here is drawn
    channel_row: RowChoice = "auto"  # auto: in full detail only

    @property
    def unfiltered(self) -> View:
        """The same without a filter, which changes nothing of the picture: it only says what stays lit."""
        return self if self.filter == _NO_FILTER else replaced(self, filter=_NO_FILTER)

    @property
    def has_channel_row(self) -> bool:
        """Whether the channels stand in a row under the lanes."""
        return self.channel_row == "on" or (self.channel_row == "auto" and self.detail == "full")
