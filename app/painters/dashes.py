"""Long dashed lines cut down to what is seen: Qt makes every dash of a line, and a line of 10,000 dashes solid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.drawing.shapes import Path

Line = tuple[float, float, float, float]  # x1, y1, x2, y2

_WORTH = 40  # dashes in a line, from which on it is worth cutting
_PERIODS = 10


def long_lines(path: Path) -> tuple[Line, ...]:
    """Return the lines of a dashed path of level and upright lines, where one of them has many dashes; else none."""
    stroke = path.stroke
    if stroke is None or not stroke.dash or path.fill or len(path.segments) % 2:
        return ()
    lines: list[Line] = []
    for start, end in zip(path.segments[::2], path.segments[1::2], strict=True):
        if start[0] != "M" or end[0] != "L":
            return ()
        x1, y1, x2, y2 = float(start[1]), float(start[2]), float(end[1]), float(end[2])  # type: ignore[misc]
        if x1 != x2 and y1 != y2:
            return ()
        lines.append((x1, y1, x2, y2))
    period = sum(stroke.dash)
    is_long = period > 0 and any(abs(x2 - x1) + abs(y2 - y1) > _WORTH * period for x1, y1, x2, y2 in lines)
    return tuple(lines) if is_long else ()


def seen(
    lines: Iterable[Line], period: float, left: float, top: float, right: float, bottom: float
) -> Iterator[Line]:
    """Yield the parts of the lines in a rectangle, cut at whole periods so that every dash stays where it is."""
    for x1, y1, x2, y2 in lines:
        if y1 == y2:
            if top <= y1 <= bottom and (part := _part(x1, x2, left, right, period)):
                yield part[0], y1, part[1], y2
        elif left <= x1 <= right and (part := _part(y1, y2, top, bottom, period)):
            yield x1, part[0], x2, part[1]


def chunks(lines: Iterable[Line], period: float) -> Iterator[Line]:
    """Yield the lines in pieces of some periods: Qt's rasteriser takes several times as long for many dashes at once."""
    step = _PERIODS * period
    for x1, y1, x2, y2 in lines:
        length = abs(x2 - x1) + abs(y2 - y1)
        along, down = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
        done = 0.0
        while done + step < length:
            yield x1 + along * done, y1 + down * done, x1 + along * (done + step), y1 + down * (done + step)
            done += step
        yield x1 + along * done, y1 + down * done, x2, y2


def _part(start: float, end: float, least: float, most: float, period: float) -> tuple[float, float] | None:
    if start > end:
        mirrored = _part(-start, -end, -most, -least, period)
        return (-mirrored[0], -mirrored[1]) if mirrored else None
    if end < least or start > most:
        return None
    if start < least:
        start += (least - start) // period * period
    return start, min(end, most)
