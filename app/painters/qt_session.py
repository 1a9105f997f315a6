"""Qt for painting: an application without a display where none runs yet, and Inter at fixed axes."""

from __future__ import annotations

import os
import sys
import threading
from functools import cache

from PySide6.QtCore import QByteArray, QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from app.layout.font import OPTICAL_SIZE, font_file, searchable

_DESIGN_SIZE = 100
_kept: list[QGuiApplication] = []


def ensure_session() -> None:
    """Start Qt without a display unless an application runs already; call it from the main thread the first time."""
    if QCoreApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(["journeylines"]))
        qInstallMessageHandler(_pass_on)
    inter_family()


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Write what Qt says to the error output, but for what is said in a sentence of ours."""
    if message and "out of memory" not in message and sys.stderr is not None:
        sys.stderr.write(f"{message}\n")


@cache
def inter_family() -> str:
    """Register Inter with Qt and return its family's name; needs an application."""
    loaded = QFontDatabase.addApplicationFontFromData(QByteArray(searchable()))
    families = QFontDatabase.applicationFontFamilies(loaded)
    if not families:
        raise FileNotFoundError(f"Qt cannot read the font {font_file()}.")
    return families[0]


def inter_font(weight: int) -> QFont:
    """Return Inter at 100 px and this weight; by its axes alone, because `setWeight` smears a variable font."""
    font = QFont(inter_family())
    font.setPixelSize(_DESIGN_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setVariableAxis(QFont.Tag.fromString("wght"), weight)
    font.setVariableAxis(QFont.Tag.fromString("opsz"), OPTICAL_SIZE)
    return font


class _Fonts(threading.local):
    """Raw fonts belong to the thread that made them."""

    def __init__(self) -> None:
        self.raw: dict[tuple[float, int], QRawFont] = {}


_fonts = _Fonts()


def raw_font(size: float, weight: int) -> QRawFont:
    """Return Inter at any size, for glyph runs; its glyph ids are those of `layout.font.glyphs`."""
    known = _fonts.raw
    if (size, weight) not in known:
        if len(known) > 200:
            known.clear()
        font = QRawFont.fromFont(inter_font(weight))
        font.setPixelSize(size)
        known[size, weight] = font
    return known[size, weight]
