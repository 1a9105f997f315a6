"""Kinds of insights and of evidence: their names, signs and tones, and the button by which one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QToolButton

from app.model import vocabulary
from app.model.vocabulary import name_in
from app.widgets import signs
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import Tone, tone_of
from app.widgets.icons import pixmap
from app.widgets.letter_menu import LetterMenu


class Kinds(NamedTuple):
    """The kinds that records of one sort can be of."""

    names: Callable[[], Mapping[str, str]]
    sign: Callable[[Desk, str], QPixmap]
    tone: Callable[[str], Tone]

    def called(self, kind: str) -> str:
        """Return how a kind is called."""
        return name_in(self.names(), kind)


class KindButton(QToolButton):
    """Shows a kind by its sign; a menu of all of them drops down from it."""

    def __init__(self, desk: Desk, kinds: Kinds, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._kinds = kinds
        self._choose = choose
        self._kind = ""
        self.setObjectName("small")
        self.setIconSize(QSize(24, 24))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._offer)

    def show_kind(self, kind: str, spoken: str) -> None:
        """Show a kind; a screen reader says `spoken`."""
        self.setAccessibleName(spoken)
        if kind != self._kind:
            self._kind = kind
            self.setIcon(QIcon(self._kinds.sign(self._desk, kind)))
            self.setToolTip(self._kinds.called(kind))

    def _offer(self) -> None:
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, name in self._kinds.names().items():
            action = menu.addAction(QIcon(self._kinds.sign(self._desk, kind)), name)
            action.triggered.connect(lambda _=False, kind=kind: self._choose(kind))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


def _pin(desk: Desk, kind: str) -> QPixmap:
    return signs.picture(signs.insight_pin(kind, desk.theme), 28, desk.ratio)


def _evidence(desk: Desk, _kind: str) -> QPixmap:
    return pixmap("evidence", desk.theme.ink2, 20, desk.ratio)


OF_INSIGHTS = Kinds(vocabulary.insight_kinds, _pin, tone_of)
OF_EVIDENCE = Kinds(vocabulary.evidence_kinds, _evidence, lambda _kind: "")
