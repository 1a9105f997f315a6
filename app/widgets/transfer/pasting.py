"""Pasting onto the map: touchpoints at the place that is meant, tables and lines of text as new ones, files by opening."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from app.drawing.palette import looks_of
from app.drawing.tokens import LIGHT
from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits import clipboard
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record, replaced
from app.model.records import Role, Touchpoint
from app.model.sheet.block import Block
from app.model.sheet.column import Column
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
    """Where to paste: a position, a role where the pointer chose a lane, the touchpoint at which the keyboard is.

    Without either of these nobody chose it: it is the middle of what is in sight.
    """

    time: float
    role: str = ""
    touchpoint: str = ""
    is_pointed: bool = False


class Done(NamedTuple):
    """What was pasted last: the originals, what came of them, and where."""

    originals: tuple[str, ...]
    added: frozenset[str]
    time: float


class Pasting:
    """Pastes into one window; the same thing pasted again at the same place moves on."""

    def __init__(self, window: JourneyWindow, ask: Ask, preview: Callable[[str], None]) -> None:
        self._window = window
        self._ask = ask
        self._preview = preview
        self._last: Done | None = None
        self._known: dict[str, str] = {}  # who strangers were found to be: their id or name -> id of a role

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
        roles: dict[str, str] = {}
        taking_part = {role for each in records if isinstance(each, Touchpoint) for role in each.roles}
        if place.role and len(taking_part) == 1:
            roles = {next(iter(taking_part)): place.role}
        roles = {**self._still_there(document), **roles}
        unknown = [each for each in clipboard.roles_to_map(document.journey, records) if each.id not in roles]
        if unknown:
            self._ask(
                strangers(unknown, records),
                lambda answer: self._put(document, records, place, {**roles, **self._remembered(answer)}),
            )
        else:
            self._put(document, records, place, roles)

    def _put(
        self, document: Document, records: Sequence[Record], place: Place, roles: Mapping[str, str]
    ) -> None:
        originals = tuple(record.id for record in records if isinstance(record, Touchpoint))
        at = self._free(document, originals, records, place)
        added: list[str] = []

        def plan(journey: Journey) -> Change:
            change = clipboard.paste(journey, _with_free_colours(journey, records), at, roles)
            added.extend(record.id for record in change.put if isinstance(record, Touchpoint))
            return change

        if self._window.do(plan):
            self._last = Done(originals, frozenset(added), at)
            self._show(document, added)

    def _remembered(self, answer: Mapping[str, str]) -> Mapping[str, str]:
        """Keep who strangers are, so as not to ask again; those who are added are known by their names."""
        self._known.update({key: role for key, role in answer.items() if role})
        return answer

    def _still_there(self, document: Document) -> dict[str, str]:
        return {key: role for key, role in self._known.items() if document.journey.get(role) is not None}

    def _free(
        self, document: Document, originals: tuple[str, ...], records: Sequence[Record], place: Place
    ) -> float:
        """Return where to put it: not upon itself, and farther on where it was pasted just now."""
        last = self._last
        if last is not None and last.originals == originals and not place.is_pointed:
            is_there = any(document.journey.get(each) is not None for each in last.added)
            if is_there and (not place.touchpoint or place.touchpoint in last.added):
                return last.time + 1
        first = min(record.start for record in records if isinstance(record, Touchpoint))
        is_here = all(document.journey.get(each) is not None for each in originals)
        return place.time + 1 if is_here and place.time == first else place.time

    def _paste_table(self, document: Document, block: Block) -> None:
        found = heading(block, columns(document.journey))
        by_key = {column.key: column for column in columns(document.journey)}
        chosen = found.columns if found is not None else tuple(by_key[key] for key in _PLAIN_COLUMNS)
        rows = found.block if found is not None else block
        known = self._still_there(document)
        unknown = unknown_roles(Names(document.journey, known), rows, chosen)

        def put(roles: Mapping[str, str]) -> None:
            added: list[str] = []

            def plan(journey: Journey) -> Change:
                names = Names(journey, {**known, **roles})
                role = self._place(document).role
                try:
                    pasted = paste_block(journey, rows, (), chosen, names, role)
                except JourneyError as error:
                    raise error if found is not None else _without_titles(error, chosen) from None
                added.extend(pasted.added)
                return pasted.change

            if self._window.do(plan):
                self._show(document, added)

        if unknown:
            self._ask(
                [Stranger(name, name) for name in unknown], lambda answer: put(self._remembered(answer))
            )
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
            return Place(_on_grid(document, time), role, is_pointed=True)
        spot = canvas.keyboard_spot()
        return Place(_on_grid(document, time)) if spot is None else Place(time, touchpoint=spot.touchpoint)


def _without_titles(error: JourneyError, columns: Sequence[Column | None]) -> JourneyError:
    """Return the refusal with what helps where a table does not say what its columns are."""
    titles = ", ".join(column.title for column in columns if column is not None)
    do = tr("A first row can say what the columns are; without one they are: {titles}.", titles=titles)
    return JourneyError(error.what, error.where, do)


def _with_free_colours(journey: Journey, records: Sequence[Record]) -> Sequence[Record]:
    """Return the copy without colours that roles of the journey have: these keep theirs."""
    taken = {look.colour.upper() for look in looks_of(journey, LIGHT).values()}
    return [
        replaced(record, colour="") if isinstance(record, Role) and record.colour.upper() in taken else record
        for record in records
    ]


def _on_grid(document: Document, time: float) -> float:
    """Return the nearest time that is easy to say, as finely as the map is looked at."""
    state = document.view_state
    stretch = state.last - state.first
    step = 1.0 if stretch > 6 else 0.25
    return round(time / step) * step
