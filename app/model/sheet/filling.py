"""Writing into the sheet: one cell, many cells, or a block of rows, always as one change or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.consequences import settled
from app.model.edits.role_colours import coloured
from app.model.edits.validated import made
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Record
from app.model.records import Touchpoint
from app.model.same_names import name_key
from app.model.sheet.block import Block
from app.model.sheet.column import FIRST, LAST, Column
from app.model.sheet.names import Names
from app.model.sheet.participations import lead, with_part


class Pasted(NamedTuple):
    """What pasting a block does: the change, and the touchpoints in the order of its rows."""

    change: Change
    changed: tuple[str, ...]
    added: tuple[str, ...]


def set_cell(
    journey: Journey, touchpoint_id: str, column: Column, text: str, names: Names | None = None
) -> Change:
    """Write into one cell; the words that stand there already change nothing. Raises JourneyError, UnknownRole."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    label = tr("Change {field} of “{title}”", field=column.title, title=title_of(touchpoint))
    if column.says(journey, touchpoint, text):
        return Change(label=label)
    if column.write is None:
        raise JourneyError(
            tr("“{field}” follows from the journey; it cannot be written here.", field=column.title)
        )
    names = names or Names(journey)
    change = settled(journey, {touchpoint_id: column.write(names, touchpoint, text)}, label, names.new)
    return coloured(journey, change)


def add_row(journey: Journey, column: Column, text: str, names: Names | None = None) -> Change:
    """Add a touchpoint with one cell filled, behind all others; it is put first."""
    pasted = paste_block(journey, ((text,),), (), (column,), names)
    return Change(pasted.change.put, (), tr("Add touchpoint"))


def clear_cells(journey: Journey, cells: Iterable[tuple[str, Column]]) -> Change:
    """Empty cells; those that cannot be empty stay. Raises JourneyError where all of them are such."""
    names, wanted, count, kept = Names(journey), dict[str, Record | None](), 0, ""
    for touchpoint_id, column in cells:
        touchpoint = wanted.get(touchpoint_id) or journey.the(Touchpoint, touchpoint_id)
        assert isinstance(touchpoint, Touchpoint)
        if column.write is None or not column.can_be_empty:
            kept = column.title
        elif column.text(journey, touchpoint):
            wanted[touchpoint_id] = column.write(names, touchpoint, "")
            count += 1
    if kept and not count:
        raise JourneyError(tr("“{field}” cannot be empty.", field=kept))
    return settled(journey, wanted, trn("Clear cell", "Clear {count} cells", count))


def paste_block(
    journey: Journey,
    block: Block,
    rows: Sequence[str],
    columns: Sequence[Column | None],
    names: Names | None = None,
    role: str = "",
) -> Pasted:
    """Write a block: the touchpoints `rows` are changed row by row, further rows become touchpoints.

    A column of none is passed over. New touchpoints that name no role get `role`, else that which leads the last
    touchpoint, else the journey's first; those without a start follow behind all others. Raises JourneyError that names row and column where anything is invalid:
    then nothing of the block is written.
    """
    names = names or Names(journey)
    width = max(map(len, block), default=0)
    if width > len(columns):
        what = trn(
            "There is room for {count} column from here, but the block has {width}.",
            "There is room for {count} columns from here, but the block has {width}.",
            len(columns),
            width=width,
        )
        raise JourneyError(what)
    _add_phases(names, block[len(rows) :], columns)
    filling = _Filling(journey, names, role)
    wanted: dict[str, Record | None] = {}
    changed: list[str] = []
    for number, (touchpoint_id, cells) in enumerate(zip(rows, block, strict=False), start=1):
        before = journey.the(Touchpoint, touchpoint_id)
        after = filling.changed(number, before, _paired(columns, cells))
        if after != before:
            wanted[touchpoint_id] = after
            changed.append(touchpoint_id)
    new: list[Touchpoint] = []
    for number, cells in enumerate(block[len(rows) :], start=len(rows) + 1):
        if any(cell.strip() for cell in cells):
            new.append(filling.added(number, _paired(columns, cells)))
    change = settled(journey, wanted, _label(len(changed), len(new)), (*new, *names.new))
    return Pasted(coloured(journey, change), tuple(changed), tuple(touchpoint.id for touchpoint in new))


