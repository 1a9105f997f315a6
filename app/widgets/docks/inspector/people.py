"""The people who fill a role, as chips; a tenure is theirs and is edited on their page."""

from __future__ import annotations

from collections.abc import Hashable

from app.i18n import tr
from app.model.edits import people
from app.model.names import title_of
from app.model.records import Person
from app.model.same_names import named
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Piece, Records
from app.widgets.fields.chip import ChipFace
from app.widgets.fields.chips import Chips
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.naming import NameLine


class PeopleOfRole(Piece):
    """Chips of people; a name written in the line finds the person or makes one."""

    edits = ("tenures_of_role",)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._role = ""
        self.chips = Chips(self._face, desk.theme, self._others, tr("Add a person"))
        self.chips.tried.connect(self._keep)
        self.chips.gone_to.connect(desk.go_to)
        self.line = NameLine(tr("Somebody new"), tr("Name of a new person"))
        self.line.setProperty("kind", "slim")
        self.line.named.connect(self.add)
        self.complaint = Complaint()
        self.stack(self.chips, self.line, self.complaint)

    def show_records(self, records: Records) -> None:
        """Show who fills the role at any time."""
        self._role = records[0].id
        self.chips.show_value(self._people())

    def is_filled(self) -> bool:
        return bool(self._people())

    def add(self, name: str) -> None:
        """Let a person of this name, known or new, fill the role."""
        there = named(self._desk.journey.all(Person), name, lambda person: person.name)
        if there is not None:
            self._keep((*self._people(), there.id))
            return
        role = self._role
        self.complaint.say(self._desk.do_step(lambda journey: people.add_person_to_role(journey, role, name)))

    def _keep(self, chosen: tuple[str, ...]) -> None:
        """Let these people fill the role, and nobody else."""
        role = self._role
        if set(chosen) != set(self._people()):
            self.complaint.say(self._desk.do_step(lambda journey: people.fill_role(journey, role, chosen)))

    def _people(self) -> tuple[str, ...]:
        return people.people_of(self._desk.journey, self._role)

    def _others(self) -> list[tuple[Hashable, ChipFace]]:
        return [(person.id, ChipFace(person.name)) for person in self._desk.journey.all(Person)]

    def _face(self, person_id: Hashable) -> ChipFace:
        person = self._desk.journey.get(str(person_id))
        return ChipFace(title_of(person) if person is not None else "", goes=True)
