"""Headers that stay in sight, like CSS sticky: at their natural place until they would scroll out. In px of the viewport.

While the map zooms, headers keep within sizes at which they can be read and do not eat the map: the column of role
headers is as wide, the band of phases as high, as at `header_zoom`.
"""

from __future__ import annotations

from msgspec import Struct

from app.layout.result import Box
from app.seeing.camera import Camera

LEAST_HEADER_ZOOM = 0.64  # names of roles have 11 px
MOST_HEADER_ZOOM = 1.0
MOST_MAGNIFIED = 1.7  # against the lanes, so that headers find room in them
PAD_PX = 8.0  # between the viewport's edge and stuck headers


def header_zoom(zoom: float) -> float:
    """Return the zoom of headers at a zoom of the map."""
    return min(max(zoom, min(LEAST_HEADER_ZOOM, zoom * MOST_MAGNIFIED)), MOST_HEADER_ZOOM)


class Span(Struct, frozen=True):
    """Where headers stand along one axis, in px of the viewport."""

    start: float
    length: float
    is_stuck: bool  # away from their natural place: the map runs under them

    @property
    def end(self) -> float:
        """The far edge."""
        return self.start + self.length


class Pins(Struct, frozen=True):
    """Headers at their natural place: the column left of the map and the band above it, in map units."""

    column_box: Box
    band_box: Box

    def column(self, camera: Camera) -> Span:
        """Return where the column of role headers is shown, along x."""
        return _span(self.column_box.right - camera.x, self.column_box.width, camera.zoom)

    def band(self, camera: Camera) -> Span:
        """Return where the band of phases is shown, along y."""
        return _span(self.band_box.bottom - camera.y, self.band_box.height, camera.zoom)

    def column_reach(self, camera: Camera) -> tuple[float, float]:
        """Return upper and lower end of the column in px."""
        top = (self.column_box.y - camera.y) * camera.zoom
        return top, top + self.column_box.height * camera.zoom

    def clear(self, camera: Camera, width_px: float, height_px: float) -> Box:
        """Return the part of the viewport where the map is not covered by headers, in px."""
        column, band = self.column(camera), self.band(camera)
        left, top = max(column.end, 0.0), max(band.end, 0.0)
        left, top = min(left, width_px - 40), min(top, height_px - 40)
        return Box(left, top, width_px - left, height_px - top)

    def lift(self, zoom: float) -> float:
        """Return by how much the band, where it is larger than the map, pushes up what stands above it, in map units."""
        return max(self.band_box.height * (header_zoom(zoom) / zoom - 1), 0.0)

    def overhang(self, zoom: float) -> tuple[float, float]:
        """Return how far headers and the title stand out of the drawing's left and top edge, in map units."""
        grown, pad = header_zoom(zoom) / zoom, PAD_PX / zoom
        left = self.column_box.width * grown - self.column_box.right + pad
        top = self.band_box.height * grown - self.band_box.bottom + pad
        return max(left, 0.0), max(top, self.lift(zoom))

    def room_beside(self, box: Box, camera: Camera, width_px: float, height_px: float) -> Box:
        """Return the part of the viewport in which a box of the map is to be fitted, in px.

        A box with the headers' natural places in it needs only the room by which they stand out.
        """
        zoom = header_zoom(camera.zoom)
        left, top = self.column_box.width * zoom + PAD_PX, self.band_box.height * zoom + PAD_PX
        if box.x < self.column_box.right:
            left = max(left - (self.column_box.right - box.x) * camera.zoom, 0.0)
        if box.y < self.band_box.bottom:
            top = max(top - (self.band_box.bottom - box.y) * camera.zoom, 0.0)
        if box.y < self.band_box.y:
            top = max(top, self.lift(camera.zoom) * camera.zoom)
        left, top = min(left, width_px - 80), min(top, height_px - 80)
        return Box(left, top, width_px - left, height_px - top)

    def to_map(self, camera: Camera, x_px: float, y_px: float) -> tuple[float, float]:
        """Return the point of the drawing that is shown at a point of the viewport, headers at their natural place."""
        x, y = camera.to_map(x_px, y_px)
        column, band, zoom = self.column(camera), self.band(camera), header_zoom(camera.zoom)
        top, bottom = self.column_reach(camera)
        in_band = band.start <= y_px < band.end
        in_column = column.start <= x_px < column.end and (top <= y_px < bottom or in_band)
        if in_column:
            x = self.column_box.x + (x_px - column.start) / zoom
        if in_band:
            y = self.band_box.y + (y_px - band.start) / zoom
        return x, y

    def is_header(self, camera: Camera, x_px: float, y_px: float) -> bool:
        """Tell whether a point of the viewport is on headers."""
        column, band = self.column(camera), self.band(camera)
        top, bottom = self.column_reach(camera)
        return band.start <= y_px < band.end or (column.start <= x_px < column.end and top <= y_px < bottom)


def _span(natural_end: float, length: float, zoom: float) -> Span:
    length_px = length * header_zoom(zoom)
    start = natural_end * zoom - length_px
    return Span(max(start, PAD_PX), length_px, start < PAD_PX)
