"""Copy as picture: PNG and SVG of the map at once; every program takes what it knows."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.export import export
from app.layout.font import measure
from app.layout.layout import layout
from app.model.journey import Journey
from app.model.view import View
from app.painters.options import PictureOptions
from app.widgets.jobs import Report

MOST_WIDTH_PX = 6000
SCALE = 2.0
_HALF = 0.5


class Pictures(NamedTuple):
    """The same map twice; both carry the journey of the roles that are shown."""

    svg: bytes
    png: bytes


def pictures(journey: Journey, view: View, theme: str, report: Report) -> Pictures:
    """Return what is to be copied; made by the worker."""
    svg = export(journey, view, "svg", PictureOptions(), theme, progress=lambda part: report(part * _HALF))
    scale = min(SCALE, MOST_WIDTH_PX / layout(journey, view, measure).width)
    options = PictureOptions(scale=scale)
    png = export(journey, view, "png", options, theme, progress=lambda part: report(_HALF + part * _HALF))
    return Pictures(svg, png)


def mime_data(copied: Pictures) -> QMimeData:
    """Return the pictures as the clipboard takes them."""
    data = QMimeData()
    data.setData("image/svg+xml", copied.svg)
    data.setData("image/png", copied.png)
    data.setImageData(QImage.fromData(copied.png))
    return data
