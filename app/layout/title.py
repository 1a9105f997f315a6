"""The title block: title, whose journey, goal, and the figures worth a headline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.i18n import tr, trn
from app.layout.result import KeyFigure, Point, TextRow, TitleBlock
from app.layout.shown import Shown
from app.layout.sizes import Sizes
from app.layout.typeset import Line, Typesetter
from app.model.duration_text import duration_text, span_text
from app.model.record import Duration
from app.model.records import JourneyInfo

_COLUMN_GAP = 46.0
_LINE = 44.0
_GOAL_LINE = 24.0


class Headline(NamedTuple):
    """A number and its words; the less important goes first where there is no room."""

    value: str
    label: str
    is_alert: bool
    importance: int


class Longest(NamedTuple):
    """The longest wait on the map and who waits."""

    span: float
    text: str
    is_over: bool
    source: str
    target: str


def headlines(info: JourneyInfo, shown: Shown, longest: Longest | None, breach: tuple[str, str, bool] | None) -> list[Headline]:  # fmt: skip
    """Return the key figures; `breach` is measured and promised time in words and whether it is a response."""
    found: list[Headline] = []
    if shown.touchpoints:
        label = tr("from start to end")
        if len(shown.phases) > 1:
            label = tr("{first} to {last}", first=shown.phases[0].name, last=shown.phases[-1].name)
        span = _span(info, shown)
        found += [Headline(span, label, False, 1)] if span else []
    if shown.roles:
        kind = {"b2c": "B2C", "b2b": "B2B", "b2b2c": "B2B2C"}[info.kind]
        state = tr("future state") if info.state == "future" else tr("current state")
        count = trn("{count} role", "{count} roles", len(shown.roles))
        found.append(Headline(count, f"{kind} · {state}", False, 2))
    if longest is not None:
        label = tr("longest wait, {source} to {target}", source=longest.source, target=longest.target)
        found.append(Headline(longest.text, label, longest.is_over, 4))
    if breach is not None:
        measured, promised, is_response = breach
        words = tr("to answer, SLA is {promised}") if is_response else tr("to solve, SLA is {promised}")
        found.append(Headline(measured, words.replace("{promised}", promised), True, 3))
    return found


def _span(info: JourneyInfo, shown: Shown) -> str:
    """Return the length of what is shown in the timeline's unit, "" where all happens at once."""
    times = [touchpoint.start for touchpoint in (shown.touchpoints[0], shown.touchpoints[-1])]
    times += [time for phase in shown.phases for time in (phase.start, phase.end)]
    if max(times) <= min(times):
        return ""
    length = shown.last - shown.first
    if length > 1e7:  # longer than a duration may be
        return span_text(length, info.unit)
    return duration_text(Duration(value=length, unit=info.unit))


def title_block(
    info: JourneyInfo, figures: Sequence[Headline], width: float, sizes: Sizes, setter: Typesetter
) -> TitleBlock:
    """Set the title block for a picture of this width."""
    left, right = sizes.margin, width - sizes.margin
    title = " ".join(info.title.split()) or tr("Untitled journey")
    subject = " ".join(info.subject.split())
    kept = list(figures)
    title_width = setter.width(title, "title")
    while kept and title_width + 40.0 > right - left - _figures_width(kept, setter):
        kept.remove(min(kept, key=lambda figure: figure.importance))
    room = right - left - _figures_width(kept, setter) - (40.0 if kept else 0.0)
    rows, y = _titles(title, subject, left, room, sizes, setter)
    glyph: Point | None = None
    if info.goal.strip():
        y += 34.0
        goal_rows = _goal(info.goal, left, y, room, setter)
        glyph = Point(left + 11.0, y - 6.0)
        rows += goal_rows
        y = goal_rows[-1].y
    bottom = max(y, sizes.title_y + 24.0 if kept else 0.0)
    return TitleBlock(tuple(rows), glyph, _figures(kept, right, sizes, setter), bottom + 34.0)


def _titles(title: str, subject: str, left: float, room: float, sizes: Sizes, setter: Typesetter) -> tuple[list[TextRow], float]:  # fmt: skip
    y = sizes.title_y
    rows: list[TextRow] = []
    lines = setter.set(title, "title", room, 2).lines
    for place, line in enumerate(lines):
        y = sizes.title_y + _LINE * place
        rows.append(TextRow(line.text, left, y, line.width, "title"))
    if subject:
        x = left + lines[-1].width + 16.0
        if x + setter.width(subject, "subject") <= left + room:
            rows.append(TextRow(subject, x, y, setter.width(subject, "subject"), "subject"))
        else:
            y += _LINE
            line = setter.elide(subject, "subject", room)
            rows.append(TextRow(line.text, left, y, line.width, "subject"))
    return rows, y


def _goal(goal: str, left: float, y: float, room: float, setter: Typesetter) -> list[TextRow]:
    word = tr("Goal:")
    word_width = setter.width(word, "goal_word")
    x = left + 30.0 + word_width + 6.0
    rows = [TextRow(word, left + 30.0, y, word_width, "goal_word")]
    lines = setter.set(goal, "goal", max(room - (x - left), 200.0), 3).lines
    return rows + [TextRow(t, x, y + _GOAL_LINE * place, w, "goal") for place, (t, w) in enumerate(lines)]


def _columns(figures: Sequence[Headline], setter: Typesetter) -> list[tuple[Line, Line]]:
    return [
        (setter.elide(figure.value, "figure", 260.0), setter.elide(figure.label, "figure_label", 340.0))
        for figure in figures
    ]


def _figures_width(figures: Sequence[Headline], setter: Typesetter) -> float:
    return sum(max(value.width, label.width) + _COLUMN_GAP for value, label in _columns(figures, setter))


def _figures(
    figures: Sequence[Headline], right: float, sizes: Sizes, setter: Typesetter
) -> tuple[KeyFigure, ...]:
    found: list[KeyFigure] = []
    x = right
    for figure, (value, label) in reversed(list(zip(figures, _columns(figures, setter), strict=True))):
        x -= max(value.width, label.width)
        found.append(
            KeyFigure(
                TextRow(value.text, x, sizes.title_y - 2.0, value.width, "figure"),
                TextRow(label.text, x, sizes.title_y + 24.0, label.width, "figure_label"),
                figure.is_alert,
                x - _COLUMN_GAP / 2,
            )
        )
        x -= _COLUMN_GAP
    return tuple(reversed(found))


__all__ = ["Headline", "Longest", "duration_text", "headlines", "title_block"]
