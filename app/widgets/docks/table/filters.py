"""Filters of columns: what a person wants to see of a column, and which touchpoints that leaves. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

from app.analysis.searching import words_of
from app.i18n import number_text, tr
from app.model.folding import folded
from app.model.journey import Journey
from app.model.records import Channel, Insight, Phase, Role, Touchpoint
from app.model.sheet.column import Column
from app.model.sheet.columns import sort_value
from app.model.time_units import HOURS
from app.model.vocabulary import deviations, feelings, insight_kinds, involvements, name_in

Way = Literal["words", "choices", "span"]
Judge = Callable[[Touchpoint], bool]
NONE = ""  # the choice of an empty cell
_ABSENT = "absent"  # the role takes no part
_DEPENDENT = ("phase", "insights", "waits")  # columns that say what other records are


class Wish(Struct, frozen=True):
    """What is wanted of a column: all of some words, one of some choices, or a span from `least` to `most`."""

    words: str = ""
    among: frozenset[str] | None = None
    least: float | None = None
    most: float | None = None

    @property
    def is_on(self) -> bool:
        """Whether anything is wanted."""
        return self != Wish()


class Filtered(NamedTuple):
    """A column and what is wanted of it."""

    column: Column
    wish: Wish

    @property
    def is_of_others(self) -> bool:
        """Whether other records than its touchpoint decide on a row."""
        return self.column.key in _DEPENDENT


class Offered(NamedTuple):
    """One thing that cells of a column say: how it is known, and how it is called."""

    value: str
    words: str


def way_of(column: Column) -> Way:
    """Return by what a column is filtered."""
    if column.kind in ("moment", "duration") or column.key == "waits":
        return "span"
    if column.kind in ("phase", "channel", "roles", "feeling", "flag", "choice", "involvement", "words"):
        return "choices"
    return "choices" if column.key == "insights" else "words"


def offered(journey: Journey, column: Column) -> list[Offered]:
    """Return what cells of the column can say; of tags and kinds of insight what they do say."""
    made = _names(journey, column)
    if column.key in ("tags", "insights"):
        there = {value for each in journey.all(Touchpoint) for value in said(journey, column, each)}
        made = [each for each in made if each.value in there]
    empty = _empty_words(column)
    if column.role and column.kind == "feeling":
        made.append(Offered(NONE, tr("Not known")))
    return [*made, Offered(_ABSENT if column.role else NONE, empty)] if empty else made


def said(journey: Journey, column: Column, touchpoint: Touchpoint) -> frozenset[str]:
    """Return what a cell says, as it is offered."""
    if column.role:
        part = touchpoint.participation(column.role)
        if part is None:
            return frozenset((_ABSENT,))
        return frozenset((part.involvement if column.kind == "involvement" else _feeling(part.feeling),))
    return frozenset(_said(journey, column, touchpoint)) or frozenset((NONE,))


def judge(journey: Journey, filtered: Filtered) -> Judge:
    """Return what tells whether a touchpoint is wanted."""
    column, wish = filtered
    way = way_of(column)
    if way == "choices":
        among = wish.among
        return lambda touchpoint: among is None or not among.isdisjoint(said(journey, column, touchpoint))
    if way == "span":
        return _span_judge(journey, column, wish)
    wanted = words_of(wish.words)

    def has_words(touchpoint: Touchpoint) -> bool:
        text = folded(column.text(journey, touchpoint))
        return all(word in text for word in wanted)

    return has_words


def _span_judge(journey: Journey, column: Column, wish: Wish) -> Judge:
    least, most = wish.least, wish.most
    day = 24 / HOURS[journey.info.unit]
    is_dated = column.kind == "moment" and bool(journey.info.start_date) and journey.info.unit != "step"
    is_whole_day = is_dated and most is not None and abs(most / day - round(most / day)) < 1e-6

    def is_within(touchpoint: Touchpoint) -> bool:
        value = sort_value(column, journey, touchpoint)
        if not isinstance(value, int | float):
            return False
        if least is not None and value < least:
            return False
        if most is None:
            return True
        return value < most + day if is_whole_day else value <= most

    return is_within


def _names(journey: Journey, column: Column) -> list[Offered]:
    if column.kind == "feeling":
        return [
            Offered(str(value), f"{number_text(value, has_sign=True)}  {name}")
            for value, name in feelings().items()
        ]
    if column.kind == "involvement":
        return [Offered(word, name) for word, name in involvements().items()]
    if column.kind == "flag":
        return [Offered("yes", tr("Yes"))]
    if column.kind == "choice":
        return [Offered(word, name) for word, name in deviations().items()]
    if column.key == "insights":
        kinds = dict.fromkeys((*insight_kinds(), *(each.kind for each in journey.all(Insight))))
        return [Offered(kind, name_in(insight_kinds(), kind)) for kind in kinds]
    if column.key == "tags":
        tags = {tag for each in journey.all(Touchpoint) for tag in each.tags}
        return [Offered(tag, tag) for tag in sorted(tags, key=folded)]
    kinds_of_records: dict[str, type[Phase | Channel | Role]] = {
        "phase": Phase, "channel": Channel, "roles": Role,
    }  # fmt: skip
    records: Iterable[Phase | Channel | Role] = journey.all(kinds_of_records[column.kind])
    return [Offered(record.id, " ".join(record.name.split()) or tr("Without a name")) for record in records]


def _said(journey: Journey, column: Column, touchpoint: Touchpoint) -> Iterable[str]:
    if column.key == "insights":
        return (each.kind for each in journey.pinned_to(touchpoint.id) if isinstance(each, Insight))
    if column.key == "tags":
        return touchpoint.tags
    if column.kind == "phase":
        phase = journey.phase_at(touchpoint.start)
        return (phase.id,) if phase is not None else ()
    if column.kind == "channel":
        return (touchpoint.channel,)
    if column.kind == "roles":
        return touchpoint.roles
    if column.kind == "involvement":
        return (part.involvement for part in touchpoint.participations)
    if column.kind == "flag":
        return ("yes",) if touchpoint.moment_of_truth else ()
    if column.kind == "choice":
        return (touchpoint.deviation,)
    return (_feeling(sort_value(column, journey, touchpoint)),)


def _feeling(feeling: int | None) -> str:
    return NONE if feeling is None else str(feeling)


def _empty_words(column: Column) -> str:
    """Return how an empty cell is called among the choices, "" where there is none."""
    if column.role:
        return tr("Takes no part")
    if column.kind == "flag":
        return tr("No")
    if column.kind == "feeling":
        return tr("Not known")
    if column.kind == "phase":
        return tr("Outside every phase")
    if column.key in ("tags", "insights") or column.kind == "channel":
        return tr("Empty")
    return ""
