"""Lanes: where each role's swimlane stands, how high it is, and the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.layout.clusters import clusters
from app.layout.result import Lane, LaneHeader, SideBracket, TextRow
from app.layout.shown import Shown
from app.layout.sizes import Sizes
from app.layout.typeset import Line, Typesetter
from app.model.records import Party, Role, Side
from app.model.view import Detail
from app.model.vocabulary import buying_roles, name_in, sides

_TEXT_X = 84.0  # from the header's left edge
_TEXT_WIDTH = 166.0
_BESIDE_FACES = 156.0  # where the faces of the feeling scale stand right of it

GROWTH: dict[Detail, tuple[float, ...]] = {  # how a lane grows where its labels need it
    "compact": (1.0, 1.2, 1.4, 1.6, 1.9, 2.2),
    "standard": (1.0, 1.2, 1.4, 1.6, 1.9, 2.2),
    "full": (1.0, 1.25, 1.5, 1.75, 2.1, 2.5, 3.0, 3.6),
}


class LaneShape(NamedTuple):
    """The geometry of a lane."""

    y: float
    height: float
    neutral: float
    step: float
    is_folded: bool

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def feeling_y(self, feeling: int | None) -> float:
        """Return the height of a feeling; of no feeling, the neutral line."""
        return self.neutral - (feeling or 0) * self.step


class Words(NamedTuple):
    """What stands in a lane's header: lines and their style."""

    rows: tuple[tuple[str, Line], ...]
    height: float


_ARABIC = frozenset(map(chr, range(0x0620, 0x0700)))  # its letters join
_APART = "\u200c"  # but not across this
_ADVANCE = {"role": 22.0, "organisation": 20.0, "remit": 20.0}


def header_words(role: Role, party: Party | None, detail: Detail, folded: bool, setter: Typesetter) -> Words:
    """Set a role's name, organisation and remit; many lines reach the height of the faces and are narrower."""
    name = role.name or "–"
    if folded:
        return Words((("role", setter.elide(name, "role", _TEXT_WIDTH)),), 22.0)
    remit = "" if detail == "compact" else _remit(role)
    organisation = party.name if party else ""
    found: list[tuple[str, Line]] = []
    for width in (_TEXT_WIDTH, _BESIDE_FACES):
        found = [("role", line) for line in setter.set(name, "role", width, 3).lines]
        if organisation:
            found.append(("organisation", setter.elide(organisation, "organisation", width)))
        if remit:
            found += [("remit", line) for line in setter.set(remit, "remit", width, 2).lines]
        if len(found) <= 3:
            break
    return Words(tuple(found), sum(_ADVANCE[style] for style, _ in found))


def _remit(role: Role) -> str:
    names = buying_roles()
    words = [name_in(names, word) for word in role.buying_roles]
    if role.remit:
        words = [*words[:1], role.remit]
    return " · ".join(words)


class Room(NamedTuple):
    """How far a lane reaches above and below its neutral line."""

    above: float
    below: float


def rooms(
    words: Sequence[Words], folded: Sequence[bool], factors: Sequence[float], sizes: Sizes
) -> list[Room]:
    """Return the room of lanes that grew by these factors; a lane is never lower than its header's words."""
    found: list[Room] = []
    for header, is_folded, factor in zip(words, folded, factors, strict=True):
        half = sizes.folded / 2 if is_folded else max(sizes.lane * factor, header.height + 22.0) / 2
        found.append(Room(half, half))
    return found


def shapes(
    room: Sequence[Room], sides_of: Sequence[Side], folded: Sequence[bool], top: float, sizes: Sizes
) -> tuple[LaneShape, ...]:
    """Stack the lanes from `top` down."""
    found: list[LaneShape] = []
    y = top
    for place, (above, below) in enumerate(room):
        if place and sides_of[place] != sides_of[place - 1]:
            y += sizes.side_gap
        step = max(min(sizes.step, (min(above, below) - sizes.marker - 3) / 2), 0.0)
        found.append(LaneShape(y, above + below, y + above, step, folded[place]))
        y += above + below
    return tuple(found)


def lanes(shown: Shown, placed: tuple[LaneShape, ...], words: tuple[Words, ...], busy: frozenset[int], sizes: Sizes) -> tuple[Lane, ...]:  # fmt: skip
    """Return the finished lanes; `busy` are those with touchpoints."""
    found: list[Lane] = []
    for place, (role, shape, header) in enumerate(zip(shown.roles, placed, words, strict=True)):
        found.append(
            Lane(
                role=role.id,
                index=shown.index[role.id],
                y=shape.y,
                height=shape.height,
                neutral_y=shape.neutral,
                step=shape.step,
                side=shown.sides[place],
                odd=place % 2 == 1,
                folded=shape.is_folded,
                header=_header(role, shape, header, sizes),
                is_empty=place not in busy,
            )
        )
    return tuple(found)


def _header(role: Role, shape: LaneShape, words: Words, sizes: Sizes) -> LaneHeader:
    y = shape.neutral - words.height / 2
    rows: list[TextRow] = []
    for style, line in words.rows:
        rows.append(
            TextRow(
                line.text,
                sizes.header_x + _TEXT_X,
                y + (16.5 if style == "role" else 15.0),
                line.width,
                style,
            )
        )
        y += _ADVANCE[style]
    return LaneHeader(role.initials or initials(role.name), shape.neutral, tuple(rows))


def initials(name: str) -> str:
    """Return up to two characters that stand for a name.

    >>> initials("Head of Operations"), initials("CFO"), initials("IT manager"), initials("Legal")
    ('HO', 'CF', 'IT', 'LE')
    """
    words = name.replace("-", " ").replace("/", " ").split()
    parts = [_without_article(word) for word in words if word[0].isalnum()]
    if not parts:
        return "".join(clusters(name.strip())[:1]) or "?"
    first = parts[0]
    if len(parts) > 1 and not (first.isupper() and len(first) == 2):
        capitals = [part for part in parts if part[0].isupper()] or parts
        last = capitals[-1] if len(capitals) > 1 else parts[-1]
        apart = _APART if first[0] in _ARABIC else ""
        return (clusters(first)[0] + apart + clusters(last)[0]).upper()
    return "".join(clusters(first)[:2]).upper()


def _without_article(word: str) -> str:
    """Return a word without the Arabic article, with which every name would begin alike."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def brackets(shown: Shown, placed: tuple[LaneShape, ...], setter: Typesetter) -> tuple[SideBracket, ...]:
    """Return the words of the sides, where there are several roles or sides and room for the word."""
    found: list[SideBracket] = []
    names = sides()
    start = 0
    for place in range(1, len(placed) + 1):
        if place < len(placed) and shown.sides[place] == shown.sides[start]:
            continue
        side = shown.sides[start]
        text = names[side].upper()
        y, bottom = placed[start].y, placed[place - 1].bottom
        if setter.width(text, "bracket") <= bottom - y - 8 and len(placed) > 1:
            found.append(SideBracket(text, side, y, bottom - y))
        start = place
    return tuple(found)
