"""The columns of the sheet: what each shows of a touchpoint, how it is sorted, and what writing into it means."""

from __future__ import annotations

from typing import Any

from app.i18n import tr
from app.model.duration_text import exact_duration_text, read_duration
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.field_words import field_word
from app.model.journey import Journey
from app.model.moment_text import moment_text, moment_words, read_moment
from app.model.parts import CustomField
from app.model.record import Duration
from app.model.records import Channel, Insight, Role, Touchpoint
from app.model.same_names import name_key
from app.model.sheet.column import FIRST, SECOND, Column
from app.model.sheet.names import Names, split_names
from app.model.sheet.participations import detail_columns, feeling_column, lead_columns, who_columns
from app.model.sheet.words import read_choice, read_flag
from app.model.time_units import in_unit
from app.model.vocabulary import deviations


def columns(journey: Journey) -> tuple[Column, ...]:
    """Return all columns of the journey's sheet: the fixed ones, those of each role, and the team's own fields."""
    roles = journey.all(Role)
    feelings = map(feeling_column, roles)
    found = [
        *_of_time(),
        _channel_column(),
        *who_columns(),
        *feelings,
        *lead_columns(),
        *_of_what(),
        *_of_plan(),
    ]
    for role in roles:
        found += detail_columns(role)
    names: dict[str, None] = {}
    for touchpoint in journey.all(Touchpoint):
        for custom in touchpoint.custom:
            names.setdefault(custom.name)
    return (*found, *map(custom_column, names))


def custom_column(name: str) -> Column:
    """Return the column of a field that only this team has."""

    def text(_journey: Journey, touchpoint: Touchpoint) -> str:
        return next((field.value for field in touchpoint.custom if field.name == name), "")

    def write(_names: Names, touchpoint: Touchpoint, words: str) -> Touchpoint:
        kept = [field for field in touchpoint.custom if field.name != name]
        place = next((i for i, field in enumerate(touchpoint.custom) if field.name == name), len(kept))
        if words:
            kept.insert(place, made(CustomField, name=name, value=words))
        return revised(touchpoint, custom=tuple(kept))

    return Column(f"custom {name}", name, "lines", text, write)


def sort_value(column: Column, journey: Journey, touchpoint: Touchpoint) -> Any:
    """Return what the column is sorted by, or none where the cell is empty."""
    if column.value is not None:
        return column.value(journey, touchpoint)
    return name_key(column.text(journey, touchpoint)) or None


def _of_time() -> list[Column]:
    return [
        Column("title", _word("title"), "line", lambda _, t: t.title, lambda _, t, text: revised(t, title=_line(text))),
        Column(
            "phase", tr("Phase"), "phase", _phase, _write_phase, lambda _, t: t.start, turn=SECOND, can_be_empty=False
        ),
        Column(
            "start", _word("start"), "moment", lambda j, t: moment_text(j.info, t.start), _write_start,
            lambda _, t: t.start, turn=FIRST, can_be_empty=False,
            words=lambda j, t: moment_words(j.info, t.start, is_bare=True),
        ),
        Column(
            "duration", _word("duration"), "duration", lambda _, t: _duration(t.duration),
            lambda names, t, text: revised(t, duration=read_duration(text, names.journey.info.unit)),
            lambda j, t: _length(j, t.duration),
        ),
    ]  # fmt: skip


