"""A block on its way into the table: what it is, where it goes, who its strangers are, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.i18n import quoted, tr, trn
from app.model.journey import Journey
from app.model.sheet.block import Block, tiled
from app.model.sheet.column import Column
from app.model.sheet.filling import Pasted, paste_block, unknown_roles
from app.model.sheet.headers import heading
from app.model.sheet.names import Names


class Target(NamedTuple):
    """Where a block goes: the touchpoints from the current row on, and the columns from the current one on."""

    rows: Sequence[str]
    columns: Sequence[Column]
    selected_rows: int
    selected_columns: int


class Placed(NamedTuple):
    """A block with the columns its cells belong to."""

    block: Block
    rows: Sequence[str]
    columns: Sequence[Column | None]
    new_fields: tuple[str, ...]

    def strangers(self, names: Names) -> tuple[str, ...]:
        """Return the names in it that are no role's."""
        return unknown_roles(names, self.block, self.columns)

    def pasted(self, journey: Journey, names: Names) -> Pasted:
        """Return what writing it does; raises JourneyError."""
        return paste_block(journey, self.block, self.rows, self.columns, names)


def placed(block: Block, every: Sequence[Column], target: Target) -> Placed:
    """Return where the cells go: as a row of titles says, else from the current cell on, filling what is selected."""
    found = heading(block, every)
    if found is not None:
        return Placed(found.block, target.rows, found.columns, found.new)
    block = tiled(block, target.selected_rows, target.selected_columns)
    return Placed(block, target.rows, target.columns, ())


def sentence(pasted: Pasted, new_fields: Sequence[str]) -> str:
    """Return what happened."""
    parts = []
    if pasted.changed:
        count = len(pasted.changed)
        parts.append(trn("{count} touchpoint was changed.", "{count} touchpoints were changed.", count))
    if pasted.added:
        parts.append(
            trn("{count} touchpoint was added.", "{count} touchpoints were added.", len(pasted.added))
        )
    if not parts:
        parts.append(tr("Nothing is different: the same words stand there already."))
    if new_fields:
        names = ", ".join(quoted(name) for name in new_fields)
        parts.append(trn("New field: {names}.", "New fields: {names}.", len(new_fields), names=names))
    return " ".join(parts)
