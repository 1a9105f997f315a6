"""Roles as chips with their discs, and as options with their markers."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QImage, QPainter, QPen, QPixmap

from app.drawing.palette import RoleLook, looks_of
from app.drawing.tokens import Theme
from app.model.journey import Journey
from app.model.records import Attachment, Role
from app.widgets import signs
from app.widgets.fields.choice import Option

Find = Callable[[], Journey]


def role_disc(journey: Journey, role: Role, theme: Theme, size: int, ratio: float) -> QPixmap:
    """Return a role's disc: its own picture, or its initials."""
    look = looks_of(journey, theme)[role.id]
    attachment = journey.get(role.avatar) if role.avatar else None
    if isinstance(attachment, Attachment):
        picture = _portrait(attachment, look.colour, size, ratio)
        if picture is not None:
            return picture
    return _disc(signs.initials(role), look, theme, size, ratio)


@lru_cache(maxsize=64)
def _portrait(attachment: Attachment, colour: str, size: int, ratio: float) -> QPixmap | None:
    """Return the picture in a circle with a ring in the role's colour, or none where it cannot be read."""
    image = QImage()
    if not image.loadFromData(QByteArray(base64.b64decode(attachment.data))):
        return None
    least, side = min(image.width(), image.height()), round(size * ratio)
    cut = image.copy((image.width() - least) // 2, (image.height() - least) // 2, least, least)
    smooth = Qt.TransformationMode.SmoothTransformation
    cut = cut.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(cut))
    painter.setPen(QPen(QColor(colour), 2 * ratio))
    painter.drawEllipse(QRectF(ratio, ratio, side - 2 * ratio, side - 2 * ratio))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=1024)
def _disc(initials: str, look: RoleLook, theme: Theme, size: int, ratio: float) -> QPixmap:
    made = signs.picture(
        signs.avatar(Role(id="disc", name=initials, initials=initials[:4]), look, theme),
        32,
        ratio * size / 32,
    )
    made.setDevicePixelRatio(ratio)
    return made


def role_options(journey: Journey, theme: Theme, none_words: str = "") -> list[Option]:
    """Return all roles as options, before them none where that has a name."""
    options = [Option("", none_words)] if none_words else []
    looks = looks_of(journey, theme)
    for role in journey.all(Role):
        options.append(
            Option(role.id, role.name, _marker(looks[role.id], theme, signs.is_supplier(journey, role)))
        )
    return options


@lru_cache(maxsize=1024)
def _marker(look: RoleLook, theme: Theme, has_ring: bool) -> QIcon:
    return QIcon(signs.picture(signs.marker(look, theme, has_ring), 20, 2.0))
