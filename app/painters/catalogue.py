"""The formats of a picture: one row each; a painter is imported when it first paints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from app.drawing.shapes import Drawing
from app.painters.options import PictureOptions
from app.painters.room import ensure_room

Progress = Callable[[float], None]  # told 0 to 1; may raise to stop


class Paint(Protocol):
    """Turns a drawing into the bytes of a file."""

    def __call__(
        self, drawing: Drawing, options: PictureOptions | None = None, progress: Progress | None = None
    ) -> bytes:
        """Return the file."""


class PictureFormat(Struct, frozen=True):
    """A format: its name is its suffix without the dot."""

    name: str
    media_type: str
    label: str  # for file dialogs; not translated, these are names
    paint: Paint

    @property
    def suffix(self) -> str:
        """The suffix of its files."""
        return f".{self.name}"


def _svg(drawing: Drawing, options: PictureOptions | None = None, progress: Progress | None = None) -> bytes:
    from app.painters import svg

    return svg.paint(drawing, options, progress)


def _png(drawing: Drawing, options: PictureOptions | None = None, progress: Progress | None = None) -> bytes:
    ensure_room()
    from app.painters import qt_raster

    return qt_raster.paint(drawing, options, progress)


def _pdf(drawing: Drawing, options: PictureOptions | None = None, progress: Progress | None = None) -> bytes:
    ensure_room()
    from app.painters import qt_pdf

    return qt_pdf.paint((drawing,), options, progress)


PAINTERS: dict[str, PictureFormat] = {
    one.name: one
    for one in (
        PictureFormat("svg", "image/svg+xml", "SVG", _svg),
        PictureFormat("png", "image/png", "PNG", _png),
        PictureFormat("pdf", "application/pdf", "PDF", _pdf),
    )
}
