"""Lists of records that one can go to, each with its sign, its words and something beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout

from app.analysis.service_levels import breach_of
from app.analysis.waits import wait_of
from app.i18n import headed, tr, trn
from app.layout.time_words import moment
from app.model import vocabulary
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.names import kind_name, title_of
from app.model.record import Record
from app.model.records import Evidence, Insight, Link, Role, ServiceLevel, Touchpoint
from app.model.vocabulary import name_in
from app.widgets import signs
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jump_button import JumpButton
from app.widgets.docks.inspector.rows import Piece, Records
from app.widgets.docks.inspector.words import text
from app.widgets.icons import pixmap

MOST_LISTED = 40
Tone = Literal["", "pain", "opp", "muted"]


class Jump(Struct, frozen=True):
    """A record that one can go to."""

    record: str
    text: str
    aside: str = ""
    tone: Tone = ""
    sign: str = ""  # an insight's kind, "role", "link", "evidence", or ""


Find = Callable[[Journey, Records], Sequence[Jump | Record]]


class JumpList(Piece):
    """Records, boxed each as a card or listed in lines; only so many are shown, the rest is counted."""

    def __init__(self, desk: Desk, find: Find, *, is_boxed: bool = False, most: int = MOST_LISTED) -> None:
        super().__init__()
        self._desk = desk
        self._find = find
        self._is_boxed = is_boxed
        self._most = most
        self.jumps: tuple[Jump, ...] = ()
        self.buttons: list[JumpButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6 if is_boxed else 0)
        self._more = text("", 12, 500, "muted")
        self._more.hide()
        self._column.addWidget(self._more)

    def show_records(self, records: Records) -> None:
        """List what is found for the records."""
        journey = self._desk.journey
        found = self._find(journey, records)
        jumps = tuple(
            each if isinstance(each, Jump) else jump_to(journey, each) for each in found[: self._most]
        )
        self._count(len(found) - len(jumps))
        if jumps == self.jumps:
            return
        for place, jump in enumerate(jumps):
            if place == len(self.buttons):
                self._append()
            if place >= len(self.jumps) or jump != self.jumps[place]:
                self.buttons[place].say(jump.text, jump.aside, jump.tone, sign_of(self._desk, jump))
            self.buttons[place].setVisible(True)
        for button in self.buttons[len(jumps) :]:
            button.setVisible(False)
        self.jumps = jumps

    def is_filled(self) -> bool:
        return bool(self.jumps)

    def _append(self) -> None:
        button = JumpButton(self._desk.theme, is_boxed=self._is_boxed)
        place = len(self.buttons)
        button.clicked.connect(lambda: self._desk.go_to(self.jumps[place].record))
        self.buttons.append(button)
        self._column.insertWidget(place, button)

    def _count(self, more: int) -> None:
        words = trn("and {count} more", "and {count} more", more) if more > 0 else ""
        if words != self._more.text():
            self._more.setText(words)
            self._more.setVisible(bool(words))


def referring(*kinds: type[Record]) -> Find:
    """Return what finds the records of these kinds that name the one shown."""
    return lambda journey, records: [
        each for each in journey.referring_to(records[0].id) if isinstance(each, kinds)
    ]


def pinned(kind: type[Record]) -> Find:
    """Return what finds the records of this kind that are pinned to the one shown."""
    return lambda journey, records: [
        each for each in journey.pinned_to(records[0].id) if isinstance(each, kind)
    ]


def tone_of(kind: str) -> Tone:
    """Return the tone in which a kind of insight is framed."""
    return "pain" if kind == "pain" else "opp" if kind in ("opportunity", "gain") else ""


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
        words = record.text or name_in(vocabulary.insight_kinds(), record.kind)
        return Jump(record.id, words, tone=tone_of(record.kind), sign=record.kind)
    if isinstance(record, Evidence):
        words = record.title or name_in(vocabulary.evidence_kinds(), record.kind)
        return Jump(record.id, words, record.date, sign="evidence")
    if isinstance(record, ServiceLevel):
        breach = breach_of(record)
        kind = name_in(vocabulary.service_level_kinds(), record.kind)
        words = headed(kind, duration_text(record.promised))
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
