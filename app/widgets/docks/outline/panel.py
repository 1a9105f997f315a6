"""The outline: roles with their colours and eyes, phases, insights counted, findings; the overview at its foot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.model.records import Insight, Party, Phase, Role
from app.model.vocabulary import insight_kinds, name_in
from app.widgets.docks.outline.rows import PhaseRow, RoleRow, Row, Shortened
from app.widgets.document import Document
from app.widgets.fonts import write_in
from app.widgets.signs import insight_pin, is_supplier, look_of, marker, picture
from app.widgets.time_words import stretch

OVERVIEW_PX = 118


class Outline(QWidget):
    """Lists what the journey is made of. A click goes there; eyes hide lanes."""

    gone_to = Signal(str)

    def __init__(self, document: Document, theme: Theme, overview: QWidget) -> None:
        super().__init__()
        self._document = document
        self._theme = theme
        self._rows: dict[str, Row] = {}
        self._listed: tuple[object, ...] = ()
        self._shown: tuple[str, ...] | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        overview.setFixedHeight(OVERVIEW_PX)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 10, 8, 14)
        foot.setSpacing(8)
        foot.addWidget(_heading(tr("Overview"), ""))
        inset = QHBoxLayout()
        inset.setContentsMargins(6, 0, 6, 0)
        inset.addWidget(overview)
        foot.addLayout(inset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column.addWidget(rule)
        column.addLayout(foot)
        self._refresh()
        document.changed.connect(self._refresh)
        document.selection_changed.connect(self._show_selection)
        document.view_state.changed.connect(self._show_view)

    def wear(self, theme: Theme) -> None:
        """Draw the signs in this theme."""
        self._theme = theme
        self._listed = ()
        self._refresh()

    def row(self, record_id: str) -> Row | None:
        """Return the row of a role or phase, or none."""
        return self._rows.get(record_id)

    def _refresh(self) -> None:
        journey = self._document.journey
        listed = tuple(journey.all(kind) for kind in (Role, Party, Phase, Insight))
        if len(self._listed) == len(listed) and all(
            old is new for old, new in zip(self._listed, listed, strict=True)
        ):
            return
        self._listed = listed
        self._rows = {}
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(1)
        self._add_roles(column)
        self._add_phases(column)
        self._add_insights(column)
        column.addStretch(1)
        self._area.setWidget(content)
        self._shown = None
        self._show_selection()
        self._show_view()

    def _add_roles(self, column: QVBoxLayout) -> None:
        journey = self._document.journey
        roles = journey.all(Role)
        column.addWidget(_heading(tr("Roles"), str(len(roles))))
        column.addSpacing(4)
        party = ""
        for role in roles:
            if role.party != party:
                party = role.party
                column.addWidget(_caption(_party_name(journey.get(party))))
            look = look_of(journey, role, self._theme)
            shapes = marker(look, self._theme, is_supplier(journey, role))
            row = RoleRow(role.name, picture(shapes, 20, self.devicePixelRatioF()), self._theme)
            row.clicked.connect(partial(self._go, role.id))
            row.shown_changed.connect(partial(self._document.view_state.show_role, role.id))
            row.soloed.connect(partial(self._document.view_state.solo, role.id))
            self._rows[role.id] = row
            column.addWidget(row)
        column.addSpacing(14)

    def _add_phases(self, column: QVBoxLayout) -> None:
        journey = self._document.journey
        phases = journey.all(Phase)
        if not phases:
            return
        column.addWidget(_heading(tr("Phases"), str(len(phases))))
        column.addSpacing(4)
        for number, phase in enumerate(phases, start=1):
            time = stretch(journey.info, phase.start, phase.end, is_short=True)
            row = PhaseRow(number, phase.name, time)
            row.clicked.connect(partial(self._go, phase.id))
            self._rows[phase.id] = row
            column.addWidget(row)
        column.addSpacing(14)

    def _add_insights(self, column: QVBoxLayout) -> None:
        insights = self._document.journey.all(Insight)
        if not insights:
            return
        column.addWidget(_heading(tr("Insights"), str(len(insights))))
        column.addSpacing(4)
        counts: dict[str, int] = {}
        for insight in insights:
            counts[insight.kind] = counts.get(insight.kind, 0) + 1
        known = insight_kinds()
        for kind in sorted(counts, key=lambda kind: list(known).index(kind) if kind in known else 99):
            mark = QLabel()
            mark.setPixmap(picture(insight_pin(kind, self._theme), 28, self.devicePixelRatioF()))
            row = Row(_counted(kind, counts[kind]))
            row.put_first(mark)
            row.clicked.connect(partial(self._go_to_next_insight, kind))
            self._rows[f"kind {kind}"] = row
            column.addWidget(row)

    def _go(self, record_id: str) -> None:
        self.gone_to.emit(record_id)
        self._show_selection()

    def _go_to_next_insight(self, kind: str) -> None:
        """Go from one insight of the kind to the next with each click."""
        ids = [insight.id for insight in self._document.journey.all(Insight) if insight.kind == kind]
        at = next((place for place, one in enumerate(ids) if one in self._document.selection), -1)
        self._go(ids[(at + 1) % len(ids)])

    def _show_selection(self) -> None:
        selection = self._document.selection
        kinds = {
            f"kind {record.kind}"
            for record in (self._document.journey.get(one) for one in selection)
            if isinstance(record, Insight)
        }
        for record_id, row in self._rows.items():
            row.set_chosen(record_id in selection or record_id in kinds)

    def _show_view(self) -> None:
        view = self._document.view_state.view
        state = (view.solo_role, *view.hidden_roles)
        if state == self._shown:
            return
        self._shown = state
        shown = {role.id for role in self._document.shown_roles()}
        solo = view.solo_role
        for record_id, row in self._rows.items():
            if isinstance(row, RoleRow):
                row.show_state(is_shown=record_id in shown, is_solo=record_id == solo)


def _heading(text: str, aside: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(10, 0, 10, 0)
    title = QLabel(text)
    write_in(title, 14, 700)
    row.addWidget(title, 1)
    if aside:
        count = QLabel(aside)
        count.setProperty("tone", "muted")
        write_in(count, 12, 500)
        row.addWidget(count)
    return line


def _caption(text: str) -> QLabel:
    label = Shortened(text)
    label.setProperty("tone", "muted")
    label.setContentsMargins(10, 6, 10, 2)
    write_in(label, 12, 400)
    return label


def _party_name(party: object) -> str:
    if not isinstance(party, Party):
        return ""
    side = {"supplier": tr("supplier"), "partner": tr("partner")}.get(party.side, "")
    return ", ".join(part for part in (party.name, side) if part)


def _counted(kind: str, count: int) -> str:
    forms = {
        "pain": trn("{count} pain point", "{count} pain points", count),
        "gain": trn("{count} gain", "{count} gains", count),
        "opportunity": trn("{count} opportunity", "{count} opportunities", count),
        "idea": trn("{count} idea", "{count} ideas", count),
        "question": trn("{count} question", "{count} questions", count),
    }
    return forms.get(kind) or f"{count} {name_in(insight_kinds(), kind)}"
