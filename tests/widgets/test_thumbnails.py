from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.drawing.tokens import THEMES
from app.widgets.thumbnails import thumbnail
from tests.world import journey, role, touch


def columns_with_a_line(image: QImage, colour: str) -> list[int]:
    wanted = QColor(colour)
    return [
        x
        for x in range(image.width())
        if any(
            sum(abs(a - b) for a, b in zip(image.pixelColor(x, y).getRgb(), wanted.getRgb(), strict=True))
            < 90
            for y in range(image.height())
        )
    ]


def test_a_thumbnail_shows_the_map_to_its_end(qapp: QApplication) -> None:
    last = [touch(f"Step {n}", "Buyer", at=n) for n in range(1, 40)]
    made = journey(role("Buyer", colour="#cc0000"), *last)
    image = thumbnail(made, "light", QSize(248, 138), 2.0)
    painted = columns_with_a_line(image, "#cc0000")
    assert painted
    right = max(painted)
    assert 0.85 * image.width() < right < image.width() - 3, (
        "the line ends within the picture, near its right edge"
    )
    assert image.pixelColor(1, 1) == QColor(THEMES["light"].bg)
