"""Exports against bare loops: SVG elements with lxml, PNG pixels with Qt; peak memory of each as a process."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from PySide6.QtGui import QImage

from app.drawing.build import build
from app.drawing.shapes import Drawing
from app.drawing.tokens import THEMES
from app.layout.font import measure
from app.layout.layout import layout
from app.model.view import View
from app.painters import qt_raster, svg
from app.painters.options import PictureOptions
from bench.figure import Figure, medians
from bench.worlds import B2B_SAMPLE, large, large_bytes

_SVG = "{http://www.w3.org/2000/svg}"


def _drawing(touchpoints: int, roles: int) -> Drawing:
    journey = large(touchpoints, roles)
    return build(journey, layout(journey, View(), measure), THEMES["light"])


def _bare_loop(elements: list[tuple[str, dict[str, str], str | None]]) -> bytes:
    root = etree.Element(_SVG + "svg", nsmap={None: _SVG[1:-1]})
    for tag, attributes, text in elements:
        etree.SubElement(root, tag, attributes).text = text
    return etree.tostring(root)


def svg_figures() -> Iterator[Figure]:
    """Measure the SVG of 10,000 touchpoints against writing the same elements, known beforehand, with lxml."""
    drawing = _drawing(10_000, 50)
    options = PictureOptions()
    data = svg.paint(drawing, options)
    elements = [
        (str(element.tag), {str(k): str(v) for k, v in element.attrib.items()}, element.text)
        for element in etree.fromstring(data, etree.XMLParser(huge_tree=True)).iter(_SVG + "*")
    ]
    bare, ours = medians(lambda: _bare_loop(elements), lambda: svg.paint(drawing, options), times=3)
    yield Figure(
        "SVG of 10,000 touchpoints / writing its elements with lxml",
        ours / bare,
        3,
        detail=f"{ours:.2f} s, {len(elements):,} elements",
    )
    yield Figure("SVG of 10,000 touchpoints, bytes a touchpoint", len(data) / 10_000, unit="B")


def png_figures() -> Iterator[Figure]:
    """Measure a PNG 8,000 px wide against Qt saving the same pixels."""
    drawing = _drawing(300, 8)
    options = PictureOptions(width_px=8000)
    image = QImage.fromData(qt_raster.paint(drawing, options))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "map.png")
        bare, ours = medians(lambda: image.save(path), lambda: qt_raster.paint(drawing, options), times=3)
    size = f"{image.width()} x {image.height()} px"
    yield Figure(
        "PNG 8,000 px wide / QImage.save of the same pixels", ours / bare, 2, detail=f"{ours:.2f} s, {size}"
    )


_EXPORT = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "app", "export", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def memory_figures() -> Iterator[Figure]:
    """Report the peak memory of exports as processes."""
    with tempfile.TemporaryDirectory() as folder:
        journey = Path(folder) / "large.journey"
        journey.write_bytes(large_bytes(10_000))
        for name, source, out, more in (
            ("the B2B sample to SVG", B2B_SAMPLE, "a.svg", []),
            ("the B2B sample to PNG, 20,000 px wide", B2B_SAMPLE, "b.png", ["--width", "20000"]),
            ("the B2B sample to PDF", B2B_SAMPLE, "c.pdf", []),
            ("10,000 touchpoints to SVG", str(journey), "d.svg", []),
            ("10,000 touchpoints to PNG, 20,000 px wide", str(journey), "e.png", ["--width", "20000"]),
            ("10,000 touchpoints to PDF", str(journey), "f.pdf", []),
        ):
            yield Figure(
                f"peak memory: {name}", _peak_mib([source, "-o", str(Path(folder) / out), *more]), unit="MiB"
            )


def _peak_mib(arguments: list[str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _EXPORT, *arguments], check=True, capture_output=True, text=True
    )
    kib = int(done.stdout.split()[-1])
    return kib / (1024 * 1024 if sys.platform == "darwin" else 1024)


def figures() -> Iterator[Figure]:
    """Measure SVG, PNG and memory."""
    yield from svg_figures()
    yield from png_figures()
    yield from memory_figures()
