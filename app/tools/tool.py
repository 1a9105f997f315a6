"""What a tool is: it is told of pointers and keys, and says what it wants to happen. Plans, not effects."""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

from app.layout.result import Point
from app.model.change import Change
from app.model.errors import JourneyError
from app.tools.ghost import Ghost
from app.tools.ground import Ground
from app.tools.pointer import Modifiers, Pointer

Cursor = Literal["", "arrow", "grab", "across", "cross", "text", "copy", "hand", "not_here"]


class Typing(Struct, frozen=True):
    """Which words are to be typed in place; `role` says at which of a touchpoint's markers."""

    record: str
    field: str
    role: str = ""
    is_new: bool = False  # the record was made a moment ago: it goes where nothing is typed


class Outcome(Struct, frozen=True):
    """What a tool wants. All of it may be missing.

    A ghost is shown until the next outcome; a change becomes one step; then comes the selection, then the typing.
    """

    ghost: Ghost | None = None
    change: Change | None = None
    selection: frozenset[str] | None = None
    at: tuple[str, str] | None = None  # touchpoint and role at which the keyboard is from now on
    typing: Typing | None = None
    tool: Tool | None = None  # takes over from now on
    cursor: Cursor = ""
    refusal: JourneyError | None = None
    opened: str = ""  # a record that is to be looked at closely
    shown: str = ""  # a record to be brought into sight
    held: Point | None = None  # of the map: stays where it is on the screen when a change lays it out anew


NOTHING = Outcome()


class Tool(Protocol):
    """What the hand holds. The canvas gives it all events of the left button, and keys while it is busy."""

    @property
    def is_busy(self) -> bool:
        """Tell whether something goes on that Esc would end."""

    def press(self, ground: Ground, pointer: Pointer) -> Outcome:
        """A button went down."""

    def move(self, ground: Ground, pointer: Pointer) -> Outcome:
        """The pointer moved, with or without a button held."""

    def release(self, ground: Ground, pointer: Pointer) -> Outcome:
        """The button went up."""

    def key(self, ground: Ground, key: str, modifiers: Modifiers) -> Outcome | None:
        """A key went down while the tool is busy; none: it is not for this tool. Names are Qt's: "Esc", "Tab"."""

    def cancel(self, ground: Ground) -> Outcome:
        """Let go of everything; nothing has happened."""


MOST_TRIED = 200  # records whose change is tried at every step of a drag, and not only at its end


class Gesture(Protocol):
    """One drag, begun by a press that it remembers.

    It says for each place what is shown there and what would happen if the drag ended there, so that preview,
    permission and result are one question. What raises JourneyError is shown as "not here".
    """

    @property
    def cursor(self) -> Cursor:
        """What the pointer looks like over the place where it could begin."""

    @property
    def selects(self) -> bool:
        """Tell whether a press where it could begin selects what is there; a handle does not."""

    def at(self, ground: Ground, pointer: Pointer) -> Outcome:
        """Return ghost, cursor and change for the pointer being here."""
