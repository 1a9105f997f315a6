"""How a drawing is cut into sheets of paper: arithmetic in millimetres and map units, without Qt."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from app.drawing.bounds import bounds
from app.drawing.shapes import Drawing, Group, Shape, Text
from app.painters.fold import folded, legend_box

MM_PER_UNIT = 25.4 / 96
SHEETS_MM = {"a4": (297.0, 210.0), "a3": (420.0, 297.0)}  # landscape
MARGIN_MM = 9.0
FOOTER_MM = 6.0
OVERLAP_MM = 10.0
LONGEST_MM = 200 * 25.4  # what PDF allows a page
LEAST_TYPE_PT, _TIGHT_TYPE_PT = 7.0, 6.4
_TRIES = 40
_FOLDS = 4  # of the legend: a higher one may ask for another cut
_USUAL_SMALLEST = 12.0  # map units: nothing is written smaller (VISUAL.md)
_LABEL = 240.0  # map units: the widest label
_SIGN = 2  # letters of what is a sign rather than type: a pin's number, initials


def widest(paper: str) -> float:
    """Return how many map units stand side by side on the paper with the smallest type at 7 pt."""
    return (SHEETS_MM[paper][0] - 2 * MARGIN_MM) / (LEAST_TYPE_PT * 25.4 / 72 / _USUAL_SMALLEST)


class Span(NamedTuple):
    """A stretch of x or of y, in map units."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start


class Sheet(Struct, frozen=True):
    """One page, its size in mm; `scale` is mm a map unit, `columns` and `rows` are the spans of the drawing it shows.

    On later sheets the first span repeats what is pinned (role headers, phases), the last one is the map; `has_before`
    and `has_after` (x, y) say where a neighbour overlaps. `map_rows` is what the map and its phases fill: above and below
    it stand title and legend, whose parts are not cut but go to the sheet their middle is on.
    """

    width: float
    height: float
    margin: float
    scale: float
    columns: tuple[Span, ...]
    rows: tuple[Span, ...]
    map_rows: Span
    own: tuple[
        Span, Span
    ]  # x and y of the map that is this sheet's alone; beyond it a neighbour's is repeated
    has_before: tuple[bool, bool] = (False, False)
    has_after: tuple[bool, bool] = (False, False)

    def owns(self, x: float, y: float) -> bool:
        """Tell whether a place of the drawing is this sheet's and not its neighbour's."""
        across, down = self.own
        return across.start <= x < across.end and down.start <= y < down.end


class _Axis(NamedTuple):
    """One direction: how long the drawing is, what of it every later sheet repeats, where cuts do least harm."""

    length: float
    pinned: Span
    borders: tuple[float, ...]
    uncut: float = math.inf  # no cut beyond it, if that can be


class _Piece(NamedTuple):
    """What a sheet shows of a direction, and what of it is its own."""

    shown: Span
    own: Span


def poster(drawing: Drawing) -> Sheet:
    """One page at the drawing's own size (96 units an inch), smaller only where PDF allows no such page."""
    width, height = drawing.width, drawing.height
    scale = min(MM_PER_UNIT, LONGEST_MM / width, LONGEST_MM / height)
    across, down = Span(0.0, width), Span(0.0, height)
    return Sheet(width * scale, height * scale, 0.0, scale, (across,), (down,), down, (across, down))


def on_paper(drawing: Drawing, paper: str) -> tuple[Drawing, tuple[Sheet, ...]]:
    """Cut a drawing for sheets of a4 or a3, its legend set so that it stands whole on one of them."""
    given, right = drawing, math.inf
    cut = sheets(drawing, paper)
    for _ in range(_FOLDS):
        right = min(right, cut[0].own[0].end)
        legend = legend_box(drawing)
        if legend is None or legend.right <= right or len(cut) == 1:
            break
        drawing = folded(given, right)
        cut = sheets(drawing, paper)
    return drawing, cut


def sheets(drawing: Drawing, paper: str) -> tuple[Sheet, ...]:
    """Cut a drawing for sheets of a4 or a3, row by row, at phase borders where they are near.

    Type keeps 7 pt, or 6.4 pt where that halves the number of sheets; it is as large as so many sheets allow.
    """
    paper_width, paper_height = SHEETS_MM[paper]
    room_x, room_y = paper_width - 2 * MARGIN_MM, paper_height - 2 * MARGIN_MM - FOOTER_MM
    along, down = _axes(drawing)

    def cut(scale: float) -> tuple[list[_Piece], list[_Piece]]:
        return _cuts(along, room_x / scale, scale), _cuts(down, room_y / scale, scale)

    scale = _scale(_smallest_type(drawing), lambda scale: math.prod(map(len, cut(scale))))
    columns, rows = cut(scale)
    map_rows = Span(down.pinned.start, drawing.map_box[1] + drawing.map_box[3])
    return tuple(
        Sheet(
            paper_width, paper_height, MARGIN_MM, scale,
            _shown(along, across.shown, column > 0), _shown(down, tall.shown, row > 0), map_rows,
            (across.own, tall.own),
            (column > 0, row > 0), (column < len(columns) - 1, row < len(rows) - 1),
        )
        for row, tall in enumerate(rows)
        for column, across in enumerate(columns)
    )  # fmt: skip


