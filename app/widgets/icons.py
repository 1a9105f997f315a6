"""Our own icons: SVGs of `resources/icons`, 24 units a side, drawn with one pen in the colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.places import resource


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled_colour: str = "", size: int = 20) -> QIcon:
    """Return an icon in these colours, sharp on the densest of the screens."""
    made = QIcon()
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    picture = pixmap(name, colour, size, ratio)
    made.addPixmap(picture)
    if disabled_colour:
        made.addPixmap(_tinted(picture, disabled_colour), QIcon.Mode.Disabled)
    return made


def _tinted(picture: QPixmap, colour: str) -> QPixmap:
    """Return the picture with all that is drawn in this colour: icons have one pen."""
    tinted = picture.copy()
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, tinted.width(), tinted.height()), QColor(colour))
    painter.end()
    return tinted


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return an icon as a picture, `size` px a side on a screen of this density."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    return (resource("icons") / f"{name}.svg").read_bytes()
