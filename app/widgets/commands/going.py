"""Commands that go to a record of the journey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from app.analysis.catalogue import findings
from app.i18n import tr
from app.model.records import Phase, Role, Touchpoint
from app.widgets.document import Document
from app.widgets.finding import catalogue
from app.widgets.window import JourneyWindow


class Going:
    """Selects records and brings them into sight in one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window
        self._finding = -1

    def go(self, kind: Literal["touchpoint", "phase", "finding"], step: int) -> None:
        """Select the next or previous one in time (a finding: by weight) and bring it into sight."""
        document = self._window.document
        if document is None:
            return
        if kind == "finding":
            self._go_to_finding(document, step)
            return
        ids = _in_time(document) if kind == "touchpoint" else [p.id for p in document.journey.all(Phase)]
        if ids:
            at = next((place for place, record_id in enumerate(ids) if record_id in document.selection), None)
            if at is None:
                at = -1 if step > 0 else 0
            self.go_to(ids[(at + step) % len(ids)])

    def go_to(self, record_id: str) -> None:
        """Select a record and bring it into sight."""
        document, canvas = self._window.document, self._window.canvas
        if document is None or canvas is None:
            return
        self._show_role_of(document, record_id)
        document.select((record_id,))
        if canvas.shows(record_id):
            canvas.reveal(record_id)
        else:
            catalogue.reveal(self._window, record_id)

    def inspect(self, record_id: str) -> None:
        """Show all of a record beside the map."""
        if self._window.document is not None:
            self._window.document.select((record_id,))
            self._window.panels.show_panel("inspector", True)
            self._window.refresh()

    def _go_to_finding(self, document: Document, step: int) -> None:
        found = findings(document.journey)
        if not found:
            self._window.messages.say("info", tr("Nothing is over its limit, and nobody is missing."))
            return
        self._finding = (
            (self._finding + step) % len(found) if self._finding >= 0 or step > 0 else len(found) - 1
        )
        finding = found[self._finding]
        self.go_to(self._on_map(finding.records))
        self._window.messages.say("warn", finding.sentence)

    def _on_map(self, records: Sequence[str]) -> str:
        """Return the first of these that can be brought into sight; a service level, say, has no place of its own."""
        canvas = self._window.canvas
        placed = (each for each in records if canvas is not None and canvas.shows(each))
        return next(placed, records[0])

    def _show_role_of(self, document: Document, record_id: str) -> None:
        """End what hides the record, so that going there shows it."""
        record = document.journey.get(record_id)
        shown = {role.id for role in document.shown_roles()}
        if isinstance(record, Role) and record.id not in shown:
            document.view_state.show_role(record.id, is_shown=True)
        elif isinstance(record, Touchpoint) and record.roles and not shown.intersection(record.roles):
            document.view_state.show_role(record.roles[0], is_shown=True)


def _in_time(document: Document) -> list[str]:
    shown = {role.id for role in document.shown_roles()}
    touchpoints = [each for each in document.journey.all(Touchpoint) if shown.intersection(each.roles)]
    return [each.id for each in sorted(touchpoints, key=lambda each: (each.start, each.id))]
