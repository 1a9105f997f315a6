"""A map in several rows of the timeline, one under the other: title above, legend below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from app.drawing.build import build
from app.drawing.shapes import Drawing, Group, Layer
from app.drawing.tokens import Theme
from app.layout.result import Layout, LegendItem, TitleBlock
from app.layout.wrap import Wrapped
from app.model.journey import Journey

_GAP = 44.0  # between rows
_TITLE = 112.0  # least height of the title block
_MARGIN = 24.0
_NO_TITLE = TitleBlock((), None, (), 0.0)


def stacked(journey: Journey, wrapped: Wrapped, theme: Theme) -> Drawing:
    """Draw all rows in one picture."""
    y = max(wrapped.title.height, _TITLE)
    moves: list[float] = []
    for row in wrapped.rows:
        moves.append(y - row.phase_y)
        y += _content_height(row) + _GAP
    y += _MARGIN - _GAP
    bare = [replace(row, title=_NO_TITLE, legend=(), width=wrapped.width) for row in wrapped.rows]
    bare[0] = replace(bare[0], title=wrapped.title)
    if wrapped.legend:
        bare[-1] = replace(bare[-1], legend=tuple(_moved(item, y - moves[-1]) for item in wrapped.legend))
        y += wrapped.legend_height + _MARGIN
    drawings = [(build(journey, row, theme), dy) for row, dy in zip(bare, moves, strict=True)]
    return _joined(drawings, wrapped.width, y)


def _content_height(row: Layout) -> float:
    """Return the height from the phase band to the lowest thing of the map."""
    bottoms = [row.map_box.bottom]
    bottoms += [lane.y + lane.height for lane in row.lanes]
    bottoms += [bottom.y + bottom.height for bottom in row.bottom_rows]
    bottoms += [line.y + 8.0 for callout in row.callouts for line in callout.rows]
    return max(bottoms) - row.phase_y


def _moved(item: LegendItem, dy: float) -> LegendItem:
    row = replace(item.row, y=item.row.y + dy) if item.row else None
    return replace(item, y=item.y + dy, row=row)


def _joined(drawings: Sequence[tuple[Drawing, float]], width: float, height: float) -> Drawing:
    """Return the drawings in one, layer by layer; the title keeps its place."""
    first = drawings[0][0]
    layers: dict[str, Layer] = {}
    for drawing, dy in drawings:
        for layer in drawing.layers:
            moved = tuple(_shifted(layer.cells, 0.0 if layer.name == "title" else dy))
            known = layers.get(layer.name)
            layers[layer.name] = replace(layer, cells=(*known.cells, *moved) if known else moved, pinned="")
    return replace(first, width=width, height=height, layers=tuple(layers.values()), memory=None)


def _shifted(cells: Iterable[Group], dy: float) -> Iterable[Group]:
    return (replace(cell, dy=cell.dy + dy) for cell in cells)