def _scale(smallest: float, sheets_at: Callable[[float], int]) -> float:
    """Return the largest scale (mm a map unit) that needs no more sheets than the least one allowed."""
    per_point = 25.4 / 72 / smallest
    least, tight = (min(points * per_point, MM_PER_UNIT) for points in (LEAST_TYPE_PT, _TIGHT_TYPE_PT))
    base = tight if 2 * sheets_at(tight) <= sheets_at(least) else least
    count = sheets_at(base)
    tries = (MM_PER_UNIT * (base / MM_PER_UNIT) ** (step / _TRIES) for step in range(_TRIES))
    return next((scale for scale in tries if sheets_at(scale) <= count), base)


def _axes(drawing: Drawing) -> tuple[_Axis, _Axis]:
    left, top = drawing.map_box[0], drawing.map_box[1]
    starts = {"left": left, "top": top}
    borders: list[float] = []
    lanes: list[float] = []
    for layer in drawing.layers:
        boxes = [box for cell in layer.cells for child in _parts(cell) if (box := bounds(child))]
        if layer.pinned == "left" and boxes:
            starts["left"] = min(starts["left"], *(box.x for box in boxes))
            lanes += [box.bottom for box in boxes if box.height > 0.3 * box.width]
        if layer.pinned == "top" and boxes:
            starts["top"] = min(starts["top"], *(box.y for box in boxes))
            if layer.name == "phases":
                borders += [box.right for box in boxes]
    legend = legend_box(drawing)
    return (
        _Axis(drawing.width, Span(starts["left"], left), tuple(sorted(borders))),
        _Axis(
            drawing.height, Span(starts["top"], top), tuple(sorted(lanes)), legend.y if legend else math.inf
        ),
    )


def _parts(cell: Group) -> Iterator[Shape]:
    for child in cell.children:
        if not isinstance(child, Group) or child.max_zoom == float("inf"):
            yield Group((child,), cell.dx, cell.dy)


def _cuts(axis: _Axis, room: float, scale: float) -> list[_Piece]:
    """Cut the map for the fewest sheets, into pieces about as long as each other.

    Each overlaps the next by `OVERLAP_MM`, or by as much as a label where the sheet has room, so that none is cut on both.
    """
    if axis.length <= room:
        return [_Piece(Span(0.0, axis.length), Span(0.0, axis.length))]
    half = OVERLAP_MM / 2 / scale
    later = (
        max(room - axis.pinned.length, room / 4) - 2 * half
    )  # what a sheet in the middle shows without overlap
    left = 1 + math.ceil((axis.length - room + half) / later - 1e-9)
    cuts = [0.0]
    for after in range(left - 1, 0, -1):
        first = len(cuts) == 1
        most = cuts[-1] + (room - half if first else later)
        least = max(cuts[-1] + half, axis.length - after * later - half)
        even = (axis.length - cuts[-1] + (axis.pinned.length * after if first else 0.0)) / (after + 1)
        most = max(least, min(most, axis.uncut))
        wanted = min(max(cuts[-1] + even, least), most)
        near = [at for at in axis.borders if least <= at <= most]
        cuts.append(min(near, key=lambda at: abs(at - wanted), default=wanted))
    cuts.append(axis.length)
    whole = len(cuts) - 2
    pieces = []
    for place, (start, end) in enumerate(pairwise(cuts)):
        free = room - (axis.pinned.length if place else 0.0) - (end - start)
        sides = (place > 0) + (place < whole)
        reach = max(half, min(free / sides, _LABEL))
        shown = Span(start - reach if place else start, end + reach if place < whole else end)
        pieces.append(_Piece(shown, Span(start, end)))
    return pieces


def _shown(axis: _Axis, piece: Span, is_later: bool) -> tuple[Span, ...]:
    return (axis.pinned, piece) if is_later and axis.pinned.length > 0 else (piece,)


def _smallest_type(drawing: Drawing) -> float:
    smallest = min(
        (size for layer in drawing.layers for size in _sizes(layer.cells)), default=_USUAL_SMALLEST
    )
    return max(smallest, _USUAL_SMALLEST / 2)


def _sizes(shapes: Sequence[Shape]) -> Iterator[float]:
    for shape in shapes:
        if isinstance(shape, Text):
            if len(shape.text) > _SIGN:
                yield shape.font.size
        elif isinstance(shape, Group) and shape.max_zoom == float("inf"):
            yield from _sizes(shape.children)
