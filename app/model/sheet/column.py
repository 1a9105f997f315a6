"""What a column of the sheet is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.sheet.names import Names

Kind = Literal[
    "line", "lines", "moment", "duration", "phase", "channel", "roles", "feeling", "involvement", "words", "flag",
    "choice", "fixed",
]  # fmt: skip
Text = Callable[[Journey, Touchpoint], str]
Write = Callable[[Names, Touchpoint, str], Touchpoint]
SortValue = Callable[[Journey, Touchpoint], Any]

FIRST, SECOND, THIRD, LAST = range(4)  # turns: start, phase and roles, what each role has, the rest


class Column(Struct, frozen=True, eq=False):
    """One column. `key` names it for good; `value` is what it is sorted by, none stands last."""

    key: str
    title: str
    kind: Kind
    text: Text
    write: Write | None = None  # none: it cannot be written
    value: SortValue | None = None  # none: the text
    turn: int = LAST  # cells of a row are written turn by turn
    role: str = ""
    is_shown: bool = True  # until a person says otherwise
    can_be_empty: bool = True
    words: Text | None = (
        None  # what a person reads in the cell; none: the text, which other programs read too
    )

    def shown(self, journey: Journey, touchpoint: Touchpoint) -> str:
        """Return what a person reads in the cell."""
        return (self.words or self.text)(journey, touchpoint)

    def says(self, journey: Journey, touchpoint: Touchpoint, text: str) -> bool:
        """Tell whether the cell says just this: written again it shall change nothing, not even round a time."""
        return text in (self.text(journey, touchpoint), self.shown(journey, touchpoint))
