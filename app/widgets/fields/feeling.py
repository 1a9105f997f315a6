"""The feeling picker: five faces, from very bad to very good."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QPixmap

from app.drawing.palette import RoleLook
from app.drawing.tokens import Theme
from app.model.vocabulary import feelings
from app.widgets import signs
from app.widgets.fields.scale import Scale

FACE_PX = 24


class FeelingPicker(Scale):
    """Five faces; the one that is felt is filled with the role's colour. No face: the feeling is not known."""

    def __init__(self, look: RoleLook, theme: Theme) -> None:
        self._look = look
        self._theme = theme
        super().__init__(dict(sorted(feelings().items())), self._picture, FACE_PX, theme.accent)

    def wear(self, look: RoleLook) -> None:
        """Fill the face with another role's colour."""
        if look != self._look:
            self._look = look
            for mark in self.marks.values():
                mark.update()

    def _picture(self, feeling: int, is_felt: bool, ratio: float) -> QPixmap:
        return face_picture(feeling, is_felt, self._look, self._theme, ratio)


@lru_cache(maxsize=512)
def face_picture(feeling: int, is_felt: bool, look: RoleLook, theme: Theme, ratio: float) -> QPixmap:
    """Return one face of the scale, filled where it is felt."""
    return signs.picture(signs.feeling_face(feeling, is_felt, look, theme), 22, ratio)
