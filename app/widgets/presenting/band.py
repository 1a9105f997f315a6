"""The band under a presented map: what the step is about, in big type, and how far the presentation is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.palette import RoleLook, looks_of
from app.drawing.parts.faces import face
from app.drawing.shapes import Shape
from app.drawing.tokens import Theme
from app.i18n import headed, tr, trn
from app.model.journey import Journey
from app.model.records import Role
from app.painters.qt import paint_shapes
from app.seeing.captions import Caption, Note, Somebody
from app.widgets import signs
from app.widgets.fonts import font
from app.widgets.presenting.notes_column import NotesPlan, planned
from app.widgets.presenting.notes_column import paint as paint_notes
from app.widgets.presenting.typesetting import column_px, lines_of, write

SHARE = 0.26  # of the window's height
LEAST_SCALE, MOST_SCALE = 0.7, 3.0
FOOT_PX = 26  # for the progress
WORDS_SHARE, LEAST_WORDS_SHARE = 0.56, 0.4  # of the width, beside people and insights
TITLE_PX, LONG_TITLE_PX, TEXT_PX = 34, 26, 19
MOST_LINES = 6
MOST_DOTS = 40  # more steps are a line that grows


class CaptionBand(QWidget):
    """Paints a caption; all lengths grow with the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._looks: dict[str, RoleLook] = {}
        self._roles: dict[str, Role] = {}
        self._scale = 1.0
        self._has_words = True
        self._has_progress = True
        self._has_mouse = False
        self._chosen = ""
        self.plan = NotesPlan()
        self._place, self._count = 0, 1
        self.caption = Caption()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wear(self, theme: Theme, journey: Journey) -> None:
        """Paint in this theme, with the roles' looks of the journey as it is now."""
        self._theme = theme
        self._looks = looks_of(journey, theme)
        self._roles = {role.id: role for role in journey.all(Role)}
        self.update()

    @property
    def scale(self) -> float:
        """By what lengths have grown."""
        return self._scale

    def say(self, caption: Caption, place: int, count: int, chosen: str = "") -> None:
        """Show the words of a step, the one at this place of so many; one of its insights is chosen."""
        self.caption, self._place, self._count = caption, place, count
        self.choose(chosen)

    def choose(self, insight: str) -> None:
        """Show that this insight is voted on."""
        self._chosen = insight
        self.setAccessibleName(_spoken(self.caption, insight))
        self.update()

    def show_progress(self, is_shown: bool) -> None:
        """Show how far the presentation is, or leave the foot to something else."""
        self._has_progress = is_shown
        self.update()

    def offer_buttons(self, is_offered: bool) -> None:
        """Show buttons to vote with, as long as somebody has a mouse in hand."""
        if self._has_mouse != is_offered:
            self._has_mouse = is_offered
            self.update()

    def hit(self, at: QPointF) -> tuple[str, int]:
        """Return the insight at a point, and how many dots its button there gives; "" for none."""
        insight, dots = self.plan.hit(at) if self._has_words else ("", 0)
        return insight, dots if self._has_mouse else 0

    def foot(self) -> QRect:
        """Return the room of the progress."""
        height, pad = round(FOOT_PX * self._scale), round(30 * self._scale)
        return QRect(pad, self.minimumHeight() - height, self.width() - 2 * pad, height)

    def fit(self, width: int, height: int, *, has_words: bool) -> None:
        """Be as large as suits a window of this size; without words only the progress is shown."""
        self._scale = min(max(min(width / 1366, height / 768), LEAST_SCALE), MOST_SCALE)
        words = max(height * SHARE, 170 * self._scale)
        self._has_words = has_words
        self.setFixedHeight(round(words if has_words else FOOT_PX * self._scale))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()  # a painter left open at an error would end the program

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        painter.fillRect(QRectF(0, 0, self.width(), max(1.0, self._scale)), QColor(self._theme.line))
        if self._has_words:
            self._paint_caption(painter)
        if self._has_progress:
            self._paint_progress(painter)

    def _paint_caption(self, painter: QPainter) -> None:
        scale, pad = self._scale, 30 * self._scale
        inner = QRectF(self.rect()).adjusted(pad, 18 * scale, -pad, -FOOT_PX * scale)
        has_side = bool(self.caption.people or self.caption.notes)
        left = QRectF(inner)
        self.plan = NotesPlan()
        if has_side:
            left.setWidth(self._words_width(inner.width()))
            self._paint_side(painter, inner.adjusted(left.width() + 36 * scale, 2 * scale, 0, 0))
        self._paint_words(painter, left)

    def _words_width(self, width: float) -> float:
        """Return how wide the words are beside the rest: less where the rest is cut and the words do not need it."""
        scale, caption = self._scale, self.caption
        usual, least = width * WORDS_SHARE, width * LEAST_WORDS_SHARE
        wishes = [self._wish(each) for each in caption.people]
        side = max(wishes[0::2], default=0.0) + max(wishes[1::2], default=0.0)
        for note in caption.notes:
            side = max(side, _width(note.text, 17 * scale, 500) + 140 * scale)
        free = usual - max(
            _width(caption.above, 16 * scale, 500) + 28 * scale,
            _width(caption.title, TITLE_PX * scale, 700) + 44 * scale * caption.is_moment_of_truth,
            max((_width(line, TEXT_PX * scale, 400) for line in caption.text.splitlines()), default=0.0),
        )
        missing = side - (width - usual - 36 * scale)
        return max(usual - max(min(free, missing), 0.0), least)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        theme, scale, caption = self._theme, self._scale, self.caption
        above = QRectF(box)
        if caption.glyph:
            size = 20 * scale
            shapes = signs.channel_glyph(caption.glyph, theme.muted, size)
            self._paint_sign(painter, shapes, box.left() + size / 2, box.top() + 11 * scale, 1.0)
            above.setLeft(box.left() + size + 8 * scale)
        write(painter, caption.above, above, 16 * scale, 500, theme.muted)
        y = box.top() + 26 * scale
        title = QRectF(box.left(), y, box.width(), box.bottom() - y)
        if caption.is_moment_of_truth:
            size = 17 * scale
            self._paint_sign(painter, signs.star(theme), box.left() + size, y + 23 * scale, 2 * scale)
            title.setLeft(box.left() + 2 * size + 10 * scale)
        is_long = _width(caption.title, TITLE_PX * scale, 700) > title.width()
        size = (LONG_TITLE_PX if is_long else TITLE_PX) * scale
        y += write(painter, caption.title, title, size, 700, theme.ink, most=2, spacing=1.2) + 6 * scale
        rest = QRectF(box.left(), y, box.width(), box.bottom() - y)
        size = _fitting(caption.text, rest, (TEXT_PX * scale, 16 * scale, 14 * scale))
        write(painter, caption.text, rest, size, 400, theme.ink2, most=MOST_LINES)

    def _paint_side(self, painter: QPainter, box: QRectF) -> None:
        y = self._paint_people(painter, box)
        rest = box.adjusted(0, y - box.top(), 0, 0)
        self.plan = planned(self.caption.notes, self._chosen, rest, self._scale)
        paint_notes(painter, self.plan, self._chosen, self._scale, self._theme, has_buttons=self._has_mouse)

    def _paint_people(self, painter: QPainter, box: QRectF) -> float:
        """Paint who takes part in two columns; return where they end."""
        people, scale = self.caption.people, self._scale
        row = 32 * scale
        most = 2 * max(1, int((box.height() - (len(self.caption.notes[:2]) * 30 * scale)) // row))
        shown = people if len(people) <= most else people[: most - 1]
        left = column_px([self._wish(each) for each in shown], box.width(), most // 2)
        per_row = 1 if left >= box.width() else 2
        places = [
            QRectF(
                box.left() + left * (number % per_row), box.top() + row * (number // per_row),
                (box.width() - left if number % per_row else left) - 10 * scale, row,
            )
            for number in range(len(shown) + 1)
        ]  # fmt: skip
        for each, place in zip(shown, places, strict=False):
            self._paint_somebody(painter, each, place)
        count = len(shown)
        if count < len(people):
            words = tr("and {count} more", count=len(people) - count)
            below = places[count].adjusted(0, 4 * scale, 0, 0)
            write(painter, words, below, 16 * scale, 500, self._theme.muted)
            count += 1
        return box.top() + row * -(-count // per_row) + (6 * scale if people else 0)

    def _wish(self, each: Somebody) -> float:
        """Return how wide somebody is with the whole name."""
        signs_px = (35 if each.feeling is None else 63) * self._scale
        return signs_px + _width(each.name, 17 * self._scale, 500) + 14 * self._scale

    def _paint_somebody(self, painter: QPainter, each: Somebody, box: QRectF) -> None:
        scale, role = self._scale, self._roles.get(each.role)
        look = self._looks.get(each.role)
        if role is None or look is None:
            return
        middle = box.center().y()
        x = box.left() + 13 * scale
        self._paint_sign(painter, signs.avatar(role, look, self._theme, 15), x, middle, scale * 13 / 15)
        x += 22 * scale
        if each.feeling is not None:
            shapes = face(each.feeling, 11, self._theme.on_colour, look.colour)
            self._paint_sign(painter, shapes, x + 9 * scale, middle, scale)
            x += 28 * scale
        name = QRectF(x, box.top() + 5 * scale, box.right() - x, box.height())
        write(painter, each.name, name, 17 * scale, 500, self._theme.ink, is_beside=True)

    def _paint_progress(self, painter: QPainter) -> None:
        """Paint a dot for each step, or a line where there are many."""
        theme, scale, y = self._theme, self._scale, self.height() - 12 * self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        if self._count > MOST_DOTS:
            full = QRectF(30 * scale, y - 2 * scale, self.width() - 60 * scale, 4 * scale)
            painter.setBrush(QColor(theme.line))
            painter.drawRoundedRect(full, 2 * scale, 2 * scale)
            full.setWidth(full.width() * (self._place + 1) / self._count)
            painter.setBrush(QColor(theme.ink2))
            painter.drawRoundedRect(full, 2 * scale, 2 * scale)
            return
        gap = 16 * scale
        x = self.width() / 2 - gap * (self._count - 1) / 2
        for number in range(self._count):
            is_here = number == self._place
            painter.setBrush(QColor(theme.ink if is_here else theme.line))
            radius = (4.5 if is_here else 3.2) * scale
            painter.drawEllipse(QPointF(x + number * gap, y), radius, radius)

    def _paint_sign(
        self, painter: QPainter, shapes: tuple[Shape, ...], x: float, y: float, scale: float
    ) -> None:
        painter.save()
        painter.translate(x, y)
        painter.scale(scale, scale)
        paint_shapes(painter, shapes)
        painter.restore()


def _width(text: str, size_px: float, weight: int) -> float:
    return QFontMetricsF(font(round(size_px), weight)).horizontalAdvance(text)


def _fitting(text: str, box: QRectF, sizes: Sequence[float]) -> float:
    """Return the first of these sizes at which the text fits, else the last."""
    for size in sizes[:-1]:
        room = min(int(box.height() // (size * 1.28)), MOST_LINES)
        if len(lines_of(text, font(round(size), 400), box.width(), MOST_LINES + 1)) <= room:
            return size
    return sizes[-1]


def _spoken(caption: Caption, chosen: str) -> str:
    people = ", ".join(each.name for each in caption.people)
    notes = "; ".join(_note_words(note, is_chosen=note.id == chosen) for note in caption.notes)
    return ". ".join(filter(None, (caption.title, caption.above, caption.text, people, notes)))


def _note_words(note: Note, *, is_chosen: bool) -> str:
    if not is_chosen:
        return note.text
    return headed(note.text, trn("{count} dot", "{count} dots", note.dots))
