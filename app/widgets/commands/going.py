"""Commands that go to a record of the journey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

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
        here = canvas.keyboard_spot()
        if isinstance(document.journey.get(record_id), Touchpoint) and here is None:
            canvas.selecting.stand(record_id, "")
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

    def next_panel(self, step: int) -> None:
        """Give the keyboard to the next panel or the map, or to the one before; around at the ends."""
        panes = self._panes()
        focus = QApplication.focusWidget()
        at = next((place for place, pane in enumerate(panes) if _holds(pane, focus)), -1)
        for by in range(1, len(panes) + 1):
            place = (at + step * by) % len(panes) if at >= 0 or step > 0 else -by
            target = _first_in(panes[place])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _panes(self) -> list[QWidget]:
        """Return what is shown of the messages, the panels and the map, from left to right and then below."""
        panels = self._window.panels
        shown = {kind.id: panels.widget(kind.id) for kind in panels.kinds.values() if panels[kind.id]}
        messages = self._window.messages
        found: list[QWidget] = [messages] if messages.isVisible() else []
        for side in ("left", "map", "right", "below"):
            if side == "map":
                found += [self._window.canvas] if self._window.canvas is not None else []
            for panel, widget in shown.items():
                if panels.kinds[panel].side == side and widget is not None and widget.isVisible():
                    found.append(widget)
        return found

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


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _first_in(pane: QWidget) -> QWidget | None:
    """Return what takes the keyboard in a panel: what the panel names, else the first that does."""
    proxy = pane.focusProxy() or pane
    takes = Qt.FocusPolicy.TabFocus
    if proxy.focusPolicy() & takes:
        return proxy
    children = pane.findChildren(QWidget)
    return next(
        (each for each in children if each.focusPolicy() & takes and each.isVisible() and each.isEnabled()),
        None,
    )


def _in_time(document: Document) -> list[str]:
    shown = {role.id for role in document.shown_roles()}
    touchpoints = [each for each in document.journey.all(Touchpoint) if shown.intersection(each.roles)]
    return [each.id for each in sorted(touchpoints, key=lambda each: (each.start, each.id))]
