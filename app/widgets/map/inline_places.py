"""Where words that can be typed stand on the screen: the place, size and weight in which an editor takes them over."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from app.layout.result import Box, TextRow
from app.layout.type_scale import FONTS
from app.model.records import Insight, JourneyInfo, Link, Phase, Role, Touchpoint
from app.seeing.camera import Camera
from app.seeing.pins import header_zoom
from app.widgets.map.stage import Stage

ASCENT = 0.969  # of Inter, over its size
LEAST_PX = 11.0  # words smaller than this are typed in this size
CARD_PAD = 12.0  # map units
CARD_WIDTH = 236.0
BESIDE = 10.0  # from a marker to words that have no card


class WordsPlace(Struct, frozen=True):
    """Where words stand, in px of the viewport: the upper left corner, or the upper middle where they are centred."""

    x: float
    y: float
    least_width: float
    most_width: float
    size: float  # of the font
    weight: int
    is_centred: bool = False
    rows: int = 1  # that stand there now


Find = Callable[[Stage, Camera, str, str], WordsPlace | None]


def words_place(
    stage: Stage, camera: Camera, record: str, role: str = "", field: str = ""
) -> WordsPlace | None:
    """Return where the words of a record stand now, none where it is not on the map."""
    kind = type(stage.journey.get(record))
    if kind is JourneyInfo:
        return _title_block(stage, camera, field)
    find = _FINDERS.get(kind)
    return find(stage, camera, record, role) if find is not None else None


def _touchpoint(stage: Stage, camera: Camera, record: str, role: str) -> WordsPlace | None:
    block = stage.places.block(record)
    cards = [card for card in block.cards if card.touchpoint == record] if block is not None else []
    card = next((card for card in cards if card.role == role), cards[0] if cards else None)
    if block is not None and card is not None:
        rows = [row for row in card.rows if row.style.startswith("card_title")]
        if rows:
            place = _on_map(camera, rows[0], block.x, max(card.box.width - 2 * CARD_PAD, 60), CARD_WIDTH)
            return replace(place, rows=len(rows))
    spots = stage.places.spots(record)
    spot = next((spot for spot in spots if spot.role == role), spots[0] if spots else None)
    if spot is None:
        return None
    row = TextRow("", spot.x + stage.layout.sizes.marker + BESIDE, spot.y - 22.0, 0.0, "card_title")
    return _on_map(camera, row, 0.0, 120.0, CARD_WIDTH)


def _insight(stage: Stage, camera: Camera, record: str, _role: str) -> WordsPlace | None:
    block = stage.places.block(record)
    boxes = [box for box in block.insights if box.insight == record] if block is not None else []
    if block is None or not boxes:
        return None
    written = [row for row in boxes[0].rows if row.style == "insight"]
    row = written[0] if written else TextRow("", boxes[0].box.x + 34, boxes[0].box.y + 20, 0, "insight")
    width = max(boxes[0].box.right - row.x - 8, 100.0)
    place = _on_map(camera, row, block.x, width, max(width, 260.0))
    return replace(place, rows=max(len(written), 1))


def _link(stage: Stage, camera: Camera, record: str, _role: str) -> WordsPlace | None:
    outlines = stage.places.outlines(record)
    if outlines:
        return _centred(camera, outlines[0])
    box = stage.places.box(record)
    return None if box is None else _centred(camera, box)


def _role(stage: Stage, camera: Camera, record: str, _role: str) -> WordsPlace | None:
    lane = next((lane for lane in stage.layout.lanes if lane.role == record), None)
    row = lane.header.rows[0] if lane is not None and lane.header.rows else None
    if lane is None or row is None:
        return None
    zoom = header_zoom(camera.zoom)
    column = stage.pins.column(camera)
    x = column.start + (row.x - stage.pins.column_box.x) * zoom
    middle = lane.y + lane.height / 2
    baseline = (middle - camera.y) * camera.zoom + (row.y - middle) * zoom
    width = (stage.pins.column_box.right - row.x - 12) * zoom
    place = _written(x, baseline, width, width, "role", zoom)
    return replace(place, rows=sum(each.style == "role" for each in lane.header.rows))


def _phase(stage: Stage, camera: Camera, record: str, _role: str) -> WordsPlace | None:
    phase = next((phase for phase in stage.layout.phases if phase.phase == record), None)
    if phase is None:
        return None
    zoom, band = header_zoom(camera.zoom), stage.pins.band(camera)
    left = max((phase.x - camera.x) * camera.zoom, stage.pins.column(camera).end)
    right = max((phase.x + phase.width - camera.x) * camera.zoom, left + 40)
    row_y = phase.row.y if phase.row is not None else stage.layout.phase_y + stage.layout.sizes.phase * 0.62
    baseline = band.start + (row_y - stage.pins.band_box.y) * zoom
    place = _written((left + right) / 2, baseline, min(right - left - 16, 120), 320.0, "phase", zoom)
    return WordsPlace(place.x, place.y, place.least_width, place.most_width, place.size, place.weight, True)


def _title_block(stage: Stage, camera: Camera, field: str) -> WordsPlace:
    """Return the place of title, subject or goal; below the title where there is none yet."""
    rows, sizes = stage.layout.title.rows, stage.layout.sizes
    row = next((row for row in rows if row.style == field), None)
    if row is None:
        last = rows[-1]
        row = TextRow("", last.x, last.y + 34.0, 0.0, "goal" if field == "goal" else "subject")
    lift = stage.pins.lift(camera.zoom)
    room = max(stage.layout.width - row.x - sizes.margin, 200.0)
    return _on_map(camera, replace(row, y=row.y - lift), 0.0, max(row.width, 160.0), room)


def _on_map(camera: Camera, row: TextRow, dx: float, least: float, most: float) -> WordsPlace:
    x, baseline = camera.to_view(row.x + dx, row.y)
    return _written(x, baseline, least * camera.zoom, most * camera.zoom, row.style, camera.zoom)


def _centred(camera: Camera, box: Box) -> WordsPlace:
    x, y = camera.to_view(box.x + box.width / 2, box.y + box.height / 2)
    font = FONTS["pill"]
    size = max(font.size * camera.zoom, LEAST_PX)
    return WordsPlace(x, y - size * 0.6, 60.0, 260.0, size, font.weight, True)


def _written(x: float, baseline: float, least: float, most: float, style: str, zoom: float) -> WordsPlace:
    font = FONTS[style]
    size = max(font.size * zoom, LEAST_PX)
    grown = size / (font.size * zoom)
    return WordsPlace(x, baseline - ASCENT * size, least, max(most * grown, 120.0), size, font.weight)


_FINDERS: dict[type, Find] = {
    Touchpoint: _touchpoint,
    Insight: _insight,
    Link: _link,
    Role: _role,
    Phase: _phase,
}
