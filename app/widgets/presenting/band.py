"""The band under a presented map: what the step is about, in big type, and how far the presentation is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.palette import RoleLook, looks_of
from app.drawing.parts.faces import face
from app.drawing.parts.pins import pin
from app.drawing.shapes import Shape
from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.journey import Journey
from app.model.records import Role
from app.painters.qt import paint_shapes
from app.widgets import signs
from app.widgets.fonts import font
from app.widgets.presenting.captions import Caption, Note, Somebody
from app.widgets.presenting.typesetting import column_px, write

SHARE = 0.26  # of the window's height
LEAST_SCALE, MOST_SCALE = 0.7, 3.0
MOST_DOTS = 40  # more steps are a line that grows
MOST_VOTES_DRAWN = 6


class CaptionBand(QWidget):
    """Paints a caption; all lengths grow with the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._looks: dict[str, RoleLook] = {}
        self._roles: dict[str, Role] = {}
        self._scale = 1.0
        self._has_words = True
        self._place, self._count = 0, 1
        self.caption = Caption()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wear(self, theme: Theme, journey: Journey) -> None:
        """Paint in this theme, with the roles' looks of the journey as it is now."""
        self._theme = theme
        self._looks = looks_of(journey, theme)
        self._roles = {role.id: role for role in journey.all(Role)}
        self.update()

    def say(self, caption: Caption, place: int, count: int) -> None:
        """Show the words of a step, the one at this place of so many."""
        self.caption, self._place, self._count = caption, place, count
        self.setAccessibleName(_spoken(caption))
        self.update()

    def fit(self, width: int, height: int, *, has_words: bool) -> None:
        """Be as large as suits a window of this size; without words only the progress is shown."""
        self._scale = min(max(min(width / 1366, height / 768), LEAST_SCALE), MOST_SCALE)
        words = max(height * SHARE, 170 * self._scale)
        self._has_words = has_words
        self.setFixedHeight(round(words if has_words else 26 * self._scale))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._theme, self._scale
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.fillRect(QRectF(0, 0, self.width(), max(1.0, scale)), QColor(theme.line))
        pad = 30 * scale
        inner = QRectF(self.rect()).adjusted(pad, 18 * scale, -pad, -26 * scale)
        if not self._has_words:
            self._paint_progress(painter)
            painter.end()
            return
        has_side = bool(self.caption.people or self.caption.notes)
        left = QRectF(inner)
        if has_side:
            left.setWidth(inner.width() * 0.56)
        self._paint_words(painter, left)
        if has_side:
            self._paint_side(painter, inner.adjusted(inner.width() * 0.56 + 36 * scale, 2 * scale, 0, 0))
        self._paint_progress(painter)
        painter.end()

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
        is_long = len(caption.title) * 34 * scale * 0.55 > title.width()
        size = (26 if is_long else 34) * scale
        y += write(painter, caption.title, title, size, 700, theme.ink, most=2, spacing=1.2) + 6 * scale
        rest = QRectF(box.left(), y, box.width(), box.bottom() - y)
        write(painter, caption.text, rest, 19 * scale, 400, theme.ink2, most=6)

    def _paint_side(self, painter: QPainter, box: QRectF) -> None:
        y = self._paint_people(painter, box)
        self._paint_notes(painter, box.adjusted(0, y - box.top(), 0, 0))

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
        name = font(round(17 * self._scale), 500)
        return signs_px + QFontMetricsF(name).horizontalAdvance(each.name) + 14 * self._scale

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
        write(painter, each.name, name, 17 * scale, 500, self._theme.ink)

    def _paint_notes(self, painter: QPainter, box: QRectF) -> None:
        notes, scale = self.caption.notes, self._scale
        row = 30 * scale
        most = int((box.height() + 4 * scale) // row)
        shown = notes if len(notes) <= most else notes[: max(0, most - 1)]
        for number, note in enumerate(shown):
            self._paint_note(painter, note, QRectF(box.left(), box.top() + row * number, box.width(), row))
        if len(shown) < len(notes) and most > 0:
            place = QRectF(box.left(), box.top() + row * len(shown) + 3 * scale, box.width(), row)
            words = tr("and {count} more", count=len(notes) - len(shown))
            write(painter, words, place, 16 * scale, 500, self._theme.muted)

    def _paint_note(self, painter: QPainter, note: Note, box: QRectF) -> None:
        scale, theme = self._scale, self._theme
        self._paint_sign(
            painter, pin(note.kind, "", 19, theme), box.left() + 13 * scale, box.center().y(), scale
        )
        right = box.right()
        if note.dots:
            drawn = min(note.dots, MOST_VOTES_DRAWN)
            words = str(note.dots)
            right -= 12 * scale * len(words)
            number = QRectF(right, box.top() + 3 * scale, 12 * scale * len(words), box.height())
            write(painter, words, number, 17 * scale, 600, theme.ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ink))
            for _ in range(drawn):
                right -= 13 * scale
                painter.drawEllipse(QPointF(right, box.center().y()), 4.5 * scale, 4.5 * scale)
            right -= 12 * scale
        left = box.left() + 32 * scale
        text = QRectF(left, box.top() + 3 * scale, right - left, box.height())
        write(painter, note.text, text, 17 * scale, 500, theme.ink)

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


def _spoken(caption: Caption) -> str:
    people = ", ".join(each.name for each in caption.people)
    notes = "; ".join(note.text for note in caption.notes)
    return ". ".join(filter(None, (caption.title, caption.above, caption.text, people, notes)))
