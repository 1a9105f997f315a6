"""The page of touchpoints."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from app.i18n import tr, trn
from app.model import vocabulary
from app.model.change import Change
from app.model.edits.joint import change_tags, order_tags
from app.model.edits.records import add_record, set_fields
from app.model.edits.touchpoints import move_into_phase, retitle
from app.model.edits.validated import revised
from app.model.field_words import field_word
from app.model.journey import Journey
from app.model.library import channel_looks
from app.model.names import title_of
from app.model.parts import CustomField, MetricReading
from app.model.records import Channel, Evidence, IssueThread, Metric, Phase, Role, Touchpoint
from app.model.same_names import named
from app.model.vocabulary import name_in
from app.widgets.docks.inspector.controls import (
    duration_row,
    hinted,
    line_row,
    lines_row,
    moment_row,
    parts_row,
    record_choice,
    record_row,
    title_row,
    value_column,
    word_row,
)
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.files import Attachments
from app.widgets.docks.inspector.jumps import Jump, JumpList, jump_to
from app.widgets.docks.inspector.participants import Participants, shared_words
from app.widgets.docks.inspector.pinned import evidence_section, insights_section
from app.widgets.docks.inspector.promises import service_levels_section
from app.widgets.docks.inspector.rows import (
    PageKind,
    PieceRow,
    Records,
    Row,
    Section,
    change_label,
    for_each,
    is_one,
    the_same,
)
from app.widgets.docks.inspector.weblinks import web_columns, web_links, written_links
from app.widgets.fields.channel import ChannelPicker
from app.widgets.fields.choice import Choice, Option
from app.widgets.fields.entry import Entry
from app.widgets.fields.lines import LinesField
from app.widgets.fields.part_list import Column
from app.widgets.fields.shared import SharedEdit, shared
from app.widgets.fields.tags import TagsField
from app.widgets.fields.times import DateField
from app.widgets.fields.toggle import Star


def page(desk: Desk) -> PageKind:
    """Return what can be said of touchpoints."""
    return PageKind(
        _head,
        (
            Section("", _first(desk)),
            Section("", (PieceRow(make=lambda: Participants(desk)),)),
            insights_section(desk),
            evidence_section(desk),
            Section(tr("Links"), (PieceRow(make=lambda: JumpList(desk, _links), is_shown=is_one),), "links"),
            Section(tr("Description and tags"), _words(desk), "words"),
            Section(tr("Plan and what became of it"), _plan(desk), "plan", folds_when_empty=True),
            service_levels_section(desk),
            Section(tr("Readings of metrics"), (_readings(desk),), "readings", folds_when_empty=True),
            Section(tr("Files and web pages"), _files(desk), "files", folds_when_empty=True),
            Section(tr("Fields of your own"), (_custom(desk),), "custom", folds_when_empty=True),
        ),
    )  # fmt: skip


def _head(_journey: Journey, records: Records) -> tuple[str, str]:
    if len(records) == 1:
        return tr("Touchpoint"), shared_words(records)
    return trn("{count} touchpoint", "{count} touchpoints", len(records)), tr("edited together")


def _first(desk: Desk) -> tuple[Row, ...]:
    return (
        title_row(
            "title", write=for_each(retitle, _retitled),
            beside=Row(fields=("moment_of_truth",), make=lambda: Star(desk.theme)),
        ),
        Row(
            fields=("start",), label=tr("Phase"), make=lambda: _phase_choice(desk), read=_phase_of, write=_into_phase,
            is_half=True,
        ),
        Row(
            fields=("channel",), make=lambda: ChannelPicker(lambda: desk.journey, desk.theme),
            add=_add_channel, goes=lambda _journey, record: str(getattr(record, "channel", "")), is_half=True,
        ),
        moment_row(desk, "start", is_half=True),
        duration_row(desk, "duration", tr("No duration"), is_half=True),
    )  # fmt: skip


def _retitled(count: int) -> str:
    return trn("Rename {count} touchpoint", "Rename {count} touchpoints", count)


def _words(desk: Desk) -> tuple[Row, ...]:
    def known() -> set[str]:
        return {tag for touchpoint in desk.journey.all(Touchpoint) for tag in touchpoint.tags}

    return (
        lines_row("description"),
        Row(
            fields=("tags",), make=lambda: TagsField(known, desk.theme), read=lambda _journey, records: shared(records, lambda touchpoint: touchpoint.tags), write=_tag,
        ),
    )  # fmt: skip


def _plan(desk: Desk) -> tuple[Row, ...]:
    return (
        moment_row(desk, "planned_start", may_be_empty=True, is_half=True),
        duration_row(desk, "planned_duration", is_half=True),
        word_row("deviation", vocabulary.deviations, is_half=True),
        line_row("path", tr("Main path"), is_half=True),
        record_row(desk, "thread", IssueThread, tr("No issue thread"), tr("New thread…")),
    )


def _readings(desk: Desk) -> Row:
    columns = (
        Column("metric", lambda: record_choice(desk, Metric), is_needed=True),
        value_column(),
        Column("role", lambda: record_choice(desk, Role, tr("All roles"))),
        Column("date", DateField),
        Column("evidence", lambda: record_choice(desk, Evidence, tr("No evidence")), is_wide=True),
    )
    return parts_row(desk, "readings", MetricReading, columns, tr("Add a reading"))


def _files(desk: Desk) -> tuple[Row | PieceRow, ...]:
    return (
        PieceRow(
            make=lambda: Attachments(desk), is_shown=is_one, has=lambda _journey, records: bool(records[0].attachments)
        ),
        Row(
            fields=("web_links",), read=web_links, write=written_links, is_shown=is_one,
            make=lambda: web_columns(desk),
        ),
    )  # fmt: skip


def _custom(desk: Desk) -> Row:
    columns = (
        Column("name", Entry, is_wide=True, is_needed=True),
        Column("value", lambda: hinted(LinesField(), ""), is_wide=True),
    )
    return parts_row(desk, "custom", CustomField, columns, tr("Add a field"))


def _phase_choice(desk: Desk) -> Choice:
    def options() -> list[Option]:
        return [Option(phase.id, title_of(phase) or tr("Untitled")) for phase in desk.journey.all(Phase)]

    def words(phase_id: object) -> str:
        phase = desk.journey.get(str(phase_id))
        return title_of(phase) or tr("Untitled") if phase is not None else tr("outside every phase")

    return Choice(options, words)


def _phase_of(journey: Journey, records: Records) -> object:
    def phase(touchpoint: Touchpoint) -> str:
        found = journey.phase_at(touchpoint.start)
        return found.id if found is not None else ""

    return the_same(records, phase)


def _into_phase(journey: Journey, ids: Sequence[str], phase_id: str) -> Change:
    return move_into_phase(journey, ids, phase_id) if phase_id else Change()


def _add_channel(journey: Journey, ids: Sequence[str], name: str) -> Change:
    """Make a channel of this name, or take the one that there is, and use it."""
    there = named(journey.all(Channel), name, lambda channel: channel.name)
    if there is not None:
        return replace(
            set_fields(journey, ids, channel=there.id),
            label=change_label(journey, ids, field_word(Touchpoint, "channel")),
        )
    added = add_record(journey, Channel, name=name, **channel_looks(name))
    put = (revised(journey.the(Touchpoint, each), channel=added.put[0].id) for each in ids)
    return Change((*added.put, *put), (), added.label)


def _tag(journey: Journey, ids: Sequence[str], edit: SharedEdit) -> Change:
    if edit.order:
        return order_tags(journey, ids, edit.order)
    return change_tags(journey, ids, edit.add, edit.remove)


def _links(journey: Journey, records: Records) -> tuple[Jump, ...]:
    touchpoint = records[0]
    jumps = []
    for link in journey.links_of(touchpoint.id):
        is_out = link.source == touchpoint.id
        other = journey.get(link.target if is_out else link.source)
        kind = name_in(vocabulary.link_kinds(), link.kind)
        words = tr("{kind} to {name}") if is_out else tr("{kind} from {name}")
        said = words.replace("{kind}", kind).replace("{name}", title_of(other) if other is not None else "")
        jumps.append(replace(jump_to(journey, link), text=said))
    return tuple(jumps)
