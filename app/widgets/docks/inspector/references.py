"""What insights, evidence and threads are about: chips to go to, to take away, and a line to add one by its title."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy

from app.i18n import tr
from app.model.change import Change
from app.model.edits.pins import ref_to
from app.model.edits.records import set_fields
from app.model.field_words import field_word
from app.model.journey import Journey
from app.model.names import kind_name, title_of
from app.model.record import Record, Ref
from app.model.records import Insight
from app.model.references import PINNABLE_TYPES
from app.model.same_names import name_key, named
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import Jump, jump_to, sign_of
from app.widgets.docks.inspector.rows import Piece, Records, as_reordered
from app.widgets.fields.chip import ChipFace
from app.widgets.fields.chips import Chips
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.line import Line
from app.widgets.fonts import write_in


class References(Piece):
    """The records that the one shown is about; `is_single` where there is exactly one, in the field `ref`."""

    def __init__(
        self, desk: Desk, kinds: Iterable[type[Record]] = PINNABLE_TYPES, *, is_single: bool = False
    ) -> None:
        super().__init__()
        self._desk = desk
        self._is_single = is_single
        self.edits = ("ref",) if is_single else ("refs",)
        self._record: Record | None = None
        self.chips = Chips(self._face, desk.theme, can_move=not is_single)
        self.chips.tried.connect(self._keep)
        self.chips.gone_to.connect(lambda ref: desk.go_to(ref.id))
        self.line = RecordLine(desk, tuple(kinds), tr("Pin to…") if not is_single else tr("Pin to another…"))
        self.line.taken = self.add
        self.complaint = Complaint()
        self.stack(self.chips, self.line, self.complaint)

    def show_records(self, records: Records) -> None:
        """Show what the record is about."""
        self._record = records[0]
        self.complaint.say("")
        self.chips.show_value(self._refs())

    def is_filled(self) -> bool:
        return bool(self._refs())

    def add(self, record_id: str) -> None:
        """Let it be about one more record, or about another one."""
        if self._record is None:
            return
        own = self._record.id
        if record_id == own:
            self.complaint.say(tr("It cannot be about itself."))
            return

        def plan(journey: Journey) -> Change:
            ref = ref_to(journey, record_id)
            if self._is_single:
                return set_fields(journey, (own,), ref=ref)
            return set_fields(journey, (own,), refs=tuple(dict.fromkeys((*self._refs(), ref))))

        self.complaint.say(self._desk.do_step(plan))

    def _keep(self, refs: tuple[Ref, ...]) -> None:
        if self._record is None:
            return
        if self._is_single or (not refs and isinstance(self._record, Insight)):
            self.complaint.say(tr("It has to be about something. Pin it to something else first."))
            return
        own = self._record.id

        def plan(journey: Journey) -> Change:
            change = set_fields(journey, (own,), refs=refs)
            return as_reordered(journey, (own,), "refs", field_word(Insight, "refs"), change)

        self.complaint.say(self._desk.do_step(plan))

    def _refs(self) -> tuple[Ref, ...]:
        if self._record is None:
            return ()
        if self._is_single:
            return (getattr(self._record, "ref"),)  # noqa: B009  (only some kinds have it)
        refs: tuple[Ref, ...] = getattr(self._record, "refs", ())
        return refs

    def _face(self, ref: Hashable) -> ChipFace:
        assert isinstance(ref, Ref)
        record = self._desk.journey.get(ref.id)
        if record is None:
            return ChipFace(ref.id, is_faded=True)
        jump = jump_to(self._desk.journey, record)
        words = jump.text
        role = self._desk.journey.get(ref.role) if ref.role else None
        if role is not None:
            words = tr("{title} ({role})", title=words, role=title_of(role))
        sign = (
            sign_of(self._desk, Jump(record.id, "", sign=jump.sign))
            if jump.sign in ("touchpoint", "role")
            else None
        )
        return ChipFace(words, sign, goes=True)


class RecordLine(Line):
    """A line that completes titles of records; Enter takes the record."""

    def __init__(self, desk: Desk, kinds: tuple[type[Record], ...], hint: str) -> None:
        super().__init__()
        self._desk = desk
        self._kinds = kinds
        self._ids: dict[str, str] = {}
        self.taken: Callable[[str], None] | None = None
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setProperty("kind", "slim")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        write_in(self, 13, 400)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._ids = self._names()
            self._model.setStringList(list(self._ids))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.text())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _take(self, words: str) -> None:
        wanted = name_key(words)
        begun = (name for name in self._ids if wanted and wanted in name_key(name))
        found = named(self._ids, words, str) or next(begun, "")
        record_id = self._ids.get(found, "")
        if record_id and self.taken is not None:
            self.clear()
            self.taken(record_id)

    def _names(self) -> dict[str, str]:
        """Return the records by name; of several with the same name each says more of itself."""
        found: dict[str, str] = {}
        for kind in self._kinds:
            word = kind_name(kind.record_kind)
            for record in self._desk.journey.all(kind):
                jump = jump_to(self._desk.journey, record)
                name = f"{jump.text} · {jump.aside or word}"
                found.setdefault(name if name not in found else f"{name} · {record.id}", record.id)
        return found
