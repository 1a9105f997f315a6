"""Who takes part in a touchpoint: involvement, feeling, person, action and thought of each role."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.i18n import tr, trn
from app.model.edits.joint import order_parts, share_all, unshare_all
from app.model.records import Touchpoint
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.participant_row import ParticipantRow
from app.widgets.docks.inspector.rows import Piece, Records, ids_of
from app.widgets.docks.inspector.words import text
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.reordering import Reordering
from app.widgets.fields.roles import role_options
from app.widgets.fields.wrapping import QuietButton
from app.widgets.fonts import write_in
from app.widgets.letter_menu import LetterMenu

_MOST = 12  # participants that are shown at once
_FEW = 2  # so many participants are shown with all their fields


class Participants(Piece):
    """A row for each role that takes part, kept when another touchpoint is shown."""

    edits = ("participations",)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._records: Records = ()
        self.rows: list[ParticipantRow] = []
        self._pool: list[ParticipantRow] = []  # made and perhaps not needed now
        head = QHBoxLayout()
        title = QLabel(tr("Participants"))
        write_in(title, 14, 700)
        head.addWidget(title, 1)
        head.addWidget(text(tr("feeling"), 12, 400, "muted", is_one_line=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.add_button = QuietButton(tr("Add participant"), desk.theme)
        self.add_button.clicked.connect(self._offer)
        self.reordering = Reordering(self, lambda: self.rows)
        self.reordering.moved.connect(self._move)
        self.more_button = QuietButton("", desk.theme, "chevron-down")
        self.more_button.clicked.connect(self._show_more)
        self._shows_all = False
        self.complaint = Complaint()
        self.stack(head, self._column, self.more_button, self.add_button, self.complaint, above=4)

    def show_records(self, records: Records) -> None:
        """Show the roles that take part in any of the touchpoints."""
        if ids_of(records) != ids_of(self._records):
            self._shows_all = False
        self._records = records
        self.complaint.say("")
        by_role = touchpoints_by_role(records)
        every = list(by_role)
        roles = every if self._shows_all or len(every) <= _MOST + 2 else every[:_MOST]
        self._tell_more(len(every) - len(roles))
        while len(self._pool) < len(roles):
            row = ParticipantRow(self._desk, self.remove, self.reordering)
            self._pool.append(row)
            self._column.addWidget(row)
        self.rows = self._pool[: len(roles)]
        for place, (row, role) in enumerate(zip(self.rows, roles, strict=True)):
            row.show_part(by_role[role], role, is_open=len(roles) <= _FEW)
            row.rule.setVisible(place > 0)
            row.grip.setVisible(len(records) == 1 and len(roles) > 1)
            row.setVisible(True)
        for row in self._pool[len(roles) :]:
            row.setVisible(False)

    def settle(self) -> None:
        """End what the person is doing in any row."""
        for row in self._pool:
            row.settle()

    def remove(self, role: str) -> None:
        """Let the role no longer take part."""
        if any(record.roles == (role,) for record in self._records):
            self.complaint.say(
                tr("Somebody has to take part. Add another role first, or delete the touchpoint.")
            )
            return
        ids = ids_of(self._records)
        self.complaint.say(self._desk.do_step(lambda journey: unshare_all(journey, ids, role)))

    def add(self, role: str) -> None:
        """Let the role take part."""
        ids = ids_of(self._records)
        self.complaint.say(self._desk.do_step(lambda journey: share_all(journey, ids, role)))

    def _tell_more(self, count: int) -> None:
        """Offer to show those who take part and are not seen."""
        if count:
            self.more_button.say(trn("Show {count} more", "Show {count} more", count))
        self.more_button.setVisible(count > 0)

    def _show_more(self) -> None:
        self._shows_all = True
        self.show_records(self._records)

    def _move(self, held: int, place: int) -> None:
        """Put a role into another place; the keyboard stays on its grip."""
        roles = [row.role for row in self.rows]  # those behind them stay there
        roles.insert(place, roles.pop(held))
        touchpoint = self._records[0].id
        self.complaint.say(self._desk.do_step(lambda journey: order_parts(journey, touchpoint, roles)))
        self.rows[place].grip.setFocus(Qt.FocusReason.OtherFocusReason)

    def options(self) -> list[tuple[str, str, Any]]:
        """Return the roles that could take part: id, name, sign."""
        by_role = touchpoints_by_role(self._records)
        everywhere = {role for role, there in by_role.items() if len(there) == len(self._records)}
        options = role_options(self._desk.journey, self._desk.theme)
        return [(str(o.value), o.words, o.icon) for o in options if o.value not in everywhere]

    def _offer(self) -> None:
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for role, name, sign in self.options():
            action = menu.addAction(sign, name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, role=role: self.add(role))
        if menu.isEmpty():
            menu.addAction(tr("All roles take part already.")).setEnabled(False)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))


def touchpoints_by_role(records: Records) -> dict[str, list[Touchpoint]]:
    """Return the touchpoints in which each role takes part; roles in the order in which they are named."""
    found: dict[str, list[Touchpoint]] = {}
    for record in records:
        for part in record.participations:
            found.setdefault(part.role, []).append(record)
    return found


def shared_words(records: Records) -> str:
    """Return by how many roles a touchpoint is shared."""
    count = len(records[0].participations)
    return trn("{count} role", "shared by {count} roles", count)
