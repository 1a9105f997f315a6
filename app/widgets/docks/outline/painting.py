"""How a line of the outline looks: its sign, name, what stands behind it, and the small buttons at its end."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.drawing.palette import RoleLook, looks_of
from app.drawing.parts.pins import pin
from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.records import Role
from app.widgets.docks.outline.entries import Entry
from app.widgets.docks.outline.model import OutlineModel
from app.widgets.document import Document
from app.widgets.fields.written import WrittenLine
from app.widgets.fonts import font
from app.widgets.icons import pixmap
from app.widgets.signs import channel_glyph, is_supplier, marker, picture

Index = QModelIndex | QPersistentModelIndex
Zone = Literal["", "eye", "solo", "add", "apply", "fold"]
SECTION_PX, GROUP_PX, RECORD_PX = 38, 26, 28
INSET, SIGN_X, TEXT_X, END = 8, 17, 46, 16  # px from the panel's edges
BUTTON, PIN = 24, 15.0
ASIDE_SHARE = 0.34  # of a line, for what stands behind a long name


class OutlinePainting(QStyledItemDelegate):
    """Paints lines and knows where their buttons are."""

    def __init__(self, model: OutlineModel, document: Document, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.pointed: tuple[int, Zone] = (-1, "")  # the line and button under the pointer
        self._model = model
        self._document = document
        self._theme = theme
        self._looks: tuple[object, dict[str, RoleLook]] = (None, {})
        self._signs: dict[object, QPixmap] = {}

    def wear(self, theme: Theme) -> None:
        """Paint in this theme."""
        self._theme = theme
        self._looks = (None, {})
        self._signs.clear()

    def zone_at(self, entry: Entry, rect: QRect, at: QPoint) -> Zone:
        """Return the button of a line at a point."""
        for zone in self._zones(entry):
            if self._zone_rect(entry, rect, zone).contains(at):
                return zone
        return "fold" if entry.can_fold else ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = self._model.entry(index)
        heights = {"section": SECTION_PX, "group": GROUP_PX, "record": RECORD_PX}
        return QSize(80, heights[entry.kind] if entry is not None else RECORD_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entry(index)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if entry.kind == "record":
            self._paint_ground(painter, option, index.row())
        if is_current:
            self._paint_focus(painter, option.rect, entry)
        if entry.kind == "section":
            self._paint_section(painter, option.rect, entry)
        elif entry.kind == "group":
            self._paint_group(painter, option.rect, entry)
        else:
            self._paint_record(
                painter, option.rect, entry, bool(option.state & QStyle.StateFlag.State_Selected)
            )
        self._paint_buttons(painter, option.rect, entry, index.row(), is_current)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = WrittenLine(parent)
        editor.setAccessibleName(tr("Name"))
        record, name = self._model.name_at(index)
        editor.follow(name, lambda words: self._model.plan(record, words))
        editor.setFont(font(14, 400))
        editor.setStyleSheet("QLineEdit, QLineEdit:focus { min-height: 0px; padding: 0 5px; }")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(TEXT_X - 7, 1, -INSET, -1))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        colour = ""
        if option.state & QStyle.StateFlag.State_Selected:
            colour = self._theme.phase
        elif row == self.pointed[0]:
            colour = "#252C33" if self._theme.is_dark else "#F4F1EA"
        if colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(INSET, 0.5, -INSET, -0.5), 6, 6)

    def _paint_focus(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        top = 10 if entry.kind == "section" else 1
        painter.setPen(QPen(QColor(self._theme.accent), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(INSET, top, -INSET, -1), 6, 6)

    def _paint_section(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        line = rect.adjusted(0, 10, 0, 0)
        self._paint_fold(painter, line, entry, 2)
        title = font(14, 700)
        end = self._write(painter, line, SIGN_X + 1, entry.text, title, self._theme.ink, rect.width() - 80)
        self._write(painter, line, end + 8, entry.aside, font(12, 500), self._theme.muted, rect.width() - 44)

    def _paint_group(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        if not entry.can_fold:
            last = rect.width() - END
            line = rect.adjusted(0, 3, 0, 0)
            self._write(painter, line, SIGN_X + 1, entry.text, font(12, 400), self._theme.muted, last)
            return
        self._paint_fold(painter, rect, entry, 2)
        self._paint_sign(painter, rect, entry)
        self._write(painter, rect, TEXT_X, entry.text, font(14, 400), self._theme.ink, rect.width() - END)

    def _paint_record(self, painter: QPainter, rect: QRect, entry: Entry, is_chosen: bool) -> None:
        theme = self._theme
        self._paint_sign(painter, rect, entry)
        last = rect.width() - END
        buttons = self._zones(entry)
        if buttons:
            last = self._zone_rect(
                entry, rect, buttons[-1] if self._shows(entry, buttons[-1]) else buttons[0]
            ).left()
        text_font = font(14, 600 if is_chosen else 400)
        if entry.aside:
            named = QFontMetrics(text_font).horizontalAdvance(entry.text) + 12
            room = max(last - TEXT_X - named, round((last - TEXT_X) * ASIDE_SHARE))
            last = self._write_last(painter, rect, last, entry.aside, room)
        is_shown = entry.section != "roles" or self._model.is_shown(entry.record)
        colour = theme.ink if is_shown and entry.is_named else theme.muted
        self._write(painter, rect, TEXT_X, entry.text, text_font, colour, last - 4)

    def _write(
        self, painter: QPainter, rect: QRect, x: int, text: str, text_font: QFont, colour: str, last: int
    ) -> int:
        """Write a line from x to at most `last`; return where it ends."""
        metrics = QFontMetrics(text_font)
        room = max(last - x, 0)
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(text_font)
        painter.setPen(QColor(colour))
        place = QRect(rect.left() + x, rect.top(), room, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        return x + min(metrics.horizontalAdvance(words), room)

    def _write_last(self, painter: QPainter, rect: QRect, last: int, text: str, most: int) -> int:
        """Write quietly at the end of a line, in at most so many px; return where it begins."""
        metrics = QFontMetrics(font(12, 400))
        room = min(metrics.horizontalAdvance(text) + 1, most)
        self._write(painter, rect, last - room, text, font(12, 400), self._theme.muted, last)
        return last - room - 6

    def _paint_fold(self, painter: QPainter, rect: QRect, entry: Entry, x: int) -> None:
        name = "chevron-right" if self._model.listing.is_folded(entry.key) else "chevron-down"
        sign = pixmap(name, self._theme.muted, 12, self._ratio(painter))
        painter.drawPixmap(rect.left() + x + 1, rect.center().y() - 5, sign)

    def _paint_sign(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        kind, of = entry.sign
        if kind == "number":
            painter.setFont(font(12, 500))
            painter.setPen(QColor(self._theme.muted))
            place = QRect(rect.left() + SIGN_X, rect.top(), 21, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, of)
        elif kind:
            sign = self._sign(kind, of, self._ratio(painter))
            size = round(sign.width() / sign.devicePixelRatio())
            top = rect.top() + (rect.height() - size) // 2
            painter.drawPixmap(rect.left() + SIGN_X + 10 - size // 2, top, sign)

    def _sign(self, kind: str, of: str, ratio: float) -> QPixmap:
        theme, journey = self._theme, self._document.journey
        role = journey.get(of) if kind == "role" else None
        has_ring = isinstance(role, Role) and is_supplier(journey, role)
        look = self._look(of) if isinstance(role, Role) else None
        key = (look or (kind, of), has_ring, ratio)
        known = self._signs.get(key)
        if known is None:
            if look is not None:
                known = picture(marker(look, theme, has_ring), 20, ratio)
            elif kind == "pin":
                known = picture(pin(of, "", PIN, theme), 26, ratio)
            elif kind == "glyph":
                known = picture(channel_glyph(of, theme.ink2), 20, ratio)
            else:
                known = pixmap(of, theme.muted, 18, ratio)
            self._signs[key] = known
        return known

    def _look(self, role: str) -> RoleLook:
        roles = self._document.journey.all(Role)
        if self._looks[0] is not roles:
            self._looks = (roles, looks_of(self._document.journey, self._theme))
        return self._looks[1][role]

    def _zones(self, entry: Entry) -> tuple[Zone, ...]:
        if entry.kind == "section" or (entry.kind == "group" and entry.section == "insights"):
            return ("add",)
        if entry.kind == "record" and entry.section == "roles":
            return ("eye", "solo")
        return ("apply",) if entry.kind == "record" and entry.section == "views" else ()

    def _zone_rect(self, entry: Entry, rect: QRect, zone: Zone) -> QRect:
        place = self._zones(entry).index(zone)
        top = rect.top() + {"section": 11, "group": 1, "record": 2}[entry.kind]
        return QRect(rect.right() - 9 - BUTTON * (place + 1), top, BUTTON, BUTTON)

    def _shows(self, entry: Entry, zone: Zone) -> bool:
        """Tell whether a button is to be seen when nobody points at its line."""
        view = self._document.view_state.view
        if zone == "solo":
            return view.solo_role == entry.record or self._model.entry_at(self.pointed[0]) is entry
        return True

    def _paint_buttons(
        self, painter: QPainter, rect: QRect, entry: Entry, row: int, is_current: bool
    ) -> None:
        theme, view = self._theme, self._document.view_state.view
        for zone in self._zones(entry):
            if not self._shows(entry, zone) and not is_current:
                continue
            is_pointed = self.pointed == (row, zone)
            colour = theme.ink if is_pointed else theme.muted
            name = {"eye": "eye", "solo": "solo", "add": "plus", "apply": "view"}[zone]
            if zone == "eye":
                is_shown = self._model.is_shown(entry.record)
                name, colour = ("eye", theme.ink2) if is_shown else ("eye-off", theme.muted)
            elif zone == "solo" and view.solo_role == entry.record:
                colour = theme.ink
            elif zone == "apply":
                saved = self._document.journey.get(entry.record)
                is_on = getattr(saved, "view", None) == view
                name, colour = ("check" if is_on else "eye"), (theme.ink if is_on else colour)
            place = self._zone_rect(entry, rect, zone)
            if is_pointed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.phase2))
                painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 5, 5)
            painter.drawPixmap(
                place.left() + 4, place.top() + 4, pixmap(name, colour, 16, self._ratio(painter))
            )

    def _ratio(self, painter: QPainter) -> float:
        return painter.device().devicePixelRatio()
