"""Where lines of the outline can be moved to: the gaps between them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.widgets.docks.outline.entries import Entry


class Gap(NamedTuple):
    """A place between two lines: below the record `after` ("": first), and in a party where roles have one."""

    row: int  # the line it is above
    after: str
    party: str | None = None


def gap_at(rows: Sequence[Entry], row: int, moved: Entry) -> Gap | None:
    """Return the gap above a line, or none where what is moved cannot go there."""
    if not 0 < row <= len(rows):
        return None
    above = rows[row - 1]
    if above.section != moved.section:
        return None
    if moved.section == "roles":
        return _between_roles(rows, row)
    if above.kind == "record" and above.group == moved.group:
        return Gap(row, above.record)
    if above.key == moved.group or (above.kind == "section" and not moved.group):
        return Gap(row, _before(rows, row))
    return None


def next_gap(rows: Sequence[Entry], moved: Sequence[Entry], step: int) -> Gap | None:
    """Return the next gap above (-1) or below (1) neighbouring lines, or none where there is none."""
    places = [place for place, entry in enumerate(rows) if entry in moved]
    if not places:
        return None
    row = places[0] - 1 if step < 0 else places[-1] + 2
    return gap_at(rows, row, moved[0])


def _between_roles(rows: Sequence[Entry], row: int) -> Gap:
    above = rows[row - 1]
    if above.kind == "section" and row < len(rows) and rows[row].kind == "group":
        row, above = row + 1, rows[row]  # above the first organisation there is nothing
    if above.kind == "record":
        return Gap(row, above.record, above.party)
    return Gap(row, _before(rows, row), above.party)


def _before(rows: Sequence[Entry], row: int) -> str:
    """Return the record of the same section before a line, "" where there is none."""
    section = rows[row - 1].section
    for entry in reversed(rows[:row]):
        if entry.section != section:
            break
        if entry.kind == "record":
            return entry.record
    return ""