def _channel_column() -> Column:
    def write(names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
        return revised(touchpoint, channel=names.channel(text))

    return Column("channel", _word("channel"), "channel", _channel, write)


def _of_what() -> list[Column]:
    return [
        Column("moment_of_truth", _word("moment_of_truth"), "flag", lambda _, t: tr("yes") if t.moment_of_truth else "",
               lambda _, t, text: revised(t, moment_of_truth=read_flag(text)), lambda _, t: t.moment_of_truth or None),
        Column("tags", _word("tags"), "words", lambda _, t: ", ".join(t.tags),
               lambda _, t, text: revised(t, tags=_tags(t, text))),
        Column("insights", tr("Insights"), "fixed", lambda j, t: str(_insights(j, t) or ""), None,
               lambda j, t: _insights(j, t) or None),
        Column("description", _word("description"), "lines", lambda _, t: t.description,
               lambda _, t, text: revised(t, description=text), is_shown=False),
    ]  # fmt: skip


def _of_plan() -> list[Column]:
    return [
        Column("deviation", _word("deviation"), "choice", lambda _, t: _deviation(t), _write_deviation),
        Column("planned_start", _word("planned_start"), "moment", _planned_start, _write_planned_start,
               lambda _, t: t.planned_start, is_shown=False, words=_planned_start_words),
        Column("planned_duration", _word("planned_duration"), "duration", lambda _, t: _duration(t.planned_duration),
               lambda names, t, text: revised(t, planned_duration=read_duration(text, names.journey.info.unit)),
               lambda j, t: _length(j, t.planned_duration), is_shown=False),
        Column("path", _word("path"), "line", lambda _, t: t.path,
               lambda _, t, text: revised(t, path=_line(text)), is_shown=False),
    ]  # fmt: skip


def _word(field: str) -> str:
    return field_word(Touchpoint, field)


def _line(text: str) -> str:
    """Return the words in one line: a spreadsheet's cell may have several."""
    return " ".join(text.split()) if any(sign in text for sign in "\n\r\t") else text.strip()


def _duration(duration: Duration | None) -> str:
    return "" if duration is None else exact_duration_text(duration)


def _length(journey: Journey, duration: Duration | None) -> float | None:
    return None if duration is None else in_unit(duration, journey.info.unit)


def _phase(journey: Journey, touchpoint: Touchpoint) -> str:
    phase = journey.phase_at(touchpoint.start)
    return phase.name if phase is not None else ""


def _write_phase(names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
    """Move the touchpoint into the phase, as far as it was into its old one."""
    if not text.strip():
        raise JourneyError(tr("The phase follows from the start; it cannot be emptied."))
    phase, before = names.phase(text), names.phase_at(touchpoint.start)
    if before is not None and before.id == phase.id:
        return touchpoint
    share = 0.0 if before is None else (touchpoint.start - before.start) / (before.end - before.start)
    start = phase.start + share * (phase.end - phase.start)
    return revised(touchpoint, start=start if start < phase.end else phase.start)


def _write_start(names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
    return revised(
        touchpoint, start=read_moment(text, names.journey.info, is_month_first=names.is_month_first)
    )


def _planned_start(journey: Journey, touchpoint: Touchpoint) -> str:
    planned = touchpoint.planned_start
    return "" if planned is None else moment_text(journey.info, planned)


def _planned_start_words(journey: Journey, touchpoint: Touchpoint) -> str:
    planned = touchpoint.planned_start
    return "" if planned is None else moment_words(journey.info, planned, is_bare=True)


def _write_planned_start(names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
    info = names.journey.info
    planned = read_moment(text, info, is_month_first=names.is_month_first) if text.strip() else None
    return revised(touchpoint, planned_start=planned)


def _channel(journey: Journey, touchpoint: Touchpoint) -> str:
    channel = journey.get(touchpoint.channel) if touchpoint.channel else None
    return channel.name if isinstance(channel, Channel) else ""


def _tags(touchpoint: Touchpoint, text: str) -> tuple[str, ...]:
    return split_names(text, map(name_key, touchpoint.tags))


def _insights(journey: Journey, touchpoint: Touchpoint) -> int:
    return sum(isinstance(pinned, Insight) for pinned in journey.pinned_to(touchpoint.id))


def _deviation(touchpoint: Touchpoint) -> str:
    return "" if touchpoint.deviation == "as_planned" else deviations()[touchpoint.deviation]


def _write_deviation(_names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
    return revised(touchpoint, deviation=read_choice(text, deviations) if text.strip() else "as_planned")
