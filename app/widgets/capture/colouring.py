"""A captured line in colours: each part as it was understood."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.drawing.tokens import Theme
from app.model.capture.parts import Captured, PieceKind

_DASHED = QTextCharFormat.UnderlineStyle.DashUnderline


class Colouring(QSyntaxHighlighter):
    """Colours the parts of each line of a document while it is typed."""

    def __init__(self, document: QTextDocument, read: Callable[[str], Captured], theme: Theme) -> None:
        super().__init__(document)
        self._read = read
        self._theme = theme

    def wear(self, theme: Theme) -> None:
        """Colour in this theme."""
        self._theme = theme
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if not text:
            return
        for kind, start, end in self._read(text).pieces:
            first, last = _units(text, start), _units(text, end)  # Qt counts in UTF-16
            self.setFormat(first, last - first, piece_format(kind, self._theme))


def piece_format(kind: PieceKind, theme: Theme) -> QTextCharFormat:
    """Return how a part of this kind is written."""
    made = QTextCharFormat()
    made.setForeground(QColor(piece_colour(kind, theme)))
    if kind in ("role", "new_role"):
        made.setBackground(QColor(theme.phase2))
    elif kind not in ("title", "pain", "opportunity", "question"):
        made.setBackground(QColor(theme.phase))
    if kind in ("new_role", "new_channel"):
        made.setUnderlineStyle(_DASHED)
        made.setUnderlineColor(QColor(theme.muted))
    return made


def piece_colour(kind: PieceKind, theme: Theme) -> str:
    """Return the colour of the words of a part."""
    if kind == "pain":
        return theme.pain
    if kind == "opportunity":
        return theme.opp
    return theme.ink2 if kind in ("question", "time", "length", "feeling") else theme.ink


def _units(text: str, place: int) -> int:
    """Return a place in the text as Qt counts it."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
