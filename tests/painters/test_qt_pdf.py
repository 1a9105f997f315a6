"""Drawings as PDF."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QFontDatabase, QPdfWriter

from app.drawing.shapes import Drawing, Group, Layer
from app.model.time_vocabulary import day_words
from app.painters import qt_raster
from app.painters.options import PictureOptions
from app.painters.qt_pdf import paint, print_on
from app.painters.qt_session import ensure_session
from tests.painters.pictures import large, one_text, small, words
from tests.painters.reading import picture, share_different


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def text_of(data: bytes) -> str:
    with opened(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_poster_is_one_page_of_the_drawings_size() -> None:
    with opened(paint(small())) as document:
        assert len(document) == 1
        assert document[0].get_size() == (pytest.approx(480, abs=1), pytest.approx(270, abs=1))
        assert document.get_metadata_dict()["Title"] == "A small journey"


def test_text_can_be_searched() -> None:
    text = text_of(paint(small()))
    for phrase in ("Kick-off meeting", "Plan <the> “roll-out” & more", "Fridge handbook → B2B"):
        assert phrase in text
    assert "only far out" not in text


@pytest.mark.parametrize("text", ["(A) 3x4 -> €", "Käufer Ελλάδα και Привет", "client’s “yes”"])
def test_text_comes_out_as_it_went_in(text: str) -> None:
    assert text in text_of(paint(one_text(text)))


def test_text_in_a_font_of_the_system_comes_out_as_it_went_in() -> None:
    ensure_session()
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
        pytest.skip("no Korean font is installed")
    assert "한국어" in text_of(paint(one_text("한국어")))


def test_it_looks_as_the_png_does() -> None:
    with opened(paint(small())) as document:
        page = document[0].render(scale=96 / 72 * 2).to_pil().convert("RGB").resize((640, 360))
    png = picture(qt_raster.paint(small(), PictureOptions(scale=2))).resize((640, 360))
    assert share_different(page, png, tolerance=128) < 0.01


def test_weights_are_told_apart() -> None:
    dark = []
    for weight in (400, 500, 600, 700):
        with opened(paint(one_text("weight", 40, weight))) as document:
            grey = document[0].render(scale=2).to_pil().convert("L")
        dark.append(sum(count * (255 - value) for value, count in enumerate(grey.histogram())))
    assert dark == sorted(dark)
    assert dark[3] > 1.15 * dark[0]


def test_sheets_have_the_papers_size_a_footer_and_numbers() -> None:
    drawing = large(60)
    with opened(paint(drawing, PictureOptions(page="a4"))) as document:
        count, today = len(document), date.today()
        assert count > 1
        for number, page in enumerate(document, start=1):
            assert page.get_size() == (pytest.approx(842, abs=1), pytest.approx(595, abs=1))
            text = page.get_textpage().get_text_range()
            assert f"{day_words(today.day, today.month, today.year)} · Page {number} of {count}" in text
            assert "A large journey" in text


def test_every_touchpoint_is_on_some_sheet() -> None:
    text = text_of(paint(large(60), PictureOptions(page="a4")))
    assert all(f"Touchpoint number {number}" in text for number in range(60))


def test_headers_stand_on_every_sheet() -> None:
    drawing = large(60)
    headers = Layer("headers", "Roles", (Group((words(10, 300, "Finance director"),)),), "left")
    pinned = Drawing(
        drawing.width, drawing.height, "#ffffff", (*drawing.layers, headers), (180, 100, 3000, 1000)
    )
    with opened(paint(pinned, PictureOptions(page="a4"))) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    columns = sum("Touchpoint" in page for page in pages)
    assert columns > 1
    assert sum("Finance director" in page for page in pages) >= columns / 2


def test_pages_may_be_given_one_by_one() -> None:
    with opened(paint((small("First"), large(3)))) as document:
        assert len(document) == 2
        assert "First" in document[0].get_textpage().get_text_range()
        assert document[0].get_size() != document[1].get_size()


def test_a_long_goal_is_shortened_in_the_footer() -> None:
    long = Drawing(400, 300, "#ffffff", (), (0, 0, 1, 1), "A map", "why " * 200)
    text = text_of(paint(long, PictureOptions(page="a4")))
    assert "…" in text
    assert "Page 1 of 1" in text


def test_progress_runs_and_may_stop() -> None:
    told: list[float] = []
    paint(large(60), PictureOptions(page="a4"), told.append)
    assert told[0] == 0
    assert max(told) <= 1
    assert len(told) > 2

    def stop(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        paint(small(), progress=stop)


def test_a_printer_gets_the_same_sheets(tmp_path: Path) -> None:
    ensure_session()
    device = QPdfWriter(str(tmp_path / "printed.pdf"))
    device.setResolution(600)
    print_on(device, large(60), "a4")
    del device  # closes the file
    printed, written = (tmp_path / "printed.pdf").read_bytes(), paint(large(60), PictureOptions(page="a4"))
    assert text_of(printed) == text_of(written)


def test_pdf_needs_no_widgets() -> None:
    code = (
        "import sys; from tests.painters.pictures import small; from app.painters import qt_pdf; qt_pdf.paint(small());"
        "bad = {'PySide6.QtWidgets', 'numpy', 'PySide6.QtSvg'} & set(sys.modules); sys.exit(str(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
