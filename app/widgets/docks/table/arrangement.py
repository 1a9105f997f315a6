"""Which columns of the table are shown, in which order and how wide: as they usually are, and as a person wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from app.model.sheet.column import Column, Kind
from app.settings import TableState

LEAST_PX, MOST_PX = 36, 900
_MOST_KEPT = 500
_DATED_PX = 150
_WIDTHS: Mapping[Kind, int] = {
    "line": 140, "lines": 200, "moment": 96, "duration": 92, "phase": 116, "channel": 124, "roles": 220,
    "feeling": 96, "involvement": 124, "words": 120, "flag": 134, "choice": 120, "fixed": 84,
}  # fmt: skip
_WIDTH_BY_KEY = {"title": 230, "involvements": 150}


def is_shown(column: Column, state: TableState, hidden_roles: Set[str]) -> bool:
    """Tell whether the column is to be seen; a role that the view hides has none."""
    if column.role in hidden_roles and column.role:
        return False
    if column.key in state.hidden:
        return False
    return column.is_shown or column.key in state.shown


def ordered(columns: Sequence[Column], state: TableState) -> tuple[int, ...]:
    """Return the places of the columns from left to right; one without a wish stands behind the one before it."""
    wish = {key: place for place, key in enumerate(state.order)}
    found: list[int] = [place for place, column in enumerate(columns) if column.key in wish]
    found.sort(key=lambda place: wish[columns[place].key])
    for place, column in enumerate(columns):
        if column.key not in wish:
            found.insert(found.index(place - 1) + 1 if place else 0, place)
    return tuple(found)


def width(column: Column, state: TableState, *, is_dated: bool = False) -> int:
    """Return how wide a column is, in px; dates with an hour need more room than numbers."""
    usual = _WIDTH_BY_KEY.get(column.key, _WIDTHS[column.kind])
    if is_dated and column.kind == "moment":
        usual = _DATED_PX
    return min(max(state.widths.get(column.key, usual), LEAST_PX), MOST_PX)


def with_shown(state: TableState, column: Column, is_wanted: bool) -> TableState:
    """Return the state with a column shown or hidden."""
    shown = [key for key in state.shown if key != column.key]
    hidden = [key for key in state.hidden if key != column.key]
    if is_wanted and not column.is_shown:
        shown.append(column.key)
    if not is_wanted and column.is_shown:
        hidden.append(column.key)
    return TableState(
        shown=tuple(shown[-_MOST_KEPT:]),
        hidden=tuple(hidden[-_MOST_KEPT:]),
        order=state.order,
        widths=state.widths,
    )


def with_order(state: TableState, keys: Sequence[str]) -> TableState:
    """Return the state with the columns in this order."""
    return TableState(
        shown=state.shown, hidden=state.hidden, order=tuple(keys)[:_MOST_KEPT], widths=state.widths
    )


def with_width(state: TableState, key: str, px: int) -> TableState:
    """Return the state with a column this wide."""
    widths = {**{other: w for other, w in state.widths.items() if other != key}, key: px}
    kept = dict(list(widths.items())[-_MOST_KEPT:])
    return TableState(shown=state.shown, hidden=state.hidden, order=state.order, widths=kept)
