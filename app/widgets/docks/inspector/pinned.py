"""What is pinned to a record and written right there: insights, evidence, service levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.i18n import tr
from app.model import vocabulary
from app.model.change import Change
from app.model.edits.evidence import add_evidence, no_longer_support, set_evidence
from app.model.edits.insights import pin_insight, set_text, unpin_from
from app.model.edits.pins import ref_to
from app.model.edits.records import add_record, remove_records, set_fields
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Duration, Record
from app.model.records import Evidence, Insight, ServiceLevel
from app.model.vocabulary import name_in
from app.widgets import signs
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.form import Binding, jump_button
from app.widgets.docks.inspector.jumps import JumpList, jump_to
from app.widgets.docks.inspector.rows import Piece, PieceRow, Records, Row, Shown, is_one
from app.widgets.docks.inspector.words import text
from app.widgets.fields.labelled import complaint_label
from app.widgets.fields.lines import LinesField
from app.widgets.fields.times import DurationField
from app.widgets.icons import icon, pixmap

Pinned = TypeVar("Pinned", Insight, Evidence)


class PinnedList(Piece):
    """Records pinned to the one shown: their words can be edited here; the last box makes one more."""

    edits = ("pinned",)

    def __init__(
        self,
        desk: Desk,
        kind: type[Insight] | type[Evidence],
        kinds: Callable[[], Mapping[str, str]],
        hint: str,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._kinds = kinds
        self._about = ""
        self.boxes: list[PinnedBox] = []
        self._pool: list[PinnedBox] = []  # made and perhaps not needed now
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(6)
        self.adding = AddingBox(desk, kinds, hint, self._add)
        self.complaint = complaint_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._boxes)
        column.addWidget(self.adding)
        column.addWidget(self.complaint)

    def show_records(self, records: Records) -> None:
        """Show what is pinned to the record."""
        self._about = records[0].id
        found = [each for each in self._desk.journey.pinned_to(self._about) if isinstance(each, self._kind)]
        while len(self._pool) < len(found):
            box = PinnedBox(self._desk, self._kinds, found[len(self._pool)], self._remove)
            self._boxes.addWidget(box)
            self._pool.append(box)
        self.boxes = self._pool[: len(found)]
        for box, each in zip(self.boxes, found, strict=True):
            box.show_record(each, self._about)
            box.setVisible(True)
        for box in self._pool[len(found) :]:
            box.setVisible(False)

    def settle(self) -> None:
        """End what the person is doing in any box."""
        for box in self.boxes:
            box.binding.settle()
        self.adding.take()

    def is_filled(self) -> bool:
        return bool(self.boxes)

    def _add(self, kind: str, words: str) -> bool:
        about = self._about

        def plan(journey: Journey) -> Change:
            if self._kind is Insight:
                return pin_insight(journey, kind, about, text=words)
            return add_evidence(journey, kind, words, (about,))

        return self._say(self._desk.do_step(plan))

    def _remove(self, record: Record) -> None:
        """Take the pin away; what is pinned nowhere else goes."""
        about = self._about

        def plan(journey: Journey) -> Change:
            assert isinstance(record, Insight | Evidence)
            pins = [ref for ref in record.refs if ref.id == about]
            if isinstance(record, Insight):
                if len(pins) == len(record.refs):
                    return remove_records(journey, (record.id,))
                return unpin_from(journey, record.id, about, pins[0].role)
            return no_longer_support(journey, record.id, about, pins[0].role)

        self._say(self._desk.do_step(plan))

    def _say(self, refusal: str) -> bool:
        self.complaint.setText(refusal)
        self.complaint.setVisible(bool(refusal))
        return not refusal


class PinnedBox(QFrame):
    """One insight or piece of evidence: its kind to be chosen, its words to be edited, and the way to all of it."""

    def __init__(
        self,
        desk: Desk,
        kinds: Callable[[], Mapping[str, str]],
        record: Insight | Evidence,
        remove: Callable[[Any], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kinds = kinds
        self._record = record
        self.setProperty("kind", "box")
        self.kind_button = kind_button(desk)
        self.kind_button.clicked.connect(self._offer_kinds)
        is_insight = isinstance(record, Insight)
        self.line = LinesField(is_line=not is_insight, size_px=13, weight=500)
        self.line.setProperty("kind", "slim")
        self.line.setAccessibleName(tr("Text of the insight") if is_insight else tr("Title of the evidence"))
        self.binding = Binding(desk, words_row("text" if is_insight else "title"), self.line, self)
        jump = jump_button(desk, tr("Show all of it"))
        jump.clicked.connect(lambda: desk.go_to(self._record.id))
        self.remove_button = jump_button(desk, tr("Unpin"))
        self.remove_button.setIcon(icon("close", desk.theme.muted, size=16))
        self.remove_button.clicked.connect(lambda: remove(self._record))
        self._aside = text("", 12, 400, "muted")
        self._aside.setContentsMargins(9, 0, 0, 5)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.line)
        words.addWidget(self._aside)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 3, 2)
        row.setSpacing(2)
        row.addWidget(self.kind_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(jump, 0, Qt.AlignmentFlag.AlignTop)
        self._drawn = ""

    @property
    def record_id(self) -> str:
        """The id of what is shown."""
        return self._record.id

    def show_record(self, record: Insight | Evidence, about: str) -> None:
        """Show the record as it is now, or another one, and the roles in `about` whose part it is pinned to."""
        if record.id != self._record.id:
            self.binding.settle()
        self._record = record
        self.binding.show_records((record,))
        roles = [self._desk.journey.get(ref.role) for ref in record.refs if ref.id == about and ref.role]
        aside = ", ".join(title_of(role) for role in roles if role is not None)
        if aside != self._aside.text():
            self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        if record.kind != self._drawn:
            self._drawn = record.kind
            name = name_in(self._kinds(), record.kind)
            self.kind_button.setIcon(
                QIcon(kind_picture(self._desk, isinstance(record, Insight), record.kind))
            )
            self.kind_button.setToolTip(name)
            self.kind_button.setAccessibleName(tr("Kind: {name}", name=name))
            tone = tone_of(record.kind) if isinstance(record, Insight) else ""
            if self.property("tone") != tone:
                self.setProperty("tone", tone)
                self.style().unpolish(self)
                self.style().polish(self)

    def _offer_kinds(self) -> None:
        record = self._record

        def choose(kind: str) -> None:
            self._desk.do_step(lambda journey: set_fields(journey, (record.id,), kind=kind))

        offer_kinds(self._desk, self.kind_button, self._kinds(), isinstance(record, Insight), choose)


class AddingBox(QFrame):
    """A dashed box with a line: what is written in it and confirmed becomes one more."""

    def __init__(
        self, desk: Desk, kinds: Callable[[], Mapping[str, str]], hint: str, add: Callable[[str, str], bool]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kinds = kinds
        self._add = add
        self._is_taking = False
        self._is_insight = kinds is vocabulary.insight_kinds
        self.kind = next(iter(kinds()))
        self.setProperty("kind", "adding")
        self.kind_button = kind_button(desk)
        self.kind_button.clicked.connect(self._offer_kinds)
        self.line = LinesField(is_line=True, size_px=13)
        self.line.setProperty("kind", "slim")
        self.line.hint(hint)
        self.line.setAccessibleName(hint)
        self.line.tried.connect(self.line.show_value)
        self.line.restored.connect(lambda: self.line.show_value(""))
        self.line.left.connect(self.take)
        self.line.show_value("")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        row.addWidget(self.kind_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)
        self._show_kind()

    def take(self) -> None:
        """Make one more of what is written, if anything is."""
        words = " ".join(self.line.toPlainText().split())
        if not words or self._is_taking:
            return
        self._is_taking = True
        try:
            if self._add(self.kind, words):
                self.line.show_value("")
        finally:
            self._is_taking = False

    def _offer_kinds(self) -> None:
        offer_kinds(self._desk, self.kind_button, self._kinds(), self._is_insight, self._choose)

    def _choose(self, kind: str) -> None:
        self.kind = kind
        self._show_kind()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kind(self) -> None:
        name = name_in(self._kinds(), self.kind)
        self.kind_button.setIcon(QIcon(kind_picture(self._desk, self._is_insight, self.kind)))
        self.kind_button.setToolTip(name)
        self.kind_button.setAccessibleName(tr("Kind of the new one: {name}", name=name))
        self.setProperty("tone", tone_of(self.kind) if self._is_insight else "")
        self.style().unpolish(self)
        self.style().polish(self)


class ServiceLevels(Piece):
    """The service levels promised at a record, and a line to promise one more."""

    edits = ("service_levels",)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._about = ""
        self.list = JumpList(desk, lambda journey, records: tuple(
            jump_to(journey, each) for each in journey.pinned_to(records[0].id) if isinstance(each, ServiceLevel)
        ), is_boxed=True)  # fmt: skip
        self.line = DurationField(lambda: desk.journey.info.unit)
        self.line.is_patient = True
        self.line.setProperty("kind", "slim")
        self.line.hint(tr("Promise a response within… (4 h)"))
        self.line.setAccessibleName(tr("Promise a response within"))
        self.line.show_value(None)
        self.line.tried.connect(self._add)
        self.complaint = complaint_label()
        self.line.refused.connect(self._say)
        frame = QFrame()
        frame.setProperty("kind", "adding")
        row = QHBoxLayout(frame)
        row.setContentsMargins(6, 2, 4, 2)
        row.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.list, frame, self.complaint):
            column.addWidget(widget)

    def show_records(self, records: Records) -> None:
        """Show the service levels of the record."""
        self._about = records[0].id
        self.list.show_records(records)

    def settle(self) -> None:
        """Forget what is half written."""
        self.line.settle()
        self.line.show_value(None)

    def is_filled(self) -> bool:
        return self.list.is_filled()

    def _add(self, promised: Duration | None) -> None:
        if promised is None:
            return
        about = self._about
        refusal = self._desk.do_step(
            lambda journey: add_record(journey, ServiceLevel, ref=ref_to(journey, about), promised=promised)
        )
        self.line.refuse(refusal)
        if not refusal:
            self.line.clear()

    def _say(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))


def insights_row(desk: Desk) -> PieceRow:
    """Return the place of the insights pinned to a record."""
    return PieceRow(
        make=lambda: PinnedList(desk, Insight, vocabulary.insight_kinds, tr("Add an insight")),
        is_shown=is_one,
        has=_has(Insight),
    )


def evidence_row(desk: Desk) -> PieceRow:
    """Return the place of the evidence for a record."""
    return PieceRow(
        make=lambda: PinnedList(desk, Evidence, vocabulary.evidence_kinds, tr("Add evidence")),
        is_shown=is_one,
        has=_has(Evidence),
    )


def service_levels_row(desk: Desk) -> PieceRow:
    """Return the place of the service levels of a record."""
    return PieceRow(make=lambda: ServiceLevels(desk), is_shown=is_one, has=_has(ServiceLevel))


def _has(kind: type[Record]) -> Shown:
    return lambda journey, records: any(isinstance(each, kind) for each in journey.pinned_to(records[0].id))


def words_row(field: str) -> Row:
    """Return the row of an insight's text or evidence's title."""

    def write(journey: Journey, ids: Any, words: str) -> Change:
        if field == "text":
            return set_text(journey, ids[0], words)
        return set_evidence(journey, ids[0], title=words)

    return Row(fields=(field,), label="", make=LinesField, write=write)


def tone_of(kind: str) -> str:
    """Return the tone in which a kind of insight is framed."""
    return "pain" if kind == "pain" else "opp" if kind in ("opportunity", "gain") else ""


def kind_button(desk: Desk) -> QToolButton:
    """Return the button that shows and chooses a kind."""
    button = QToolButton()
    button.setObjectName("small")
    button.setIconSize(QSize(24, 24))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def kind_picture(desk: Desk, is_insight: bool, kind: str) -> QPixmap:
    """Return the sign of a kind."""
    if is_insight:
        return signs.picture(signs.insight_pin(kind, desk.theme), 28, desk.ratio)
    return pixmap("evidence", desk.theme.ink2, 20, desk.ratio)


def offer_kinds(
    desk: Desk, at: QWidget, kinds: Mapping[str, str], is_insight: bool, choose: Callable[[str], None]
) -> None:
    """Open the menu of kinds below a button."""
    menu = QMenu(at)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for kind, name in kinds.items():
        action = menu.addAction(QIcon(kind_picture(desk, is_insight, kind)), name)
        action.triggered.connect(lambda _=False, kind=kind: choose(kind))
    menu.popup(at.mapToGlobal(at.rect().bottomLeft()))
