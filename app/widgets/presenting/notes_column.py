"""The insights of a step as rows: where each stands, which of them is voted on, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.drawing.parts.pins import pin
from app.drawing.tokens import Theme
from app.i18n import tr
from app.painters.qt import paint_shapes
from app.seeing.captions import Note
from app.widgets.fonts import font
from app.widgets.presenting.typesetting import lines_of, write

SIZE_PX, STEP = 17.0, 1.28
PAD_PX, PIN_PX, MORE_PX = 4.0, 32.0, 20.0
BUTTON_PX, COUNT_PX = 26.0, 34.0
MOST_LINES = 3  # of the insight that is voted on
MOST_DRAWN = 6  # dots


class NoteRow(NamedTuple):
    """Where an insight stands: all of it, its words, and where its dots are, taken back and given."""

    note: Note
    box: QRectF
    words: QRectF
    lines: int
    less: QRectF
    number: QRectF
    more: QRectF


class NotesPlan(NamedTuple):
    """The rows that have room, how many insights have none, and where that is said."""

    rows: tuple[NoteRow, ...] = ()
    unseen: int = 0
    foot: QRectF = QRectF()

    def hit(self, at: QPointF) -> tuple[str, int]:
        """Return the insight at a point, and how many dots its button there gives; "" for none."""
        for row in self.rows:
            if row.box.contains(at):
                dots = 1 if row.more.contains(at) else -1 if row.less.contains(at) else 0
                return row.note.id, dots
        return "", 0


def planned(notes: Sequence[Note], chosen: str, box: QRectF, scale: float) -> NotesPlan:
    """Put the insights under each other, as many as the box has room for; the chosen one is among them, with all its words."""
    most = _most_lines(box, scale)
    lines = [_lines(note, box.width(), scale, most) if note.id == chosen else 1 for note in notes]
    heights = [(count * SIZE_PX * STEP + 2 * PAD_PX) * scale for count in lines]
    place = next((place for place, note in enumerate(notes) if note.id == chosen), 0)
    room = box.height() + 1.0
    if sum(heights) > room and room >= max(heights[place : place + 1], default=0.0) + MORE_PX * scale:
        room -= MORE_PX * scale
    first = place
    while first > 0 and sum(heights[first - 1 : place + 1]) <= room:
        first -= 1
    last = first
    while last < len(notes) and (sum(heights[first : last + 1]) <= room or last == first):
        last += 1
    if heights and heights[first] > box.height() * 1.5:
        return NotesPlan()
    y, rows = box.top(), []
    for number in range(first, last):
        note, at = notes[number], QRectF(box.left(), y, box.width(), heights[number])
        rows.append(_row(note, at, scale, lines[number], is_chosen=note.id == chosen))
        y += heights[number]
    return NotesPlan(tuple(rows), len(notes) - len(rows), QRectF(box.left(), y, box.width(), MORE_PX * scale))


def paint(
    painter: QPainter, plan: NotesPlan, chosen: str, scale: float, theme: Theme, *, has_buttons: bool
) -> None:
    """Paint the rows; the chosen one on a ground of its own, and with buttons where somebody has a mouse in hand."""
    is_one_of_several = len(plan.rows) + plan.unseen > 1
    for row in plan.rows:
        is_chosen = row.note.id == chosen
        if is_chosen and is_one_of_several:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.phase))
            painter.drawRoundedRect(row.box.adjusted(-6 * scale, 1, 6 * scale, -1), 7 * scale, 7 * scale)
        middle = row.words.top() + SIZE_PX * STEP * scale / 2
        painter.save()
        painter.translate(row.box.left() + 13 * scale, middle)
        painter.scale(scale, scale)
        paint_shapes(painter, pin(row.note.kind, "", 19, theme))
        painter.restore()
        write(
            painter, row.note.text, row.words, SIZE_PX * scale, 500, theme.ink, most=row.lines, spacing=STEP
        )
        if is_chosen and has_buttons:
            _paint_buttons(painter, row, scale, theme)
        elif row.note.dots:
            _paint_dots(painter, row, scale, theme)
    if plan.unseen and plan.rows:
        words = tr("and {count} more", count=plan.unseen)
        write(painter, words, plan.foot, 15 * scale, 500, theme.muted)


def _votes_px(note: Note, scale: float, *, is_chosen: bool) -> float:
    drawn = 13 * min(note.dots, MOST_DRAWN) + 12 * len(str(note.dots)) + 14 if note.dots else 0
    return (max(drawn, 2 * BUTTON_PX + COUNT_PX + 6) if is_chosen else drawn) * scale


def _most_lines(box: QRectF, scale: float) -> int:
    return min(max(int((box.height() - 2 * PAD_PX * scale) / (SIZE_PX * STEP * scale)), 1), MOST_LINES)


def _lines(note: Note, width: float, scale: float, most: int) -> int:
    """Return how many lines the chosen insight needs."""
    room = width - PIN_PX * scale - _votes_px(note, scale, is_chosen=True)
    return max(1, len(lines_of(note.text, font(round(SIZE_PX * scale), 500), room, most)))


def _row(note: Note, box: QRectF, scale: float, lines: int, *, is_chosen: bool) -> NoteRow:
    left = box.left() + PIN_PX * scale
    words = QRectF(
        left, box.top() + PAD_PX * scale,
        box.right() - _votes_px(note, scale, is_chosen=is_chosen) - left, box.height() - PAD_PX * scale,
    )  # fmt: skip
    side = BUTTON_PX * scale
    top = words.top() + SIZE_PX * STEP * scale / 2 - side / 2
    more = QRectF(box.right() - side, top, side, side)
    count = QRectF(more.left() - COUNT_PX * scale, top, COUNT_PX * scale, side)
    less = QRectF(count.left() - side, top, side, side)
    nowhere = QRectF()
    return NoteRow(
        note, box, words, lines, *((less, count, more) if is_chosen else (nowhere, nowhere, nowhere))
    )


def _paint_dots(painter: QPainter, row: NoteRow, scale: float, theme: Theme) -> None:
    """Paint dots and their number; those of earlier rounds are quiet."""
    note, middle = row.note, row.words.top() + SIZE_PX * STEP * scale / 2
    words = str(note.dots)
    right = row.box.right() - 12 * scale * len(words)
    number = QRectF(right, row.words.top(), 12 * scale * len(words), row.words.height())
    write(painter, words, number, SIZE_PX * scale, 600, theme.ink, spacing=STEP)
    painter.setPen(Qt.PenStyle.NoPen)
    now = note.dots - note.earlier
    for drawn in range(min(note.dots, MOST_DRAWN)):
        right -= 13 * scale
        painter.setBrush(QColor(theme.ink if drawn < now else theme.muted))
        painter.drawEllipse(QPointF(right, middle), 4.5 * scale, 4.5 * scale)


def _paint_buttons(painter: QPainter, row: NoteRow, scale: float, theme: Theme) -> None:
    now = row.note.dots - row.note.earlier
    for at, sign, is_on in ((row.less, "−", now > 0), (row.more, "+", True)):
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(at.adjusted(1, 1, -1, -1), 6 * scale, 6 * scale)
        painter.setPen(QColor(theme.ink if is_on else theme.muted))
        painter.setFont(font(round(SIZE_PX * scale), 600))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, sign)
    painter.setPen(QColor(theme.ink))
    painter.drawText(row.number, Qt.AlignmentFlag.AlignCenter, str(row.note.dots))
