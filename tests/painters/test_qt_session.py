"""Qt for painting."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from app.layout import font as inter
from app.layout.measure import Font
from app.painters.qt_session import ensure_session, raw_font


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
@pytest.mark.parametrize("size", [12.5, 38.0])
def test_qt_has_the_glyphs_and_widths_of_harfbuzz(weight: int, size: float) -> None:
    ensure_session()
    font = raw_font(size, weight)
    text = "Hambxyz"  # no kerning: Qt's raw fonts know none
    glyphs = font.glyphIndexesForString(text)
    assert [glyph for glyph, _, _ in inter.glyphs(text, Font(size, weight))] == list(glyphs)
    for letter, glyph in zip(text, glyphs, strict=True):
        wide = font.advancesForGlyphIndexes([glyph])[0].x()
        assert wide == pytest.approx(inter.measure(letter, Font(size, weight)), abs=0.1)


def test_a_running_application_is_used() -> None:
    ensure_session()
    running = QCoreApplication.instance()
    ensure_session()
    assert QCoreApplication.instance() is running
    assert isinstance(running, QGuiApplication)


def test_raw_fonts_are_a_threads_own() -> None:
    ensure_session()
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(raw_font(13, 600)))
    thread.start()
    thread.join()
    assert found[0] is not raw_font(13, 600)


def test_many_calls_of_qt_do_not_wear_none_out() -> None:
    # PySide 6.12.0 drops a reference of None with every void call and aborts on Python 3.11.
    code = (
        "import sys; from app.painters.qt_session import ensure_session; ensure_session();"
        "from PySide6.QtGui import QPainterPath; p = QPainterPath(); before = sys.getrefcount(None);"
        "[p.clear() for _ in range(2000)]; sys.exit(0 if sys.getrefcount(None) > before - 50 else 1)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
