"""The pages of phases and links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from app.analysis.waits import limit_of, wait_of
from app.i18n import tr, trn
from app.model import vocabulary
from app.model.change import Change
from app.model.duration_text import duration_text
from app.model.edits.links import reverse, set_link
from app.model.edits.phases import move_border, rename_phase
from app.model.journey import Journey
from app.model.names import title_of
from app.model.phase_contents import touchpoints_in
from app.model.record import Record
from app.model.records import Link, Phase, Role, Touchpoint
from app.model.vocabulary import name_in
from app.widgets.docks.inspector.controls import duration_row, line_row, moment_row, open_word_row, title_row
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import JumpList
from app.widgets.docks.inspector.pinned import evidence_section, insights_section
from app.widgets.docks.inspector.rows import (
    PageKind,
    Piece,
    PieceRow,
    Records,
    Row,
    Section,
    Write,
    for_each,
    is_one,
)
from app.widgets.docks.inspector.words import text
from app.widgets.fields.choice import Choice, Option
from app.widgets.fields.colour import ColourWell
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.wrapping import QuietButton


def phase_page(desk: Desk) -> PageKind:
    """Return what can be said of phases."""
    return PageKind(
        _phase_head,
        (
            Section("", (
                title_row("name", write=for_each(rename_phase)),
                moment_row(desk, "start", is_half=True, is_shown=is_one, write=_border("start")),
                moment_row(desk, "end", is_half=True, is_shown=is_one, write=_border("end")),
                line_row("goal"),
                Row(fields=("colour",), make=lambda: ColourWell(desk.theme)),
            )),
            insights_section(desk),
            evidence_section(desk, folds_when_empty=True),
            Section(tr("Touchpoints"), (PieceRow(make=lambda: JumpList(desk, _inside), is_shown=is_one),), "inside"),
        ),
    )  # fmt: skip


def link_page(desk: Desk) -> PageKind:
    """Return what can be said of links."""
    return PageKind(
        _link_head,
        (
            Section("", (
                title_row("label", write=for_each(_link_setter("label"))),
                PieceRow(make=lambda: Ends(desk), is_shown=is_one),
                open_word_row("kind", vocabulary.link_kinds, write=for_each(_link_setter("kind"))),
                duration_row(
                    desk, "wait", tr("As the times say"), is_half=True, write=for_each(_link_setter("wait")),
                ),
                duration_row(
                    desk, "wait_limit", tr("As the journey says"), is_half=True,
                    write=for_each(_link_setter("wait_limit")),
                ),
                _role_row(desk, "source_role", "source"),
                _role_row(desk, "target_role", "target"),
            )),
            insights_section(desk),
            evidence_section(desk, folds_when_empty=True),
        ),
    )  # fmt: skip


class Ends(Piece):
    """Where a link comes from and goes to, what it waits, and the button that turns it round."""

    edits = ("source", "target")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._link = ""
        self._list = JumpList(desk, _ends)
        self._wait = text("", 12, 500, "muted")
        self.reverse_button = QuietButton(tr("Reverse"), desk.theme)
        self.reverse_button.setToolTip(tr("Let the link run the other way"))
        self.reverse_button.clicked.connect(self._reverse)
        self.complaint = Complaint()
        self.stack(self._list, self._wait, self.reverse_button, self.complaint, gap=3)

    def show_records(self, records: Records) -> None:
        """Show the ends of the link and how long it waits now."""
        link: Link = records[0]
        self._link = link.id
        self._list.show_records(records)
        words = wait_words(self._desk.journey, link)
        if words != self._wait.text():
            self._wait.setText(words)

    def _reverse(self) -> None:
        link = self._link
        self.complaint.say(self._desk.do_step(lambda journey: reverse(journey, link)))


def wait_words(journey: Journey, link: Link) -> str:
    """Return how long a link waits now, beside its limit."""
    wait, limit = wait_of(journey, link), limit_of(journey, link)
    if wait is None:
        return tr("No wait")
    if limit is None:
        return tr("Waits {wait}", wait=wait.text)
    return tr("Waits {wait}; the limit is {limit}", wait=wait.text, limit=duration_text(limit))


def _phase_head(journey: Journey, records: Records) -> tuple[str, str]:
    if len(records) > 1:
        return trn("{count} phase", "{count} phases", len(records)), tr("edited together")
    phase: Phase = records[0]
    number = journey.all(Phase).index(phase) + 1
    inside = len(touchpoints_in(journey, phase))
    return tr("Phase {number}", number=number), trn("{count} touchpoint", "{count} touchpoints", inside)


def _inside(journey: Journey, records: Records) -> Sequence[Record]:
    return touchpoints_in(journey, records[0])


def _border(side: Literal["start", "end"]) -> Write:
    def write(journey: Journey, ids: Sequence[str], time: Any) -> Change:
        return move_border(journey, ids[0], side, time)

    return write


def _link_head(journey: Journey, records: Records) -> tuple[str, str]:
    if len(records) > 1:
        return trn("{count} link", "{count} links", len(records)), tr("edited together")
    wait = wait_of(journey, records[0])
    kind = name_in(vocabulary.link_kinds(), records[0].kind)
    return kind, tr("over its limit") if wait is not None and wait.is_over else ""


def _link_setter(field: str) -> Callable[[Journey, str, Any], Change]:
    return lambda journey, link_id, value: set_link(journey, link_id, **{field: value})


def _ends(journey: Journey, records: Records) -> list[Record]:
    ends = (journey.get(records[0].source), journey.get(records[0].target))
    return [end for end in ends if end is not None]


def _role_row(desk: Desk, field: str, end: str) -> Row:
    """Return the row of the role at one end: one of those that take part there."""
    shown: list[Link] = []

    def read(_journey: Journey, records: Records) -> object:
        shown[:] = [records[0]]
        return getattr(records[0], field)

    def options() -> list[Option]:
        found = [Option("", tr("Any role"))]
        touchpoint = desk.journey.get(getattr(shown[0], end)) if shown else None
        roles = touchpoint.roles if isinstance(touchpoint, Touchpoint) else ()
        return [*found, *(Option(role, title_of(desk.journey.the(Role, role))) for role in roles)]

    def write(journey: Journey, ids: Sequence[str], value: Any) -> Change:
        return set_link(journey, ids[0], **{field: value})

    return Row(
        fields=(field,), make=lambda: Choice(options), read=read, write=write, is_shown=is_one, is_half=True,
        goes=lambda _journey, link: str(getattr(link, field)),
    )  # fmt: skip
