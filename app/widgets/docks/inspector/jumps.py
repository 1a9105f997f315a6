"""Lists of records that one can go to, each with its sign, its words and something beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.analysis.service_levels import breach_of
from app.analysis.waits import wait_of
from app.i18n import tr, trn
from app.model import vocabulary
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.names import kind_name, title_of
from app.model.record import Record
from app.model.records import Evidence, Insight, Link, Role, ServiceLevel, Touchpoint
from app.model.vocabulary import name_in
from app.widgets import signs
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Piece, Records
from app.widgets.docks.inspector.words import text
from app.widgets.fields.wrapping import Wrapping
from app.widgets.icons import pixmap
from app.widgets.time_words import moment

MOST_LISTED = 60
Tone = Literal["", "pain", "opp", "muted"]


@dataclass(frozen=True, slots=True)
class Jump:
    """A record that one can go to."""

    record: str
    text: str
    aside: str = ""
    tone: Tone = ""
    sign: str = ""  # an insight's kind, "role", "link", "evidence", or ""


Find = Callable[[Journey, Records], tuple[Jump, ...]]


class JumpList(Piece):
    """Records, boxed each as a card or listed in lines; made anew only when they are others."""

    def __init__(self, desk: Desk, find: Find, *, is_boxed: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._find = find
        self._is_boxed = is_boxed
        self.jumps: tuple[Jump, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6 if is_boxed else 0)

    def show_records(self, records: Records) -> None:
        """List what is found for the records."""
        found = self._find(self._desk.journey, records)
        if found == self.jumps:
            return
        self.jumps = found
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for jump in found[:MOST_LISTED]:
            self._column.addWidget(self._boxed(jump) if self._is_boxed else self._listed(jump))
        if len(found) > MOST_LISTED:
            more = trn("and {count} more", "and {count} more", len(found) - MOST_LISTED)
            self._column.addWidget(text(more, 12, 500, "muted"))

    def is_filled(self) -> bool:
        return bool(self.jumps)

    def _boxed(self, jump: Jump) -> QWidget:
        button = Wrapping()
        button.setProperty("kind", "box")
        button.setProperty("tone", jump.tone)
        self._joined(button, jump)
        row = QHBoxLayout(button)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(9)
        mark = self._sign(jump)
        if mark is not None:
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(text(jump.text, 13, 500, through=True))
        if jump.aside:
            column.addWidget(text(jump.aside, 12, 500, jump.tone or "muted", through=True))
        row.addWidget(words, 1)
        return button

    def _listed(self, jump: Jump) -> QWidget:
        button = Wrapping()
        button.setProperty("kind", "jump")
        self._joined(button, jump)
        row = QHBoxLayout(button)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(8)
        mark = self._sign(jump)
        if mark is not None:
            row.addWidget(mark)
        row.addWidget(text(jump.text, 14, 400, through=True), 1)
        if jump.aside:
            row.addWidget(text(jump.aside, 12, 500, jump.tone or "muted", is_one_line=True, through=True))
        return button

    def _joined(self, button: Wrapping, jump: Jump) -> None:
        button.setAccessibleName(jump.text)
        button.setAccessibleDescription(jump.aside)
        button.clicked.connect(partial(self._desk.go_to, jump.record))

    def _sign(self, jump: Jump) -> QLabel | None:
        picture = sign_of(self._desk, jump)
        if picture is None:
            return None
        mark = QLabel()
        mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        mark.setPixmap(picture)
        return mark


def sign_of(desk: Desk, jump: Jump) -> QPixmap | None:
    """Return the picture before the words, or none."""
    theme, ratio = desk.theme, desk.ratio
    ink = theme.pain if jump.tone == "pain" else theme.ink2
    if jump.sign in vocabulary.insight_kinds():
        return signs.picture(signs.insight_pin(jump.sign, theme), 28, ratio)
    if jump.sign == "sla":
        return signs.picture(signs.channel_glyph("sla", ink), 22, ratio)
    if jump.sign in ("evidence", "link"):
        return pixmap(jump.sign, ink, 18, ratio)
    if jump.sign == "finding":
        return pixmap("warning", theme.pain, 18, ratio)
    if jump.sign == "touchpoint":
        return signs.picture(signs.touchpoint_sign(desk.journey, jump.record, theme), 18, ratio)
    role = desk.journey.get(jump.record)
    if jump.sign == "role" and isinstance(role, Role):
        look = signs.look_of(desk.journey, role, theme)
        return signs.picture(signs.marker(look, theme, signs.is_supplier(desk.journey, role)), 20, ratio)
    return None


def jump_to(journey: Journey, record: Record) -> Jump:
    """Return how a record is called in a list."""
    if isinstance(record, Touchpoint):
        return Jump(
            record.id, record.title or tr("Untitled"), moment(journey.info, record.start), sign="touchpoint"
        )
    if isinstance(record, Insight):
        tone: Tone = (
            "pain" if record.kind == "pain" else "opp" if record.kind in ("opportunity", "gain") else ""
        )
        words = record.text or name_in(vocabulary.insight_kinds(), record.kind)
        return Jump(record.id, words, tone=tone, sign=record.kind)
    if isinstance(record, Evidence):
        words = record.title or name_in(vocabulary.evidence_kinds(), record.kind)
        return Jump(record.id, words, record.date, sign="evidence")
    if isinstance(record, ServiceLevel):
        breach = breach_of(record)
        kind = name_in(vocabulary.service_level_kinds(), record.kind)
        words = tr("{kind}: {promised}", kind=kind, promised=duration_text(record.promised))
        return Jump(record.id, words, breach.text if breach else "", "pain" if breach else "", "sla")
    if isinstance(record, Link):
        return _link(journey, record)
    if isinstance(record, Role):
        return Jump(record.id, record.name, sign="role")
    return Jump(record.id, title_of(record) or kind_name(record.record_kind))


def _link(journey: Journey, link: Link) -> Jump:
    wait = wait_of(journey, link)
    ends = (journey.get(link.source), journey.get(link.target))
    source, target = (title_of(end) if end is not None else "" for end in ends)
    words = link.label or tr("{source} → {target}", source=source, target=target)
    is_over = wait is not None and wait.is_over
    return Jump(link.id, words, wait.text if wait else "", "pain" if is_over else "", "link")
