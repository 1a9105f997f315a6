"""What must hold in every layout, as sentences about what does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from app.layout.layout import layout
from app.layout.measure import Measure, fixed_measure
from app.layout.result import Arrow, Block, Box, Layout, TextRow
from app.layout.type_scale import FONTS
from app.model.journey import Journey
from app.model.view import View


def laid(journey: Journey, measure: Measure = fixed_measure, **view: object) -> Layout:
    """Lay a journey out."""
    return layout(journey, View.model_validate(view), measure)


def faults(placed: Layout) -> list[str]:
    """Return a sentence for everything that overlaps, leaves its place or runs through a label."""
    return [
        *_texts_overlap(placed),
        *_cards_leave_lanes(placed),
        *_arrows_run_through_labels(placed),
        *_cards_cover_markers(placed),
        *_markers_cover_markers(placed),
        *_phase_names_leave_arrows(placed),
        *_things_leave_the_picture(placed),
    ]


def text_box(row: TextRow, dx: float = 0.0) -> Box:
    """Return the box of a line of text, without the air above and below its letters."""
    size = FONTS[row.style].size
    return Box(row.x + dx, row.y - 0.72 * size, row.width, 0.9 * size)


def all_texts(placed: Layout) -> list[tuple[str, Box]]:
    """Return all texts of the map with their owner, absolute."""
    found: list[tuple[str, Box]] = []
    rows = [*placed.title.rows, *placed.corner, *placed.note]
    rows += [row for figure in placed.title.figures for row in (figure.value, figure.label)]
    rows += [tick.label for tick in placed.ruler if tick.label]
    rows += [row for phase in placed.phases for row in (phase.row, phase.number_row) if row]
    rows += [row for lane in placed.lanes for row in lane.header.rows]
    rows += [row for bottom in placed.bottom_rows for row in bottom.rows]
    rows += [row for callout in placed.callouts for row in callout.rows]
    rows += [item.row for item in placed.legend if item.row]
    found += [(row.text, text_box(row)) for row in rows]
    for block in placed.blocks:
        x = block.x
        found += [(card.rows[0].text, _moved(card.box, x)) for card in block.cards]
        found += [(caption.row.text, text_box(caption.row, x)) for caption in block.captions]
        found += [(box.full_title, _moved(box.box, x)) for box in block.insights]
        found += [(a.pill.text.text or "glyph", _moved(a.pill.box, x)) for a in block.arrows if a.pill]
    return found


def _moved(box: Box, dx: float) -> Box:
    return box._replace(x=box.x + dx)


def _texts_overlap(placed: Layout) -> Iterator[str]:
    texts = sorted(all_texts(placed), key=lambda entry: entry[1].x)
    open_ones: list[tuple[str, Box]] = []
    for words, box in texts:
        open_ones = [entry for entry in open_ones if entry[1].right > box.x]
        for other, other_box in open_ones:
            if box.overlaps(other_box, -0.01):
                yield f"“{words}” stands on “{other}”"
        open_ones.append((words, box))


def _cards_leave_lanes(placed: Layout) -> Iterator[str]:
    lanes = {lane.role: lane for lane in placed.lanes}
    for block in placed.blocks:
        for card in block.cards:
            lane, box = lanes[card.role], card.box
            if box.y < lane.y or box.bottom > lane.y + lane.height:
                yield f"“{card.rows[0].text}” leaves its lane"
            if box.x + block.x < placed.map_box.x or box.right + block.x > placed.map_box.right:
                yield f"“{card.rows[0].text}” leaves the map"
            for row in card.rows:
                inside = box.x <= row.x and row.x + row.width <= box.right + 0.01
                if not inside or not box.y < row.y < box.bottom:
                    yield f"“{row.text}” leaves its card"


def curve_points(arrow: Arrow, dx: float) -> list[tuple[float, float]]:
    """Sample an arrow every few map units, absolute."""
    found: list[tuple[float, float]] = []
    x = y = 0.0
    for segment in arrow.segments:
        if segment[0] == "M":
            x, y = segment[1], segment[2]
        elif segment[0] == "L":
            found += [(x + (segment[1] - x) * k / 12 + dx, y + (segment[2] - y) * k / 12) for k in range(13)]
            x, y = segment[1], segment[2]
        else:
            _, x1, y1, x2, y2, x3, y3 = segment
            count = max(20, int((abs(x3 - x) + abs(y1 - y) + abs(y2 - y1) + abs(y3 - y2)) / 3))
            for k in range(count + 1):
                t = k / count
                s = 1 - t
                a, b, c, d = s**3, 3 * s * s * t, 3 * s * t * t, t**3
                found.append((a * x + b * x1 + c * x2 + d * x3 + dx, a * y + b * y1 + c * y2 + d * y3))
            x, y = x3, y3
    return found


def _arrows_run_through_labels(placed: Layout) -> Iterator[str]:
    labels = [(words, box) for words, box in all_texts(placed) if _is_in(placed, box)]
    columns: dict[int, list[tuple[str, Box]]] = {}
    for words, box in labels:
        for column in range(int(box.x // 200), int(box.right // 200) + 1):
            columns.setdefault(column, []).append((words, box))
    for block in placed.blocks:
        for arrow in block.arrows:
            own = _moved(arrow.pill.box, block.x) if arrow.pill else None
            for x, y in curve_points(arrow, block.x):
                for words, box in columns.get(int(x // 200), ()):
                    if box != own and box.x < x < box.right and box.y < y < box.bottom:
                        yield f"{arrow.full_title!r} runs through “{words}”"


def _is_in(placed: Layout, box: Box) -> bool:
    return box.overlaps(placed.map_box)


def _near(block: Block, placed: Layout) -> Iterator[Block]:
    for other in placed.blocks:
        if abs(other.x - block.x) < 800 + max(other.width, block.width):
            yield other


def _cards_cover_markers(placed: Layout) -> Iterator[str]:
    spots = sorted(
        (marker.x + block.x, marker.y, marker.touchpoint)
        for block in placed.blocks
        for marker in block.markers
    )
    radius = placed.sizes.marker
    for block in placed.blocks:
        for card in block.cards:
            box = _moved(card.box, block.x)
            for x, y, who in spots:
                dx = max(box.x - x, 0.0, x - box.right)
                dy = max(box.y - y, 0.0, y - box.bottom)
                if dx * dx + dy * dy < radius * radius:
                    yield f"“{card.rows[0].text}” covers the marker of {who}"


def _markers_cover_markers(placed: Layout) -> Iterator[str]:
    by_role: dict[str, list[tuple[float, float]]] = {}
    for block in placed.blocks:
        for marker in block.markers:
            by_role.setdefault(marker.role, []).append((marker.x + block.x, marker.y))
    for role, spots in by_role.items():
        spots.sort()
        for (x0, y0), (x1, y1) in pairwise(spots):
            if (x1 - x0) ** 2 + (y1 - y0) ** 2 < (2 * placed.sizes.marker) ** 2:
                yield f"two markers of {role} stand on each other at {x0:.0f}"


def _phase_names_leave_arrows(placed: Layout) -> Iterator[str]:
    for phase in placed.phases:
        for row in (phase.row, phase.number_row):
            if row and not (phase.x <= row.x and row.x + row.width <= phase.x + phase.width):
                yield f"“{row.text}” leaves its phase"


def _things_leave_the_picture(placed: Layout) -> Iterator[str]:
    for words, box in all_texts(placed):
        if box.x < 0 or box.y < 0 or box.right > placed.width or box.bottom > placed.height:
            yield f"“{words}” leaves the picture"
    for block in placed.blocks:
        for marker in block.markers:
            x = marker.x + block.x
            if not placed.map_box.x < x < placed.map_box.right:
                yield f"the marker of {marker.touchpoint} leaves the map"
