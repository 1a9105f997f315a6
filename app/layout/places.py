"""Where the records of a layout stand: markers, outlines, lines of roles; block by block, so that an edit costs little."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.layout.cut import difference
from app.layout.result import Arrow, Block, Box, Layout, Segments


class Spot(NamedTuple):
    """A touchpoint's marker on a role's line; absolute map units."""

    touchpoint: str
    role: str
    x: float
    y: float


class _Tables:
    """What stands in one block, by record; x in the block."""

    def __init__(self) -> None:
        self.spots: dict[str, list[Spot]] = {}
        self.boxes: dict[str, list[Box]] = {}
        self.arrows: dict[str, list[Arrow]] = {}
        self.lines: dict[str, list[Spot]] = {}  # by role, in time order


class _Content:
    """A block and the records in it; it is read when somebody asks for one of them."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.records = {marker.touchpoint for marker in block.markers}
        self.records.update([card.touchpoint for card in block.cards])
        self.records.update([insight.insight for insight in block.insights])
        self.records.update([arrow.link for arrow in block.arrows])
        self._tables: _Tables | None = None

    @property
    def tables(self) -> _Tables:
        """What stands in the block."""
        if self._tables is None:
            self._tables = _read(self.block)
        return self._tables


class Places:
    """Where each record stands in this layout; blocks that an earlier one knew are not read again."""

    def __init__(self, layout: Layout, previous: Places | None = None) -> None:
        self.layout = layout
        self.contents: dict[int, _Content] = {}
        self.at: dict[str, _Content] = {}
        gone: list[Block] = []
        come: list[Block] = list(layout.blocks)
        if previous is not None:
            self.contents, self.at = dict(previous.contents), dict(previous.at)
            gone, come = difference(previous.layout.blocks, layout.blocks)
        for block in gone:
            self._leave(self.contents.pop(id(block)))
        for block in come:
            content = self.contents[id(block)] = _Content(block)
            self.at.update(dict.fromkeys(content.records, content))
        self._headers = _headers(layout)
        is_listed = previous is not None and previous.layout.callouts is layout.callouts
        self.callouts: dict[str, Box] = previous.callouts if previous and is_listed else _callouts(layout)
        self._lanes = tuple(lane.role for lane in layout.lanes)
        self._lines: dict[str, tuple[Spot, ...]] = {}

    def _leave(self, content: _Content) -> None:
        for record in content.records:
            if self.at.get(record) is content:
                del self.at[record]

    @property
    def lanes(self) -> tuple[str, ...]:
        """The shown roles from top to bottom."""
        return self._lanes

    def spots(self, touchpoint: str) -> tuple[Spot, ...]:
        """Return the touchpoint's markers from top to bottom."""
        content = self.at.get(touchpoint)
        if content is None:
            return ()
        spots = [self._moved(content, spot) for spot in content.tables.spots.get(touchpoint, ())]
        return tuple(sorted(spots, key=lambda spot: spot.y))

    def line(self, role: str) -> tuple[Spot, ...]:
        """Return the role's markers in time order."""
        line = self._lines.get(role)
        if line is None:
            line = tuple(
                self._moved(content, spot)
                for content in (self.contents[id(block)] for block in self.layout.blocks)
                for spot in content.tables.lines.get(role, ())
            )
            self._lines[role] = line
        return line

    def block(self, record: str) -> Block | None:
        """Return the block that a touchpoint, insight or link stands in, none where it is not on the map."""
        content = self.at.get(record)
        return None if content is None else content.block

    def header(self, record: str) -> Box | None:
        """Return the box of a role's header or a phase's arrow at its natural place."""
        return self._headers.get(record)

    def outlines(self, record: str) -> tuple[Box, ...]:
        """Return the boxes on the map that show the record: its card, insight, link's label, its line below the map."""
        content = self.at.get(record)
        callout = self.callouts.get(record)
        if content is None:
            return () if callout is None else (callout,)
        x = content.block.x
        boxes = tuple(box._replace(x=box.x + x) for box in content.tables.boxes.get(record, ()))
        return boxes if callout is None else (*boxes, callout)

    def curves(self, link: str) -> tuple[tuple[float, Segments], ...]:
        """Return a link's curves, each with the x by which it is to be moved."""
        content = self.at.get(link)
        if content is None:
            return ()
        return tuple((content.block.x, arrow.segments) for arrow in content.tables.arrows.get(link, ()))

    def box(self, record: str, reach: float = 24.0) -> Box | None:
        """Return the box around all that shows the record, markers with so much around them; none where nothing does."""
        header = self.header(record)
        boxes = [*self.outlines(record)] if header is None else [header]
        boxes += [Box(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach) for spot in self.spots(record)]
        for x, segments in self.curves(record):
            ends = [segment for segment in segments if len(segment) > 1]
            points = [(float(segment[-2]), float(segment[-1])) for segment in ends]
            boxes.append(around(Box(px + x, py, 0, 0) for px, py in points))
        return around(boxes) if boxes else None

    def _moved(self, content: _Content, spot: Spot) -> Spot:
        return spot._replace(x=spot.x + content.block.x)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of these (at least one)."""
    boxes = list(boxes)
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def _read(block: Block) -> _Tables:
    content = _Tables()
    for marker in block.markers:
        spot = Spot(marker.touchpoint, marker.role, marker.x, marker.y)
        content.spots.setdefault(marker.touchpoint, []).append(spot)
        content.lines.setdefault(marker.role, []).append(spot)
    for line in content.lines.values():
        line.sort(key=lambda spot: spot.x)
    for card in block.cards:
        content.boxes.setdefault(card.touchpoint, []).append(card.box)
    for insight in block.insights:
        content.boxes.setdefault(insight.insight, []).append(insight.box)
    for arrow in block.arrows:
        content.arrows.setdefault(arrow.link, []).append(arrow)
        if arrow.pill is not None:
            content.boxes.setdefault(arrow.link, []).append(arrow.pill.box)
    return content


def _headers(layout: Layout) -> dict[str, Box]:
    sizes = layout.sizes
    boxes = {phase.phase: Box(phase.x, layout.phase_y, phase.width, sizes.phase) for phase in layout.phases}
    for lane in layout.lanes:
        boxes[lane.role] = Box(sizes.header_x, lane.y, sizes.header, lane.height)
    return boxes


def _callouts(layout: Layout) -> dict[str, Box]:
    return {
        callout.touchpoint: around(Box(row.x, row.y - 13, row.width, 17) for row in callout.rows)
        for callout in layout.callouts
        if callout.rows
    }
