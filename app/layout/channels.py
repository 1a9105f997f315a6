"""The channels' row under the lanes: a glyph for each touchpoint at its moment, side by side or stacked where close."""

from __future__ import annotations

from typing import NamedTuple

from app.layout.bottom import heading
from app.layout.memory import Row
from app.layout.result import BottomRow, ChannelMark
from app.layout.scene import Scene
from app.layout.shown import Stop
from app.layout.spacing import is_moved

_PITCH = 28.0  # of discs beside and under each other
_PAD = 9.0
_SHIFT = 14.0  # that a disc moves to the right at most rather than open a sub-row: its moment stays in it
_MOST = 4  # discs in a stack
_SAME = 0.5  # map units within which two moments are one


class Spot(NamedTuple):
    """A mark before the row is as high as its highest stack; x in the leaf."""

    touchpoint: str
    glyph: str
    x: float
    level: int


class End(NamedTuple):
    """The last mark of a level."""

    x: float
    moment: float
    channel: str


Ends = tuple[End | None, ...]  # by level; none where nothing is near


class Run(NamedTuple):
    """The marks of a leaf, and the last of each level."""

    spots: tuple[Spot, ...]
    ends: Ends


class ChannelRow(NamedTuple):
    """The row, none where no touchpoint has a channel; the marks by leaf; where what comes below it begins."""

    rows: tuple[BottomRow, ...]
    marks: Row[tuple[ChannelMark, ...]] | None
    bottom: float


def channel_row(scene: Scene, top: float) -> ChannelRow:
    """Place the channels of all shown touchpoints, if the view wants them."""
    if not scene.view.has_channel_row:
        return ChannelRow((), None, top)
    runs = _runs(scene)
    levels = max((spot.level + 1 for run in runs for spot in run.spots), default=0)
    if not levels:
        return ChannelRow((), None, top)
    height = max(scene.sizes.bottom_row, levels * _PITCH + 2 * _PAD)
    middle = top + height / 2
    first = middle - (levels - 1) * _PITCH / 2
    marks: Row[tuple[ChannelMark, ...]] = scene.memory.row(
        "channel marks", (first,), runs.fresh, lambda place: (runs[place].spots,),
        lambda place, _notes: _marks(runs[place], first),
    )  # fmt: skip
    words = heading("channels", middle, scene.sizes, scene.memory.typesetter)
    row = BottomRow("channels", top, height, words)
    return ChannelRow((row,), marks, top + height + scene.sizes.bottom_gap)


def _marks(run: Run, first: float) -> tuple[ChannelMark, ...]:
    return tuple(
        ChannelMark(spot.touchpoint, spot.glyph, spot.x, first + spot.level * _PITCH) for spot in run.spots
    )


def _runs(scene: Scene) -> Row[Run]:
    glyphs = {channel.id: channel.glyph for channel in scene.shown.channels.values()}
    spacing, groups, memory = scene.spacing, scene.cut.groups, scene.memory

    def inputs(place: int) -> tuple[tuple[Stop, ...], tuple[float, ...], dict[str, str], Ends]:
        ends: Ends = (None,) * _MOST
        if place:
            step = spacing.lefts[place] - spacing.lefts[place - 1]
            ends = tuple(_seen_from(end, step) for end in memory.made("channels")[place - 1].ends)
        return groups[place], spacing.xs[place], glyphs, ends

    def spread(place: int, old: Run | None, new: Run) -> tuple[int, ...]:
        is_same = (old is not None and old.ends == new.ends) or place + 1 == len(groups)
        return () if is_same else (place + 1,)

    dirty = None if is_moved(spacing.frames, memory) else groups.fresh | spacing.xs.fresh
    return memory.row(
        "channels", (glyphs,), dirty, inputs, lambda place, _notes: _run(*inputs(place)), spread
    )


def _seen_from(end: End | None, step: float) -> End | None:
    """Return a mark as the leaf sees it that begins `step` later; none where it is too far to matter."""
    if end is None or end.x - step <= -_PITCH:
        return None
    return End(end.x - step, end.moment - step, end.channel)


def _run(group: tuple[Stop, ...], xs: tuple[float, ...], glyphs: dict[str, str], before: Ends) -> Run:
    """Put marks into the highest free places at their moments; equal channels of one moment share a mark.

    Where even the highest stack is full a touchpoint gets none: its marker on the lines shows the channel, too.
    """
    ends = list(before)
    spots: list[Spot] = []
    for x, stop in sorted(zip(xs, group, strict=True), key=lambda entry: (entry[0], entry[1].lead)):
        channel = stop.channel
        if channel not in glyphs or any(
            end and end.channel == channel and x - end.moment < _SAME for end in ends
        ):
            continue
        for level, end in enumerate(ends):
            place = x if end is None else max(x, end.x + _PITCH)
            if place - x <= _SHIFT:
                spots.append(Spot(stop.id, glyphs[channel], place, level))
                ends[level] = End(place, x, channel)
                break
    return Run(tuple(spots), tuple(ends))
