"""The pages of channels, metrics and service levels."""

from __future__ import annotations

from app.analysis.service_levels import breach_of
from app.i18n import tr, trn
from app.model import vocabulary
from app.model.journey import Journey
from app.model.parts import ServiceReading
from app.model.records import Evidence, Role, Touchpoint
from app.widgets.docks.inspector.controls import line_row, parts_row, record_choice, title_row, word_row
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.jumps import JumpList, referring
from app.widgets.docks.inspector.references import References
from app.widgets.docks.inspector.rows import PageKind, PieceRow, Records, Row, Section, head_of, is_one
from app.widgets.fields.channel import GlyphPicker
from app.widgets.fields.numbers import NumberField
from app.widgets.fields.part_list import Column
from app.widgets.fields.times import DateField, DurationField

_MOST = 1e15


_used = referring(Touchpoint)


def channel_page(desk: Desk) -> PageKind:
    """Return what can be said of channels."""
    return PageKind(
        _channel_head,
        (
            Section("", (
                title_row("name"),
                Row(fields=("glyph",), make=lambda: GlyphPicker(desk.theme), is_half=True),
                word_row("mode", vocabulary.channel_modes, is_half=True),
            )),
            Section(tr("Touchpoints"), (PieceRow(make=lambda: JumpList(desk, _used), is_shown=is_one),), "inside"),
        ),
    )  # fmt: skip


def metric_page(desk: Desk) -> PageKind:
    """Return what can be said of metrics."""
    return PageKind(
        _metric_head,
        (
            Section("", (
                title_row("name"),
                line_row("unit", is_half=True),
                Row(fields=("target",), make=lambda: NumberField(-_MOST, _MOST), is_half=True),
                word_row("better", _directions),
            )),
            Section(tr("Read at"), (PieceRow(make=lambda: JumpList(desk, _used), is_shown=is_one),), "inside"),
        ),
    )  # fmt: skip


def service_level_page(desk: Desk) -> PageKind:
    """Return what can be said of service levels."""
    columns = (
        Column("measured", lambda: DurationField(lambda: desk.journey.info.unit, may_be_empty=False),
               is_needed=True, of_none=None),
        Column("date", DateField),
        Column("evidence", lambda: record_choice(desk, Evidence, tr("No evidence")), is_wide=True),
    )  # fmt: skip
    return PageKind(
        _service_level_head,
        (
            Section("", (
                word_row("kind", vocabulary.service_level_kinds),
                Row(fields=("promised",), is_half=True,
                    make=lambda: DurationField(lambda: desk.journey.info.unit, may_be_empty=False)),
                word_row("hours", _hours, is_half=True),
            )),
            Section(tr("About"), (
                PieceRow(make=lambda: References(desk, (Touchpoint, Role), is_single=True), is_shown=is_one),
            ), "about"),
            Section(tr("Measured"), (
                parts_row(desk, "readings", ServiceReading, columns, tr("Add a measurement")),
            ), "readings"),
        ),
    )  # fmt: skip


def _channel_head(journey: Journey, records: Records) -> tuple[str, str]:
    count = len(_used(journey, records))
    many = trn("{count} channel", "{count} channels", len(records))
    return head_of(records, tr("Channel"), many, trn("{count} touchpoint", "{count} touchpoints", count))


def _metric_head(_journey: Journey, records: Records) -> tuple[str, str]:
    return head_of(records, tr("Metric"), trn("{count} metric", "{count} metrics", len(records)))


def _service_level_head(_journey: Journey, records: Records) -> tuple[str, str]:
    many = trn("{count} service level", "{count} service levels", len(records))
    return head_of(records, tr("Service level"), many, tr("broken") if breach_of(records[0]) else "")


def _directions() -> dict[str, str]:
    return {"up": tr("Higher"), "down": tr("Lower")}


def _hours() -> dict[str, str]:
    return {"calendar": tr("All hours"), "business": tr("Business hours")}