def unknown_roles(names: Names, block: Block, columns: Sequence[Column | None]) -> tuple[str, ...]:
    """Return the names in the block's cells that are no role's, each once, in their order."""
    unknown: dict[str, str] = {}
    places = [place for place, column in enumerate(columns) if column is not None and column.kind == "roles"]
    for cells in block:
        for place in places:
            for name in names.role_names(cells[place]) if place < len(cells) else ():
                if not names.knows_role(name):
                    unknown.setdefault(name_key(name), name)
    return tuple(unknown.values())


class _Filling:
    """Writes the cells of rows into touchpoints, in the order in which the columns take their turns."""

    def __init__(self, journey: Journey, names: Names, role: str) -> None:
        self._journey = journey
        self._names = names
        last = next(iter(journey.all(Touchpoint)[-1:]), None)
        self._role = role or (lead(last).role if last is not None else "")
        self._end = last.start if last is not None else None
        self._in_phase: dict[str, int] = {}

    def changed(self, number: int, touchpoint: Touchpoint, cells: Mapping[Column, str]) -> Touchpoint:
        """Return a known touchpoint with what its row says."""
        before = touchpoint
        for column in _in_turn(cells):
            text = cells[column]
            is_kept = not text.strip() and not column.can_be_empty
            if is_kept or column.says(self._journey, before, text):
                continue
            touchpoint = self._written(number, column, touchpoint, text)
        return touchpoint

    def added(self, number: int, cells: Mapping[Column, str]) -> Touchpoint:
        """Return a new touchpoint of a row."""
        given = {column: text for column, text in cells.items() if text.strip()}
        touchpoint = made(Touchpoint, id=new_id(), start=self._start(number, given))
        for column in _in_turn(given):
            if column.turn == LAST:
                touchpoint = self._with_somebody(touchpoint)
            if column.turn != FIRST and column.kind != "phase":
                touchpoint = self._written(number, column, touchpoint, given[column])
        return self._with_somebody(touchpoint)

    def _start(self, number: int, given: Mapping[Column, str]) -> float:
        """Return where the row says, else a place in the phase that it names, else one behind all others."""
        by_key = {column.key: column for column in given}
        if "start" in by_key:
            column = by_key["start"]
            start = self._written(number, column, made(Touchpoint, id=new_id(), start=0), given[column]).start
        elif "phase" in by_key:
            start = self._start_in_phase(number, by_key["phase"], given[by_key["phase"]])
        else:
            start = 0.0 if self._end is None else self._end + 1
        self._end = start if self._end is None else max(self._end, start)
        return start

    def _start_in_phase(self, number: int, column: Column, name: str) -> float:
        try:
            phase = self._names.phase(name)
        except JourneyError as error:
            raise _placed(error, number, column) from None
        there = self._in_phase.get(phase.id, 0)
        self._in_phase[phase.id] = there + 1
        step = min(1.0, (phase.end - phase.start) / (there + 1))
        return phase.start + (there * step if there * step < phase.end - phase.start else 0.0)

    def _with_somebody(self, touchpoint: Touchpoint) -> Touchpoint:
        if touchpoint.participations:
            return touchpoint
        return with_part(touchpoint, self._role or self._names.some_role(), involvement="leads")

    def _written(self, number: int, column: Column, touchpoint: Touchpoint, text: str) -> Touchpoint:
        if column.write is None:
            return touchpoint
        try:
            return column.write(self._names, touchpoint, text)
        except JourneyError as error:
            raise _placed(error, number, column) from None


def _placed(error: JourneyError, number: int, column: Column) -> JourneyError:
    """Return the complaint with the place in the block, not that of the half-made touchpoint."""
    where = tr("Row {number}, {column}", number=number, column=column.title)
    return JourneyError(error.what, where, error.do)


def _add_phases(names: Names, block: Block, columns: Sequence[Column | None]) -> None:
    place = next(
        (i for i, column in enumerate(columns) if column is not None and column.key == "phase"), None
    )
    starts = next(
        (i for i, column in enumerate(columns) if column is not None and column.key == "start"), None
    )
    if place is not None:
        rows = [
            cells for cells in block if starts is None or starts >= len(cells) or not cells[starts].strip()
        ]
        names.phases_to_add([cells[place] for cells in rows if place < len(cells)])


def _in_turn(cells: Iterable[Column]) -> list[Column]:
    return sorted(cells, key=lambda column: column.turn)


def _paired(columns: Sequence[Column | None], cells: Sequence[str]) -> dict[Column, str]:
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column is not None}


def _label(changed: int, added: int) -> str:
    if not changed:
        return trn("Paste touchpoint", "Paste {count} touchpoints", added)
    return trn("Paste row", "Paste {count} rows", changed + added)
