"""How the table's cells are painted: faces, glyphs, markers, stars and pins as on the map, and words."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.drawing.colour import mixed
from app.drawing.palette import RoleLook, looks_of
from app.drawing.shapes import Circle, Stroke
from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.records import Channel, Insight, Role, Touchpoint
from app.model.sheet.column import Column
from app.model.sheet.participations import in_order
from app.widgets import signs
from app.widgets.docks.table.model import Index, SheetModel
from app.widgets.docks.table.waits import longest_wait
from app.widgets.document import Document
from app.widgets.fonts import font

ROW_PX = 30
_PAD = 8
_SIGN = 18
_GAP = 6
_MOST_PINS = 3
_MORE = 26  # px for "+3"


class Cells(QStyledItemDelegate):
    """Paints cells; `editing` makes the editors."""

    def __init__(self, document: Document, model: SheetModel, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._model = model
        self._theme = theme
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Paint in this theme."""
        self._theme = theme
        self._roles_known: tuple[Role, ...] = ()
        self._looks: dict[str, RoleLook] = {}
        self._plain, self._strong = font(13, 400), font(13, 600)
        self._widths = {id(each): QFontMetrics(each) for each in (self._plain, self._strong)}
        self._chosen = QColor(mixed(theme.accent, theme.panel, 0.16))
        self._absent = QColor(theme.lane if theme.is_dark else theme.bg)
        self._grid = QPen(QColor(theme.grid), 1)

    def look(self, role_id: str) -> RoleLook | None:
        """Return colour and shape of a role."""
        roles = self._document.journey.all(Role)
        if roles is not self._roles_known:
            self._roles_known, self._looks = roles, looks_of(self._document.journey, self._theme)
        return self._looks.get(role_id)

    def choice_sign(self, column: Column, touchpoint: Touchpoint | None, text: str) -> QPixmap | None:
        """Return what stands before a choice in a menu: a face in the role's colour, or a channel's glyph."""
        if column.kind == "feeling":
            lead_role = in_order(touchpoint)[0].role if touchpoint is not None else ""
            look = self.look(column.role or lead_role)
            return _face_picture(int(text), look, self._theme, self._ratio()) if look is not None else None
        if column.kind == "channel":
            found = next((each for each in self._document.journey.all(Channel) if each.name == text), None)
            return _glyph(found.glyph, self._theme.ink2, self._ratio()) if found is not None else None
        return None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = self._widths[id(self._plain)]
        text = " ".join(self._model.shown(index.row(), index.column()).split())[:200]
        return QSize(min(metrics.horizontalAdvance(text) + 2 * _PAD + 28, 460), ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        column, touchpoint = self._model.columns[index.column()], self._model.touchpoint(index.row())
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._chosen)
        elif touchpoint is not None and column.role and touchpoint.participation(column.role) is None:
            painter.fillRect(box, self._absent)
        painter.setPen(self._grid)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setClipRect(box)
        if touchpoint is not None:
            self._content(painter, box, column, touchpoint)
        elif column.key == "title":
            self._words(painter, box, tr("Type here to add a touchpoint"), self._theme.muted)
        if self._is_current(index):
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1.5, -1.5))
        painter.restore()

    def _is_current(self, index: Index) -> bool:
        return self._view.currentIndex() == index

    def _content(self, painter: QPainter, box: QRect, column: Column, touchpoint: Touchpoint) -> None:
        if column.kind == "feeling":
            self._face(painter, box, column, touchpoint)
        elif column.kind == "roles":
            self._roles(painter, box, touchpoint)
        elif column.key == "insights":
            self._pins(painter, box, touchpoint)
        elif column.kind == "flag":
            if touchpoint.moment_of_truth:
                self._sign(
                    painter, box.x() + _PAD, box, signs.picture(signs.star(self._theme), 20, self._ratio())
                )
        elif column.key == "tags":
            self._chips(painter, box, touchpoint.tags)
        elif column.key == "waits":
            wait = longest_wait(self._document.journey, touchpoint)
            if wait is not None:
                self._words(painter, box, wait.text, self._theme.pain if wait.is_over else self._theme.ink)
        else:
            self._plain_cell(painter, box, column, touchpoint)

    def _plain_cell(self, painter: QPainter, box: QRect, column: Column, touchpoint: Touchpoint) -> None:
        words = " ".join(column.shown(self._document.journey, touchpoint).split())
        channel = self._document.journey.get(touchpoint.channel) if column.kind == "channel" else None
        if isinstance(channel, Channel):
            self._sign(painter, box.x() + _PAD, box, _glyph(channel.glyph, self._theme.ink2, self._ratio()))
            box = box.adjusted(_SIGN + _GAP, 0, 0, 0)
        is_title = column.key == "title"
        self._words(painter, box, words, self._theme.ink, is_strong=is_title)

    def _words(
        self, painter: QPainter, box: QRect, words: str, colour: str, *, is_strong: bool = False
    ) -> None:
        if not words:
            return
        face = self._strong if is_strong else self._plain
        room = box.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        shown = self._widths[id(face)].elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _face(self, painter: QPainter, box: QRect, column: Column, touchpoint: Touchpoint) -> None:
        role = column.role or (in_order(touchpoint)[0].role if touchpoint.participations else "")
        part, look = touchpoint.participation(role), self.look(role)
        if part is None or look is None:
            return
        face = _face_picture(part.feeling, look, self._theme, self._ratio())
        self._sign(painter, box.center().x() - 11, box, face)

    def _roles(self, painter: QPainter, box: QRect, touchpoint: Touchpoint) -> None:
        x, metrics, parts = box.x() + _PAD, self._widths[id(self._plain)], in_order(touchpoint)
        for place, part in enumerate(parts):
            role, look = self._document.journey.get(part.role), self.look(part.role)
            if not isinstance(role, Role) or look is None:
                continue
            left = len(parts) - place
            room = box.right() - _PAD - x - (_MORE if left > 1 else 0)
            if place and room < 2 * _SIGN:
                rest = box.adjusted(x - box.x() - _PAD, 0, 0, 0)
                self._words(painter, rest, f"+{left}", self._theme.muted)
                return
            has_ring = signs.is_supplier(self._document.journey, role)
            self._sign(painter, x, box, _marker(look, self._theme, has_ring, self._ratio()))
            x += _SIGN + _GAP
            painter.setFont(self._plain)
            painter.setPen(QColor(self._theme.ink))
            name = " ".join(role.name.split())
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room - _SIGN - _GAP)
            painter.drawText(QRect(x, box.y(), room, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown) + 14

    def _pins(self, painter: QPainter, box: QRect, touchpoint: Touchpoint) -> None:
        kinds = [
            each.kind for each in self._document.journey.pinned_to(touchpoint.id) if isinstance(each, Insight)
        ]
        x = box.x() + _PAD
        for kind in kinds[:_MOST_PINS]:
            self._sign(painter, x, box, _pin(kind, self._theme, self._ratio()))
            x += 22
        if len(kinds) > _MOST_PINS:
            rest = box.adjusted(x - box.x() - _PAD + 2, 0, _PAD, 0)
            self._words(painter, rest, f"+{len(kinds) - _MOST_PINS}", self._theme.muted)

    def _chips(self, painter: QPainter, box: QRect, words: tuple[str, ...]) -> None:
        x, metrics = box.x() + _PAD - 2, self._widths[id(self._plain)]
        for word in words:
            room = box.right() - _PAD - x
            if room < 24:
                return
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room - 12)
            chip = QRectF(x, box.y() + 5, metrics.horizontalAdvance(shown) + 12, box.height() - 11)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.phase))
            painter.drawRoundedRect(chip, 5, 5)
            painter.setFont(self._plain)
            painter.setPen(QColor(self._theme.ink2))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
            x += round(chip.width()) + 5

    def _sign(self, painter: QPainter, x: int, box: QRect, sign: QPixmap) -> None:
        height = sign.height() / sign.devicePixelRatio()
        painter.drawPixmap(QPointF(x, box.y() + (box.height() - 1 - height) / 2), sign)

    def _ratio(self) -> float:
        return self._view.devicePixelRatioF()


@lru_cache(maxsize=256)
def _glyph(glyph: str, colour: str, ratio: float) -> QPixmap:
    return signs.picture(signs.channel_glyph(glyph, colour, 16), _SIGN, ratio)


@lru_cache(maxsize=256)
def _marker(look: RoleLook, theme: Theme, has_ring: bool, ratio: float) -> QPixmap:
    return signs.picture(signs.marker(look, theme, has_ring), _SIGN + 2, ratio)


@lru_cache(maxsize=256)
def _pin(kind: str, theme: Theme, ratio: float) -> QPixmap:
    return signs.picture(signs.insight_pin(kind, theme), 22, ratio)


@lru_cache(maxsize=512)
def _face_picture(feeling: int | None, look: RoleLook, theme: Theme, ratio: float) -> QPixmap:
    if feeling is None:
        return signs.picture((Circle(0, 0, 5, "", stroke=Stroke(theme.muted, 1.3)),), 22, ratio)
    return signs.picture(signs.feeling_face(feeling, True, look, theme), 22, ratio)
