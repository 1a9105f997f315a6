"""Text for people at the other end of a room: as large as fits, in a bounded number of lines."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from app.widgets.fonts import font


def column_px(wishes: Sequence[float], width: float, rows: int) -> float:
    """Return how wide the first of two columns is, row by row filled; all of the width where one column is better.

    >>> column_px([100, 100, 100], 400, 2), column_px([250, 100, 100], 400, 2), column_px([300, 250], 400, 2)
    (200.0, 250, 400)
    """
    left, right = max(wishes[0::2], default=0.0), max(wishes[1::2], default=0.0)
    if left <= width / 2 >= right:
        return width / 2
    if left + right <= width:
        return left if left > width / 2 else width - right
    return width if len(wishes) <= rows else width / 2


def lines_of(text: str, of: QFont, width: float, most: int) -> list[str]:
    """Break the text into lines of this width, at most so many; what is left over is cut with an ellipsis."""
    metrics = QFontMetricsF(of)
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines += _broken(paragraph, of, width)
    if len(lines) > most:
        rest = " ".join(lines[max(most - 1, 0) :])
        lines = lines[: max(most - 1, 0)] + ([rest] if most else [])
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def write(
    painter: QPainter, text: str, box: QRectF, size_px: float, weight: int, colour: str, *, most: int = 1,
    spacing: float = 1.28, is_beside: bool = False,
) -> float:  # fmt: skip
    """Write the text into the box from its top; return how high it is.

    Words from right to left begin at the right, unless they belong to what they stand beside.
    """
    of = font(round(size_px), weight)
    step = size_px * spacing
    fit = max(0, min(most, int((box.height() + size_px * 0.2) // step)))
    painter.setFont(of)
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(of)
    lines = lines_of(text, of, box.width(), fit)
    for number, line in enumerate(lines):
        top = box.top() + number * step + (step - metrics.height()) / 2
        row = QRectF(box.left(), top, box.width(), metrics.height())
        start = (
            Qt.AlignmentFlag.AlignRight
            if _is_right_to_left(line) and not is_beside
            else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(row, start | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
    return len(lines) * step


def _is_right_to_left(line: str) -> bool:
    strong = next(
        (bidirectional(letter) for letter in line if bidirectional(letter) in ("L", "R", "AL")), "L"
    )
    return strong != "L"


def _broken(paragraph: str, of: QFont, width: float) -> list[str]:
    layout = QTextLayout(paragraph, of)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    units = paragraph.encode("utf-16-le", "surrogatepass")
    while (line := layout.createLine()).isValid() and len(lines) < 100:
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, 0))
        start, length = line.textStart(), line.textLength()
        lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").strip())
    layout.endLayout()
    return lines or [""]
