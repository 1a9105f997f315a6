"""What lies under everything: lane bands, neutral lines, rules at the phases' borders."""

from __future__ import annotations

from app.drawing.look import Look, rule
from app.drawing.shapes import Group, Path, Rect, Segment, Shape
from app.layout.result import BottomRow, Lane, Layout

NEUTRAL_DASH = (2.0, 5.0)
_PHASE_RULE = 1.1
_PRINT_RULE = 0.67  # half a point
_TOUCHING = 0.5


def lanes(layout: Layout, look: Look) -> tuple[Shape, ...]:
    """Draw the bands of lanes and bottom rows with their lines."""
    shapes: list[Shape] = [_band(lane, layout, look) for lane in layout.lanes]
    if look.theme.has_bands:
        shapes.extend(_bottom_band(row, index, layout, look) for index, row in enumerate(layout.bottom_rows))
    else:
        shapes.append(_print_rules(layout, look))
    rules = _phase_rules(layout)
    if rules:
        shapes.append(Path(rules, stroke=rule(look.theme.line, _PHASE_RULE)))
    shapes.extend(_neutral_line(lane, layout, look) for lane in layout.lanes)
    return tuple(shapes)


def _left(layout: Layout) -> float:
    return layout.sizes.header_x + layout.sizes.header


def _band(lane: Lane, layout: Layout, look: Look) -> Group:
    left = _left(layout)
    band = Rect(left, lane.y, layout.map_box.right - left, lane.height, fill=look.lane_fills[lane.role])
    return Group((band,) if look.theme.has_bands else (), record=lane.role, role=lane.role)


def _bottom_band(row: BottomRow, index: int, layout: Layout, look: Look) -> Rect:
    left = layout.sizes.header_x
    fill = look.theme.lane2 if index % 2 else look.theme.lane
    return Rect(left, row.y, layout.map_box.right - left, row.height, fill=fill)


def _print_rules(layout: Layout, look: Look) -> Path:
    bands = [(lane.y, lane.height) for lane in layout.lanes] + [
        (row.y, row.height) for row in layout.bottom_rows
    ]
    ys = {edge for y, height in bands for edge in (y, y + height)}
    segments: list[Segment] = []
    for y in sorted(ys):
        segments += [("M", layout.sizes.header_x, y), ("L", layout.map_box.right, y)]
    return Path(tuple(segments), stroke=rule(look.theme.line, _PRINT_RULE))


def _phase_rules(layout: Layout) -> tuple[Segment, ...]:
    if not layout.lanes:
        return ()
    box = layout.map_box
    edges = sorted({round(x, 2) for phase in layout.phases for x in (phase.x, phase.x + phase.width)})
    inner = [
        x for x in edges if box.x + _TOUCHING < x < box.right - _TOUCHING and x > _first(layout) + _TOUCHING
    ]
    last = layout.lanes[-1]
    spans = [(layout.lanes[0].y, last.y + last.height)]
    spans += [(row.y, row.y + row.height) for row in layout.bottom_rows]
    return tuple(seg for x in inner for top, end in spans for seg in (("M", x, top), ("L", x, end)))


def _first(layout: Layout) -> float:
    return layout.phases[0].x if layout.phases else layout.map_box.x


def _neutral_line(lane: Lane, layout: Layout, look: Look) -> Path:
    y, right = lane.neutral_y, layout.map_box.right
    segments: tuple[Segment, ...] = (("M", layout.map_box.x, y), ("L", right, y))
    return Path(segments, stroke=rule(look.theme.line, 1.0, NEUTRAL_DASH))
