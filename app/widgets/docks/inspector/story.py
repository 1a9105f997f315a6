"""What the inspector says, as plain values: the parts of a page, top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["", "pain", "opp", "muted"]


@dataclass(frozen=True, slots=True)
class Head:
    """What kind of thing it is, and a word beside it."""

    kind: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Its name; `is_moment_of_truth` puts a star before it."""

    text: str
    is_moment_of_truth: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and a short value; two stand side by side."""

    label: str
    value: str
    tone: Tone = ""
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Short values in two columns."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph under a label."""

    label: str
    text: str
    is_quote: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """A role's part in a touchpoint."""

    role: str
    name: str
    involvement: str
    person: str
    feeling: int | None
    action: str
    thought: str


@dataclass(frozen=True, slots=True)
class Participants:
    """All parts in a touchpoint."""

    parts: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A record that one can go to."""

    record: str
    text: str
    aside: str = ""
    tone: Tone = ""
    sign: str = ""  # an insight's kind, "role", "link", "evidence", or ""


@dataclass(frozen=True, slots=True)
class Jumps:
    """Records under a heading; `is_boxed` draws each as a card."""

    label: str
    jumps: tuple[Jump, ...]
    is_boxed: bool = False


@dataclass(frozen=True, slots=True)
class Chips:
    """Single words under a label."""

    label: str
    words: tuple[str, ...]


Part = Head | Title | Facts | Words | Participants | Jumps | Chips
Page = tuple[Part, ...]
