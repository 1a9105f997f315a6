"""Pasting onto the map: touchpoints at the place that is meant, tables and lines of text as new ones, files by opening."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits import clipboard
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Touchpoint
from app.model.sheet.block import Block
from app.model.sheet.columns import columns
from app.model.sheet.filling import paste_block, unknown_roles
from app.model.sheet.headers import heading
from app.model.sheet.names import Names
from app.widgets.document import Document
from app.widgets.transfer import mime, reading
from app.widgets.transfer.strangers import Ask, Stranger, strangers
from app.widgets.window import JourneyWindow

_PLAIN_COLUMNS = ("title", "start", "duration", "channel", "roles")  # of a table without a row of titles


class Place(NamedTuple):
    """Where to paste: a position, and a role where the pointer chose a lane."""

    time: float
    role: str = ""


class Pasting:
    """Pastes into one window; the same thing pasted again at the same place moves on."""

    def __init__(self, window: JourneyWindow, ask: Ask, preview: Callable[[str], None]) -> None:
        self._window = window
        self._ask = ask
        self._preview = preview
        self._last: tuple[tuple[str, ...], float, float] | None = (
            None  # what, where it was meant, where it went
        )

    def paste(self, data: QMimeData | None = None) -> None:
        """Paste what is on the clipboard, or this."""
        document = self._window.document
        if document is None:
            return
        try:
            self._paste(document, data or mime.on_clipboard())
        except JourneyError as error:
            self._window.messages.tell(error)

    def _paste(self, document: Document, data: QMimeData) -> None:
        records = reading.touchpoints_in(data)
        files = reading.files_in(data)
        if records:
            self._paste_records(document, records)
        elif files:
            self._window.opening.open(files)
        elif reading.is_table(data) and (block := reading.block_in(data)):
            self._paste_table(document, block)
        elif data.hasText() and data.text().strip():
            self._preview(data.text())
        elif data.hasImage():
            self._window.messages.say(
                "info", tr("The picture on the clipboard carries no journey, so it cannot be pasted.")
            )
        else:
            self._window.messages.say(
                "info", tr("There is nothing on the clipboard that can be pasted here.")
            )

    def _paste_records(self, document: Document, records: Sequence[Record]) -> None:
        place = self._place(document)
        own = {each.id for each in document.journey.records() if each.id == place.role}
        roles: dict[str, str] = {}
        taking_part = {role for each in records if isinstance(each, Touchpoint) for role in each.roles}
        if place.role in own and len(taking_part) == 1:
            roles = {next(iter(taking_part)): place.role}
        unknown = [each for each in clipboard.roles_to_map(document.journey, records) if each.id not in roles]
        if unknown:
            self._ask(
                strangers(unknown, records),
                lambda answer: self._put(document, records, place.time, {**roles, **answer}),
            )
        else:
            self._put(document, records, place.time, roles)

    def _put(
        self, document: Document, records: Sequence[Record], time: float, roles: Mapping[str, str]
    ) -> None:
        what = tuple(record.id for record in records if isinstance(record, Touchpoint))
        at = self._next_free(document, what, records, time)
        added: list[str] = []

        def plan(journey: Journey) -> Change:
            change = clipboard.paste(journey, records, at, roles)
            added.extend(record.id for record in change.put if isinstance(record, Touchpoint))
            return change

        if self._window.do(plan):
            self._last = (what, time, at)
            self._show(document, added)

    def _next_free(
        self, document: Document, what: tuple[str, ...], records: Sequence[Record], time: float
    ) -> float:
        """Return where to put it: not upon itself, and not where it was pasted just now."""
        if self._last is not None and self._last[0] == what and time in self._last[1:]:
            return self._last[2] + 1
        starts = [record.start for record in records if isinstance(record, Touchpoint)]
        is_here = all(document.journey.get(each) is not None for each in what)
        return time + 1 if is_here and time == min(starts) else time

    def _paste_table(self, document: Document, block: Block) -> None:
        found = heading(block, columns(document.journey))
        by_key = {column.key: column for column in columns(document.journey)}
        chosen = found.columns if found is not None else tuple(by_key[key] for key in _PLAIN_COLUMNS)
        rows = found.block if found is not None else block
        unknown = unknown_roles(Names(document.journey), rows, chosen)

        def put(roles: Mapping[str, str]) -> None:
            added: list[str] = []

            def plan(journey: Journey) -> Change:
                pasted = paste_block(
                    journey, rows, (), chosen, Names(journey, roles), self._place(document).role
                )
                added.extend(pasted.added)
                return pasted.change

            if self._window.do(plan):
                self._show(document, added)

        if unknown:
            self._ask([Stranger(name, name) for name in unknown], put)
        else:
            put({})

    def _show(self, document: Document, added: Sequence[str]) -> None:
        """Select what came and bring it into sight."""
        document.select(added)
        if added and self._window.canvas is not None:
            self._window.canvas.reveal(added[0])
        words = trn("{count} touchpoint was pasted.", "{count} touchpoints were pasted.", len(added))
        self._window.messages.say("info", words)

    def _place(self, document: Document) -> Place:
        canvas = self._window.canvas
        if canvas is None:
            return Place(0.0)
        time, role = canvas.here
        if canvas.pointed is not None:
            return Place(_on_grid(document, time), role)
        is_at_marker = canvas.keyboard_spot() is not None
        return Place(time if is_at_marker else _on_grid(document, time))


def _on_grid(document: Document, time: float) -> float:
    """Return the nearest time that is easy to say, as finely as the map is looked at."""
    state = document.view_state
    stretch = state.last - state.first
    step = 1.0 if stretch > 12 else 0.25 if stretch > 3 else 0.0
    return round(time / step) * step if step else round(time, 3)
