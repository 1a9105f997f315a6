"""A score of 1 to 5: how severe, how strong, how costly."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QPixmap

from app.drawing.look import centred_baseline, label
from app.drawing.shapes import Circle, Shape, Stroke
from app.drawing.tokens import Theme
from app.i18n import tr
from app.layout.measure import Font
from app.widgets import signs
from app.widgets.fields.scale import Scale

_FONT = Font(11.5, 600)


class ScorePicker(Scale):
    """Numbers 1 to 5 in circles."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        names = {score: tr("{score} of 5", score=score) for score in range(1, 6)}
        super().__init__(names, self._picture, 25, theme.accent)

    def _picture(self, score: int, is_chosen: bool, ratio: float) -> QPixmap:
        return _score_picture(score, is_chosen, self._theme, ratio)


@lru_cache(maxsize=128)
def _score_picture(score: int, is_chosen: bool, theme: Theme, ratio: float) -> QPixmap:
    words, ink = str(score), theme.on_colour if is_chosen else theme.muted
    shapes: list[Shape] = [
        Circle(0, 0, 9.5, theme.ink2 if is_chosen else "", stroke=Stroke(theme.muted, 1.2))
    ]
    shapes.append(label(0, centred_baseline(0, _FONT), words, _FONT, ink, smallest=5))
    return signs.picture(shapes, 22, ratio)
