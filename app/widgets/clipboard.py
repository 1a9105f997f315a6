"""Copy as picture: PNG and SVG of the map at once; every program takes what it knows."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from app.export import draw, export
from app.painters.options import PictureOptions
from app.painters.qt_raster import paint
from app.widgets.document import Document

MOST_WIDTH_PX = 6000
SCALE = 2.0


def copy_picture(document: Document) -> None:
    """Put what the view shows on the clipboard."""
    QGuiApplication.clipboard().setMimeData(picture_data(document))


def picture_data(document: Document) -> QMimeData:
    """Return the picture as PNG and SVG; both carry the journey of the roles that are shown."""
    view, theme = document.view_state.view, document.view_state.theme
    drawing = draw(document.journey, view, theme)
    data = QMimeData()
    data.setData("image/svg+xml", export(document.journey, view, "svg", PictureOptions(), theme))
    scale = min(SCALE, MOST_WIDTH_PX / drawing.width)
    png = paint(drawing, PictureOptions(scale=scale))
    data.setData("image/png", png)
    data.setImageData(QImage.fromData(png))
    return data
