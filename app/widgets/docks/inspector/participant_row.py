"""One role's part in the touchpoints shown: involvement and feeling; person, action and thought unfold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.i18n import quoted, tr
from app.model import vocabulary
from app.model.change import Change
from app.model.edits.joint import set_parts
from app.model.edits.people import add_person_taking_part
from app.model.field_words import field_word
from app.model.journey import Journey
from app.model.names import title_of
from app.model.parts import Participation
from app.model.records import Person, Role, Touchpoint
from app.widgets import signs
from app.widgets.docks.inspector.binding import Binding
from app.widgets.docks.inspector.controls import hinted, record_choice, word_choice
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Records, Row, the_same
from app.widgets.docks.inspector.words import text
from app.widgets.fields.feeling import FeelingPicker
from app.widgets.fields.flow import Flow
from app.widgets.fields.labelled import Labelled
from app.widgets.fields.lines import LinesField
from app.widgets.fields.reordering import Grip, Reordering
from app.widgets.fields.roles import role_disc
from app.widgets.fields.shortened import Shortened
from app.widgets.fields.wrapping import QuietButton, Wrapping
from app.widgets.fonts import write_in
from app.widgets.icons import icon


class ParticipantRow(QWidget):
    """One role's part; its person, action and thought unfold."""

    def __init__(self, desk: Desk, remove: Callable[[str], None], reordering: Reordering) -> None:
        super().__init__()
        self.grip = Grip(self, reordering, desk.theme)
        self._desk = desk
        self.role = ""
        self._open: bool | None = None
        self._remove = remove
        self._there: Records = ()
        self.details: QWidget | None = None
        self.remove_button: QuietButton | None = None
        self.bindings: list[Binding] = []
        self.rule = QFrame()
        self.rule.setProperty("kind", "rule")
        self._drawn: QPixmap | None = None
        self._disc = QToolButton()
        self._disc.setObjectName("small")
        self._disc.setIconSize(QSize(32, 32))
        self._disc.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._disc.setCursor(Qt.CursorShape.PointingHandCursor)
        self._disc.clicked.connect(lambda: desk.go_to(self.role))
        self._name = Wrapping()
        self._name.setProperty("kind", "jump")
        self._words = Shortened("")
        write_in(self._words, 14, 600)
        inner = QHBoxLayout(self._name)
        inner.setContentsMargins(3, 1, 3, 1)
        inner.addWidget(self._words)
        inner.addStretch(1)
        self._name.clicked.connect(lambda: desk.go_to(self.role))
        self.fold_button = _small(desk, "chevron-down")
        self.fold_button.clicked.connect(lambda: self._fold(self.is_open))
        self.involvement = self._bound(
            "involvement", lambda: word_choice(vocabulary.involvements, is_quiet=True)
        )
        first = next(iter(desk.journey.all(Role)))
        look = signs.look_of(desk.journey, first, desk.theme)
        self.feeling = FeelingPicker(look, desk.theme)
        self._bound("feeling", lambda: self.feeling)
        self.preview = Wrapping()
        self.preview.setProperty("kind", "jump")
        self._preview_words = text("", 12, 400, "second", through=True)
        preview_row = QHBoxLayout(self.preview)
        preview_row.setContentsMargins(3, 1, 3, 2)
        preview_row.addWidget(self._preview_words)
        self.preview.clicked.connect(lambda: self._fold(False))
        self._lay_out()

    @property
    def is_open(self) -> bool:
        """Whether person, action and thought are in sight."""
        return self.details is not None and not self.details.isHidden()

    def show_part(self, there: Records, role_id: str, *, is_open: bool) -> None:
        """Show the part of a role in these touchpoints, in which it takes part."""
        role = self._desk.journey.get(role_id)
        if not isinstance(role, Role):
            return
        if role_id != self.role:
            self.settle()
            self.role = role_id
        look = signs.look_of(self._desk.journey, role, self._desk.theme)
        disc = role_disc(self._desk.journey, role, self._desk.theme, 32, self._desk.ratio)
        if disc is not self._drawn:
            self._drawn = disc
            self._disc.setIcon(disc)
        self._disc.setAccessibleName(tr("Show {name}", name=role.name))
        self._words.say(role.name)
        self._name.setToolTip(role.name)
        self._name.setAccessibleName(role.name)
        self.feeling.wear(look)
        self.feeling.setAccessibleName(tr("Feeling of {name}", name=role.name))
        self._there = there
        for binding in self.bindings:
            binding.show_records(there)
        self._show_preview(there)
        self._show_details(is_open if self._open is None else self._open)

    def settle(self) -> None:
        """End what the person is doing here."""
        for binding in self.bindings:
            binding.settle()

    def _bound(self, field: str, make: Callable[[], Any], **more: Any) -> Any:
        label = field_word(Participation, field)
        row = Row(
            fields=("participations",),
            label=label,
            make=make,
            read=self._reader(field),
            write=self._writer(field),
            **more,
        )
        control = make()
        control.widget().setAccessibleName(label)
        self.bindings.append(Binding(self._desk, row, control, self))
        return control

    def _reader(self, field: str) -> Callable[[Journey, Records], object]:
        return lambda _journey, records: the_same(
            records, lambda each: getattr(part_of(each, self.role), field)
        )

    def _writer(self, field: str) -> Callable[[Journey, Sequence[str], Any], Change]:
        return lambda journey, ids, value: set_parts(journey, ids, self.role, **{field: value})

    def _details(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(3, 4, 0, 4)
        column.setSpacing(8)
        desk = self._desk
        controls = {
            "person": self._bound(
                "person",
                lambda: record_choice(desk, Person, tr("Nobody in particular"), tr("New person…")),
                add=self._add_person,
            ),
            "action": self._bound("action", lambda: hinted(LinesField(), tr("What does this role do?"))),
            "thought": self._bound(
                "thought", lambda: hinted(LinesField(), tr("What goes through their mind?"))
            ),
        }
        for field, control in controls.items():
            column.addWidget(Labelled(field_word(Participation, field), control))
        self.remove_button = QuietButton(tr("Remove from the touchpoint"), desk.theme, "close")
        self.remove_button.clicked.connect(lambda: self._remove(self.role))
        column.addWidget(self.remove_button)
        return box

    def _add_person(self, journey: Journey, ids: Sequence[str], name: str) -> Change:
        return add_person_taking_part(journey, ids, self.role, name)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 5, 0, 3)
        grid.setHorizontalSpacing(5)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._disc, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(self.grip, 0, 2)
        grid.addWidget(self.fold_button, 0, 3)
        grid.addWidget(self._in_flow(), 1, 1, 1, 3)
        grid.addWidget(self.preview, 2, 1, 1, 3)
        self._grid = grid
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rule)
        column.addLayout(grid)

    def _in_flow(self) -> QWidget:
        """Return involvement and feeling side by side, or below each other where there is little room."""
        box = QWidget()
        flow = Flow(box, gap=2)
        flow.addWidget(self.involvement)
        flow.addWidget(self.feeling)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        return box

    def _show_preview(self, records: Records) -> None:
        words: list[str] = []
        if len(records) == 1:
            part = part_of(records[0], self.role)
            person = self._desk.journey.get(part.person) if part.person else None
            thought = " ".join(part.thought.split())
            words = [title_of(person) if person is not None else "", " ".join(part.action.split())]
            words.append(quoted(thought) if thought else "")
        said = "\n".join(filter(None, words))
        if said != self._preview_words.text():
            self._preview_words.setText(said)
            self.preview.setAccessibleName(said)

    def _fold(self, is_folded: bool) -> None:
        self._open = not is_folded
        self._show_details(self._open)

    def _show_details(self, is_open: bool) -> None:
        if is_open and self.details is None:
            before = len(self.bindings)
            self.details = self._details()
            self._grid.addWidget(self.details, 3, 0, 1, 4)
            for binding in self.bindings[before:]:
                binding.show_records(self._there)
        elif self.details is not None and self.details.isHidden() == is_open:
            self.details.setVisible(is_open)
        self.preview.setVisible(not is_open and bool(self._preview_words.text()))
        name = "chevron-down" if is_open else "chevron-right"
        words = tr("Show less") if is_open else tr("Show person, action and thought")
        if self.fold_button.toolTip() != words:
            self.fold_button.setIcon(icon(name, self._desk.theme.muted, size=16))
            self.fold_button.setToolTip(words)
            self.fold_button.setAccessibleName(words)


def part_of(touchpoint: Touchpoint, role: str) -> Participation:
    """Return the part of a role that takes part."""
    part = touchpoint.participation(role)
    assert part is not None
    return part


def _small(desk: Desk, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setIcon(icon(name, desk.theme.muted, size=16))
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
