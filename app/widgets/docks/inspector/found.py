"""The findings of the journey, asked for when nothing has been changed for a moment: the questions go over all of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from app.analysis.catalogue import findings
from app.i18n import tr
from app.model.journey import Journey
from app.model.records import Link, Role, ServiceLevel, Touchpoint
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import Jump, JumpList
from app.widgets.docks.inspector.rows import Piece, Records
from app.widgets.docks.inspector.words import text

REST_MS = 400
MOST = 12


class Found(Piece):
    """What the analyses say, the weightiest first; a click goes to the record that it is about."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: tuple[object, ...] = ()
        self._jumps: tuple[Jump, ...] = ()
        self._list = JumpList(desk, lambda _journey, _records: self._jumps, is_boxed=True, most=MOST)
        self._nothing = text(tr("Nothing is over its limit, and nobody is missing."), 13, 400, "muted")
        self._nothing.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)
        self.stack(self._nothing, self._list)

    def show_records(self, _records: Records) -> None:
        """Ask again soon, if anything is different that findings are about."""
        wanted = asked_of(self._desk.journey)
        if wanted == self._asked:
            return
        self._timer.start(REST_MS if self._asked else 0)

    def settle(self) -> None:
        """Ask no more: other records are shown."""
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_records(())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()  # nobody sees the answers

    def ask(self) -> None:
        """Ask all questions now."""
        self._asked = asked_of(self._desk.journey)
        found = findings(self._desk.journey)
        self._jumps = tuple(Jump(each.records[0], each.sentence, sign="finding") for each in found)
        self._list.show_records(())
        self._nothing.setVisible(not self._jumps)


def asked_of(journey: Journey) -> tuple[object, ...]:
    """Return what the findings depend on, to be compared by identity."""
    seen = (_Same(journey.all(kind)) for kind in (Touchpoint, Link, Role, ServiceLevel))
    info = journey.info
    return (*seen, info.wait_limit, info.unit, info.start_date)


class _Same:
    """A value that equals itself only."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._value is self._value

    def __hash__(self) -> int:
        return id(self._value)
