"""What stands in a leaf before any words do: markers, capsules of shared touchpoints, journey lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from app.layout.lanes import LaneShape
from app.layout.lines import Knot, RoleLine, Stretch, knots_by_lane, pieces
from app.layout.memory import Notes
from app.layout.result import LinePiece, Marker, Rod
from app.layout.shown import Shown, Stop

Entry = TypeVar("Entry")


class Obstacles(NamedTuple):
    """What labels keep away from, by lane."""

    spots: dict[int, tuple[tuple[float, float, str], ...]]  # markers of a lane: x, y, touchpoint
    bars: dict[int, tuple[tuple[float, float, float], ...]]  # rods in a lane: x, top, bottom
    dots: dict[int, tuple[tuple[float, float, float], ...]]


class Skeleton(NamedTuple):
    """Markers, rods and lines of a leaf."""

    markers: tuple[Marker, ...]
    rods: tuple[Rod, ...]
    lines: tuple[LinePiece, ...]
    obstacles: Obstacles
    stretches: dict[int, tuple[Stretch, ...]]  # of the lines, also a little beyond the leaf


class LineContext(NamedTuple):
    """Two points of a lane on either side of a leaf, x in the leaf; `late` is where a late line starts from."""

    before: tuple[Knot, ...]
    after: tuple[Knot, ...]
    late: float | None


def skeleton(
    group: tuple[Stop, ...], xs: tuple[float, ...], shapes: tuple[LaneShape, ...], shown: Shown,
    around: Sequence[LineContext], left: float, right: float, idle: float, notes: Notes,
) -> Skeleton:  # fmt: skip
    """Place markers, rods and lines of a leaf that draws its lines from `left` to `right`."""
    markers: list[Marker] = []
    rods: list[Rod] = []
    spots: dict[int, list[tuple[float, float, str]]] = {}
    bars: dict[int, list[tuple[float, float, float]]] = {}
    dots: dict[int, list[tuple[float, float, float]]] = {}
    for stop, x in zip(group, xs, strict=True):
        channel = shown.channels.get(stop.channel)
        for lane, feeling in zip(stop.lanes, stop.feelings, strict=True):
            y = shapes[lane].feeling_y(feeling)
            markers.append(
                Marker(
                    stop.id, shown.roles[lane].id, x, y, channel.glyph if channel else "",
                    stop.is_shared, shown.sides[lane] == "supplier", feeling is None,
                    lane in stop.newcomers,
                )
            )  # fmt: skip
            spots.setdefault(lane, []).append((x, y, stop.id))
            if lane in stop.newcomers:
                spots[lane].append((x - 15.0, y + 13.0, stop.id))
        if len(stop.lanes) > 1:
            rod = _rod(stop, x, shapes)
            rods.append(rod)
            _note_rod(rod, stop, shapes, bars, dots)
    lines: list[LinePiece] = []
    stretches: dict[int, tuple[Stretch, ...]] = {}
    own = knots_by_lane(group, xs)
    for lane, (shape, context) in enumerate(zip(shapes, around, strict=True)):
        knots = (*context.before, *own.get(lane, ()), *context.after)
        if not knots:
            continue
        late = context.late if not context.before else None
        inputs = (shown.roles[lane].id, knots, shape, late, left, right, idle)
        course = notes.recall(lane, inputs, partial(_line, *inputs))
        lines += course[0]
        stretches[lane] = course[1]
    obstacles = Obstacles(_frozen(spots), _frozen(bars), _frozen(dots))
    return Skeleton(tuple(markers), tuple(rods), tuple(lines), obstacles, stretches)


def _line(
    role: str, knots: tuple[Knot, ...], shape: LaneShape, late: float | None, left: float, right: float,
    idle: float,
) -> tuple[tuple[LinePiece, ...], tuple[Stretch, ...]]:  # fmt: skip
    line = RoleLine(knots, shape.neutral, shape.step, idle)
    if late is not None:
        _lead_in(line, knots[0], shape, late)
    return tuple(pieces(role, line.stretches, shape.neutral, left, right)), tuple(line.stretches)


def _lead_in(line: RoleLine, first: Knot, shape: LaneShape, late: float) -> None:
    if not line.stretches:  # the role's only touchpoint
        line.stretches = RoleLine((first, first), shape.neutral, shape.step, 1e9).stretches
    line.lead_in(late)


def _rod(stop: Stop, x: float, shapes: tuple[LaneShape, ...]) -> Rod:
    parts: list[tuple[float, float]] = []
    dots: list[tuple[float, float]] = []
    feelings = dict(zip(stop.lanes, stop.feelings, strict=True))
    start = shapes[stop.lanes[0]].feeling_y(feelings[stop.lanes[0]])
    for lane, following in zip(stop.lanes, stop.lanes[1:], strict=False):
        if following == lane + 1:
            continue
        end, begin = shapes[lane].bottom, shapes[following].y
        parts.append((start, end))
        dots.append((end, begin))
        start = begin
    last = stop.lanes[-1]
    parts.append((start, shapes[last].feeling_y(feelings[last])))
    return Rod(stop.id, x, tuple(parts), tuple(dots))


def _note_rod(
    rod: Rod, stop: Stop, shapes: tuple[LaneShape, ...],
    bars: dict[int, list[tuple[float, float, float]]], dots: dict[int, list[tuple[float, float, float]]],
) -> None:  # fmt: skip
    for lane in range(stop.lanes[0], stop.lanes[-1] + 1):
        shape = shapes[lane]
        for spans, notes in ((rod.parts, bars), (rod.dots, dots)):
            for top, bottom in spans:
                if bottom > shape.y and top < shape.bottom:
                    notes.setdefault(lane, []).append((rod.x, max(top, shape.y), min(bottom, shape.bottom)))


def _frozen(lists: dict[int, list[Entry]]) -> dict[int, tuple[Entry, ...]]:
    return {lane: tuple(entries) for lane, entries in lists.items()}
