from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHOW = """
import sys
from PySide6.QtWidgets import QApplication
from app.widgets.document import Document
from app.seeing.camera import Camera
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from tests.widgets.map.conftest import buying
application = QApplication([])
canvas = MapCanvas(Document(buying()))
canvas.resize(633, 417)
canvas.show()
canvas.eye.look(Camera(411.3, 77.7, 0.77))
assert settled(canvas)
image = canvas.viewport().grab().toImage()
ground = image.pixelColor(image.width() - 1, image.height() - 1).name()
print(canvas.frame.surface.ratio, canvas.frame.surface.size, image.width(), image.height(), ground)
"""


@pytest.mark.parametrize(("scale", "tile"), [("1.25", 256), ("1.5", 512), ("2", 512)])
def test_tiles_are_in_the_pixels_of_the_screen_and_cover_all_of_it(scale: str, tile: int) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    ratio, size, width, _height, ground = done.stdout.split()
    assert float(ratio) == float(scale)
    assert int(size) == tile
    assert int(width) >= 600 * float(scale)
    assert ground != "#000000"
