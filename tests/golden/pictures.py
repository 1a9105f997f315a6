"""A small drawing as files, kept so that a change of a painter is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.painters import qt_raster, svg
from app.painters.options import PictureOptions
from tests.painters.pictures import small

FOLDER = Path(__file__).parent
FILES: dict[str, Callable[[], bytes]] = {
    "small.svg": lambda: svg.paint(small(), PictureOptions(embed_font=False)),
    "small.outlines.svg": lambda: svg.paint(small(), PictureOptions(text="outlines")),
    "small.png": lambda: qt_raster.paint(small(), PictureOptions(scale=1)),
}


def approve() -> list[str]:
    """Keep the files as they are now; return the names of those that are different."""
    different = []
    for name, paint in FILES.items():
        file, data = FOLDER / name, paint()
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
            different.append(name)
    return different
