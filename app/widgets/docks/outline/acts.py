"""What the outline does to the journey and to how it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from app.i18n import tr
from app.model.change import Change
from app.model.edits import insights, phases, role_order, roles
from app.model.edits.records import move_record, remove_records, set_fields
from app.model.edits.removed_words import what_went
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import as_object, called, title_of
from app.model.record import Record, replaced
from app.model.records import Evidence, Insight, IssueThread, Phase, Role, SavedView
from app.widgets.docks.outline.adding import Beside, added_to
from app.widgets.docks.outline.entries import SECTION_BY_ID, Entry
from app.widgets.docks.outline.gaps import Gap
from app.widgets.document import Document

Plan = Callable[[Journey], Change]
Do = Callable[[Plan], bool]
Say = Callable[..., None]


class Acts:
    """Renames, adds, moves and removes what a person points at in the outline; refusals are said by `do`."""

    def __init__(self, document: Document, do: Do, say: Say) -> None:
        self._document = document
        self._do = do
        self._say = say
        self._view = lambda: document.view_state.view
        self._new = ""  # what was added last and has no name of its own yet

    def rename(self, record_id: str, name: str) -> bool:
        """Give a record another name; no name is no change."""
        record = self._document.journey.get(record_id)
        if record is None or not name.strip() or name == title_of(record):
            return False
        is_new, self._new = record_id == self._new, ""

        def plan(journey: Journey) -> Change:
            change = _renamed(journey, record, name.strip())
            if not is_new:
                return change
            words = _adding_words(change.put[0])
            return replace(change, label=words, merge_key=f"rename {record_id}")  # one step with the adding

        done = self._do(plan)
        self._document.history.end_merging()
        return done

    def planned(self, record_id: str, name: str) -> Change | None:
        """Return the change that giving a record another name would be, none where it is none."""
        record = self._document.journey.get(record_id)
        if record is None or not name.strip() or name == title_of(record):
            return None
        try:
            return _renamed(self._document.journey, record, name.strip())
        except JourneyError:
            return None

    def add(self, section: str, beside: str = "", kind: str = "") -> str:
        """Add a record to a section, below `beside` where it can stand there; return its id, "" where none was added.

        Insights and service levels are about what is selected, else about what `beside` is about.
        """
        added: list[Record] = []

        def plan(journey: Journey) -> Change:
            change = added_to(journey, section, Beside(beside, self._document.selection, kind), self._view)
            added.append(change.put[0])
            return replace(change, merge_key=f"rename {change.put[0].id}")  # its first name is the same step

        self._new = added[0].id if self._do(plan) else ""
        return self._new

    def move(self, entries: Sequence[Entry], gap: Gap) -> None:
        """Put lines of one section into a gap."""
        ids = [entry.record for entry in entries]
        kind = SECTION_BY_ID[entries[0].section].kind
        if kind is Role:
            self._do(lambda journey: role_order.move_roles(journey, ids, gap.after, gap.party))
        elif kind is Phase:
            self._do(lambda journey: phases.move_phase(journey, ids[0], gap.after))
        else:
            self._do(lambda journey: move_record(journey, kind, ids[0], gap.after))

    def remove(self, ids: Iterable[str]) -> None:
        """Remove records, and say what went with them."""
        document = self._document
        wanted = [record_id for record_id in ids if document.journey.get(record_id) is not None]
        said: list[str] = []

        def plan(journey: Journey) -> Change:
            change = _removed(journey, wanted)
            said.append(what_went(journey, change, wanted))
            return change

        if wanted and self._do(plan) and said[0]:
            self._say("info", said[0], tr("Undo"), document.undoer())

    def show_roles(self, ids: Iterable[str], is_shown: bool) -> None:
        """Show or hide the lanes of roles."""
        state, meant = self._document.view_state, list(ids)
        hidden = [role for role in state.view.hidden_roles if role not in meant]
        if not is_shown:
            hidden += meant
        state.look(replaced(state.view, hidden_roles=tuple(hidden), solo_role=""))

    def update_view(self, view_id: str) -> None:
        """Let a saved view be how the journey is looked at now."""
        saved, view = self._document.journey.get(view_id), self._document.view_state.view
        if isinstance(saved, SavedView):
            label = tr("Update view {name}", name=saved.name)
            self._do(
                lambda journey: replace(set_fields(journey, [view_id], view=view), label=label, merge_key="")
            )


def _adding_words(record: Record) -> str:
    if isinstance(record, SavedView):
        return tr("Save view {name}", name=called(record))
    return tr("Add {kind} {name}", kind=as_object(record.record_kind), name=called(record))


def _renamed(journey: Journey, record: Record, name: str) -> Change:
    if isinstance(record, Role):
        return roles.rename_role(journey, record.id, name)
    if isinstance(record, Phase):
        return phases.rename_phase(journey, record.id, name)
    if isinstance(record, Insight):
        return insights.set_text(journey, record.id, name)
    field = "title" if isinstance(record, Evidence | IssueThread) else "name"
    change = set_fields(journey, [record.id], **{field: name})
    kind = as_object(record.record_kind)
    label = tr("Rename {kind} {name}", kind=kind, name=called(change.put[0]))
    return replace(change, label=label, merge_key=f"rename {record.id}")


def _removed(journey: Journey, ids: Sequence[str]) -> Change:
    records = [journey.get(record_id) for record_id in ids]
    if all(isinstance(record, Role) for record in records):
        return roles.remove_roles(journey, ids)
    if len(ids) == 1 and isinstance(records[0], Phase):
        return phases.remove_phase(journey, ids[0])
    return remove_records(journey, ids)
