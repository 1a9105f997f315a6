"""The page of the journey itself, shown where nothing is selected."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from zoneinfo import available_timezones

from app.i18n import language, tr
from app.model import vocabulary
from app.model.change import Change
from app.model.edits.time import set_unit
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Channel, Evidence, IssueThread, Metric, Party, Person, SavedView
from app.model.vocabulary import name_in
from app.widgets.docks.inspector.controls import (
    date_row,
    duration_row,
    line_row,
    lines_row,
    title_row,
    word_choice,
    word_row,
)
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.found import Found
from app.widgets.docks.inspector.gathered import Gathered
from app.widgets.docks.inspector.rows import PageKind, PieceRow, Records, Row, Section
from app.widgets.fields.entry import Entry

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def page(desk: Desk) -> PageKind:
    """Return what can be said of the journey."""
    kinds: tuple[tuple[str, type[Record], str], ...] = (
        (tr("Organisations"), Party, tr("New organisation")),
        (tr("People"), Person, tr("New person")),
        (tr("Channels"), Channel, tr("New channel")),
        (tr("Metrics"), Metric, tr("New metric")),
        (tr("Evidence"), Evidence, tr("New evidence")),
        (tr("Issue threads"), IssueThread, tr("New issue thread")),
        (tr("Saved views"), SavedView, tr("Save how the map looks now as…")),
    )
    return PageKind(
        _head,
        (
            Section("", (
                title_row("title"),
                line_row("subject", tr("The account or the persona")),
                lines_row("goal"),
            )),
            Section(tr("Findings"), (PieceRow(make=lambda: Found(desk)),), "findings"),
            Section(tr("Time"), _time(desk), "time"),
            Section(tr("About this map"), _about(), "about"),
            *(
                Section(title, (_gathered(desk, kind, hint),), f"all {kind.record_kind}", True, _counter(kind))
                for title, kind, hint in kinds
            ),
        ),
    )  # fmt: skip


def _gathered(desk: Desk, kind: type[Record], hint: str) -> PieceRow:
    """Return the place of all records of a kind; it is folded at first."""
    return PieceRow(make=lambda: Gathered(desk, kind, hint), has=lambda _journey, _records: False)


def _counter(kind: type[Record]) -> Callable[[Journey, Records], int]:
    return lambda journey, _records: len(journey.all(kind))


def _head(_journey: Journey, records: Records) -> tuple[str, str]:
    return tr("Journey"), name_in(vocabulary.journey_states(), records[0].state)


def _time(desk: Desk) -> tuple[Row, ...]:
    return (
        Row(
            fields=("unit",), make=lambda: word_choice(vocabulary.time_units),
            write=_set_unit, is_half=True, is_sweeping=True,
        ),
        date_row("start_date", is_half=True),
        duration_row(desk, "wait_limit", tr("No limit"), is_half=True),
        Row(fields=("time_zone",), make=_zone_line, is_half=True),
    )  # fmt: skip


def _about() -> tuple[Row, ...]:
    return (
        word_row("kind", vocabulary.journey_kinds),
        word_row("state", vocabulary.journey_states, is_half=True),
        Row(fields=("language",), make=_language_line, is_half=True),
        line_row("owner", is_half=True),
        date_row("review_date", is_half=True),
        lines_row("description"),
    )


def _set_unit(journey: Journey, _ids: Sequence[str], unit: str) -> Change:
    return set_unit(journey, unit)  # type: ignore[arg-type]


def _zone_line() -> Entry:
    line = Entry(read_zone, str, waits=True)
    line.hint(tr("Europe/Berlin"))
    return line


def _language_line() -> Entry:
    line = Entry(read_language, str, waits=True)
    line.hint(language())
    return line


def read_zone(text: str) -> str:
    """Return the name of the time zone that somebody wrote; raises JourneyError where there is none of this name."""
    words = text.strip().replace(" ", "_")
    known = {zone.casefold(): zone for zone in available_timezones()}
    if not words or not known:  # a system may come without a list
        return words[:80]
    zone = known.get(words.casefold())
    if zone is None:
        raise JourneyError(
            tr("“{words}” is no time zone.", words=text.strip()[:40]),
            do=tr("Write, for example, {zone}.", zone=tr("Europe/Berlin")),
        )
    return zone


def read_language(text: str) -> str:
    """Return the tag of a language that somebody wrote; raises JourneyError where it is none."""
    words = text.strip()
    if words and (not _LANGUAGE.fullmatch(words) or len(words) > 80):
        raise JourneyError(
            tr("“{words}” is no tag of a language.", words=words[:40]),
            do=tr("Write, for example, en, de or pt-BR."),
        )
    return words
