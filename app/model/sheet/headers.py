"""Rows of a block that name columns, in the words of the table or in words that people use for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.model.same_names import name_key
from app.model.sheet.block import Block
from app.model.sheet.column import Column
from app.model.sheet.columns import custom_column

_ALSO_CALLED = {
    "touchpoint": "title", "name": "title", "event": "title", "what": "title", "stage": "phase", "step": "start",
    "hour": "start", "day": "start", "week": "start", "month": "start", "date": "start", "when": "start",
    "time": "start", "begin": "start", "length": "duration", "how long": "duration", "via": "channel",
    "medium": "channel", "role": "roles", "who": "roles", "participants": "roles", "stakeholder": "roles",
    "stakeholders": "roles", "emotion": "feeling", "sentiment": "feeling", "doing": "action", "actions": "action",
    "thinking": "thought", "thoughts": "thought", "quote": "thought", "notes": "description", "comment": "description",
    "tag": "tags", "labels": "tags",
}  # fmt: skip


class Heading(NamedTuple):
    """What the first row of a block says: its columns, the rest of the block, and titles that were not known."""

    columns: tuple[Column | None, ...]
    block: Block
    new: tuple[str, ...]


def heading(block: Block, known: Sequence[Column]) -> Heading | None:
    """Return what the first row names, or none where it is no row of titles: two of its cells must be known ones.

    A title that is not known becomes a field of the team's own, one above empty cells is passed over.
    """
    if len(block) < 2:
        return None
    by_title = {name_key(column.key): column for column in reversed(known)}
    by_title |= {word: by_title[key] for word, key in _ALSO_CALLED.items() if key in by_title}
    by_title |= {name_key(column.title): column for column in reversed(known)}
    titles = [name_key(cell) for cell in block[0]]
    found = [by_title.get(title) for title in titles]
    count = len({column.key for column in found if column is not None})
    named = sum(bool(title) for title in titles)
    if count < 2 or count * 2 < named:
        return None
    columns: list[Column | None] = []
    new: list[str] = []
    taken: set[str] = set()
    for place, (title, column) in enumerate(zip(block[0], found, strict=True)):
        if (
            column is None
            and title.strip()
            and any(place < len(row) and row[place].strip() for row in block[1:])
        ):
            column = custom_column(" ".join(title.split())[:80])
            new.append(column.title)
        if column is not None and column.key in taken:
            column = None
        if column is not None:
            taken.add(column.key)
        columns.append(column)
    width = max(map(len, block))
    columns += [None] * (width - len(columns))
    return Heading(tuple(columns), block[1:], tuple(new))
