"""The people who fill a role, as chips; a tenure is theirs and is edited on their page."""

from __future__ import annotations

from collections.abc import Hashable

from app.i18n import tr
from app.model.change import Change
from app.model.edits.records import add_record
from app.model.edits.validated import made, revised
from app.model.journey import Journey
from app.model.names import title_of
from app.model.parts import Tenure
from app.model.records import Person, Role
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

        def plan(journey: Journey) -> Change:
            party = journey.the(Role, role).party
            return add_record(journey, Person, name=name, party=party, tenures=(made(Tenure, role=role),))

        self.complaint.say(self._desk.do_step(plan))

    def _keep(self, people: tuple[str, ...]) -> None:
        """Let these people fill the role, and nobody else."""
        before, role = self._people(), self._role
        new = [person for person in people if person not in before]
        gone = [person for person in before if person not in people]

        def plan(journey: Journey) -> Change:
            put = []
            for person in (journey.the(Person, each) for each in (*new, *gone)):
                kept = tuple(tenure for tenure in person.tenures if tenure.role != role)
                more = (made(Tenure, role=role),) if person.id in new else ()
                put.append(revised(person, tenures=(*kept, *more)))
            name = title_of(journey.the(Role, role))
            label = tr("Change who is {role}", role=name)
            return Change(tuple(put), (), label)

        if new or gone:
            self.complaint.say(self._desk.do_step(plan))

    def _people(self) -> tuple[str, ...]:
        referring = self._desk.journey.referring_to(self._role)
        return tuple(
            record.id
            for record in referring
            if isinstance(record, Person) and any(tenure.role == self._role for tenure in record.tenures)
        )

    def _others(self) -> list[tuple[Hashable, ChipFace]]:
        return [(person.id, ChipFace(person.name)) for person in self._desk.journey.all(Person)]

    def _face(self, person_id: Hashable) -> ChipFace:
        person = self._desk.journey.get(str(person_id))
        return ChipFace(title_of(person) if person is not None else "", goes=True)
