"""Even spacing: each moment as wide as its labels need; phase borders get their place between moments."""

from __future__ import annotations

from collections.abc import Sequence

from app.layout.cut import Cut
from app.layout.memory import Memory
from app.layout.shown import Shown, Stop
from app.layout.spacing import Spacing, quantised, spaced
from app.layout.timeline import Scale

_BORDER = 36.0  # map units between a phase border and a moment


class Latest:
    """What stands last in each lane, while stops are placed from left to right."""

    def __init__(self, marker: float) -> None:
        self.smallest = 2 * marker + 16
        self._lanes: dict[int, tuple[float, float]] = {}  # x and the card's width, 0 where a capsule passes

    def earliest(self, stop: Stop, width: float) -> float:
        """Return where a stop with a card of this width may stand at the earliest.

        Cards of one lane take turns above and below the line; no card stands on a capsule that passes its lane.
        """
        at = 0.0
        for lane in range(stop.lanes[0], stop.lanes[-1] + 1):
            if lane in self._lanes:
                before, former = self._lanes[lane]
                own = width if lane in stop.lanes else 0.0
                room = (former + own) / 4 + 26 if former and own else (former + own) / 2 + 12
                at = max(at, before + max(self.smallest if own else 0.0, room))
        return at

    def stand(self, stop: Stop, at: float, width: float) -> None:
        """Let a stop stand there."""
        for lane in range(stop.lanes[0], stop.lanes[-1] + 1):
            self._lanes[lane] = (at, width if lane in stop.lanes else 0.0)


class _Walk:
    """The walk along the timeline: where moments and borders come to stand."""

    def __init__(self, shown: Shown, names: Sequence[float], left: float, marker: float) -> None:
        self.x = left
        self.knots: dict[float, float] = {shown.first: left}
        self.latest = Latest(marker)
        self.borders: list[float] = sorted(
            {t for p in shown.phases for t in (p.start, p.end) if shown.first < t <= shown.last}
        )
        self.phases = {
            min(phase.end, shown.last): (max(phase.start, shown.first), name)
            for phase, name in zip(shown.phases, names, strict=True)
        }

    def pass_borders(self, time: float) -> None:
        """Place the borders before a time."""
        while self.borders and self.borders[0] < time:
            self.place_border(self.borders.pop(0), self.x + _BORDER)

    def place_border(self, border: float, at: float) -> None:
        """Place a border, far enough from where its phase begins for the phase's name."""
        start, name = self.phases.get(border, (border, 0.0))
        at = max(at, self.knots.get(start, self.x) + name)
        self.knots[border] = quantised(at)
        self.x = max(self.x, self.knots[border])

    def stand(self, stop: Stop, width: float) -> float:
        """Place a stop and return its x."""
        start = stop.start
        if start in self.knots and start not in self.borders:
            at = self.knots[start]
        else:
            at = self.x + self.latest.smallest
        at = quantised(max(at, self.latest.earliest(stop, width)))
        if self.borders and self.borders[0] == start:
            self.place_border(self.borders.pop(0), at)
            at = self.knots[start]
        self.latest.stand(stop, at, width)
        self.knots.setdefault(start, at)
        self.x = max(self.x, at)
        return at


def even(
    shown: Shown, cut: Cut, needs: Sequence[tuple[float, ...]], names: Sequence[float], left: float,
    marker: float, idle: float, memory: Memory,
) -> Spacing:  # fmt: skip
    """Space moments evenly; `needs` are widths of cards by leaf and stop, `names` those of the phases' names."""
    walk = _Walk(shown, names, left, marker)
    absolute: list[list[float]] = []
    for group, widths in zip(cut.groups, needs, strict=True):
        here: list[float] = []
        for stop, width in zip(group, widths, strict=True):
            walk.pass_borders(stop.start)
            here.append(walk.stand(stop, width))
        absolute.append(here)
    for border in walk.borders:
        walk.place_border(border, walk.x + 60.0)
    walk.knots.setdefault(shown.last, walk.x + 40.0)
    times = sorted(walk.knots)
    xs: list[float] = []
    for time in times:
        xs.append(max(walk.knots[time], xs[-1] + 1.0) if xs else walk.knots[time])
    scale = Scale(tuple(times), tuple(xs))
    lefts = [quantised(scale.x(leaf.first)) for leaf in cut.leaves]
    end = quantised(scale.x(shown.last))
    widths_px = [right - here for here, right in zip(lefts, [*lefts[1:], end], strict=True)]
    local = [tuple(x - here for x in row) for here, row in zip(lefts, absolute, strict=True)]
    rightmost = max([end, *(row[-1] for row in absolute if row)])
    return spaced(scale, lefts, widths_px, local, rightmost, idle, memory)
