"""What the table does to the journey: cells, rows and blocks, each one undo step; a refusal is said and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits import clipboard
from app.model.edits.touchpoints import remove_touchpoints
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.sheet.block import Block
from app.model.sheet.column import Column
from app.model.sheet.filling import add_row, clear_cells, set_cell, unknown_roles
from app.model.sheet.names import Names, UnknownRole
from app.widgets.docks.table.pasting import Placed, Target, placed, sentence
from app.widgets.document import Document
from app.widgets.fields.times import is_month_first
from app.widgets.messages import MessageBar
from app.widgets.transfer import mime, reading
from app.widgets.transfer.strangers import Ask, Stranger


class Writing:
    """Writes into the journey of one document; `select` is told which touchpoints came of it."""

    def __init__(
        self, document: Document, messages: MessageBar, ask: Ask, paste_copied: Callable[[], None]
    ) -> None:
        self._document = document
        self._messages = messages
        self._ask = ask
        self._paste_copied = paste_copied
        self.added = ""  # the touchpoint that the last cell made

    def cell(
        self, touchpoint_id: str, column: Column, text: str, roles: Mapping[str, str] | None = None
    ) -> bool:
        """Write a cell; in the empty row that makes a touchpoint. Strangers among roles are offered to be added."""
        self.added = ""
        names = self._names(roles or {})
        if not touchpoint_id and not text.strip():
            return False
        try:
            change = self._planned(touchpoint_id, column, text, names)
            self._do(change)
        except UnknownRole as error:
            self._offer(error, touchpoint_id, column, text, names)
            return False
        except JourneyError as error:
            self._refuse(error, column)
            return False
        if not touchpoint_id and change.put:
            self.added = change.put[0].id
        return True

    def planned(self, touchpoint_id: str, column: Column, text: str) -> Change | None:
        """Return the change that writing the cell would make, none where it is refused or asks."""
        try:
            return self._planned(touchpoint_id, column, text, self._names({}))
        except JourneyError:
            return None

    def _planned(self, touchpoint_id: str, column: Column, text: str, names: Names) -> Change:
        if touchpoint_id:
            return set_cell(self._document.journey, touchpoint_id, column, text, names)
        return add_row(self._document.journey, column, text, names)

    def cells(self, cells: Sequence[tuple[str, Column]], text: str) -> bool:
        """Write the same words into several cells, as one step."""
        if len(cells) == 1 or not all(touchpoint_id for touchpoint_id, _ in cells):
            return self.cell(*cells[0], text)
        column = cells[0][1]
        rows = [touchpoint_id for touchpoint_id, _ in cells]
        return self.do(lambda journey: _filled(journey, rows, column, text, self._names({})))

    def clear(self, cells: Iterable[tuple[str, Column]]) -> bool:
        """Empty cells."""
        return self.do(lambda journey: clear_cells(journey, cells))

    def remove(self, touchpoint_ids: Sequence[str]) -> bool:
        """Remove touchpoints."""
        return self.do(lambda journey: remove_touchpoints(journey, touchpoint_ids))

    def do(self, plan: Callable[[Journey], Change]) -> bool:
        """Do what an edit plans; tell whether it was done."""
        try:
            self._do(plan(self._document.journey))
        except JourneyError as error:
            self._messages.say("warn", str(error))
            return False
        return True

    def copy_rows(self, touchpoint_ids: Sequence[str], keys: Sequence[str]) -> None:
        """Copy touchpoints as a whole; in other programs they are a table of the columns with these keys."""
        if not touchpoint_ids:
            return
        records = clipboard.copied(self._document.journey, touchpoint_ids)
        mime.put(mime.touchpoints(records, self._document.view_state.theme, keys))
        words = trn("{count} touchpoint was copied.", "{count} touchpoints were copied.", len(touchpoint_ids))
        self._messages.say("info", words)

    def copy_cells(self, block: Block) -> None:
        """Copy what stands in cells."""
        if block:
            mime.put(mime.cells(block))

    def paste(self, every: Sequence[Column], target: Target, done: Callable[[Sequence[str]], None]) -> None:
        """Paste what is on the clipboard: cells where the cursor is, touchpoints where it is in the empty row."""
        data = mime.on_clipboard()
        try:
            is_ours = data.hasFormat(mime.MEDIA_TYPE)
            if is_ours and (not target.rows or not data.hasText()):
                self._paste_copied()
                return
            block = reading.block_in(data)
        except JourneyError as error:
            self._messages.say("warn", str(error))
            return
        if not block:
            self._messages.say("info", tr("There is nothing on the clipboard that a table could take."))
            return
        try:
            goes = placed(block, every, target)
        except JourneyError as error:
            self._messages.say("warn", str(error))
            return
        strangers = goes.strangers(self._names({}))
        if strangers:
            self._ask(
                [Stranger(name, name) for name in strangers],
                lambda roles: self._paste_placed(goes, roles, done),
            )
        else:
            self._paste_placed(goes, {}, done)

    def _paste_placed(
        self, goes: Placed, roles: Mapping[str, str], done: Callable[[Sequence[str]], None]
    ) -> None:
        try:
            pasted = goes.pasted(self._document.journey, self._names(roles))
            self._do(pasted.change)
        except JourneyError as error:
            self._messages.say("warn", tr("Nothing was pasted. {why}", why=error))
            return
        words = sentence(pasted, goes.new_fields)
        if pasted.change.is_empty:
            self._messages.say("info", words)
        else:
            self._messages.say("info", words, tr("Undo"), self._document.undoer())
        if pasted.added:
            done((*pasted.changed, *pasted.added))

    def _do(self, change: Change) -> None:
        self._document.end_merging()
        self._document.do(change)

    def _names(self, roles: Mapping[str, str]) -> Names:
        return Names(self._document.journey, roles, is_month_first=is_month_first())

    def _offer(self, error: UnknownRole, touchpoint_id: str, column: Column, text: str, names: Names) -> None:
        missing = unknown_roles(names, ((text,),), (column,)) or (error.name,)
        button = trn("Add Role", "Add {count} Roles", len(missing))
        roles = dict.fromkeys(missing, "")
        self._messages.say("warn", str(error), button, lambda: self.cell(touchpoint_id, column, text, roles))

    def _refuse(self, error: JourneyError, column: Column) -> None:
        why = JourneyError(error.what, do=error.do)
        self._messages.say("warn", tr("{column}: {why}", column=column.title, why=why))


def _filled(journey: Journey, rows: Sequence[str], column: Column, text: str, names: Names) -> Change:
    goes = Placed(tuple((text,) for _ in rows), rows, (column,), ())
    change = goes.pasted(journey, names).change
    count = len([record for record in change.put if isinstance(record, Touchpoint)])
    label = trn("Change {field}", "Change {field} of {count} touchpoints", max(count, 1), field=column.title)
    return Change(change.put, change.remove, label)
