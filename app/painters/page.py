"""How a drawing is cut into sheets of paper: arithmetic in millimetres and map units, without Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

MM_PER_UNIT = 25.4 / 96
SHEETS_MM = {"a4": (297.0, 210.0), "a3": (420.0, 297.0)}  # landscape
MARGIN_MM = 12.0
FOOTER_MM = 8.0
OVERLAP_MM = 10.0
LONGEST_MM = 200 * 25.4  # what PDF allows a page
LEAST_TYPE_PT = 7.0
SMALLEST_FONT = 12.0  # map units: nothing is written smaller (VISUAL.md)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: `source` is the part of the drawing shown (map units), `scale` is mm a unit; the rest in mm on the page.

    `overlaps` says on which sides (left, top, right, bottom) a strip repeats the neighbour's.
    """

    width: float
    height: float
    x: float
    y: float
    scale: float
    source: tuple[float, float, float, float]
    overlaps: tuple[bool, bool, bool, bool] = (False, False, False, False)


def poster(width: float, height: float) -> Sheet:
    """One page at the drawing's own size (96 units an inch), smaller only where PDF allows no such page."""
    scale = min(MM_PER_UNIT, LONGEST_MM / width, LONGEST_MM / height)
    return Sheet(width * scale, height * scale, 0.0, 0.0, scale, (0.0, 0.0, width, height))


def sheets(width: float, height: float, paper: str) -> tuple[Sheet, ...]:
    """Cut a drawing for sheets of a4 or a3, row by row.

    It is made smaller to fit one sheet, or one sheet's height, as long as its smallest type keeps 7 pt.
    """
    paper_width, paper_height = SHEETS_MM[paper]
    room_x, room_y = paper_width - 2 * MARGIN_MM, paper_height - 2 * MARGIN_MM - FOOTER_MM
    least = LEAST_TYPE_PT * 25.4 / 72 / SMALLEST_FONT
    scale = min(MM_PER_UNIT, max(least, min(room_x / width, room_y / height)))
    columns, rows = _cuts(width * scale, room_x), _cuts(height * scale, room_y)
    if len(rows) == 1 and len(columns) > 1:
        scale = min(MM_PER_UNIT, max(scale, room_y / height))
        columns = _cuts(width * scale, room_x)
    made = []
    for row, (top, tall) in enumerate(rows):
        for column, (left, wide) in enumerate(columns):
            ends = (column > 0, row > 0, column < len(columns) - 1, row < len(rows) - 1)
            source = (left / scale, top / scale, wide / scale, tall / scale)
            made.append(Sheet(paper_width, paper_height, MARGIN_MM, MARGIN_MM, scale, source, ends))
    return tuple(made)


def _cuts(length: float, room: float) -> list[tuple[float, float]]:
    """Start and length (mm) of the pieces of a length, each overlapping the next by `OVERLAP_MM`."""
    if length <= room + 0.01:
        return [(0.0, length)]
    step = room - OVERLAP_MM
    count = 1 + math.ceil((length - room) / step - 1e-6)
    return [(index * step, min(room, length - index * step)) for index in range(count)]
